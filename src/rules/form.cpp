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
    each_text(item, path, [&](const Path&, std::string_view text) { blank = blank && is_blank(text); });
    return blank;
  }
}

}  // namespace

void Form::look_at(const Declaration& declaration, Traits traits, Day as_of) {
  declaration_ = &declaration;
  traits_ = traits;
  as_of_ = as_of;
  place_ = declaration.storage_location.ticked.answer();
  online_ = declaration.online_storage.ticked.answer();
  subcontracting_ = declaration.subcontracting.ticked.answer();
  look_at_services();
  look_for_sayings();
  missing_.clear();
  Path path;
  look_for_missing(declaration, path, false);
}

void Form::look_at_services() {
  services_.clear();
  for (const Service& service : declaration_->online_storage.services) {
    ServiceFacts& facts = services_.emplace_back();
    if (!service.data_location.empty()) {
      facts.place = places_in(service.data_location);
      facts.place_saying = saying_of(service.data_location);
    }
    for (const Country& country : service.countries) {
      if (country.value) {
        facts.listed.insert(*country.value);
      } else if (!country.written.empty()) {
        for (const CountryCode code : places_in(country.written).named) facts.listed.insert(code);
      }
    }
  }
}

void Form::look_for_sayings() {
  said_.clear();
  each_text(*this, [this](const Path& path, std::string_view text) {
    if (text.empty()) return;
    const Saying saying = saying_of(text);
    if (saying != Saying::nothing_special) said_.push_back({path, saying});
  });
}

template <Record T>
void Form::look_for_missing(const T& record, Path& path, bool detail) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    if (field.presence == Presence::optional) return;
    bool detail_here = detail;
    if constexpr (TickGroup<T>) {
      if (field.presence == Presence::detail) {
        if (record.ticked.answer() != Description<T>::asks_details) return;
        detail_here = true;
      }
    }
    path.into(field.key);
    if constexpr (TextCell<M>) {
      if (is_blank(written(member))) {
        missing_.push_back({path, detail_here, false});
      } else if (has(saying_of(written(member)), Saying::none)) {
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

// A list without any entry is one blank cell; a blank entry among others is a cell of its own.
template <class T>
void Form::look_for_missing_entries(const List<T>& list, Path& path, bool detail) {
  if (std::all_of(list.begin(), list.end(), all_blank<T>)) {
    missing_.push_back({path, detail, false});
    return;
  }
  for (std::size_t i = 0; i < list.size(); ++i) {
    path.into(i);
    if constexpr (Record<T>) {
      look_for_missing(list[i], path, detail);
    } else if (has(saying_of(written(list[i])), Saying::none)) {
      missing_.push_back({path, detail, true});
    }
    path.out();
  }
}

Saying Form::saying_of(std::string_view text) const {
  const auto value = phrases().sayings.whole(searchable(text));
  return value ? static_cast<Saying>(*value) : Saying::nothing_special;
}

}  // namespace tokki
