#include "tokki/location.hpp"

#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <algorithm>

#include "cell/world.hpp"
#include "text/folded_characters.hpp"

namespace tokki::inline v0 {
using namespace internal;
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
  return (c < 0x80 && !is_latin(c) && c != U'?') || (c >= U'、' && c <= U'】') || c == U'・';
}

bool only_punctuation(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_punctuation(next_character(text, at))) return false;
  }
  return true;
}

// True when the text is only punctuation and words that do not change its meaning.
bool only_filler(std::string_view text) {
  std::size_t covered = 0;
  bool only = true;
  const auto skip_punctuation = [&](std::size_t until) {
    while (covered < until) only = is_punctuation(next_character(text, covered)) && only;
  };
  world().fillers.each(text, [&](const Lexicon::Match& match) {
    skip_punctuation(match.begin);
    covered = match.end;
  });
  skip_punctuation(text.size());
  return only;
}

}  // namespace

Country::Country(Str text) : written(std::move(text)) {
  std::string scratch;
  read_country(*this, scratch);
}

void CountrySet::insert(CountryCode code) noexcept {
  if (size_ < codes_.size() && !contains(code)) codes_[size_++] = code;
}

bool CountrySet::contains(CountryCode code) const noexcept {
  return std::ranges::find(*this, code) != end();
}

std::optional<CountryCode> CountrySet::foreign() const noexcept {
  const auto* found = std::ranges::find_if(*this, [](CountryCode c) { return c != kJapan; });
  return found == end() ? std::nullopt : std::optional(*found);
}

LocationReading read_locations(std::string_view searched) {
  LocationReading reading;
  const World& known = world();
  bool uncertain = false;  // a match that is no location: 中国語, 米国製
  bool hedged = false;
  std::size_t location_end = 0;      // end of the last location, for 日本ほか
  std::size_t country_end = 0;       // end of the last country, for 米国国内
  std::array<std::size_t, 32> gaps;  // where the text between locations begins and ends
  gaps[0] = 0;
  std::size_t gap_count = 1;
  // 国内（東京ほか） stays within the country; 日本（東京）ほか does not.
  const auto is_open_ended = [&](std::size_t begin, std::size_t end) {
    const std::string_view between = searched.substr(begin, end - begin);
    const bool of_city = country_end == 0 && !reading.named.empty();
    return only_punctuation(between) &&
           (!of_city || between.find_first_of(")]") != std::string_view::npos ||
            between.find("）") != std::string_view::npos);
  };
  known.words.each(searched, [&](const Lexicon::Match& match) {
    const World::Word word = World::word(match.value);
    switch (word.kind) {
      case World::Kind::filler: return;
      case World::Kind::either: reading.alternatives = true; return;
      case World::Kind::hedge: hedged = true; return;
      case World::Kind::open:
        hedged = hedged || (location_end != 0 && is_open_ended(location_end, match.begin));
        return;
      default: break;
    }
    const std::string_view matched = searched.substr(match.begin, match.end - match.begin);
    if (country_end != 0 && country_end == match.begin && matched == "国内") return;
    if (known.starts_with_suffix(searched.substr(match.end)) || is_lower_case_word(matched)) {
      uncertain = true;
      return;
    }
    if (gap_count + 2 < gaps.size()) {
      gaps[gap_count++] = match.begin;
      gaps[gap_count++] = match.end;
    } else {
      uncertain = true;  // more than `gaps` can hold
    }
    country_end = word.kind == World::Kind::country ? match.end : 0;
    location_end = match.end;
    switch (word.kind) {
      case World::Kind::country: reading.named.insert(word.country); break;
      case World::Kind::within: reading.suggested.insert(word.country); break;
      default: reading.abroad = true;
    }
  });
  gaps[gap_count++] = searched.size();
  reading.hedged = hedged && location_end != 0;
  reading.certain = !uncertain && !reading.abroad && !reading.named.empty();
  for (std::size_t i = 0; reading.certain && i < gap_count; i += 2) {
    reading.certain = only_filler(searched.substr(gaps[i], gaps[i + 1] - gaps[i]));
  }
  return reading;
}

std::string country_name(CountryCode code, Language language) {
  const icu::Locale country("", std::string(code.view()).c_str());
  icu::UnicodeString name;
  country.getDisplayCountry(
      language == Language::ja ? icu::Locale::getJapanese() : icu::Locale::getEnglish(), name);
  return utf8(name);
}

}  // namespace tokki::inline v0
