#include "record/emit.hpp"

#include "rules/catalog/catalog.hpp"

namespace tokki::inline v0::internal {

void Emit::make_absolute(Place& place) const {
  if (subject_->kind.empty() || !place.kind.empty()) return;
  place.document = subject_->document;
  place.kind = subject_->kind;
  if (subject_->path.empty()) return;
  const Path below = place.path;
  place.path = subject_->path;
  place.path.then(below);
}

void Emit::operator()(Place where, Details details) const {
  if (full()) return;
  make_absolute(where);
  if (limit_ != kNoLimit && out_->size() - begin_ == limit_) {
    out_->push_back(findings_truncated(limit_, std::move(where)));
    return;
  }
  Finding& finding = out_->emplace_back();
  finding.rule = rule_;
  finding.severity = severity_;
  finding.at = std::move(where);
  finding.related = std::move(details.related);
  for (Place& related : finding.related) make_absolute(related);
  finding.arguments = std::move(details.arguments);
  finding.fix = std::move(details.fix);
  for (Replacement& step : finding.fix) make_absolute(step.at);
}

Finding findings_truncated(std::size_t limit, Place at) {
  Finding finding;
  finding.rule = &rule("findings-truncated");
  finding.severity = finding.rule->severity;
  finding.at = std::move(at);
  finding.arguments = {{"limit", static_cast<std::int64_t>(limit)}};
  return finding;
}

void truncate(std::vector<Finding>& found, std::size_t limit) {
  if (found.size() <= limit) return;
  Place whole(found.front().at.document, found.front().at.kind);
  found.resize(limit);
  found.push_back(findings_truncated(limit, std::move(whole)));
}

}  // namespace tokki::inline v0::internal
