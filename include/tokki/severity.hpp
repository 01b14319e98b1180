// severity.hpp: the severity of findings.
#pragma once

#include <cstdint>
#include <string_view>

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// From least to most severe. It never depends on the language.
enum class Severity : std::uint8_t {
  note,          ///< 参考: nothing needs to be done; there may be a suggested fix
  undetermined,  ///< 未確定: undecided by the terms, or for lack of evidence
  review,        ///< 要確認: a person must decide; the finding says what to check
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
