#include "tokki/place.hpp"

#include <algorithm>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include "place/world.hpp"
#include "text/folded_characters.hpp"

namespace tokki {
namespace {

std::string utf8(const icu::UnicodeString& text) {
  std::string out;
  text.toUTF8String(out);
  return out;
}

// US and UK are words in capitals only: "us" is a pronoun.
bool is_lower_case_word(std::string_view word) {
  return word.size() == 2 && word[0] >= 'a' && word[0] <= 'z';
}

bool is_punctuation(char32_t c) {
  c = folded_character(c, 0);
  return (c < 0x80 && !is_latin(c)) || (c >= U'、' && c <= U'】') || c == U'・';
}

}  // namespace

Country::Country(Str text) : written(std::move(text)) {
  std::string scratch;
  value = world().country(written, traits_of(written), scratch);
}

void CountrySet::insert(CountryCode code) noexcept {
  if (size_ < codes_.size() && !contains(code)) codes_[size_++] = code;
}

bool CountrySet::contains(CountryCode code) const noexcept {
  return std::find(begin(), end(), code) != end();
}

std::optional<CountryCode> CountrySet::foreign() const noexcept {
  const auto* found = std::find_if(begin(), end(), [](CountryCode c) { return c != kJapan; });
  return found == end() ? std::nullopt : std::optional(*found);
}

PlaceReading read_places(std::string_view text, Traits traits, std::string& scratch) {
  PlaceReading reading;
  const World& known = world();
  const std::string_view key = searchable(text, traits, scratch);
  bool only_places = true;
  std::size_t last_country_end = std::string_view::npos;
  std::size_t covered = 0;  // bytes up to here are accounted for
  const auto skip_punctuation = [&](std::size_t until) {
    while (covered < until) {
      if (!is_punctuation(next_character(key, covered))) only_places = false;
    }
  };
  known.words.each(key, [&](const Lexicon::Match& match) {
    skip_punctuation(match.begin);
    covered = match.end;
    const World::Word word = World::word(match.value);
    if (word.kind == World::Kind::filler) return;
    // 米国国内: within the country just named
    const bool within = match.begin == last_country_end && word.country == kJapan;
    last_country_end = word.kind == World::Kind::country ? match.end : std::string_view::npos;
    if (within && key.substr(match.begin, match.end - match.begin) == "国内") return;
    if (known.turns_into_something_else(key.substr(match.end)) ||
        is_lower_case_word(key.substr(match.begin, match.end - match.begin))) {
      only_places = false;  // 中国語, 米国製
      return;
    }
    switch (word.kind) {
      case World::Kind::country: reading.named.insert(word.country); break;
      case World::Kind::within: reading.suggested.insert(word.country); break;
      default: reading.abroad = true; only_places = false;
    }
  });
  skip_punctuation(key.size());
  reading.certain = only_places && !reading.named.empty();
  return reading;
}

std::string country_name(CountryCode code, std::string_view language) {
  const icu::Locale country("", std::string(code.view()).c_str());
  icu::UnicodeString name;
  country.getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  return utf8(name);
}

}  // namespace tokki
