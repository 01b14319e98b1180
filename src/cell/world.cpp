#include "cell/world.hpp"

#include <simdjson.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include "embedded.hpp"
#include "text/characters.hpp"

namespace tokki::inline v0::internal {
namespace {

CountryCode code(std::string_view letters) { return CountryCode{{letters.at(0), letters.at(1)}}; }

using simdjson::dom::element;

std::string_view text(element value) { return value.get_string(); }

void add_all(World& world, element list, World::Kind kind, CountryCode country = {}) {
  for (const element word : list.get_array()) world.add(text(word), kind, country);
}

void add_by_country(World& world, element countries, World::Kind kind) {
  for (const auto& [country, names] : countries.get_object()) {
    add_all(world, names, kind, code(country));
  }
}

void add_iso_names(World& world) {
  for (const char* const* iso = uloc_getISOCountries(); *iso != nullptr; ++iso) {
    for (const Language language : {Language::ja, Language::en}) {
      world.add(country_name(code(*iso), language), World::Kind::country, code(*iso));
    }
  }
}

void add_iso_codes(World& world, element words) {
  Lexicon everyday;
  for (const element word : words.get_array()) everyday.add(text(word), 0);
  for (const char* const* iso = uloc_getISOCountries(); *iso != nullptr; ++iso) {
    const CountryCode country = code(*iso);
    for (const char* letters : {*iso, icu::Locale("", *iso).getISO3Country()}) {
      world.codes.add(letters, World::value(World::Kind::country, country));
      if (!everyday.whole(letters)) world.add(letters, World::Kind::code, country);
    }
  }
}

// 原則として国内, 国内を原則: some of the data may be abroad.
void add_partly_in_japan(World& world, element data) {
  for (const std::string_view japan : {"国内", "日本", "日本国内"}) {
    const auto add = [&](std::string_view before, std::string_view between,
                         std::string_view behind) {
      world.add(std::string(before).append(between).append(behind), World::Kind::abroad, {});
    };
    for (const element part : data["partly_before"].get_array()) {
      for (const std::string_view between : {"", "、"}) add(text(part), between, japan);
    }
    for (const element part : data["partly_behind"].get_array()) add(japan, "", text(part));
  }
}

void add_fillers(World& world, element list) {
  for (const element word : list.get_array()) {
    world.fillers.add(text(word), 0);
    std::size_t at = 0;
    const char32_t first = next_character(text(word), at);
    if (is_katakana(first) || is_latin(first)) world.add(text(word), World::Kind::filler, {});
  }
}

// Throws on malformed data: the files are part of the build, and a test checks them. Of two
// entries of a name the first counts, so our own come first.
void add_names(World& world, element ours, element gazetteer) {
  using Kind = World::Kind;
  for (const element entry : ours["countries"].get_array()) {
    add_all(world, entry["names"], Kind::country, code(text(entry["code"])));
  }
  for (const char* list : {"regions", "cities"}) {
    for (const element entry : ours[list].get_array()) {
      world.add(text(entry["name"]), Kind::within, code(text(entry["country"])));
    }
  }
  constexpr std::pair<const char*, Kind> kWords[] = {
      {"abroad_words", Kind::abroad}, {"hedges", Kind::hedge},  {"open_ends", Kind::open},
      {"alternatives", Kind::either}, {"copies", Kind::copy},   {"undisclosed", Kind::secret},
      {"details", Kind::detail},      {"parties", Kind::party}, {"denials", Kind::denial},
      {"providers", Kind::provider}};
  for (const auto& [list, kind] : kWords) add_all(world, ours[list], kind);
  add_partly_in_japan(world, ours);
  add_all(world, ours["partly_before"], Kind::partly);
  add_fillers(world, ours["certain_filler"]);
  for (const element word : ours["not_followed_by"].get_array()) {
    world.suffixes.add(text(word), 0);
  }
  for (const element word : ours["owners"].get_array()) world.owners.add(text(word), 1);
  for (const element word : ours["no_owners"].get_array()) world.owners.add(text(word), 0);

  add_iso_names(world);
  add_by_country(world, gazetteer["countries"], Kind::country);
  for (const char* list : {"regions", "cities"}) {
    add_by_country(world, gazetteer[list], Kind::within);
  }
  add_iso_codes(world, ours["codes_that_are_words"]);
  for (const auto& [country, names] : ours["short_names"].get_object()) {
    for (const element name : names.get_array()) {
      world.codes.add(text(name), World::value(Kind::country, code(country)));
    }
  }
  add_by_country(world, ours["codes"], Kind::site);
  for (const char* list : {"airports", "cities_alone"}) {
    add_by_country(world, gazetteer[list], Kind::site);
  }
  for (const element state : gazetteer["states"].get_array()) {
    world.states.add(text(state), 0);
    world.add(text(state), Kind::state, {});
  }
}

World build() {
  World world;
  simdjson::dom::parser parser;
  simdjson::dom::parser other;
  const simdjson::padded_string places(embedded::places);
  const simdjson::padded_string gazetteer(embedded::gazetteer);
  add_names(world, parser.parse(places), other.parse(gazetteer));
  return world;
}

}  // namespace

std::uint32_t World::value(Kind kind, CountryCode country) {
  return static_cast<std::uint32_t>(kind) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(country.letters[0])) << 8U |
         static_cast<unsigned char>(country.letters[1]);
}

World::Word World::word(std::uint32_t value) {
  return {static_cast<Kind>(value >> 16U),
          CountryCode{{static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)}}};
}

bool World::may_be_abroad(std::uint32_t value) {
  const Word known = word(value);
  switch (known.kind) {
    case Kind::country:
    case Kind::within:
    case Kind::code:
    case Kind::site: return known.country != kJapan;
    default: return known.kind == Kind::abroad;
  }
}

std::optional<CountryCode> World::country(std::string_view cell, Traits traits,
                                          std::string& scratch) const {
  const std::string_view text = searchable(cell, traits, scratch);
  auto found = words.whole(text);
  if (!found || word(*found).kind != Kind::country) found = codes.whole(text);
  return found ? std::optional(word(*found).country) : std::nullopt;
}

const World& world() {
  static const World instance = build();
  return instance;
}

void read_country(Country& cell, std::string& scratch) {
  const std::string_view text = cell.written;
  cell.value = text.empty() ? std::nullopt : world().country(text, traits_of(text), scratch);
}

void read_country_codes(std::string_view cell, LocationReading& reading) {
  constexpr std::u32string_view kSeparators = U"、,，/／・+＋&＆;； 　\n";
  CountrySet countries;
  std::string scratch;
  for (std::size_t at = 0, begin = 0; at < cell.size();) {
    const std::size_t here = at;
    const bool ends = kSeparators.find(next_character(cell, at)) != std::u32string_view::npos;
    if (!ends && at < cell.size()) continue;
    const std::string_view item = cell.substr(begin, (ends ? here : at) - begin);
    begin = at;
    if (is_blank(item)) continue;
    const auto country = world().country(item, traits_of(item), scratch);
    if (!country) return;
    countries.insert(*country);
  }
  reading.named = countries;
  reading.certain = !countries.empty();
}

}  // namespace tokki::inline v0::internal
