// printed_span.hpp: spans of time as terms print them: 60分以内, ３営業日, 三箇月.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tokki/records/duty.hpp"

namespace tokki::inline v0::internal {

struct PrintedSpan {
  std::int64_t value;
  Unit unit;
  std::string_view text;  ///< the number and its unit, as printed
  [[nodiscard]] bool same_as(const PrintedSpan& other) const noexcept {
    return value == other.value && unit == other.unit;
  }
};

/// All spans that a Japanese text prints, in its order, in digits of any width or in kanji. Days of
/// which holidays are taken out, （閉庁日を除く。）, are business days. Dates, ordinals and
/// fractions are no spans, nor is 十分に.
[[nodiscard]] std::vector<PrintedSpan> printed_spans(std::string_view text);

}  // namespace tokki::inline v0::internal
