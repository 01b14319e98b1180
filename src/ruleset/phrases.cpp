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

// One of 64 bits for each character.
constexpr std::uint64_t bit_of(char32_t c) { return std::uint64_t{1} << (c * 0x9E3779B1U >> 26U); }

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
  for (const Str& phrase : file.lists.vague_work) vague_work_.add(phrase, 0);
  for (const Str& phrase : file.lists.international_certificates) certificates_.add(phrase, 0);
  for (const Str& phrase : file.lists.and_others) {
    last_letters_of_others_ |= bit_of(Lexicon::last_letter(phrase));
  }
  for (const char32_t c : kCounters) last_letters_of_others_ |= bit_of(c);
  last_letters_of_others_ |= bit_of(U')');

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
  while (true) {
    const char32_t first = Lexicon::first_letter(searched);
    const CellMeaning meaning = match_cell(text, searched, first);
    if (meaning != CellMeaning::unlisted) return meaning;
    if (closing(first) == 0 && !is_bullet(first)) return CellMeaning::unlisted;  // nearly always
    text = searched = without_marks(searched);
  }
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
                       (begins_with_example_mark(searched) ||
                        (text.data() != searched.data() && begins_with_example_mark(text)));
  return example ? CellMeaning::example : CellMeaning::unlisted;
}

// 例 USBメモリ, 【記入例】…: the mark is a word of its own at the start of the cell.
bool Phrases::begins_with_example_mark(std::string_view searched) const {
  const auto mark = example_marks_.prefix(searched);
  if (!mark || mark->end >= searched.size()) return false;  // 例 alone is a prompt
  std::size_t last = begin_of_character(searched, mark->end);
  constexpr std::u32string_view kClosing = U"】）)］〕＞〉」.";
  if (kClosing.find(next_character(searched, last)) != std::u32string_view::npos) return true;
  return is_separator(next_character(searched, last));
}

bool Phrases::ends_with_others(std::string_view searched) const {
  if ((last_letters_of_others_ & bit_of(Lexicon::last_letter(searched))) == 0)
    return false;  // nearly always
  bool counter = false;
  bool counted = false;
  const char32_t last = last_character(searched, [&](char32_t c) {
    if (counter && is_one_of(kCounts, c)) return !(counted = true);
    if (!counter && is_one_of(kCounters, c)) return !(counter = true);
    return !is_one_of(kStops, c);
  });
  if (counter != counted || (last_letters_of_others_ & bit_of(last)) == 0) return false;
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
  constexpr std::u32string_view kBetween = U" 　\t\r\n、,，。.．・/／()（）のをにとや等び及";
  bool any = false;
  while (!searched.empty()) {
    if (const auto match = vague_work_.prefix(searched)) {
      searched.remove_prefix(match->end);
      any = true;
      continue;
    }
    std::size_t next = 0;
    if (kBetween.find(next_character(searched, next)) == std::u32string_view::npos) return false;
    searched.remove_prefix(next);
  }
  return any;
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
