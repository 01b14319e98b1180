#include "ruleset/phrases.hpp"

#include <map>

#include "cell/world.hpp"
#include "text/characters.hpp"
#include "text/folded_characters.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string fold(std::string_view text) {
  std::string key;
  folded(text, key);
  std::erase(key, ' ');
  return key;
}

bool is_separator(char32_t c) {
  return c == U' ' || c == U'\u3000' || c == U':' || c == U'：' || c == U'\n' || c == U'\t';
}

std::string_view without_last_spaces(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = begin_of_character(text, text.size());
    if (!is_blank(text.substr(last))) break;
    text = text.substr(0, last);
  }
  return text;
}

std::string_view without_stop(std::string_view text) {
  for (const std::string_view stop : {"。", "．", "."}) {
    if (text.ends_with(stop)) return text.substr(0, text.size() - stop.size());
  }
  return text;
}

// The bracket that closes what this one, folded, opens; else 0.
char32_t closing(char32_t opening) {
  constexpr std::u32string_view kOpening = U"([<「『【〔〈《";
  constexpr std::u32string_view kClosing = U")]>」』】〕〉》";
  const auto at = kOpening.find(opening);
  return at == std::u32string_view::npos ? 0 : kClosing[at];
}

constexpr bool is_bullet(char32_t c) {
  return std::u32string_view(U"・•●■◆※*").find(c) != std::u32string_view::npos;
}

// A text without the bullet before it, or the brackets around the whole of it, which a stop may
// follow; empty when it has neither.
std::string_view without_marks(std::string_view text) {
  FoldedCharacters characters(text);
  if (!characters.next()) return {};
  const std::size_t begin = characters.end();
  if (is_bullet(characters.character())) return text.substr(begin);
  text = without_stop(without_last_spaces(text));
  const std::size_t end = begin_of_character(text, text.size());
  if (begin > end) return {};
  std::size_t last = end;
  const char32_t wanted = closing(characters.character());
  const bool closed = wanted != 0 && folded_character(next_character(text, last), 0) == wanted;
  return closed ? text.substr(begin, end - begin) : std::string_view();
}

// Characters that may follow ほか at the end of a text: ほか２社。
constexpr std::u32string_view kStops = U" 。.)";
constexpr std::u32string_view kCounters = U"社名者件";
constexpr std::u32string_view kCounts = U"数0123456789";
constexpr bool is_one_of(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

// Anything but spaces, opening brackets and bullets.
bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = folded_character(next_character(text, at), 0);
    if (c != U' ' && closing(c) == 0 && !is_bullet(c)) return true;
  }
  return false;
}

// What separates the entries of a cell, and what joins two words to one entry after another.
constexpr std::u32string_view kBetweenEntries = U"、，,/／;；＋+＆&\n";
constexpr std::u32string_view kJoining = U" 　・とや及並又(（「『";

// A text up to the end of the entry that it begins in. What is in brackets belongs to the entry.
std::string_view rest_of_entry(std::string_view text) {
  int depth = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = folded_character(next_character(text, at), 0);
    if (closing(c) != 0) ++depth;
    if (c == U')' || c == U'」' || c == U'』') --depth;
    if (depth < 0 || (depth == 0 && is_one_of(kBetweenEntries, c))) return text.substr(0, begin);
  }
  return text;
}

// The text without the brackets at its end and what is in them, and what is in them; nothing in
// them when there are none.
struct Bracketed {
  std::string_view before, inside;
};
Bracketed last_bracket(std::string_view text) {
  text = without_stop(without_last_spaces(text));
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    if (!text.ends_with(close)) continue;
    const std::size_t begin = text.rfind(open);
    if (begin == std::string_view::npos) continue;
    const std::size_t from = begin + open.size();
    return {text.substr(0, begin), text.substr(from, text.size() - close.size() - from)};
  }
  return {text, {}};
}

// Whether the text is phrases one after the other, joined by `between` at most, with at least one
// of the value kDecides.
constexpr std::uint32_t kDecides = 1;
bool only_phrases(const Lexicon& phrases, std::u32string_view between, std::string_view searched) {
  bool any = false;
  while (!searched.empty()) {
    if (const auto match = phrases.prefix(searched)) {
      searched.remove_prefix(match->end);
      any = any || match->value == kDecides;
      continue;
    }
    std::size_t next = 0;
    if (!is_one_of(between, next_character(searched, next))) return false;
    searched.remove_prefix(next);
  }
  return any;
}
void add_all(Lexicon& lexicon, const List<Str>& phrases, std::uint32_t value) {
  for (const Str& phrase : phrases) lexicon.add(phrase, value);
}

}  // namespace

Phrases::Phrases(const EditionFile& file) {
  for (std::size_t i = 0; i < file.services.size(); ++i) {
    const auto value = static_cast<std::uint32_t>(i);
    Lexicon& services = inside_[index_of(Topic::service)];
    services.add(file.services[i].name, value);
    for (const Str& alias : file.services[i].aliases) services.add(alias, value);
  }
  std::map<std::string, std::uint32_t> meanings;
  for (const PhraseList& row : kPhraseLists) {
    const List<Str>& phrases = file.lists.*row.list;
    for (std::size_t i = 0; i < phrases.size(); ++i) {
      if (row.whole_cell != CellMeaning::unlisted) {
        meanings[fold(phrases[i])] |= static_cast<std::uint32_t>(row.whole_cell);
      }
      if (row.inside != Topic::nothing) {
        const bool service = row.inside == Topic::service;
        inside_[index_of(row.inside)].add(
            phrases[i], service ? kUnnamedService : static_cast<std::uint32_t>(i));
      }
    }
  }
  for (const auto& [phrase, meaning] : meanings) whole_cells_.add(phrase, meaning);
  for (const Str& mark : file.lists.example_marks) example_marks_.add(mark, 0);
  add_all(vague_work_, file.lists.vague_work, kDecides);
  for (const Str& phrase : file.lists.international_certificates) certificates_.add(phrase, 0);
  for (const Str& phrase : file.lists.service_lookalikes) {
    inside_[index_of(Topic::service)].add(phrase, kNoService);
  }
  add_all(generic_, file.lists.unidentified, kDecides);
  add_all(generic_, file.lists.undisclosed_places, kDecides);
  add_all(generic_, file.lists.oneself, kDecides);
  add_all(generic_, file.lists.generic_words, 0);
  add_all(alternatives_, file.lists.alternatives, 0);
  add_all(legal_forms_, file.lists.bare_legal_forms, 0);
  add_all(devices_, file.lists.devices, 0);
  add_all(course_words_, file.lists.course_words, 0);
  add_all(no_data_, file.lists.no_data, kDecides);
  add_all(no_data_, file.lists.generic_words, 0);
  add_all(dataless_work_, file.lists.dataless_work, kDecides);
  add_all(dataless_work_, file.lists.no_data, 0);
  add_all(dataless_work_, file.lists.generic_words, 0);
  for (const Str& phrase : file.lists.undecided) {
    undecided_.add(phrase, 0);
    last_letters_of_undecided_.add(Lexicon::last_letter(phrase));
  }
  last_letters_of_undecided_.add(U')');
  for (const Str& phrase : file.lists.undisclosed_places) {
    if (undecided_.whole(phrase)) continue;  // 未定: what is both is undecided
    undisclosed_.add(phrase, 0);
    last_letters_of_undisclosed_.add(Lexicon::last_letter(phrase));
  }
  for (const Str& phrase : file.lists.and_others) {
    last_letters_of_others_.add(Lexicon::last_letter(phrase));
  }
  for (const char32_t c : kCounters) last_letters_of_others_.add(c);
  last_letters_of_others_.add(U')');

  const auto join = [this](const Lexicon& lexicon, Topic topic) {
    topics_.join(lexicon, [topic](std::uint32_t) { return static_cast<std::uint32_t>(topic); });
  };
  join(inside(Topic::service), Topic::service);
  for (const PhraseList& row : kPhraseLists) {
    if (row.inside != Topic::nothing && row.inside != Topic::service) {
      join(inside(row.inside), row.inside);
    }
  }
  // All of the world's words: a location abroad may directly follow one of them.
  topics_.join(world().words, [](std::uint32_t value) {
    return World::may_be_abroad(value) ? static_cast<std::uint32_t>(Topic::abroad) : 0U;
  });

  printed_media_count_ = file.lists.printed_media.size();
  printed_overseas_data_ = fold(file.lists.printed_overseas_data);
  contract_title_ = fold(file.form.contract_title);
}

CellMeaning Phrases::classify_cell(std::string_view text, std::string_view searched) const {
  const std::string_view whole = searched;
  const char32_t first_of_whole = Lexicon::first_letter(searched);
  char32_t first = first_of_whole;
  while (true) {
    const CellMeaning meaning = match_cell(text, searched, first);
    if (meaning != CellMeaning::unlisted) return meaning;
    if (closing(first) == 0 && !is_bullet(first)) break;  // nearly always
    text = searched = without_marks(searched);
    first = Lexicon::first_letter(searched);
  }
  return is_partly_undecided(whole, first_of_whole) ? CellMeaning::partly_undecided
                                                    : CellMeaning::unlisted;
}

bool Phrases::is_partly_undecided(std::string_view searched, char32_t first) const {
  if (undecided_.may_begin(first) && begins_with_mark(undecided_, searched)) {
    return !inside(Topic::negation).occurs_in(searched);
  }
  if (!last_letters_of_undecided_.may_have(Lexicon::last_letter(searched))) {
    return false;  // nearly always
  }
  const auto [before, in_brackets] = last_bracket(searched);
  if (!in_brackets.empty()) return has_word(before) && undecided_.whole(in_brackets).has_value();
  const auto begin = begin_of_last(undecided_, before);
  return begin && has_word(before.substr(0, *begin));
}

// Where the longest phrase that the text ends with begins, if it ends with one. 株式会社未定 does
// not: what stands behind the form of a firm is its name.
std::optional<std::size_t> Phrases::begin_of_last(const Lexicon& phrases,
                                                  std::string_view text) const {
  constexpr std::size_t kLongest = 24;  // letters
  std::optional<std::size_t> longest;
  std::size_t begin = text.size();
  for (std::size_t letters = 0; letters < kLongest && begin != 0; ++letters) {
    begin = begin_of_character(text, begin);
    const std::string_view before = text.substr(0, begin);
    std::size_t last = before.empty() ? 0 : begin_of_character(before, before.size());
    std::size_t first = begin;
    const bool within_word =
        !before.empty() && same_word(folded_character(next_character(text, last), 0),
                                     folded_character(next_character(text, first), 0));
    if (within_word || !phrases.whole(text.substr(begin))) continue;
    if (!legal_forms_.whole(before)) longest = begin;
  }
  return longest;
}

CellMeaning Phrases::match_cell(std::string_view text, std::string_view searched,
                                char32_t first) const {
  if (whole_cells_.may_begin(first) &&
      whole_cells_.may_be_whole(first, Lexicon::last_letter(searched))) {
    const std::string_view cell = without_last_spaces(searched);
    auto value = whole_cells_.whole(cell);
    if (!value) value = whole_cells_.whole(without_stop(cell));
    if (value) return static_cast<CellMeaning>(*value);
  }
  const bool example = example_marks_.may_begin(first) &&
                       (begins_with_mark(example_marks_, searched) ||
                        (text.data() != searched.data() && begins_with_mark(example_marks_, text)));
  return example ? CellMeaning::example : CellMeaning::unlisted;
}

// 例 USBメモリ, 【記入例】…: the mark is a word of its own at the start of the cell.
bool Phrases::begins_with_mark(const Lexicon& marks, std::string_view searched) {
  const auto mark = marks.prefix(searched);
  if (!mark || mark->end >= searched.size()) return false;  // 例 alone is a prompt
  std::size_t last = begin_of_character(searched, mark->end);
  constexpr std::u32string_view kClosing = U"】）)］〕＞〉」.";
  if (kClosing.find(next_character(searched, last)) != std::u32string_view::npos) return true;
  return is_separator(next_character(searched, last));
}

bool Phrases::ends_with_others(std::string_view searched) const {
  if (!last_letters_of_others_.may_have(Lexicon::last_letter(searched)))
    return false;  // nearly always
  bool counter = false;
  bool counted = false;
  const char32_t last = last_character(searched, [&](char32_t c) {
    if (counter && is_one_of(kCounts, c)) return !(counted = true);
    if (!counter && is_one_of(kCounters, c)) return !(counter = true);
    return !is_one_of(kStops, c);
  });
  if (counter != counted || !last_letters_of_others_.may_have(last)) return false;
  std::optional<Lexicon::Match> other;
  inside(Topic::others).each(searched, [&](const Lexicon::Match& match) { other = match; });
  const auto is_more = [](char32_t c) {
    return !is_one_of(kStops, c) && !is_one_of(kCounters, c) && !is_one_of(kCounts, c);
  };
  if (!other || last_character(searched.substr(other->end), is_more) != 0) return false;
  const std::string_view before = searched.substr(0, other->begin);
  return !is_blank(before) &&
         !has(classify_cell(before, before), CellMeaning::unidentified);  // 税理士法人ほか
}

bool Phrases::names_certificate(std::string_view searched) const {
  bool named = false;
  certificates_.each(searched, [&](const Lexicon::Match&) { named = true; });
  return named;
}

bool Phrases::only_vague_work(std::string_view searched) const {
  return only_phrases(vague_work_, U" 　\t\r\n、,，。.．・/／()（）のをにとや等び及", searched);
}

bool Phrases::names_nobody(std::string_view searched) const {
  constexpr std::u32string_view kBetween =
      U" 　\t\r\n、,，。.．・/／:：()（）0123456789のとやにをはがもでな及び等";
  if (only_phrases(generic_, kBetween, searched)) return true;
  if (!last_letters_of_undisclosed_.may_have(Lexicon::last_letter(searched))) return false;
  return begin_of_last(undisclosed_, without_stop(searched)) && !legal_forms_.occurs_in(searched);
}

bool Phrases::offers_choice(std::string_view searched) const {
  bool choice = false;
  alternatives_.each(searched, [&](const Lexicon::Match& match) {
    const std::string_view before = searched.substr(0, match.begin);
    choice = choice || (!is_blank(before) && !legal_forms_.whole(before));  // 株式会社OR
  });
  return choice;
}

bool Phrases::only_no_data(std::string_view searched) const {
  constexpr std::u32string_view kBetween = U" 　\t\r\n、,，。.．・/／:：()（）のをにでとやはもが";
  if (only_phrases(no_data_, kBetween, searched)) return true;
  const auto [before, inside_brackets] = last_bracket(searched);
  return !devices_.occurs_in(inside_brackets) && only_phrases(no_data_, kBetween, before);
}

bool Phrases::is_dataless_work(std::string_view searched) const {
  constexpr std::u32string_view kBetween = U" 　\t\r\n、,，。.．・/／()（）のをにとやはが等及びで";
  if (only_phrases(dataless_work_, kBetween, searched)) return true;
  const auto [before, inside_brackets] = last_bracket(searched);
  return inside(Topic::negation).occurs_in(inside_brackets) &&
         only_phrases(dataless_work_, kBetween, before);
}

bool Phrases::describes_device(std::string_view behind) const {
  std::size_t first = 0;
  behind = rest_of_entry(behind);
  if (behind.empty() || is_one_of(kJoining, folded_character(next_character(behind, first), 0))) {
    return false;
  }
  const std::string_view entry = last_bracket(behind).before;
  std::size_t begin = 0;
  std::size_t end = 0;
  devices_.each(entry, [&](const Lexicon::Match& match) {
    begin = match.begin;
    end = match.end;
  });
  return begin != 0 && end == entry.size();
}

bool Phrases::describes_course(std::string_view behind) const {
  std::size_t end = 0;
  while (end < behind.size()) {  // up to the first particle, space or mark
    std::size_t next = end;
    const char32_t c = next_character(behind, next);
    if (c < 0x80 ? !is_latin(c) : (c >= U'ぁ' && c <= U'ん') || c == U'\u3000') break;
    end = next;
  }
  return course_words_.occurs_in(behind.substr(0, end));
}

bool Phrases::is_on_own_server(std::string_view searched, const Lexicon::Match& match) const {
  bool own = false;
  std::size_t begin = 0;
  while (begin <= match.begin) {
    const std::string_view entry = rest_of_entry(searched.substr(begin));
    const std::size_t end = begin + entry.size();
    own = match.begin < end && inside(Topic::own_server).occurs_in(entry);
    if (match.begin < end || end == searched.size()) break;
    begin = end;
    (void)next_character(searched, begin);  // what separates the entries
  }
  return own;
}

bool Phrases::mentions_subcontractor(std::string_view searched) const {
  bool mentioned = false;
  inside(Topic::subcontractor).each(searched, [&](const Lexicon::Match& match) {
    const std::string_view said = rest_of_entry(searched.substr(match.end));
    mentioned = mentioned || !inside(Topic::negation).occurs_in(said);
  });
  return mentioned;
}

Topic Phrases::topics_of(std::string_view searched) const {
  std::uint32_t found = topics_.bits_in(searched);
  for (const PhraseList& row : kPhraseLists) {
    const auto bit = static_cast<std::uint32_t>(row.inside);
    if ((found & bit) == 0 || row.inside == Topic::service) continue;
    if (!inside(row.inside).occurs_in(searched)) found &= ~bit;
  }
  return static_cast<Topic>(found);
}

}  // namespace tokki::inline v0::internal
