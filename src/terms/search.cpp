#include <algorithm>

#include "terms/edition_document.hpp"
#include "text/characters.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

void append(std::string& text, char32_t c) {
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else {  // only kana get here
    text += static_cast<char>(0xE0U | c >> 12U);
    text += static_cast<char>(0x80U | (c >> 6U & 0x3FU));
    text += static_cast<char>(0x80U | (c & 0x3FU));
  }
}

// Folded, with hiragana for katakana, so that パスワード finds ぱすわーど.
std::string search_key(std::string_view text) {
  constexpr char32_t kApart = U'ァ' - U'ぁ';
  std::string scratch;
  const std::string_view key = folded(text, scratch);
  std::string kana;
  for (std::size_t at = 0; at < key.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(key, at);
    if (c >= U'ァ' && c <= U'ヶ') {
      append(kana, c - kApart);
    } else {
      kana += key.substr(start, at - start);
    }
  }
  return kana;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!is_blank(word)) words.push_back(search_key(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(text, at);
    if (c == U' ' || c == U'　' || c == U'\t') {
      end_word();
    } else {
      word += text.substr(start, at - start);
    }
  }
  end_word();
  return words;
}

}  // namespace

std::vector<SearchHit> EditionDocument::search(std::string_view text) const {
  std::vector<SearchHit> hits;
  const std::vector<std::string> words = words_of(text);
  if (words.empty()) return hits;
  const auto add_if_found = [&](const Clause* clause, SearchHit::Where where, const Str& in) {
    const std::string key = search_key(in);
    const bool all = std::ranges::all_of(
        words, [&](const std::string& word) { return key.find(word) != std::string::npos; });
    if (all) hits.push_back({clause, where, in});
  };
  for (const ClauseNode& node : tree_) {
    add_if_found(node.clause, SearchHit::Where::wording, node.clause->wording.ja);
    add_if_found(node.clause, SearchHit::Where::translation, node.clause->wording.en);
    for (const DefinedTerm& defined : node.clause->defines) {
      add_if_found(node.clause, SearchHit::Where::defined_term, defined.term);
    }
    for (const Duty& duty : file_.duties) {
      if (!(duty.clause == node.clause->key)) continue;
      add_if_found(node.clause, SearchHit::Where::duty, duty.summary.ja);
      add_if_found(node.clause, SearchHit::Where::duty, duty.summary.en);
    }
  }
  return hits;
}

}  // namespace tokki::inline v0::internal
