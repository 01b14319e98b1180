#include "ruleset/phrases.hpp"

#include <map>

#include "cell/world.hpp"
#include "text/characters.hpp"
#include "text/folded_characters.hpp"
#include "tokki/text.hpp"

namespace tokki {
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
std::string_view unadorned(std::string_view text) {
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

// What may stand behind ほか, from the end: ほか２社。
constexpr std::u32string_view kStops = U" 。.)";
constexpr std::u32string_view kCounters = U"社名者件";
constexpr std::u32string_view kCounts = U"数0123456789";
constexpr bool is_one_of(std::u32string_view characters, char32_t c) {
  return characters.find(c) != std::u32string_view::npos;
}

// One of 64 for each character.
constexpr std::uint64_t bit_of(char32_t c) { return std::uint64_t{1} << (c * 0x9E3779B1U >> 26U); }

void add_all(Lexicon& lexicon, const List<Str>& phrases, std::uint32_t value = 0) {
  for (const Str& phrase : phrases) lexicon.add(phrase, value);
}

}  // namespace

Phrases::Phrases(const EditionFile& file) {
  const Lists& lists = file.lists;
  std::map<std::string, std::uint32_t> said;
  const auto say = [&said](const List<Str>& phrases, Saying saying) {
    for (const Str& phrase : phrases) said[fold(phrase)] |= static_cast<std::uint32_t>(saying);
  };
  say(lists.none, Saying::none);
  say(lists.undisclosed_places, Saying::undisclosed_place);
  say(lists.unstated_places, Saying::unstated_place);
  say(lists.undecided, Saying::undecided);
  say(lists.elsewhere, Saying::elsewhere);
  say(lists.vague_work, Saying::vague_work);
  say(lists.unidentified, Saying::unidentified);
  say(lists.oneself, Saying::oneself);
  say(lists.prompts, Saying::prompt);
  for (const auto& [phrase, value] : said) sayings.add(phrase, value);

  add_all(example_marks, lists.example_marks);
  add_all(planned, lists.planned_use);
  add_all(negations, lists.negations);
  add_all(undisclosed, lists.undisclosed_places);
  add_all(and_others, lists.and_others);
  for (const Str& phrase : lists.and_others) open_ends |= bit_of(Lexicon::last_letter(phrase));
  for (const char32_t c : kCounters) open_ends |= bit_of(c);
  open_ends |= bit_of(U')');
  add_all(vague_work, lists.vague_work);
  for (std::size_t i = 0; i < file.services.size(); ++i) {
    services.add(file.services[i].name, static_cast<std::uint32_t>(i));
    add_all(services, file.services[i].aliases, static_cast<std::uint32_t>(i));
  }
  add_all(services, lists.online_storage_words, kUnnamed);
  for (const Str& medium : lists.printed_media) printed_media.add(medium, printed_media_count++);
  const auto concerns = [this](const Lexicon& lexicon, Topic topic) {
    topics.join(lexicon, static_cast<std::uint32_t>(topic));
  };
  concerns(services, Topic::service);
  concerns(printed_media, Topic::printed_medium);
  concerns(planned, Topic::plan);
  concerns(negations, Topic::negation);
  concerns(world().foreign, Topic::abroad);
  concerns(world().japan, Topic::japan);
  concerns(world().hedges, Topic::hedge);
  concerns(undisclosed, Topic::undisclosed);
  concerns(and_others, Topic::others);
  concerns(world().words, Topic::nothing);  // a foreign place may stand right behind one of these
  printed_overseas_data = fold(lists.printed_overseas_data);
  contract_title = fold(file.form.contract_title);
}

Saying Phrases::saying_of(std::string_view text, std::string_view searched) const {
  while (true) {
    const char32_t first = Lexicon::first_letter(searched);
    const Saying said = said_by(text, searched, first);
    if (said != Saying::nothing_special) return said;
    if (closing(first) == 0 && !is_bullet(first)) return Saying::nothing_special;  // nearly always
    text = searched = unadorned(searched);
  }
}

Saying Phrases::said_by(std::string_view text, std::string_view searched, char32_t first) const {
  if (sayings.may_begin(first) && sayings.may_be_whole(first, Lexicon::last_letter(searched))) {
    const std::string_view said = without_last_spaces(searched);
    auto value = sayings.whole(said);
    if (!value) value = sayings.whole(without_stop(said));
    if (value) return static_cast<Saying>(*value);
  }
  const bool example = example_marks.may_begin(first) &&
                       (begins_with_example_mark(searched) ||
                        (text.data() != searched.data() && begins_with_example_mark(text)));
  return example ? Saying::example : Saying::nothing_special;
}

// 例 USBメモリ, 【記入例】…: the mark is a word of its own at the start of the cell.
bool Phrases::begins_with_example_mark(std::string_view searched) const {
  const auto mark = example_marks.prefix(searched);
  if (!mark || mark->end >= searched.size()) return false;  // 例 alone is a prompt
  std::size_t last = begin_of_character(searched, mark->end);
  constexpr std::u32string_view kClosing = U"】）)］〕＞〉」.";
  if (kClosing.find(next_character(searched, last)) != std::u32string_view::npos) return true;
  return is_separator(next_character(searched, last));
}

bool Phrases::left_open(std::string_view searched) const {
  if ((open_ends & bit_of(Lexicon::last_letter(searched))) == 0) return false;  // nearly always
  bool counter = false;
  bool counted = false;
  const char32_t last = last_character(searched, [&](char32_t c) {
    if (counter && is_one_of(kCounts, c)) return !(counted = true);
    if (!counter && is_one_of(kCounters, c)) return !(counter = true);
    return !is_one_of(kStops, c);
  });
  if (counter != counted || (open_ends & bit_of(last)) == 0) return false;
  std::optional<Lexicon::Match> other;
  and_others.each(searched, [&](const Lexicon::Match& match) { other = match; });
  const auto is_more = [](char32_t c) {
    return !is_one_of(kStops, c) && !is_one_of(kCounters, c) && !is_one_of(kCounts, c);
  };
  if (!other || last_character(searched.substr(other->end), is_more) != 0) return false;
  const std::string_view before = searched.substr(0, other->begin);
  return !is_blank(before) &&
         !has(saying_of(before, before), Saying::unidentified);  // 税理士法人ほか
}

bool Phrases::only_vague_work(std::string_view searched) const {
  constexpr std::u32string_view kBetween = U" 　\t\r\n、,，。.．・/／()（）のをにとや等び及";
  bool any = false;
  while (!searched.empty()) {
    if (const auto match = vague_work.prefix(searched)) {
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
  std::uint32_t found = topics.bits_in(searched);
  const auto confirm = [&](Topic topic, const Lexicon& lexicon) {
    const auto bit = static_cast<std::uint32_t>(topic);
    if ((found & bit) != 0 && !lexicon.occurs_in(searched)) found &= ~bit;
  };
  confirm(Topic::printed_medium, printed_media);
  confirm(Topic::plan, planned);
  confirm(Topic::negation, negations);
  confirm(Topic::undisclosed, undisclosed);
  confirm(Topic::others, and_others);
  return static_cast<Topic>(found);
}

}  // namespace tokki
