// rule_selection.hpp: which rules a run applies, and how gravely.
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

/// What is wrong with a rule's id, with a guess at what was meant; empty when nothing is. Rules on
/// structure cannot be changed, as editions cannot: a document that could not be read would pass
/// for a clean one.
[[nodiscard]] std::string rule_fault(std::string_view rule, RuleUse use, Language language);

/// The editions with those rules set so. Rules on structure are never left out by `select`.
[[nodiscard]] Editions with_rules(const Editions& editions, const RuleSelection& selection);

}  // namespace tokki::cli
