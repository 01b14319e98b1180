// The boxes of rows 2, 3 and 4 (X7). The checks apply to every record with boxes to tick.
#include <algorithm>

#include "form/form_locations.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki::inline v0::internal {
namespace {

// Calls `visit(group, path)` for each group of boxes; `path` leads to the group.
template <class Visit>
void each_tick_group(const FormFacts& form, Visit&& visit) {
  for_each_field<Declaration>([&]<class M>(const Field<Declaration, M>& field) {
    if constexpr (TickGroup<M>) {
      Path path;
      visit(form.declaration().*field.member, path.into(field.key));
    }
  });
}

Path ticked(Path group) { return group.into(std::string_view("ticked")); }

template <TickGroup T>
bool all_ticked(const T& group) {
  return std::ranges::all_of(Description<typename decltype(group.ticked)::choice_type>::choices,
                             [&](const auto& choice) { return group.ticked.has(choice.value); });
}

template <DetailContent content>
void details_without_yes(const FormFacts& form, const Emit& emit) {
  for (const UnaskedDetail& detail : form.unasked_details()) {
    if (detail.content != content) continue;
    Path group = detail.path;
    group.out();
    emit(detail.path, {.related = {ticked(group)}});
  }
}

// ウ asks for information on the location; listed countries are such information.
bool given_as_countries(const FormFacts& form, const Path& cell) {
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (cell != location_cell(i)) continue;
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      if (!form.country(i, c).cell.says_nothing()) return true;
    }
  }
  return false;
}

void yes_without_details(const FormFacts& form, const Emit& emit) {
  for (const MissingCell& cell : form.missing()) {
    if (cell.detail && !cell.says_none && !given_as_countries(form, cell.path)) emit(cell.path);
  }
}

constexpr FormRule kTickRules[] = {
    {.info = rule("tick-none"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (group.ticked.none()) emit(ticked(path));
           });
         },
     .triggers = FormTrigger::no_answer},
    {.info = rule("tick-both"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (all_ticked(group)) emit(ticked(path));
           });
         },
     .triggers = FormTrigger::no_answer},
    {.info = rule("details-without-yes"),
     .check = details_without_yes<DetailContent::something>,
     .triggers = FormTrigger::unasked_details},
    {.info = rule("details-doubtful"),
     .check = details_without_yes<DetailContent::denial>,
     .triggers = FormTrigger::unasked_details},
    {.info = rule("yes-without-details"),
     .check = yes_without_details,
     .triggers = FormTrigger::missing},
};
static_assert(binds_each(kTickCatalog, kTickRules));

}  // namespace

std::span<const FormRule> tick_rules() { return kTickRules; }

}  // namespace tokki::inline v0::internal
