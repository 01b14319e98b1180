// world.hpp: the world's countries, cloud regions and cities by name, as lexicons.
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
    filler,   // データセンター, which may directly follow a country in katakana
    hedge,    // おそらく, 除く
    open,     // 等, ほか, 予定: a hedge when it directly follows a location
    either,   // 又は
  };
  struct Word {
    Kind kind;
    CountryCode country;
  };

  Lexicon words;     // all names and words, for searching texts
  Lexicon foreign;   // those of them that may mean abroad
  Lexicon japan;     // those of them that may mean Japan
  Lexicon hedges;    // those of them that may hedge a location
  Lexicon fillers;   // 及び, の, 等: words that do not make a statement less certain
  Lexicon codes;     // ISO codes, which count only as a whole cell: IT is a word
  Lexicon suffixes;  // 語, 人, 製: a country's name before one of these is no location

  void add(std::string_view name, Kind kind, CountryCode country);

  /// The one country that a whole cell names.
  [[nodiscard]] std::optional<CountryCode> country(std::string_view cell, Traits traits,
                                                   std::string& scratch) const;
  [[nodiscard]] bool starts_with_suffix(std::string_view rest) const;

  static std::uint32_t value(Kind kind, CountryCode country);
  static Word word(std::uint32_t value);
};

/// Built from ICU and data/places.json at first use; read-only after that.
const World& world();

/// Sets the code of the country that the cell names, if it names just one. `scratch` is for
/// folding.
void read_country(Country& cell, std::string& scratch);

}  // namespace tokki::inline v0::internal
