// rule_selection.hpp: the rules that a run applies, and their severities.
#pragma once

#include <tokki/editions.hpp>
#include <tokki/report.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tokki::cli {

struct RuleSelection {
  List<RuleSetting> settings;       ///< of tokki.toml, one a rule
  std::vector<std::string> select;  ///< only these; empty: all
  std::vector<std::string> ignore;
};

enum class RuleUse : std::uint8_t {
  selected,
  changed,  ///< left out, waived, or given another severity
};

/// What is wrong with a rule's id, with a similar id; empty when nothing is. Rules on structure
/// cannot be changed, here or by editions: a document that could not be read would have no
/// findings.
[[nodiscard]] std::string rule_fault(std::string_view rule, RuleUse use, Language language);

/// The editions with those settings. Rules on structure are never left out by `select`.
[[nodiscard]] Editions with_rules(const Editions& editions, const RuleSelection& selection);

}  // namespace tokki::cli
