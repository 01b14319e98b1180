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
    country,   // a country by its own name
    within,    // a cloud region or a city, which stands for its country
    code,      // DE, DEU: a country, where the text is nothing but places
    site,      // HND, an airport, as providers name their sites; 南京, which may be a part of a
               // word (南京錠): likewise
    state,     // VA: a state of the US, beside a place there
    abroad,    // 海外, グローバル
    provider,  // AWS, which may stand before a location
    filler,    // データセンター, which may directly follow a country in katakana
    hedge,     // おそらく, 除く
    partly,    // 主に, のみ: a hedge right before a country
    open,      // 等, ほか, 予定: a hedge when it directly follows a location
    copy,      // バックアップ先: when it is 非公開, some of the data may be elsewhere
    secret,    // 非公開
    detail,    // 住所: when it is 非公開, the country is known all the same
    party,     // 本社, ベンダー: 本社は東京 does not say where data is
    denial,    // ない: a hedge when only fillers stand between it and a location
    either,    // 又は
  };
  struct Word {
    Kind kind;
    CountryCode country;
  };

  Lexicon words;     // all names and words, for searching texts
  Lexicon fillers;   // 及び, の, 等: words that do not make a statement less certain
  Lexicon codes;     // ISO codes, which count only as a whole cell: IT is a word; likewise 米
  Lexicon suffixes;  // 語, 人, 製: a country's name before one of these is no location
  Lexicon states;    // of the US: CA is one beside a place there
  Lexicon owners;    // ベンダー, 法人: nor is it before these, at a distance; value 1

  void add(std::string_view name, Kind kind, CountryCode country) {
    words.add(name, value(kind, country));
  }

  /// The one country that a whole cell names, by a code too.
  [[nodiscard]] std::optional<CountryCode> country(std::string_view cell, Traits traits,
                                                   std::string& scratch) const;

  static std::uint32_t value(Kind kind, CountryCode country);
  static Word word(std::uint32_t value);
  /// Whether a text with this word may mean abroad.
  static bool may_be_abroad(std::uint32_t value);
};

/// Built from ICU, data/places.json and data/gazetteer.json at first use; read-only after that.
const World& world();

/// Sets the code of the country that the cell names, if it names just one. `scratch` is for
/// folding.
void read_country(Country& cell, std::string& scratch);

/// MY, ID: a country cell that is a list of codes, words among them, is certain.
void read_country_codes(std::string_view cell, LocationReading& reading);

}  // namespace tokki::inline v0::internal
