// words.hpp: texts made from the entries of an edition, shared by all formats of the terms.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "report/in_language.hpp"
#include "tokki/edition.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0::internal {

/// 特記事項3(4); its key when it is cited by its part's name alone.
[[nodiscard]] std::string cite(const Edition& edition, std::string_view key, Language language);

/// The duties that a clause states, first or also.
[[nodiscard]] std::vector<const Duty*> duties_stated_by(const Edition& edition,
                                                        const Clause& clause);

/// The rules that rest on a clause, or check a duty it states; in the order of the reference.
[[nodiscard]] std::vector<const RuleInfo*> rules_under(const Edition& edition,
                                                       const Clause& clause);

/// 乙（受託者）／義務／直ちに.
[[nodiscard]] std::string duty_heading(const Edition& edition, const Duty& duty, Language language);
/// 届出書、承諾・承認・許可.
[[nodiscard]] std::string record_names(const Duty& duty, Language language);
/// 第２条第１項第３号（第２条第３号）: as printed, and as it is customarily cited.
[[nodiscard]] std::string cited_law(const CitedLaw& law, Language language);

/// A member of a duty, for reading.
struct LabelledField {
  std::string_view label;  ///< 契機, "Trigger" …
  std::string text;
  bool is_ids = false;  ///< the text is a list of rule ids
};
/// The members of a duty that are not empty.
[[nodiscard]] std::vector<LabelledField> duty_fields(const Duty& duty, Language language);

}  // namespace tokki::inline v0::internal
