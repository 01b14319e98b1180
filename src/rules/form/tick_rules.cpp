// The boxes of rows 2, 3 and 4 (X7). Written once for every record with boxes to tick.
#include <algorithm>

#include "form/form_locations.hpp"
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
    {.info = {.id = "tick-none",
              .severity = Severity::error,
              .clause = {},
              .message = {"どちらの□にもチェックがありません。", "Neither box is ticked."},
              .remedy = {"当てはまる方の□を一つだけチェックしてください。",
                         "Tick the one box that applies."},
              .why = {"有無や所在が決まらないと、届出の内容が確定しないため。",
                      "Without an answer the declaration says nothing on this row."},
              .fires = R"({"storage_location": {"ticked": []}})",
              .near_miss = R"({"storage_location": {"ticked": ["japan_only"]}})"},
     .check =
         [](const Form& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (group.ticked.none()) emit(ticked(path));
           });
         },
     .when = sign::no_answer},
    {.info = {.id = "tick-both",
              .severity = Severity::error,
              .clause = {},
              .message = {"両方の□にチェックがあります。", "Both boxes are ticked."},
              .remedy = {"当てはまる方だけを残してください。", "Keep only the one that applies."},
              .why = {"どちらが事実かを受け取る側が決めてはならないため。",
                      "Which one is true is not for the reader to decide."},
              .fires = R"({"storage_location": {"ticked": ["japan_only", "abroad"]}})",
              .near_miss =
                  R"({"storage_location": {"ticked": ["abroad"], "countries": ["シンガポール"],
                               "overseas_data": "日次バックアップの複製"}})"},
     .check =
         [](const Form& form, const Emit& emit) {
           each_tick_group(form, [&](const auto& group, const Path& path) {
             if (all_ticked(group)) emit(ticked(path));
           });
         },
     .when = sign::no_answer},
    {.info = {.id = "details-without-yes",
              .severity = Severity::error,
              .clause = {},
              .message = {"チェックと食い違う記載があります。この欄は、もう一方の□をチェックした場"
                          "合に記載するものです。",
                          "This contradicts the box: it is to be filled in only when the other box "
                          "is ticked."},
              .remedy = {"チェックを改めるか、この欄を空欄にしてください。",
                         "Tick the other box, or clear this cell."},
              .why = {"「無」としながら契約先が書かれた届出書は、どちらかが誤っているため。",
                      "A form that says no and then gives particulars is wrong in one of the two."},
              .fires = R"({"subcontracting": {"ticked": ["no"]}})",
              .near_miss = R"({"subcontracting": {"ticked": ["no"],
                               "subcontractors": [{"work": "再委託は行いません"}]}})",
              .reads = "lists.none lists.negations"},
     .check = details_without_yes<Content::something>,
     .when = sign::denied_details},
    {.info =
         {.id = "details-doubtful",
          .severity = Severity::review,
          .clause = {},
          .message = {"空欄でよい欄に、否定の文や国内である旨が書かれています。",
                      "A denial, or that it is in Japan, is written where nothing is asked for."},
          .remedy = {"チェックと食い違う内容でないか確認してください。",
                     "Make sure that it does not contradict the box."},
          .why = {"「再委託は行いません」はチェックと一致しますが、文の意味は機械では決められな"
                  "いため。",
                  "\"We do not subcontract\" agrees with the box, but what a sentence means is "
                  "for a reader."},
          .fires = R"({"subcontracting": {"ticked": ["no"],
                           "subcontractors": [{"work": "再委託は行いません"}]}})",
          .near_miss = R"({"subcontracting": {"ticked": ["no"],
                               "subcontractors": [{"name": "該当なし"}]}})",
          .reads = "lists.none lists.negations"},
     .check = details_without_yes<Content::denial>,
     .when = sign::denied_details},
    {.info = {.id = "yes-without-details",
              .severity = Severity::error,
              .clause = {},
              .message = {"チェックした□に対応する記載がありません。",
                          "The ticked box asks for this, and it is blank."},
              .remedy = {"この欄を記載するか、チェックを改めてください。",
                         "Fill it in, or tick the other box."},
              .why = {"国名、契約先、委託内容がなければ、所在も委託先も確かめられないため。",
                      "Without country, provider or work nobody can tell where the data is or who "
                      "handles it."},
              .fires = R"({"online_storage": {"services": [
                           {"name": "さくらのクラウド", "data_location": "日本国内"}]}})",
              .near_miss = R"({"online_storage": {"services": [
                               {"name": "さくらのクラウド", "provider": "さくらインターネット株式会社",
                                "countries": ["日本"]}]}})"},
     .check = yes_without_details,
     .when = sign::missing},
};
static_assert(complete(kTickRules));

}  // namespace

std::span<const FormRule> tick_rules() { return kTickRules; }

}  // namespace tokki
