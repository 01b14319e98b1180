// The boxes of rows 2, 3 and 4 (X7). Written once for every record with boxes to tick.
#include <algorithm>

#include "form/form_locations.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki {
namespace {

// Calls `visit(group, path)` for each group of boxes; `path` leads to the group.
template <class Visit>
void each_tick_group(const Form& form, Visit&& visit) {
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

// What a detail says, the more of it the later.
enum class Content : std::uint8_t { nothing, denial, something };

// 再委託は行いません, 無（オンプレミス）: a sentence to the effect of なし.
bool denies(const Form& form, std::string_view text) {
  if (has(form.read(text).topics, Topic::negation)) return true;
  const std::string_view searched = form.searchable(text);
  const std::size_t bracket = std::min(searched.find('('), searched.find("（"));
  if (bracket >= searched.size()) return false;
  const std::string_view before = searched.substr(0, bracket);
  return has(form.phrases().saying_of(before, before), Saying::none);
}

// A country cell under "Japan only" agrees with it when it names nothing but Japan.
bool denies(const Form& form, const Country& cell) {
  const LocationReading places = reading_of(form, cell);
  return (places.named.contains(kJapan) && !places.suggests_abroad()) ||
         denies(form, std::string_view(cell.written));
}

template <class T>
Content content_of_text(const Form& form, std::string_view text, const T& cell) {
  if (form.says_nothing(text)) return Content::nothing;
  return denies(form, cell) ? Content::denial : Content::something;
}

template <class T>
Content content_of(const Form& form, const T& detail) {
  Content content = Content::nothing;
  if constexpr (is_list<T>) {
    for (const auto& item : detail) content = std::max(content, content_of(form, item));
  } else if constexpr (Record<T>) {
    Path path;
    each_text(detail, path, [&](const Path&, std::string_view text) {
      content = std::max(content, content_of_text(form, text, text));
    });
  } else {
    content = content_of_text(form, written(detail), detail);
  }
  return content;
}

template <Content content>
void details_without_yes(const Form& form, const Emit& emit) {
  each_tick_group(form, [&]<class T>(const T& group, Path& path) {
    const auto answer = group.ticked.answer();
    if (!answer || *answer == Description<T>::asks_details) return;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (!is_ticked<M>) {
        if (content_of(form, group.*field.member) != content) return;
        path.into(field.key);
        const Path here = path;
        path.out();
        emit(here, {.related = {ticked(path)}});
      }
    });
  });
}

// ウ asks for information on the place; the countries are that.
bool given_as_countries(const Form& form, const Path& cell) {
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    if (cell ==
        at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::data_location)) {
      return content_of(form, services[i].countries) != Content::nothing;
    }
  }
  return false;
}

void yes_without_details(const Form& form, const Emit& emit) {
  for (const MissingCell& cell : form.missing()) {
    if (cell.detail && !cell.says_none && !given_as_countries(form, cell.path)) emit(cell.path);
  }
}

constexpr FormRule kTickRules[] = {
    {.info = rule("tick-none"),
     .check =
         [](const Form& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (group.ticked.none()) emit(ticked(path));
           });
         },
     .when = sign::no_answer},
    {.info = rule("tick-both"),
     .check =
         [](const Form& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (all_ticked(group)) emit(ticked(path));
           });
         },
     .when = sign::no_answer},
    {.info = rule("details-without-yes"),
     .check = details_without_yes<Content::something>,
     .when = sign::denied_details},
    {.info = rule("details-doubtful"),
     .check = details_without_yes<Content::denial>,
     .when = sign::denied_details},
    {.info = rule("yes-without-details"), .check = yes_without_details, .when = sign::missing},
};
static_assert(binds_each(kTickCatalog, kTickRules));

}  // namespace

std::span<const FormRule> tick_rules() { return kTickRules; }

}  // namespace tokki
