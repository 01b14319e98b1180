#include "rules/form.hpp"

#include <algorithm>

namespace tokki {
namespace {

template <class T>
bool all_blank(const T& item) {
  if constexpr (TextCell<T>) {
    return is_blank(written(item));
  } else {
    bool blank = true;
    Path path;
    each_text(item, path,
              [&](const Path&, std::string_view text) { blank = blank && is_blank(text); });
    return blank;
  }
}

bool is_separator(char32_t c) {
  return c == U' ' || c == U'\u3000' || c == U':' || c == U'：' || c == U'\n' || c == U'\t';
}

}  // namespace

void Form::look_at(const Declaration& declaration, Traits traits, Day as_of) {
  declaration_ = &declaration;
  traits_ = traits;
  as_of_ = as_of;
  place_ = declaration.storage_location.ticked.answer();
  online_ = declaration.online_storage.ticked.answer();
  subcontracting_ = declaration.subcontracting.ticked.answer();
  look_for_sayings();
  look_at_numbers();
  look_at_media();
  look_at_services();
  missing_.clear();
  Path path;
  look_for_missing(declaration, path, false);
}

void Form::look_at_numbers() {
  numbers_.clear();
  const auto offer = [this](std::optional<std::size_t> subcontractor, std::string_view text) {
    if (text.empty() || says_nothing(text)) return;
    numbers_.push_back({subcontractor, text, read_corporate_number(text)});
  };
  offer(std::nullopt, declaration_->declarant.corporate_number);
  const auto& subcontractors = declaration_->subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    offer(i, subcontractors[i].corporate_number);
  }
}

void Form::look_at_media() {
  media_.clear();
  const auto& services = edition().file().services;
  for (const StorageMedium& medium : declaration_->storage_media) {
    MediumFacts& facts = media_.emplace_back();
    const std::string_view text = searchable(medium.name);
    facts.topics = static_cast<Topic>(phrases().topics.bits_in(text));
    if (!has(facts.topics, Topic::service)) continue;
    auto& online = facts.online;
    phrases().services.each(text, [&](const Lexicon::Match& match) {
      const bool ambiguous =
          match.value != Phrases::kUnnamed && services[match.value].ambiguous.value_or(false);
      // A name outweighs a general word, and a clear one an ambiguous one.
      if (!online || online->service == Phrases::kUnnamed || (online->doubtful && !ambiguous)) {
        online = MediumOnline{match.value, ambiguous};
      }
    });
    if (!online || !has(facts.topics, Topic::negation)) continue;
    phrases().negations.each(text, [&](const Lexicon::Match&) { online->doubtful = true; });
  }
}

void Form::look_at_services() {
  services_.clear();
  for (const Service& service : declaration_->online_storage.services) {
    ServiceFacts& facts = services_.emplace_back();
    const std::string_view name = searchable(service.name);
    facts.name_topics = static_cast<Topic>(phrases().topics.bits_in(name));
    if (has(facts.name_topics, Topic::service)) {
      phrases().services.each(name, [&](const Lexicon::Match& match) {
        if (match.value == Phrases::kUnnamed || !facts.kinds.none()) return;
        facts.kinds = edition().file().services[match.value].kinds;
      });
    }
    for (const Country& country : service.countries) {
      if (country.value) {
        facts.listed.insert(*country.value);
      } else if (!country.written.empty()) {
        for (const CountryCode code : places_in(country.written).named) facts.listed.insert(code);
      }
    }
    const std::string_view location = searchable(service.data_location);
    facts.place_topics = static_cast<Topic>(phrases().topics.bits_in(location));
    // Where in Japan matters only beside the countries listed.
    if (!facts.listed.empty() || has(facts.place_topics, Topic::abroad)) {
      facts.place = read_places(location);
    }
    facts.place_saying = saying_of(service.data_location);
  }
}

void Form::look_for_sayings() {
  said_.clear();
  some_say_none_ = false;
  each_text(*this, [this](const Path& path, std::string_view text) {
    if (text.empty()) return;
    const std::string_view searched = searchable(text);
    if (!phrases().starts.may_begin(searched)) return;
    if (const Saying saying = phrases().saying_of(searched); saying != Saying::nothing_special) {
      said_.push_back({path, saying});
      some_say_none_ = some_say_none_ || has(saying, Saying::none);
    } else if (begins_with_example_mark(searched)) {
      said_.push_back({path, Saying::example});
    }
  });
}

// 例 USBメモリ, 【記入例】…: the mark is a word of its own at the start of the cell.
bool Form::begins_with_example_mark(std::string_view searched) const {
  const auto mark = phrases().example_marks.prefix(searched);
  if (!mark || mark->end >= searched.size()) return false;  // 例 alone is a prompt
  std::size_t last = mark->end;
  do --last;
  while (last > 0 && (static_cast<unsigned char>(searched[last]) & 0xC0U) == 0x80U);
  constexpr std::u32string_view kClosing = U"】）)］〕＞〉」.";
  if (kClosing.find(next_character(searched, last)) != std::u32string_view::npos) return true;
  return is_separator(next_character(searched, last));
}

template <Record T>
void Form::look_for_missing(const T& record, Path& path, bool detail) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    if (field.presence == Presence::optional) return;
    const bool detail_here = detail || field.presence == Presence::detail;
    if constexpr (TickGroup<T>) {
      if (field.presence == Presence::detail &&
          record.ticked.answer() != Description<T>::asks_details) {
        return;
      }
    }
    path.into(field.key);
    if constexpr (TextCell<M>) {
      if (is_blank(written(member))) {
        missing_.push_back({path, detail_here, false});
      } else if (says_none(written(member))) {
        missing_.push_back({path, detail_here, true});
      }
    } else if constexpr (Record<M>) {
      look_for_missing(member, path, detail_here);
    } else if constexpr (is_list<M>) {
      look_for_missing_entries(member, path, detail_here);
    }
    path.out();
  });
}

// A list without any filled entry is one blank cell. A spare row among filled ones lacks nothing.
template <class T>
void Form::look_for_missing_entries(const List<T>& list, Path& path, bool detail) {
  if (std::all_of(list.begin(), list.end(), all_blank<T>)) {
    missing_.push_back({path, detail, false});
    return;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (all_blank(list[i])) continue;
    path.into(i);
    if constexpr (Record<T>) {
      look_for_missing(list[i], path, detail);
    } else if (says_none(written(list[i]))) {
      missing_.push_back({path, detail, true});
    }
    path.out();
  }
}

Saying Form::saying_of(std::string_view text) const {
  const std::string_view searched = searchable(text);
  if (!phrases().starts.may_begin(searched)) return Saying::nothing_special;
  return phrases().saying_of(searched);
}

}  // namespace tokki
