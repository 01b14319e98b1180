#include "form/form_analyser.hpp"

#include <algorithm>
#include <type_traits>

#include "cell/world.hpp"
#include "record/each_text.hpp"

namespace tokki::inline v0::internal {
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

// 長野県上田市…, 〒386-…: the address begins as one in Japan does. Nearly all do.
bool begins_with_prefecture(std::string_view address) {
  constexpr std::size_t kLongestName = 4;  // 神奈川県
  std::size_t at = 0;
  for (std::size_t letter = 1; letter <= kLongestName && at < address.size(); ++letter) {
    const char32_t c = next_character(address, at);
    if (letter == 1 && c == U'〒') return true;
    if (letter > 2 && std::u32string_view(U"都道府県").find(c) != std::u32string_view::npos) {
      return true;
    }
  }
  return false;
}

// The kind of text that a member's description declares.
template <class Owner, class T>
constexpr TextKind kind_of(T Owner::* member) {
  TextKind kind = TextKind::individual;
  for_each_field<Owner>([&]<class M>(const Field<Owner, M>& field) {
    if constexpr (std::is_same_v<M, T>) {
      if (field.member == member) kind = field.text;
    }
  });
  return kind;
}

// IN, IT: a code that is a word too, as the whole of a cell for locations.
std::optional<CountryCode> country_by_word(std::string_view text, const LocationReading& reading) {
  if (text.size() > 3 || !reading.named.empty() || !reading.suggested.empty()) return std::nullopt;
  return Country(Str(text)).value;
}

}  // namespace

std::size_t FormAnalyser::edition_of(const Declaration& declaration) const noexcept {
  const CitedContract& contract = declaration.contract;
  return editions_.choose(contract.edition, contract.concluded_on.value);
}

bool FormAnalyser::remembers(std::string_view text) const {
  return std::ranges::any_of(readers_,
                             [&](const auto& reader) { return reader && reader->remembers(text); });
}

const FormFacts& FormAnalyser::analyse(const Declaration& declaration, Day as_of) {
  clear(declaration, as_of);
  Path path;
  analyse_cells(declaration, path, Asked::yes);
  if (!facts_.cells_with_meaning_.empty()) set(FormTrigger::meaning);
  if (!facts_.missing_.empty()) set(FormTrigger::missing);
  if (has(facts_.traits_, kUnusualCharacters)) set(FormTrigger::characters);
  analyse_boxes();
  analyse_dates();
  analyse_title();
  analyse_numbers();
  analyse_media();
  analyse_overseas_countries();
  analyse_services();
  analyse_subcontractors();
  analyse_subcontractor_mentions();
  analyse_services_in_media();
  analyse_names();
  return facts_;
}

void FormAnalyser::clear(const Declaration& declaration, Day as_of) {
  const std::size_t index = edition_of(declaration);
  auto& reader = readers_[index];
  if (!reader) reader = std::make_unique<CellReader>(editions_.all()[index]);
  reader_ = reader.get();
  facts_.declaration_ = &declaration;
  facts_.edition_ = &reader_->edition();
  facts_.edition_index_ = index;
  facts_.as_of_ = as_of;
  facts_.triggers_ = 0;
  facts_.traits_ = Traits::plain;
  facts_.region_ = declaration.storage_location.ticked.answer();
  facts_.online_ = declaration.online_storage.ticked.answer();
  facts_.subcontracting_ = declaration.subcontracting.ticked.answer();
  facts_.cells_with_meaning_.clear();
  facts_.missing_.clear();
  facts_.unasked_details_.clear();
  facts_.media_.clear();
  facts_.services_.clear();
  facts_.subcontractors_.clear();
  facts_.countries_.clear();
  facts_.overseas_countries_.clear();
  facts_.numbers_.clear();
  facts_.party_names_.clear();
  facts_.services_in_media_.clear();
  facts_.subcontractor_mentions_.clear();
  facts_.outline_ = {};
  facts_.own_media_abroad_ = false;
  facts_.title_differs_ = false;
  facts_.repeats_printed_media_ = false;
  facts_.repeats_printed_overseas_data_ = false;
  names_.clear();
}

template <Record T>
void FormAnalyser::analyse_cells(const T& record, Path& path, Asked asked) {
  if constexpr (std::is_same_v<T, StorageMedium>) {
    facts_.media_.emplace_back();
  } else if constexpr (std::is_same_v<T, Service>) {
    facts_.services_.emplace_back().first_country = facts_.countries_.size();
  } else if constexpr (std::is_same_v<T, Subcontractor>) {
    facts_.subcontractors_.emplace_back();
  }
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
      const CellClass cell = analyse_cell(field, written(member));
      facts_.traits_ |= cell.traits;
      if (cell.meaning != CellMeaning::unlisted || (cell.blank && here != Asked::no)) {
        add_meaning(cell, path.into(field.key), here);
        path.out();
      }
    } else if constexpr (Record<M>) {
      analyse_cells(member, path.into(field.key), here);
      path.out();
    } else if constexpr (is_list<M>) {
      analyse_entries(field, member, path.into(field.key), here);
      path.out();
    }
  });
}

// A list without any filled entry is one blank cell.
template <class Owner, class T>
void FormAnalyser::analyse_entries(const Field<Owner, List<T>>& field, const List<T>& list,
                                   Path& path, Asked asked) {
  const bool blank = std::all_of(list.begin(), list.end(), all_blank<T>);
  if (blank) add_missing(path, asked, false);
  for (std::size_t i = 0; i < list.size(); ++i) {
    path.into(i);
    if constexpr (Record<T>) {
      // An empty row among filled ones is not missing anything.
      analyse_cells(list[i], path, blank || all_blank(list[i]) ? Asked::no : asked);
    } else {
      const CellClass cell = analyse_cell(field, written(list[i]));
      if constexpr (std::is_same_v<T, Country>) add_country(list[i], cell, field.text);
      facts_.traits_ |= cell.traits;
      // An empty line among filled ones is not missing anything.
      if (cell.meaning != CellMeaning::unlisted) {
        add_meaning(cell, path, cell.blank ? Asked::no : asked);
      }
    }
    path.out();
  }
}

// The part of a reading that every cell has.
static CellClass class_of(const CellReading& reading) {
  return reading;  // NOLINT(cppcoreguidelines-slicing)
}

template <class Owner, class M>
CellClass FormAnalyser::analyse_cell(const Field<Owner, M>& field, std::string_view text) {
  if (names_party(field.text)) names_.push_back(text);
  const auto read = [&] { return reader_->read(field.text, text); };
  if constexpr (std::is_same_v<Owner, StorageMedium> && std::is_same_v<M, Str>) {
    if (field.member == &StorageMedium::name) return class_of(facts_.media_.back() = read());
  } else if constexpr (std::is_same_v<Owner, Service> && std::is_same_v<M, Str>) {
    if (field.member == &Service::name) return class_of(facts_.services_.back().name = read());
    if (field.member == &Service::data_location)
      return class_of(facts_.services_.back().location = read());
    if (field.member == &Service::provider) return reader_->classify_party(field.text, text);
  } else if constexpr (std::is_same_v<Owner, Subcontractor> && std::is_same_v<M, Str>) {
    SubcontractorFacts& facts = facts_.subcontractors_.back();
    if (field.member == &Subcontractor::work) return class_of(facts.work = read());
    if (field.member == &Subcontractor::name) {
      return facts.name = reader_->classify_party(field.text, text);
    }
  }
  return reader_->classify(field.text, text);
}

void FormAnalyser::add_country(const Country& country, const CellClass& cell, TextKind kind) {
  CountryFacts& facts = facts_.countries_.emplace_back();
  facts.cell = cell;
  if (country.value) {
    facts.location.named.insert(*country.value);
    facts.location.certain = true;
  } else if (!country.written.empty()) {
    facts.topics = reader_->read(kind, country.written).topics;
    facts.location = reader_->read_locations(kind, country.written);
    if (facts.location.named.empty()) read_country_codes(country.written, facts.location);
    set(FormTrigger::country);
    if (facts.location.suggests_abroad() || facts.location.hedged) set(FormTrigger::hints_abroad);
  }
}

void FormAnalyser::add_meaning(const CellClass& cell, const Path& path, Asked asked) {
  if (cell.meaning != CellMeaning::unlisted) {
    facts_.cells_with_meaning_.push_back({path, cell.meaning});
  }
  if (cell.says_nothing()) add_missing(path, asked, !cell.blank);
}

void FormAnalyser::add_missing(const Path& path, Asked asked, bool says_none) {
  if (asked == Asked::no) return;
  facts_.missing_.push_back({path, asked == Asked::as_detail, says_none});
}

void FormAnalyser::analyse_boxes() {
  if (!facts_.region_ || !facts_.online_ || !facts_.subcontracting_) set(FormTrigger::no_answer);
  if (facts_.region_ == StorageRegion::abroad) set(FormTrigger::overseas);
  for_each_field<Declaration>([&]<class M>(const Field<Declaration, M>& field) {
    if constexpr (TickGroup<M>) {
      analyse_unasked_details(facts_.declaration_->*field.member, field.key);
    }
  });
  if (!facts_.unasked_details_.empty()) set(FormTrigger::unasked_details);
}

template <TickGroup T>
void FormAnalyser::analyse_unasked_details(const T& group, std::string_view key) {
  const auto answer = group.ticked.answer();
  if (!answer || *answer == Description<T>::asks_details) return;
  for_each_field<T>([&]<class M>(const Field<T, M>& field) {
    if constexpr (!is_ticked<M>) {
      if (is_empty(group.*field.member)) return;
      const DetailContent content = content_of(group.*field.member, field.text);
      if (content == DetailContent::nothing) return;
      Path path;
      facts_.unasked_details_.push_back({path.into(key).into(field.key), content});
    }
  });
}

template <class T>
DetailContent FormAnalyser::content_of(const T& detail, TextKind kind) {
  DetailContent content = DetailContent::nothing;
  if constexpr (is_list<T>) {
    for (const auto& item : detail) content = std::max(content, content_of(item, kind));
  } else if constexpr (Record<T>) {
    each_text(detail, [&](const Path&, std::string_view text, TextKind its_kind) {
      content = std::max(content, content_of_text(text, its_kind, nullptr));
    });
    if constexpr (std::is_same_v<T, Subcontractor>) {
      if (content == DetailContent::something && is_dataless(detail)) {
        content = DetailContent::denial;
      }
    }
  } else if constexpr (std::is_same_v<T, Country>) {
    content = content_of_text(written(detail), kind, &detail);
  } else {
    content = content_of_text(written(detail), kind, nullptr);
  }
  return content;
}

DetailContent FormAnalyser::content_of_text(std::string_view text, TextKind kind,
                                            const Country* country) {
  const CellReading reading = reader_->read(kind, text);
  const bool nothing = reading.says_nothing() || has(reading.meaning, CellMeaning::prompt);
  if (nothing || is_struck_out(text)) return DetailContent::nothing;
  if (denies(phrases(), reading, searchable(text, scratch_[0]))) return DetailContent::denial;
  if (country == nullptr) return DetailContent::something;
  // A country cell under "Japan only" agrees with it when it names nothing but Japan.
  const bool only_japan = [&] {
    if (country->value) return *country->value == kJapan;
    const LocationReading& location = reader_->read_locations(kind, text);
    return location.named.contains(kJapan) && !location.suggests_abroad();
  }();
  return only_japan ? DetailContent::denial : DetailContent::something;
}

// 清掃のみ: no electronic data is entrusted, which is what row 4 asks about.
bool FormAnalyser::is_dataless(const Subcontractor& subcontractor) {
  const auto says_so = [&](std::string_view text) {
    return phrases().is_dataless_work(searchable(text, scratch_[0]));
  };
  return says_so(subcontractor.work) ||
         (is_blank(subcontractor.work) && says_so(subcontractor.name));
}

void FormAnalyser::analyse_dates() {
  const Date& declared = facts_.declaration_->declared_on;
  const Date& concluded = facts_.declaration_->contract.concluded_on;
  const auto simple = [this](const Date& date) {
    return (date.reading == DateReading::plain || date.reading == DateReading::blank) &&
           (!date.value || *date.value <= facts_.as_of_);
  };
  const bool in_order =
      !concluded.value || (*concluded.value >= facts_.edition_->first_contract_day() &&
                           (!declared.value || *declared.value >= *concluded.value));
  if (!simple(declared) || !simple(concluded) || !in_order) set(FormTrigger::date);
}

void FormAnalyser::analyse_title() {
  const std::string_view title = facts_.declaration_->contract.title;
  if (title == facts_.edition_->file().form.contract_title || is_blank(title)) return;
  const Cell* number = facts_.edition_->cell("declaration.contract.course_number");
  const std::string_view label = number != nullptr ? number->label.ja.view() : std::string_view();
  facts_.title_differs_ = !is_printed_title(phrases(), title, label, scratch_[0]);
  if (facts_.title_differs_) set(FormTrigger::contract_title);
}

void FormAnalyser::analyse_numbers() {
  add_number(std::nullopt, facts_.declaration_->declarant.corporate_number);
  const auto& subcontractors = facts_.declaration_->subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    add_number(i, subcontractors[i].corporate_number);
  }
}

void FormAnalyser::add_number(std::optional<std::size_t> subcontractor, std::string_view text) {
  if (text.empty()) return;
  const auto number = read_corporate_number(text);
  if (!number) {
    const std::string_view searched = searchable(text, scratch_[0]);
    if (classify(phrases(), text, scratch_[1]).says_nothing() ||
        says_no_number(phrases(), text, searched)) {
      return;
    }
  }
  facts_.numbers_.emplace_back(subcontractor, text, number);
  const bool right = number && number->size() == text.size() && check_digit_fits(*number) &&
                     !is_local_government(*number);
  if (!right) set(FormTrigger::number);
}

// Row 1. For all rows, the cells themselves have been read before.
void FormAnalyser::analyse_media() {
  const auto& media = facts_.declaration_->storage_media;
  bool examples = !facts_.media_.empty();
  for (const CellReading& medium : facts_.media_) {
    if (medium.online) set(FormTrigger::online_medium);
    if (medium.hints_abroad) set(FormTrigger::hints_abroad);
    if (medium.ends_with_others) set(FormTrigger::ends_with_others);
    if (medium.no_data) set(FormTrigger::no_data);
    examples = examples && (medium.blank || has(medium.topics, Topic::printed_medium));
  }
  analyse_own_media();
  if (!examples) return;
  std::uint32_t met = 0;
  for (const StorageMedium& medium : media) {
    const auto printed = only_printed_media(phrases(), searchable(medium.name, scratch_[0]));
    if (!printed) return;
    met |= *printed;
  }
  facts_.repeats_printed_media_ = met != 0 && met == (1U << phrases().printed_media_count()) - 1;
  if (facts_.repeats_printed_media_) set(FormTrigger::printed_example);
}

// Of a filer abroad, under "Japan only": a medium of its own is where the filer is, unless the cell
// says that it is in Japan.
void FormAnalyser::analyse_own_media() {
  if (facts_.region_ != StorageRegion::japan_only) return;
  const std::string_view address = facts_.declaration_->declarant.address;
  if (begins_with_prefecture(address)) return;
  const LocationReading& location = reader_->read_locations(kind_of(&Party::address), address);
  if (!location.suggests_abroad() || location.named.contains(kJapan) ||
      location.suggested.contains(kJapan)) {
    return;
  }
  for (std::size_t i = 0; i < facts_.media_.size(); ++i) {
    const CellReading& medium = facts_.media_[i];
    if (medium.says_nothing() || medium.no_data || medium.online) continue;
    const LocationReading& kept = reader_->read_locations(
        kind_of(&StorageMedium::name), facts_.declaration_->storage_media[i].name);
    const bool in_japan = kept.named.contains(kJapan) || kept.suggested.contains(kJapan);
    facts_.own_media_abroad_ = facts_.own_media_abroad_ || !in_japan;
  }
  if (facts_.own_media_abroad_) set(FormTrigger::hints_abroad);
}

// Row 2.
void FormAnalyser::analyse_overseas_countries() {
  const StorageLocation& location = facts_.declaration_->storage_location;
  if (facts_.region_ == StorageRegion::abroad) {
    auto& countries = facts_.overseas_countries_;
    for (std::size_t i = 0; i < location.countries.size(); ++i) {
      const CountryFacts& facts = facts_.country(i);
      if (facts.cell.says_nothing()) continue;
      for (const CountrySet* set : {&facts.location.named, &facts.location.suggested}) {
        countries.insert(countries.end(), set->begin(), set->end());
      }
    }
    std::ranges::sort(countries);
  }
  if (location.overseas_data.empty()) return;
  if (facts_.region_ == StorageRegion::abroad) {
    constexpr TextKind kKind = kind_of(&StorageLocation::overseas_data);
    facts_.outline_ = reader_->read(kKind, location.overseas_data);
    if (facts_.outline_.online) set(FormTrigger::online_medium);
  }
  const std::string_view printed = facts_.edition_->file().lists.printed_overseas_country;
  const bool same_country = std::ranges::any_of(location.countries, [&](const Country& country) {
    return same_name(country.written, printed);
  });
  facts_.repeats_printed_overseas_data_ =
      same_country && is_printed_overseas_data(phrases(), location.overseas_data, scratch_[0]);
  if (facts_.repeats_printed_overseas_data_) set(FormTrigger::printed_example);
}

// Row 3.
void FormAnalyser::analyse_services() {
  const auto& services = facts_.declaration_->online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    ServiceFacts& facts = facts_.services_[i];
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      for (const CountryCode code : facts_.country(i, c).location.named) facts.listed.insert(code);
    }
    analyse_service(services[i], facts);
  }
}

void FormAnalyser::analyse_service(const Service& service, ServiceFacts& facts) {
  const CellReading& location = facts.location;
  constexpr TextKind kKind = kind_of(&Service::data_location);
  facts.location_reading = reader_->read_locations(kKind, service.data_location);
  if (const auto country = country_by_word(service.data_location, facts.location_reading)) {
    facts.location_reading.suggested.insert(*country);
  }
  // A location within Japan matters only if countries are listed, too.
  if (!facts.listed.empty() || facts.location_reading.suggests_abroad()) {
    set(FormTrigger::two_locations);
  }
  if (facts.name.ends_with_others) set(FormTrigger::ends_with_others);
  if (!facts.name.kinds.none()) set(FormTrigger::known_service);
  if (facts.listed.foreign() || facts.location_reading.suggests_abroad() ||
      facts.location_reading.hedged) {
    set(FormTrigger::hints_abroad);
  }
  if (has(facts.name.topics | location.topics, Topic::plan)) set(FormTrigger::plan);
  if (facts_.online_ == Answer::no) return;

  // 日本（詳細は非公開） names a country, which is enough.
  facts.location_undisclosed = has(location.meaning, CellMeaning::undisclosed_location);
  if (has(location.topics, Topic::undisclosed) && facts.listed.empty()) {
    const LocationReading& named = facts.location_reading;
    facts.location_undisclosed =
        facts.location_undisclosed || (named.named.empty() && named.suggested.empty());
  }
  if (facts.location_undisclosed) set(FormTrigger::undisclosed);

  if (!facts.listed.empty()) return;
  const std::string_view text = service.data_location;
  facts.location_unstated = has(location.meaning, CellMeaning::unstated_location) ||
                            names_only_operator(phrases(), searchable(text, scratch_[0]),
                                                {searchable(service.provider, scratch_[1]),
                                                 searchable(service.name, scratch_[2])}) ||
                            names_no_location(location, facts.location_reading, text);
  if (facts.location_unstated) set(FormTrigger::unstated);
}

// Row 4.
void FormAnalyser::analyse_subcontractors() {
  const auto& subcontractors = facts_.declaration_->subcontracting.subcontractors;
  if (!subcontractors.empty()) set(FormTrigger::subcontractor);
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    SubcontractorFacts& facts = facts_.subcontractors_[i];
    facts.ends_with_others =
        phrases().ends_with_others(searchable(subcontractors[i].name, scratch_[0]));
    if (facts.ends_with_others) set(FormTrigger::ends_with_others);
    if (facts.work.hints_abroad) set(FormTrigger::hints_abroad);
    if (facts.work.vague_work) set(FormTrigger::vague_work);
    if (facts.work.online) set(FormTrigger::online_medium);
  }
}

// Cells of rows 1 to 3 that speak of a subcontractor though row 4 says that there is none.
void FormAnalyser::analyse_subcontractor_mentions() {
  if (facts_.subcontracting_ != Answer::no) return;
  const auto add = [&](const Path& path, const CellReading& reading, std::string_view text) {
    if (!has(reading.topics, Topic::subcontractor)) return;
    if (!phrases().mentions_subcontractor(searchable(text, scratch_[0]))) return;
    facts_.subcontractor_mentions_.push_back(path);
    set(FormTrigger::subcontractor_mentioned);
  };
  const Declaration& declaration = *facts_.declaration_;
  for (std::size_t i = 0; i < facts_.media_.size(); ++i) {
    add(at(&Declaration::storage_media, i, &StorageMedium::name), facts_.media_[i],
        declaration.storage_media[i].name);
  }
  add(at(&Declaration::storage_location, &StorageLocation::overseas_data), facts_.outline_,
      declaration.storage_location.overseas_data);
  if (facts_.online_ == Answer::no) return;
  const auto& services = declaration.online_storage.services;
  const auto cell = [](std::size_t i, Str Service::* member) {
    return at(&Declaration::online_storage, &OnlineStorage::services, i, member);
  };
  for (std::size_t i = 0; i < services.size(); ++i) {
    add(cell(i, &Service::name), facts_.services_[i].name, services[i].name);
    add(cell(i, &Service::provider),
        reader_->read(kind_of(&Service::provider), services[i].provider), services[i].provider);
    add(cell(i, &Service::data_location), facts_.services_[i].location, services[i].data_location);
  }
}

// Calls `visit(service)` for each known service that a text names.
template <class Visit>
void FormAnalyser::each_known_service(std::string_view text, Visit&& visit) {
  phrases()
      .inside(Topic::service)
      .each(searchable(text, scratch_[0]), [&](const Lexicon::Match& match) {
        if (match.value < facts_.edition_->file().services.size()) visit(match.value);
      });
}

void FormAnalyser::analyse_services_in_media() {
  if ((facts_.triggers_ & FormTrigger::online_medium) == 0) return;
  const auto& media = facts_.declaration_->storage_media;
  auto& found = facts_.services_in_media_;
  for (std::size_t i = 0; i < media.size(); ++i) {
    if (!facts_.media_[i].online) continue;
    each_known_service(media[i].name, [&](std::uint32_t service) {
      const bool again = std::ranges::any_of(found, [&](const ServiceInMedium& known) {
        return known.medium == i && known.service == service;
      });
      if (!again) found.push_back({i, service});
    });
  }
  facts_.services_listed_.assign(facts_.edition_->file().services.size(), false);
  for (const Service& service : facts_.declaration_->online_storage.services) {
    for (const Str* text : {&service.name, &service.provider}) {
      each_known_service(*text,
                         [&](std::uint32_t listed) { facts_.services_listed_[listed] = true; });
    }
  }
}

void FormAnalyser::analyse_names() {
  if (names_.size() < 2) return;
  set(FormTrigger::names);
  for (const std::string_view name : names_) {
    facts_.party_names_.emplace_back(name, facts_.traits_, name_key_);
  }
}

}  // namespace tokki::inline v0::internal
