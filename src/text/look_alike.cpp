#include "text/look_alike.hpp"

#include <unicode/uspoof.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "text/folded_characters.hpp"
#include "text/icu_status.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

struct KanjiVariant {
  char32_t written, usual;
};
#include "text/kanji_variants.inc"

// Small kana that names also write large: ヶ and ケ, キャ and キヤ.
constexpr std::u32string_view kSmallKana = U"ァアィイゥウェエォオッツャヤュユョヨヮワヵカヶケ";

// What a firm or person may also be written with, since one name may have both: 髙橋 or 高橋. ICU
// takes them for different.
char32_t usual_form_of(char32_t character) {
  for (std::size_t i = 0; i < kSmallKana.size(); i += 2) {
    if (kSmallKana[i] == character) return kSmallKana[i + 1];
  }
  const auto* const known =
      std::ranges::lower_bound(kKanjiVariants, character, {}, &KanjiVariant::written);
  return known != kKanjiVariants.end() && known->written == character ? known->usual : character;
}

// The number, from 1 on, of a character's look: the same for all characters that look alike.
std::uint32_t find_look_of(char32_t character) {
  struct Checker {
    USpoofChecker* spoof = nullptr;
    Checker() {
      UErrorCode status = U_ZERO_ERROR;
      spoof = uspoof_open(&status);
      require(status);
    }
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;
    ~Checker() { uspoof_close(spoof); }
  };
  static const Checker checker;  // safe for concurrent use, as ICU says of const checkers
  thread_local std::unordered_map<char32_t, std::uint32_t> known;
  thread_local std::unordered_map<std::string, std::uint32_t> numbers;
  if (const auto entry = known.find(character); entry != known.end()) return entry->second;
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString skeleton;
  const icu::UnicodeString asked(static_cast<UChar32>(usual_form_of(character)));
  uspoof_getSkeletonUnicodeString(checker.spoof, 0, asked, skeleton, &status);
  require(status);
  std::string utf8;  // made before anything is stored, as it may throw
  skeleton.toUTF8String(utf8);
  const auto next = static_cast<std::uint32_t>(numbers.size() + 1);
  const std::uint32_t look = numbers.try_emplace(std::move(utf8), next).first->second;
  known.emplace(character, look);
  return look;
}

// Spaces do not count.
std::size_t letter_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_character(text, at);
    count += c == U' ' || c == U'\u3000' ? 0 : 1;
  }
  return count;
}

// True when the names differ only in characters that look the same.
bool only_look_different(std::string_view a, std::string_view b) {
  FoldedCharacters left(a);
  FoldedCharacters right(b);
  bool differ = false;
  while (true) {
    const bool more_left = left.next();
    if (more_left != right.next()) return false;
    if (!more_left) return differ;
    if (left.character() == right.character()) continue;
    if (look_of(left.character()) != look_of(right.character())) return false;
    differ = true;
  }
}

}  // namespace

std::uint32_t internal::look_of(char32_t character) {
  struct Known {
    char32_t character;
    std::uint32_t look;
  };
  thread_local std::array<Known, 256> latest{};
  if (character == U'-') character = U'ー';
  Known& known = latest[character % latest.size()];
  if (known.look == 0 || known.character != character) known = {character, find_look_of(character)};
  return known.look;
}

LookAlikeName::LookAlikeName(std::string_view name, Traits traits, std::string& scratch)
    : name_(name), traits_(traits) {
  const auto take_ends = [this](std::string_view text) {
    FoldedCharacters characters(text);
    if (!characters.next()) return true;
    const char32_t last = last_character(text, [](char32_t c) { return c != U' '; });
    first_ = look_of(characters.character());
    last_ = look_of(last);
    return characters.character() != U'(' && last != U')';
  };
  // (株)みどり begins like 株式会社みどり.
  if (!take_ends(name) || has(traits, Traits::compatibility)) take_ends(name_key(name, scratch));
}

LookAlikeName::LookAlikeName(std::string_view name, Traits traits) : name_(name), traits_(traits) {
  std::string scratch;
  *this = LookAlikeName(name, traits, scratch);
}

// A company's form may be abbreviated, and then two spellings of a name differ in length.
std::string_view LookAlikeName::as_compared(std::string& key) const {
  const bool parenthesis =
      name_.find('(') != std::string_view::npos ||
      (has(traits_, Traits::full_width) && name_.find("（") != std::string_view::npos);
  if (!parenthesis && !has(traits_, Traits::compatibility)) return name_;
  return key = name_key(name_);
}

bool LookAlikeName::looks_like_as_a_whole(const LookAlikeName& other) const {
  std::string key;
  std::string other_key;
  const std::string_view one = as_compared(key);
  const std::string_view two = other.as_compared(other_key);
  // Confusable characters are replaced one for one, so names of another length differ visibly.
  return only_look_different(one, two) && letter_count(one) == letter_count(two);
}

LookAlikeName::Look LookAlikeName::look() const {
  Look whole;
  std::string key;
  const std::string_view text = as_compared(key);
  FoldedCharacters characters(text);
  while (characters.next()) {
    whole.letters += characters.character();
    whole.shape += static_cast<char32_t>(look_of(characters.character()));
  }
  if (!whole.letters.empty()) whole.shape += static_cast<char32_t>(letter_count(text));
  return whole;
}

LookAlikeName::LookHash LookAlikeName::look_hash() const {
  constexpr std::uint64_t kPrime = 0x100000001B3;  // FNV-1a
  LookHash hash{0xCBF29CE484222325, 0xCBF29CE484222325};
  std::string key;
  const std::string_view text = as_compared(key);
  FoldedCharacters characters(text);
  bool any = false;
  while (characters.next()) {
    any = true;
    hash.letters = (hash.letters ^ characters.character()) * kPrime;
    hash.shape = (hash.shape ^ look_of(characters.character())) * kPrime;
  }
  if (!any) return {};
  hash.shape = (hash.shape ^ letter_count(text)) * kPrime;
  return hash;
}

bool look_alike(std::string_view a, std::string_view b) {
  return LookAlikeName(a, traits_of(a)).looks_like(LookAlikeName(b, traits_of(b)));
}

std::optional<std::size_t> LookAlikeIndex::first_like(const LookAlikeName::Look& look) const {
  const auto met = by_shape_.find(look.shape);
  if (met == by_shape_.end()) return std::nullopt;
  const Alike& alike = met->second;
  return alike.letters != look.letters ? alike.first : alike.other;
}

void LookAlikeIndex::add(LookAlikeName::Look look) {
  const std::size_t number = count_++;
  if (look.shape.empty()) return;
  const auto [entry, added] =
      by_shape_.try_emplace(std::move(look.shape), Alike{look.letters, number, std::nullopt});
  Alike& alike = entry->second;
  if (!added && !alike.other && alike.letters != look.letters) alike.other = number;
}

void internal::each_look_alike(std::span<const LookAlikeName> names,
                               const std::function<void(std::size_t, std::size_t)>& visit) {
  constexpr std::size_t kMany = 32;
  if (names.size() < kMany) {  // cheaper than making the look of each name
    for (std::size_t later = 1; later < names.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!names[earlier].looks_like(names[later])) continue;
        visit(later, earlier);
        break;
      }
    }
    return;
  }
  LookAlikeIndex met;
  for (std::size_t later = 0; later < names.size(); ++later) {
    LookAlikeName::Look look = names[later].look();
    if (const auto earlier = met.first_like(look)) visit(later, *earlier);
    met.add(std::move(look));
  }
}

void internal::each_look_alike_pair(std::size_t count,
                                    const std::function<std::string_view(std::size_t)>& name_of,
                                    const std::function<bool(std::size_t, std::size_t)>& visit) {
  const auto prepared = [&](std::size_t i) {
    return LookAlikeName(name_of(i), traits_of(name_of(i)));
  };
  std::vector<LookAlikeName::LookHash> hashes(count);
  std::vector<std::size_t> by_shape(count);
  for (std::size_t i = 0; i < count; ++i) {
    hashes[i] = prepared(i).look_hash();
    by_shape[i] = i;
  }
  std::ranges::stable_sort(by_shape, {}, [&](std::size_t i) { return hashes[i].shape; });

  // Those whose shape is spelt in more than one way; there are few.
  struct Spelling {
    std::uint64_t letters;
    std::vector<std::size_t> names;
  };
  struct Candidate {
    std::size_t name, group;
  };
  std::vector<Candidate> candidates;
  std::size_t groups = 0;
  for (std::size_t begin = 0, end = 0; begin < count; begin = end) {
    const LookAlikeName::LookHash& first = hashes[by_shape[begin]];
    bool spelt_otherwise = false;
    for (end = begin; end < count && hashes[by_shape[end]].shape == first.shape; ++end) {
      spelt_otherwise = spelt_otherwise || hashes[by_shape[end]].letters != first.letters;
    }
    if (first.shape == 0 || !spelt_otherwise) continue;
    for (std::size_t i = begin; i < end; ++i) candidates.push_back({by_shape[i], groups});
    ++groups;
  }
  std::ranges::sort(candidates, {}, &Candidate::name);

  // Each spelling other than the name's own holds a name to visit, so there are as many steps as
  // visits.
  std::vector<std::vector<Spelling>> met(groups);
  std::vector<std::size_t> earlier;
  for (const auto& [later, group] : candidates) {
    Spelling* own = nullptr;
    earlier.clear();
    for (Spelling& spelling : met[group]) {
      if (spelling.letters == hashes[later].letters) {
        own = &spelling;
      } else {
        earlier.insert(earlier.end(), spelling.names.begin(), spelling.names.end());
      }
    }
    std::ranges::sort(earlier);
    const LookAlikeName name = prepared(later);
    for (const std::size_t other : earlier) {
      if (prepared(other).looks_like(name) && !visit(later, other)) return;
    }
    if (own == nullptr) own = &met[group].emplace_back(Spelling{hashes[later].letters, {}});
    own->names.push_back(later);
  }
}

}  // namespace tokki::inline v0
