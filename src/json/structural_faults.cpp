#include "json/structural_faults.hpp"

#include "rules/catalog/catalog.hpp"

namespace tokki::inline v0::internal {

void StructuralFaults::add(const RuleInfo& rule, Place at, std::size_t offset,
                           std::vector<Argument> arguments) {
  if (findings_.size() > limits_.findings) return;
  Finding& finding = findings_.emplace_back();
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.at = std::move(at);
  finding.at.kind = kind_;
  finding.at.position = Position{.offset = offset};
  finding.arguments = std::move(arguments);
}

void StructuralFaults::add_beyond(std::string_view what, std::size_t limit, Place at,
                                  std::size_t offset) {
  add(rule("limit-exceeded"), std::move(at), offset,
      {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}});
}

}  // namespace tokki::inline v0::internal
