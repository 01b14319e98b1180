// phrase_lists.hpp: the edition's lists of phrases, and what a phrase of each means. A list is one
// row of kPhraseLists.
#pragma once

#include <bit>
#include <cstdint>

#include "tokki/records/edition_file.hpp"

namespace tokki::inline v0::internal {

/// What the whole of a cell may mean; a set of bits, since 未定 is both undecided and no location.
enum class CellMeaning : std::uint32_t {
  unlisted = 0,  // no phrase of the lists
  none = 1U << 0U,
  undisclosed_location = 1U << 1U,
  unstated_location = 1U << 2U,
  undecided = 1U << 3U,
  elsewhere = 1U << 4U,
  vague_work = 1U << 5U,
  prompt = 1U << 6U,
  example = 1U << 7U,  // begins with 例 and the like, and means nothing else
  unidentified = 1U << 8U,
  oneself = 1U << 9U,
  partly_undecided = 1U << 10U,  // begins or ends so: 入札により決定, 候補：株式会社あおば
};
constexpr CellMeaning operator|(CellMeaning a, CellMeaning b) noexcept {
  return static_cast<CellMeaning>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
/// Whether any of the wanted meanings is in the set.
constexpr bool has(CellMeaning set, CellMeaning wanted) noexcept {
  return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(wanted)) != 0;
}

/// What a text mentions; a set of bits. The last enumerator is one more than the topic before it,
/// by which topics are counted.
// NOLINTNEXTLINE(readability-enum-initial-value)
enum class Topic : std::uint32_t {
  nothing = 0,
  service = 1U << 0U,
  printed_medium = 1U << 1U,
  plan = 1U << 2U,
  negation = 1U << 3U,
  abroad = 1U << 4U,
  undisclosed = 1U << 5U,
  others = 1U << 6U,  // 等, ほか: more than is named
  own_server = 1U << 7U,
  subcontractor = 1U << 8U,
  behind_last,
};
inline constexpr std::size_t kTopics =
    std::bit_width(static_cast<std::uint32_t>(Topic::behind_last) - 1);
constexpr Topic operator|(Topic a, Topic b) noexcept {
  return static_cast<Topic>(static_cast<std::uint32_t>(a) | static_cast<std::uint32_t>(b));
}
constexpr bool has(Topic set, Topic wanted) noexcept {
  return (static_cast<std::uint32_t>(set) & static_cast<std::uint32_t>(wanted)) != 0;
}

/// What a phrase of a list means where it is the whole of a cell, and where it is inside a text.
struct PhraseList {
  List<Str> Lists::* list;
  CellMeaning whole_cell = CellMeaning::unlisted;
  Topic inside = Topic::nothing;
};
inline constexpr PhraseList kPhraseLists[] = {
    {.list = &Lists::none, .whole_cell = CellMeaning::none},
    {.list = &Lists::undisclosed_places,
     .whole_cell = CellMeaning::undisclosed_location,
     .inside = Topic::undisclosed},
    {.list = &Lists::unstated_places, .whole_cell = CellMeaning::unstated_location},
    {.list = &Lists::undecided, .whole_cell = CellMeaning::undecided},
    {.list = &Lists::elsewhere, .whole_cell = CellMeaning::elsewhere},
    {.list = &Lists::vague_work, .whole_cell = CellMeaning::vague_work},
    {.list = &Lists::unidentified, .whole_cell = CellMeaning::unidentified},
    {.list = &Lists::bare_legal_forms, .whole_cell = CellMeaning::unidentified},
    {.list = &Lists::generic_words},  // one after the other: see Phrases::names_nobody()
    {.list = &Lists::alternatives},   // between names: see Phrases::offers_choice()
    {.list = &Lists::oneself, .whole_cell = CellMeaning::oneself},
    {.list = &Lists::and_others, .inside = Topic::others},
    {.list = &Lists::planned_use, .inside = Topic::plan},
    {.list = &Lists::negations, .inside = Topic::negation},
    {.list = &Lists::printed_media, .inside = Topic::printed_medium},
    {.list = &Lists::prompts, .whole_cell = CellMeaning::prompt},
    {.list = &Lists::example_marks},  // at the start of a cell: see Phrases::classify_cell()
    {.list = &Lists::online_storage_words, .inside = Topic::service},
    {.list = &Lists::service_lookalikes},  // with services: see Phrases::kNoService
    {.list = &Lists::own_servers, .inside = Topic::own_server},
    {.list = &Lists::devices},        // behind a service: see Phrases::describes_device()
    {.list = &Lists::course_words},   // behind a service: see Phrases::describes_course()
    {.list = &Lists::no_data},        // one after the other: see Phrases::only_no_data()
    {.list = &Lists::dataless_work},  // see Phrases::is_dataless_work()
    {.list = &Lists::subcontractor_words, .inside = Topic::subcontractor},
    {.list = &Lists::international_certificates},  // on no form: see names_certificate()
};

/// True when each list of phrases has one row, in the order of its description.
consteval bool has_row_for_each_list() {
  std::size_t row = 0;
  bool same = true;
  for_each_field<Lists>([&](const auto& field) {
    if constexpr (std::is_same_v<decltype(field.member), List<Str> Lists::*>) {
      same = same && row < std::size(kPhraseLists) && kPhraseLists[row].list == field.member;
      ++row;
    }
  });
  return same && row == std::size(kPhraseLists);
}
static_assert(has_row_for_each_list());

}  // namespace tokki::inline v0::internal
