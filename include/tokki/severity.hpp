// severity.hpp: how much a finding weighs.
#pragma once

#include <cstdint>
#include <string_view>

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// How much a finding weighs, from least to most. It never depends on the language.
enum class Severity : std::uint8_t {
  note,          ///< 参考: nothing to do, or a fix that is offered
  undetermined,  ///< 未確定: the terms leave it open, or evidence is wanting that would settle it
  review,        ///< 要確認: the text leaves it to a person, who is told what to look at
  warning,       ///< 注意: probably wrong
  error,         ///< 誤り: the document must be corrected
};
template <>
struct Description<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr Choice<Severity> choices[] = {{Severity::note, "note"},
                                                 {Severity::undetermined, "undetermined"},
                                                 {Severity::review, "review"},
                                                 {Severity::warning, "warning"},
                                                 {Severity::error, "error"}};
};

}  // namespace tokki::inline v0
