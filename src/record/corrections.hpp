// corrections.hpp: which records of one kind count, once corrections and withdrawals are applied,
// and what is wrong with their ids.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "tokki/instant.hpp"
#include "tokki/record_fault.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {

/// What one record says of itself, and of another of its kind.
struct RecordLink {
  std::string_view id, corrects, withdraws;
  std::optional<TimeInterval> recorded_at;
  bool hidden = false;  ///< not on record yet: left out
};

/// The member that a fault is about.
enum class LinkMember : std::uint8_t { id, corrects, withdraws };

/// A fault in a list of records, by position.
struct LinkFault {
  RecordFaultKind kind{};
  std::uint32_t record = 0;
  LinkMember member = LinkMember::id;
  std::optional<std::uint32_t> other{};  ///< the record that it clashes with; the same member there
};

/// What the records of a list do to one another, by position.
struct Corrections {
  static constexpr std::uint32_t kNone = static_cast<std::uint32_t>(-1);
  explicit Corrections(std::size_t records);
  /// Whether the record is on file and neither withdrawn nor corrected by another.
  [[nodiscard]] bool counts(std::uint32_t record) const {
    return !hidden[record] && !gone[record] && replaced_by[record] == kNone;
  }
  std::vector<std::uint32_t> target;       ///< which record this one corrects
  std::vector<std::uint32_t> replaced_by;  ///< which record corrects this one
  std::vector<std::uint32_t> first;        ///< the first of a row of corrections
  std::vector<bool> gone;                  ///< withdrawn, or a withdrawal
  std::vector<bool> hidden;                ///< not on record yet, or the same as an earlier one
  std::vector<bool> conflict;
  std::vector<LinkFault> faults;
};

/// Takes linear time. `same(i, j)` tells whether two records of one id say the same.
[[nodiscard]] Corrections corrections_of(
    std::span<const RecordLink> records,
    const std::function<bool(std::uint32_t, std::uint32_t)>& same);

/// The rule that reports faults of that kind.
[[nodiscard]] const RuleInfo& rule_on(RecordFaultKind kind) noexcept;

}  // namespace tokki::inline v0::internal
