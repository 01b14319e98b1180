#include "cell/world.hpp"

#include <simdjson.h>
#include <unicode/locid.h>
#include <unicode/uloc.h>

#include "embedded.hpp"

namespace tokki::inline v0::internal {
namespace {

CountryCode code(std::string_view letters) { return CountryCode{{letters.at(0), letters.at(1)}}; }

void add_iso_countries(World& world) {
  for (const char* const* iso = uloc_getISOCountries(); *iso != nullptr; ++iso) {
    const CountryCode country = code(*iso);
    const std::uint32_t named = World::value(World::Kind::country, country);
    for (const Language language : {Language::ja, Language::en}) {
      world.add(country_name(country, language), World::Kind::country, country);
    }
    world.codes.add(*iso, named);
    world.codes.add(icu::Locale("", *iso).getISO3Country(), named);
  }
}

// Throws on malformed data: the file is part of the build, and a test checks it.
void add_names(World& world, const simdjson::dom::element& data) {
  using simdjson::dom::element;
  const auto text = [](element value) { return std::string_view(value.get_string()); };
  for (const element entry : data["countries"].get_array()) {
    const CountryCode country = code(text(entry["code"]));
    for (const element name : entry["names"].get_array()) {
      world.add(text(name), World::Kind::country, country);
    }
  }
  for (const char* list : {"regions", "cities"}) {
    for (const element entry : data[list].get_array()) {
      world.add(text(entry["name"]), World::Kind::within, code(text(entry["country"])));
    }
  }
  for (const auto& [list, kind] : {std::pair("abroad_words", World::Kind::abroad),
                                   {"hedges", World::Kind::hedge},
                                   {"open_ends", World::Kind::open},
                                   {"alternatives", World::Kind::either}}) {
    for (const element word : data[list].get_array()) world.add(text(word), kind, {});
  }
  for (const element word : data["certain_filler"].get_array()) {
    world.fillers.add(text(word), 0);
    std::size_t at = 0;
    const char32_t first = next_character(text(word), at);
    if (is_katakana(first) || is_latin(first)) {
      world.words.add(text(word), World::value(World::Kind::filler, {}));
    }
  }
  for (const element word : data["not_followed_by"].get_array()) {
    world.suffixes.add(text(word), 0);
  }
}

World build() {
  World world;
  simdjson::dom::parser parser;
  const simdjson::padded_string data(embedded::places);
  add_names(world, parser.parse(data));  // first, so that our own entries win over ICU's
  add_iso_countries(world);
  return world;
}

}  // namespace

void World::add(std::string_view name, Kind kind, CountryCode country) {
  words.add(name, value(kind, country));
  if (kind == Kind::hedge || kind == Kind::open) {
    hedges.add(name, 0);
  } else if (kind != Kind::either) {
    (country == kJapan ? japan : foreign).add(name, 0);
  }
}

std::uint32_t World::value(Kind kind, CountryCode country) {
  return static_cast<std::uint32_t>(kind) << 16U |
         static_cast<std::uint32_t>(static_cast<unsigned char>(country.letters[0])) << 8U |
         static_cast<unsigned char>(country.letters[1]);
}

World::Word World::word(std::uint32_t value) {
  return {static_cast<Kind>(value >> 16U),
          CountryCode{{static_cast<char>(value >> 8U & 0xFFU), static_cast<char>(value & 0xFFU)}}};
}

std::optional<CountryCode> World::country(std::string_view cell, Traits traits,
                                          std::string& scratch) const {
  const std::string_view text = searchable(cell, traits, scratch);
  auto found = words.whole(text);
  if (!found || word(*found).kind != Kind::country) found = codes.whole(text);
  return found ? std::optional(word(*found).country) : std::nullopt;
}

bool World::starts_with_suffix(std::string_view rest) const {
  return suffixes.prefix(rest).has_value();
}

const World& world() {
  static const World instance = build();
  return instance;
}

void read_country(Country& cell, std::string& scratch) {
  const std::string_view text = cell.written;
  cell.value = text.empty() ? std::nullopt : world().country(text, traits_of(text), scratch);
}

}  // namespace tokki::inline v0::internal
