#include "terms/citation_index.hpp"

#include <algorithm>
#include <array>

#include "terms/edition_document.hpp"
#include "text/characters.hpp"
#include "text/kanji_number.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

// Words that name the kind of number: 第, 条, 項, 号.
bool is_filler(std::string_view word) {
  constexpr std::array kFillers =
      std::to_array<std::string_view>({"第", "条", "項", "号", "article", "art", "paragraph",
                                       "para", "item", "row", "clause", "section"});
  return std::ranges::find(kFillers, word) != kFillers.end();
}

struct Piece {
  enum class Kind : std::uint8_t { number, word } kind;
  std::string text;
};

// Numbers, and words between them; 第 before a number and 条, 項, 号 behind one stand alone.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  std::vector<Piece> read() {
    while (at_ < text_.size()) {
      const std::size_t start = at_;
      const char32_t c = next_character(text_, at_);
      const bool ordinal = !pieces_.empty() && pieces_.back().text == "第";
      if (is_digit(c)) {
        number(start, [](char32_t d) { return is_digit(d); });
      } else if (ordinal && (kanji_digit(c) || kanji_unit(c) != 0)) {
        at_ = start;
        const int number = read_kanji_number(text_, at_).value;
        pieces_.push_back({Piece::Kind::number, std::to_string(number)});
      } else if (c == U'第' || (after_number() && (c == U'条' || c == U'項' || c == U'号'))) {
        pieces_.push_back({Piece::Kind::word, std::string(text_.substr(start, at_ - start))});
        closed_ = true;
      } else if (is_latin(c) || is_kana(c) || is_ideograph(c) || c == U'※') {
        letter(start, c);
      } else {
        closed_ = true;  // brackets, dots, hyphens, spaces
      }
    }
    return std::move(pieces_);
  }

 private:
  static bool is_ideograph(char32_t c) { return (c >= 0x3400 && c < 0xA000) || c == U'々'; }

  [[nodiscard]] bool after_number() const {
    return !pieces_.empty() && pieces_.back().kind == Piece::Kind::number;
  }

  void number(std::size_t start, auto&& belongs) {
    while (at_ < text_.size()) {
      std::size_t next = at_;
      if (!belongs(next_character(text_, next))) break;
      at_ = next;
    }
    std::string digits(text_.substr(start, at_ - start));
    digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
    pieces_.push_back({Piece::Kind::number, std::move(digits)});
  }

  void letter(std::size_t start, char32_t c) {
    const std::string_view character = text_.substr(start, at_ - start);
    const bool joins = !pieces_.empty() && pieces_.back().kind == Piece::Kind::word &&
                       !is_filler(pieces_.back().text) && !(closed_ && is_latin(c));
    if (joins) {
      pieces_.back().text += character;
    } else {
      pieces_.push_back({Piece::Kind::word, std::string(character)});
    }
    closed_ = false;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  bool closed_ = false;  // there was something between the last token and here
  std::vector<Piece> pieces_;
};

// 2② is 2(2), while folding would make it 22.
std::string with_brackets_for_circles(std::string_view citation) {
  std::string text;
  for (std::size_t at = 0; at < citation.size();) {
    const std::size_t start = at;
    const char32_t c = next_character(citation, at);
    if (c >= U'①' && c <= U'⑳') {
      text += '(' + std::to_string(c - U'①' + 1) + ')';
    } else {
      text += citation.substr(start, at - start);
    }
  }
  return text;
}

}  // namespace

std::string citation_key(std::string_view citation) {
  std::string scratch;
  std::string key;
  bool after_number = false;
  const std::string apart = with_brackets_for_circles(citation);
  for (const Piece& token : Reader(folded(apart, scratch)).read()) {
    const bool number = token.kind == Piece::Kind::number;
    if (!number && is_filler(token.text)) continue;
    if (number && after_number) key += ' ';
    key += token.text;
    after_number = number;
  }
  return key;
}

CitationIndex::CitationIndex(const EditionDocument& edition) {
  const auto add = [this](const std::string& key, const Clause* clause) {
    if (key.empty()) return;
    auto& clauses = clauses_[key];
    if (std::ranges::find(clauses, clause) == clauses.end()) clauses.push_back(clause);
  };
  for (const Part& part : edition.file().parts) {
    std::vector<std::string> names{citation_key(part.key),      citation_key(part.brief.ja),
                                   citation_key(part.brief.en), citation_key(part.title.ja),
                                   citation_key(part.title.en), std::string()};
    // 別記様式 電子データの保存等に関する届出書 may be cited by either half.
    const std::string_view title = part.title.ja;
    if (const auto space = title.find(' '); space != std::string_view::npos) {
      names.push_back(citation_key(title.substr(0, space)));
      names.push_back(citation_key(title.substr(space + 1)));
    }
    for (const ClauseNode& node : edition.tree()) {
      const Clause* clause = node.clause;
      if (!(clause->part == part.key)) continue;
      add(citation_key(clause->key), clause);
      for (const Language language : {Language::ja, Language::en}) {
        std::string numbers = citation_key(edition.citation(clause->key, language));
        const std::string name =
            citation_key(language == Language::ja ? part.brief.ja : part.brief.en);
        if (numbers.starts_with(name)) numbers.erase(0, name.size());
        if (numbers.empty()) continue;  // cited by its part's name only
        for (const std::string& each : names) add(each + numbers, clause);
      }
      if (edition.citation(clause->key, Language::ja) == part.brief.ja) {
        for (const std::string& each : names) add(each, clause);
      }
    }
  }
}

std::vector<const Clause*> CitationIndex::find(std::string_view citation) const {
  const auto found = clauses_.find(citation_key(citation));
  return found == clauses_.end() ? std::vector<const Clause*>() : found->second;
}

}  // namespace tokki::inline v0::internal
