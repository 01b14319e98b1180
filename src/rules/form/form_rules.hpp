// form_rules.hpp: the tables of the rules on a declaration, by subject.
#pragma once

#include <span>

#include "form/form_facts.hpp"
#include "rules/rule_row.hpp"

namespace tokki::inline v0::internal {

using FormRule = Rule<FormFacts>;

std::span<const FormRule> edition_choice_rules();
std::span<const FormRule> cell_rules();
std::span<const FormRule> date_rules();
std::span<const FormRule> corporate_number_rules();
std::span<const FormRule> medium_rules();
std::span<const FormRule> location_rules();
std::span<const FormRule> service_rules();
std::span<const FormRule> subcontractor_rules();
std::span<const FormRule> tick_rules();
std::span<const FormRule> text_rules();

/// All of them, from the top of the form to the bottom.
std::span<const FormRule* const> form_rules();

}  // namespace tokki::inline v0::internal
