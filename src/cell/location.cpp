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

namespace {

// Reads one text, word by word.
class LocationReader {
 public:
  explicit LocationReader(std::string_view text) : text_(text) {}

  LocationReading read() {
    known_.words.each(text_, [&](const Lexicon::Match& match) { meet(match); });
    add_gap(text_.size());
    reading_.hedged = hedged_ && location_end_ != 0;
    const bool only_places = !uncertain_ && location_end_ != 0 && only_fillers();
    if (only_places) add_codes();
    reading_.certain = only_places && !qualified_ && !vague_ &&
                       !(reading_.named.empty() && reading_.suggested.empty());
    return reading_;
  }

 private:
  using Kind = World::Kind;

  void meet(const Lexicon::Match& match) {
    const World::Word word = World::word(match.value);
    switch (word.kind) {
      case Kind::filler: return;
      case Kind::provider: provider_ = match; return;
      case Kind::either: reading_.alternatives = true; return qualify(match);
      case Kind::hedge: hedged_ = true; return qualify(match);
      case Kind::partly: partly_end_ = match.end; return;
      case Kind::copy: copy_ = true; return;
      case Kind::detail: copy_ = false; return;
      case Kind::secret: hedged_ = hedged_ || copy_; return;
      case Kind::party: party_end_ = match.end; return;
      case Kind::open: hedged_ = hedged_ || copy_ || is_open_end(match.begin); return;
      case Kind::denial: hedged_ = hedged_ || denies_location(match.begin); return;
      default: meet_location(match, word);
    }
  }

  void meet_location(const Lexicon::Match& match, const World::Word& word) {
    const std::string_view matched = text_.substr(match.begin, match.end - match.begin);
    if (country_end_ != 0 && country_end_ == match.begin && matched == "国内") return;
    const bool code =
        word.kind == Kind::code || word.kind == Kind::site || word.kind == Kind::state;
    if (!code && (known_.suffixes.prefix(text_.substr(match.end)) || is_lower_case_word(matched))) {
      uncertain_ = true;
      return;
    }
    if (!code && (is_of_party(match.begin) || belongs_to_another(match.end))) {
      uncertain_ = true;
      // A firm abroad may keep the data there; one in Japan proves nothing.
      if (word.country != kJapan && word.kind != Kind::abroad)
        reading_.suggested.insert(word.country);
      return;
    }
    qualify_by_words_before(match.begin, word);
    add_gap(begin_with_provider(match.begin));
    gap_begin_ = match.end;
    if (code && code_count_ < codes_.size()) codes_[code_count_++] = {matched, word};
    country_end_ = word.kind == Kind::country ? match.end : 0;
    location_end_ = match.end;
    vague_ = vague_ || word.kind == Kind::abroad;
    copy_ = false;
    switch (word.kind) {
      case Kind::country: reading_.named.insert(word.country); break;
      case Kind::within: reading_.suggested.insert(word.country); break;
      case Kind::abroad: reading_.abroad = true; break;
      default: break;  // codes count when the whole text is known
    }
  }

  // 又は, おそらく: codes beside it are read, but nothing is certain.
  void qualify(const Lexicon::Match& match) {
    add_gap(match.begin);
    gap_begin_ = match.end;
    qualified_ = true;
  }

  // 米国か英国, 主に米国; and 海外（米国）, where the country says what is meant.
  void qualify_by_words_before(std::size_t begin, const World::Word& word) {
    const std::string_view between = text_.substr(location_end_, begin - location_end_);
    if (location_end_ != 0 && between == "か") reading_.alternatives = qualified_ = true;
    // 日本（主に東京） stays within the country.
    const bool partly = partly_end_ == begin && begin != 0;
    if (partly && (word.kind == Kind::country || location_end_ == 0)) hedged_ = qualified_ = true;
    const bool in_brackets = between == "(" || between == "（" || between == ":" || between == "：";
    if (in_brackets && word.country != kJapan) vague_ = false;
  }

  // 国内ベンダー, 日本の会社, 米国Google社: whose it is, not where.
  [[nodiscard]] bool belongs_to_another(std::size_t end) const {
    std::string_view rest = text_.substr(end);
    constexpr std::string_view kOf = "の";
    if (rest.starts_with(kOf)) rest.remove_prefix(kOf.size());
    // 国内老舗ベンダー, 米国Google社; but 東京本社 is a place.
    constexpr int kFurthest = 24;
    char32_t before = 0;
    for (int i = 0; i < kFurthest && !rest.empty(); ++i) {
      std::size_t size = 0;
      const char32_t c = folded_character(next_character(rest, size), U'ア');
      const bool kanji = c >= 0x4E00 && c <= 0x9FFF;
      const bool name = is_katakana(c) || is_latin(c) || c == U' ' || c == U'.';
      if (is_owner(rest) && (!same_word(before, c)) && (i == 0 || c != U'社' || before < 0x4E00)) {
        return true;
      }
      if (!kanji && !name) return false;
      before = c;
      rest.remove_prefix(size);
    }
    return false;
  }
  // 本社は東京, ベンダー：日本.
  [[nodiscard]] bool is_of_party(std::size_t begin) const {
    if (party_end_ == 0) return false;
    const std::string_view between = text_.substr(party_end_, begin - party_end_);
    return between == "は" || between == "が" || between == "：" || between == ":" ||
           between == "は、" || between == ": ";
  }
  [[nodiscard]] bool is_owner(std::string_view rest) const {
    const auto found = known_.owners.prefix(rest);
    return found && found->value != 0;
  }

  // AWS 東京リージョン: the operator right before a location.
  [[nodiscard]] std::size_t begin_with_provider(std::size_t begin) const {
    if (!provider_ || provider_->end > begin) return begin;
    const std::string_view between = text_.substr(provider_->end, begin - provider_->end);
    return between.empty() || between == "の" || is_blank(between) ? provider_->begin : begin;
  }

  // 国内（東京ほか） stays within the country; 日本（東京）ほか does not.
  [[nodiscard]] bool is_open_end(std::size_t begin) const {
    if (location_end_ == 0) return false;
    const std::string_view between = text_.substr(location_end_, begin - location_end_);
    const bool of_city = country_end_ == 0 && !reading_.named.empty();
    return only_punctuation(between) &&
           (!of_city || between.find_first_of(")]") != std::string_view::npos ||
            between.find("）") != std::string_view::npos);
  }

  // 国内ではない, 国内には保存しない; but not 国内（クラウドではない）.
  [[nodiscard]] bool denies_location(std::size_t begin) const {
    if (location_end_ == 0 || copy_) return false;
    const std::string_view between = text_.substr(location_end_, begin - location_end_);
    for (std::size_t at = 0; at < between.size();) {
      const char32_t c = next_character(between, at);
      if (c != U' ' && is_punctuation(c)) return false;
    }
    return only_filler(between);
  }

  void add_gap(std::size_t end) {
    if (gap_count_ < gaps_.size()) {
      gaps_[gap_count_++] = text_.substr(gap_begin_, std::max(end, gap_begin_) - gap_begin_);
    } else {
      uncertain_ = true;
    }
  }
  [[nodiscard]] bool only_fillers() const {
    return std::all_of(gaps_.begin(), gaps_.begin() + gap_count_, only_filler);
  }

  // DE, HND: in a text that is nothing but places. VA beside Ashburn is a state.
  void add_codes() {
    constexpr CountryCode kUs{{'U', 'S'}};
    const bool in_us = reading_.named.contains(kUs) || reading_.suggested.contains(kUs);
    for (std::size_t i = 0; i < code_count_; ++i) {
      const auto& [letters, word] = codes_[i];
      if (in_us && known_.states.whole(letters)) continue;
      if (word.kind == Kind::code) reading_.named.insert(word.country);
      if (word.kind == Kind::site) reading_.suggested.insert(word.country);
    }
  }

  struct Code {
    std::string_view letters;
    World::Word word;
  };

  std::string_view text_;
  const World& known_ = world();
  LocationReading reading_;
  bool uncertain_ = false;  // a match that is no location: 中国語, 米国製; or too many
  bool hedged_ = false;
  bool qualified_ = false;
  bool vague_ = false;            // 海外, and not which country
  bool copy_ = false;             // a copy was mentioned, and no location since
  std::size_t location_end_ = 0;  // end of the last location, for 日本ほか
  std::size_t country_end_ = 0;   // end of the last country, for 米国国内
  std::size_t partly_end_ = 0;    // end of the last 主に
  std::size_t party_end_ = 0;     // end of the last 本社
  std::size_t gap_begin_ = 0;
  std::optional<Lexicon::Match> provider_;  // the last one
  std::array<std::string_view, 32> gaps_;   // the text between locations
  std::size_t gap_count_ = 0;
  std::array<Code, 32> codes_;
  std::size_t code_count_ = 0;
};

}  // namespace

LocationReading read_locations(std::string_view searched) {
  return LocationReader(searched).read();
}

std::string country_name(CountryCode code, Language language) {
  const icu::Locale country("", std::string(code.view()).c_str());
  icu::UnicodeString name;
  country.getDisplayCountry(
      language == Language::ja ? icu::Locale::getJapanese() : icu::Locale::getEnglish(), name);
  return utf8(name);
}

}  // namespace tokki::inline v0
