// world.hpp: the world's countries, cloud regions and cities by name, ready to be looked for.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "text/lexicon.hpp"
#include "tokki/location.hpp"

namespace tokki::inline v0::internal {

struct World {
  enum class Kind : std::uint8_t {
    country,  // a country by its own name
    within,   // a cloud region or a city, which stands for its country
    abroad,   // 海外, グローバル
    filler,   // データセンター, which may stand right behind a country in katakana
    hedge,    // おそらく, 除く
    open,     // 等, ほか, 予定: a hedge right behind a place
    either,   // 又は
  };
  struct Word {
    Kind kind;
    CountryCode country;
  };

  Lexicon words;    // what may stand in a longer text
  Lexicon foreign;  // those of them that may speak of abroad
  Lexicon japan;    // those of them that may speak of Japan
  Lexicon hedges;   // those of them that may hedge what is said of a place
  Lexicon fillers;  // 及び, の, 等: leaves a statement as certain as it was
  Lexicon codes;    // ISO codes, which count only as a whole cell: IT is a word
  Lexicon turns;    // 語, 人, 製: after a country's name it is no place

  void add(std::string_view name, Kind kind, CountryCode country);

  /// The one country that a whole cell names.
  [[nodiscard]] std::optional<CountryCode> country(std::string_view cell, Traits traits,
                                                   std::string& scratch) const;
  [[nodiscard]] bool turns_into_something_else(std::string_view rest) const;

  static std::uint32_t value(Kind kind, CountryCode country);
  static Word word(std::uint32_t value);
};

/// Built from ICU and data/places.json at first use; read-only after that.
const World& world();

/// Finds the value of what is written in the cell. `scratch` is for folding.
void read_country(Country& cell, std::string& scratch);

}  // namespace tokki::inline v0::internal
