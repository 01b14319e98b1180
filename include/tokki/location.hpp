// location.hpp: countries as people write them, and where a text says that data lies.
//
// Codes are ISO 3166-1 alpha-2; names come from ICU and from data/places.json and
// data/gazetteer.json.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "tokki/export.hpp"
#include "tokki/language.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {

/// An ISO 3166-1 alpha-2 code.
struct CountryCode {
  std::array<char, 2> letters{};
  [[nodiscard]] std::string_view view() const noexcept TOKKI_LIFETIMEBOUND {
    return {letters.data(), 2};
  }
  friend auto operator<=>(const CountryCode&, const CountryCode&) = default;
};
inline constexpr CountryCode kJapan{{'J', 'P'}};

/// A country cell: verbatim text, and the code when the text names exactly one country.
struct TOKKI_EXPORT Country {
  Str written;
  std::optional<CountryCode> value;

  Country() = default;
  explicit Country(Str text);

  friend bool operator==(const Country& a, const Country& b) { return a.written == b.written; }
};

/// Up to 32 countries, each once, in the order in which they were inserted.
class TOKKI_EXPORT CountrySet {
 public:
  /// Without effect when the country is there already, or 32 others are.
  void insert(CountryCode code) noexcept;
  [[nodiscard]] bool contains(CountryCode code) const noexcept;
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] const CountryCode* begin() const noexcept TOKKI_LIFETIMEBOUND {
    return codes_.data();
  }
  [[nodiscard]] const CountryCode* end() const noexcept TOKKI_LIFETIMEBOUND {
    return codes_.data() + size_;
  }
  /// The first country that is not Japan.
  [[nodiscard]] std::optional<CountryCode> foreign() const noexcept;

 private:
  std::array<CountryCode, 32> codes_{};  // more countries than that in one cell are not kept
  std::uint8_t size_ = 0;
};

/// What one text says about where data lies.
struct LocationReading {
  CountrySet named;      ///< countries named in the text
  CountrySet suggested;  ///< countries for which a cloud region, a city or an airport stands
  bool abroad = false;   ///< 海外, 国外, グローバル: abroad, but no country
  /// おそらく, 除く, 限らない; 等, ほか, 予定, ではない right behind a location; or a copy whose
  /// location is 非公開: some of the data may be elsewhere.
  bool hedged = false;
  bool alternatives = false;  ///< 又は, いずれか
  /// The text is nothing but places (countries, cities, regions, codes) and words that do not
  /// change their meaning: no negation, no alternative, no plan. Then the data lies in all the
  /// countries in `named` and `suggested`.
  bool certain = false;

  /// A country abroad that it names or suggests, the first named rather than suggested.
  [[nodiscard]] std::optional<CountryCode> foreign() const noexcept {
    const auto country = named.foreign();
    return country ? country : suggested.foreign();
  }
  [[nodiscard]] bool suggests_abroad() const noexcept { return abroad || foreign().has_value(); }
  [[nodiscard]] bool surely_abroad() const noexcept { return certain && foreign().has_value(); }
};

/// Reads what a text says about where data lies, in one pass. A text with characters that only ICU
/// can fold (Traits::compatibility) must be folded() before.
[[nodiscard]] TOKKI_EXPORT LocationReading read_locations(std::string_view searched);

/// The country's name in that language, from ICU.
[[nodiscard]] TOKKI_EXPORT std::string country_name(CountryCode code, Language language);

}  // namespace tokki::inline v0
