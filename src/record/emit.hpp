// emit.hpp: makes findings on any subject: a form, a chain, an edition, a document's structure.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

/// What a finding may hold beside its place.
struct Details {
  std::vector<Argument> arguments{};
  std::vector<Place> related{};
  std::vector<Replacement> fix{};
};

/// Collects what one rule finds in one subject.
class Emit {
 public:
  static constexpr std::size_t kNoLimit = std::numeric_limits<std::size_t>::max();

  /// `subject`: where the subject is. Places without a kind of document are relative to it. A chain
  /// is in no single document: its subject is a place without a kind, and all places are absolute.
  /// Beyond `limit` findings there is one more, findings-truncated. `subject` and `out` must
  /// outlive this.
  Emit(const RuleInfo& rule, Severity severity, const Place& subject, std::vector<Finding>& out,
       std::size_t limit = kNoLimit)
      : rule_(&rule),
        severity_(severity),
        subject_(&subject),
        begin_(out.size()),
        limit_(limit),
        out_(&out) {}

  /// Sets after_days().
  Emit& with(std::optional<std::int64_t> after_days) {
    after_days_ = after_days;
    return *this;
  }
  /// From how many days on a rule on a delay speaks (RuleSetting::after_days); nothing: never.
  [[nodiscard]] std::optional<std::int64_t> after_days() const noexcept { return after_days_; }

  void operator()(Place where, Details details = {}) const;
  /// True when the limit is reached.
  [[nodiscard]] bool full() const noexcept {
    return limit_ != kNoLimit && out_->size() - begin_ > limit_;
  }

 private:
  void make_absolute(Place& place) const;

  const RuleInfo* rule_;
  Severity severity_;
  const Place* subject_;
  std::size_t begin_;
  std::size_t limit_;
  std::vector<Finding>* out_;
  std::optional<std::int64_t> after_days_;
};

/// The finding that others were left out because there were more than `limit`.
[[nodiscard]] Finding findings_truncated(std::size_t limit, Place at = {});
/// Cuts findings on one document down to the limit, and adds findings-truncated.
void truncate(std::vector<Finding>& found, std::size_t limit);

}  // namespace tokki::inline v0::internal
