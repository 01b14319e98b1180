#include "form/form.hpp"

#include <algorithm>
#include <type_traits>

namespace tokki {
namespace {

template <class T>
bool all_blank(const T& item) {
  if constexpr (TextCell<T>) {
    return is_blank(written(item));
  } else if constexpr (is_list<T>) {
    return std::all_of(item.begin(), item.end(), all_blank<typename T::value_type>);
  } else if constexpr (Record<T>) {
    bool blank = true;
    for_each_field<T>([&](const auto& field) { blank = blank && all_blank(item.*field.member); });
    return blank;
  }
  return true;  // no text
}

// Whether the cell says the same on many forms.
template <class Owner, class M>
constexpr bool repeats(const Field<Owner, M>& field) {
  if constexpr (std::is_same_v<Owner, CitedContract> && std::is_same_v<M, Str>) {
    return field.member == &CitedContract::title;
  } else {
    return std::is_same_v<M, Date> || std::is_same_v<Owner, StorageLocation> ||
           std::is_same_v<Owner, Service>;
  }
}

}  // namespace

void Form::look_at(const Declaration& declaration, Day as_of) {
  declaration_ = &declaration;
  traits_ = Traits::plain;
  as_of_ = as_of;
  signs_ = sign::form;
  region_ = declaration.storage_location.ticked.answer();
  online_ = declaration.online_storage.ticked.answer();
  subcontracting_ = declaration.subcontracting.ticked.answer();
  sayings_ = Saying::nothing_special;
  said_.clear();
  missing_.clear();
  media_.clear();
  services_.clear();
  works_.clear();
  Path path;
  look_at_cells(declaration, path, Asked::yes);
  if (!said_.empty()) signs_ |= sign::said;
  if (!missing_.empty()) signs_ |= sign::missing;
  if (has(traits_, kOddCharacters)) signs_ |= sign::odd_characters;
  look_at_boxes();
  look_at_dates();
  look_at_numbers();
  look_at_media();
  look_at_services();
  look_at_subcontractors();
}

void Form::look_at_boxes() {
  if (!region_ || !online_ || !subcontracting_) signs_ |= sign::no_answer;
  if (region_ == StorageRegion::abroad) signs_ |= sign::overseas;
  for_each_field<Declaration>([&]<class M>(const Field<Declaration, M>& field) {
    if constexpr (TickGroup<M>) {
      const M& group = declaration_->*field.member;
      if (group.ticked.answer() == Description<M>::asks_details) return;
      for_each_field<M>([&]<class D>(const Field<M, D>& detail) {
        if (!is_ticked<D> && !is_empty(group.*detail.member)) signs_ |= sign::denied_details;
      });
    }
  });
}

void Form::look_at_dates() {
  const Date& declared = declaration_->declared_on;
  const Date& concluded = declaration_->contract.concluded_on;
  const auto simple = [this](const Date& date) {
    return (date.reading == DateReading::plain || date.reading == DateReading::blank) &&
           (!date.value || *date.value <= as_of_);
  };
  const bool in_order =
      !concluded.value || (*concluded.value >= edition_->first_contract_day() &&
                           (!declared.value || *declared.value >= *concluded.value));
  if (!simple(declared) || !simple(concluded) || !in_order) signs_ |= sign::odd_date;
}

void Form::look_at_numbers() {
  numbers_.clear();
  // 個人のため該当なし, 個人事業主: whoever has no number.
  const auto speaks_of_none = [this](std::string_view text) {
    const bool digits = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
    const std::string_view searched = searchable(text);
    return !digits && (phrases().negations.occurs_in(searched) ||
                       has(phrases().saying_of(text, searched), Saying::unidentified));
  };
  const auto offer = [this, &speaks_of_none](std::optional<std::size_t> subcontractor,
                                             std::string_view text) {
    if (text.empty() || says_nothing(text)) return;
    const auto number = read_corporate_number(text);
    if (!number && speaks_of_none(text)) return;
    numbers_.emplace_back(subcontractor, text, number);
    const bool right = number && number->size() == text.size() && check_digit_fits(*number) &&
                       !is_local_government(*number);
    if (!right) signs_ |= sign::odd_number;
  };
  offer(std::nullopt, declaration_->declarant.corporate_number);
  const auto& subcontractors = declaration_->subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    offer(i, subcontractors[i].corporate_number);
  }
}

// Row 1. The readings were taken on the walk over the cells, here and below.
void Form::look_at_media() {
  bool examples = !media_.empty();
  for (const TextReading& medium : media_) {
    if (medium.online) signs_ |= sign::online_medium;
    if (medium.hints_abroad) signs_ |= sign::hints_abroad;
    if (has(medium.topics, Topic::others)) signs_ |= sign::others;
    examples = examples && (medium.blank || has(medium.topics, Topic::printed_medium));
  }
  if (examples || !is_empty(declaration_->storage_location.overseas_data)) {
    signs_ |= sign::example;
  }
}

void Form::look_at_country(const Country& country, CountrySet& listed) {
  if (country.value) {
    listed.insert(*country.value);
  } else if (!country.written.empty()) {
    signs_ |= sign::odd_country;
    const LocationReading& places = locations_in(country.written);
    for (const CountryCode code : places.named) listed.insert(code);
    if (places.suggests_abroad() || places.hedged) signs_ |= sign::hints_abroad;
  }
}

void Form::look_at_services() {
  CountrySet overseas;
  for (const Country& country : declaration_->storage_location.countries) {
    look_at_country(country, overseas);
  }
  const auto& services = declaration_->online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    ServiceFacts& facts = services_[i];
    for (const Country& country : services[i].countries) look_at_country(country, facts.listed);
    // Where in Japan matters only beside the countries listed.
    if (!facts.listed.empty() || has(facts.location.topics, Topic::abroad | Topic::hedge)) {
      facts.place = locations_in(services[i].data_location);
      signs_ |= sign::two_locations;
    }
    if (has(facts.name.topics, Topic::others)) signs_ |= sign::others;
    if (!facts.name.kinds.none()) signs_ |= sign::known_service;
    if (facts.listed.foreign() || facts.place.suggests_abroad() || facts.place.hedged) {
      signs_ |= sign::hints_abroad;
    }
    if (has(facts.name.topics | facts.location.topics, Topic::plan)) signs_ |= sign::plan;
    if (has(facts.location.topics, Topic::undisclosed)) signs_ |= sign::undisclosed;
  }
}

void Form::look_at_subcontractors() {
  if (!works_.empty()) signs_ |= sign::subcontractor;
  for (const TextReading& work : works_) {
    if (work.hints_abroad) signs_ |= sign::hints_abroad;
    if (work.vague_work) signs_ |= sign::said;
  }
}

// Cells that name the parties, their addresses and numbers are read anew each time.
template <class Owner, class M>
TextGlance Form::look_at_cell(const Field<Owner, M>& field, std::string_view text) {
  const auto seen = [](const TextGlance& glance) { return glance; };
  if constexpr (std::is_same_v<Owner, StorageMedium>) {
    return seen(media_.emplace_back(read(text)));
  } else if constexpr (std::is_same_v<Owner, Service>) {
    if constexpr (std::is_same_v<M, Str>) {
      if (field.member == &Service::name) {
        return seen(services_.emplace_back().name = read(text));
      }
      if (field.member == &Service::data_location) {
        return seen(services_.back().location = read(text));
      }
    }
  } else if constexpr (std::is_same_v<Owner, Subcontractor> && std::is_same_v<M, Str>) {
    if (field.member == &Subcontractor::work) return seen(works_.emplace_back(read(text)));
  }
  if (text.empty()) return {};
  const auto glance = [&] { return glance_at(phrases(), text, scratch_); };
  return repeats(field) ? glances_.of(text, glance) : glance();
}

void Form::note(const TextGlance& cell, const Path& path, Asked asked) {
  if (cell.saying != Saying::nothing_special) {
    said_.push_back({path, cell.saying});
    sayings_ = sayings_ | cell.saying;
  }
  const bool says_none = has(cell.saying, Saying::none);
  if (cell.blank || says_none) note_missing(path, asked, !cell.blank);
}

void Form::note_missing(const Path& path, Asked asked, bool says_none) {
  if (asked != Asked::no) missing_.push_back({path, asked == Asked::as_detail, says_none});
}

template <Record T>
void Form::look_at_cells(const T& record, Path& path, Asked asked) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    Asked here = field.presence == Presence::optional ? Asked::no : asked;
    if (here != Asked::no && field.presence == Presence::detail) here = Asked::as_detail;
    if constexpr (TickGroup<T>) {
      if (field.presence == Presence::detail &&
          record.ticked.answer() != Description<T>::asks_details) {
        here = Asked::no;
      }
    }
    if constexpr (TextCell<M>) {
      const TextGlance cell = look_at_cell(field, written(member));
      traits_ |= cell.traits;
      if (cell.saying != Saying::nothing_special || (cell.blank && here != Asked::no)) {
        note(cell, path.into(field.key), here);
        path.out();
      }
    } else if constexpr (Record<M>) {
      look_at_cells(member, path.into(field.key), here);
      path.out();
    } else if constexpr (is_list<M>) {
      look_at_entries(field, member, path.into(field.key), here);
      path.out();
    }
  });
}

// A list without any filled entry is one blank cell.
template <class Owner, class T>
void Form::look_at_entries(const Field<Owner, List<T>>& field, const List<T>& list, Path& path,
                           Asked asked) {
  const bool blank = std::all_of(list.begin(), list.end(), all_blank<T>);
  if (blank) note_missing(path, asked, false);
  for (std::size_t i = 0; i < list.size(); ++i) {
    path.into(i);
    if constexpr (Record<T>) {
      // A spare row among filled ones lacks nothing.
      look_at_cells(list[i], path, blank || all_blank(list[i]) ? Asked::no : asked);
    } else {
      const TextGlance cell = look_at_cell(field, written(list[i]));
      traits_ |= cell.traits;
      // A spare line among filled ones lacks nothing.
      if (cell.saying != Saying::nothing_special) note(cell, path, cell.blank ? Asked::no : asked);
    }
    path.out();
  }
}

}  // namespace tokki
