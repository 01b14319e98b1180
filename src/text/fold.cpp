#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <array>
#include <utility>

#include "text/folded_characters.hpp"
#include "text/icu_status.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
  require(status);
  return *instance;
}

// Characters of these traits are folded by ICU, or dropped by it.
constexpr Traits kForIcu =
    Traits::compatibility | Traits::zero_width | Traits::variation_selector | Traits::bidi_control;

// Width, case, dashes and spaces, which need no tables. Returns false at a character that
// only ICU can fold.
bool fold_simply(std::string_view text, std::string& out) {
  bool complete = true;
  FoldedCharacters characters(text);
  while (characters.next()) {
    const char32_t c = characters.character();
    if (characters.after_space() && is_latin(c) && is_latin(characters.last())) out += ' ';
    if (c < 0x80) {
      out += static_cast<char>(c);
    } else if (c == U'ー') {
      out += "ー";
    } else {
      out += characters.as_written();
      complete = complete && c >= 0x2E80;
    }
  }
  return complete && !has(traits_of(text), kForIcu);
}

struct CompanyForm {
  std::string_view brief, full;
};
// The abbreviations in use on Japanese forms, after folding (㈱ is (株) by then).
constexpr std::array<CompanyForm, 25> kCompanyForms{{
    {"(株)", "株式会社"},
    {"(有)", "有限会社"},
    {"(合)", "合同会社"},
    {"(同)", "合同会社"},
    {"(名)", "合名会社"},
    {"(資)", "合資会社"},
    {"(学)", "学校法人"},
    {"(福)", "社会福祉法人"},
    {"(社福)", "社会福祉法人"},
    {"(医)", "医療法人"},
    {"(一社)", "一般社団法人"},
    {"(公社)", "公益社団法人"},
    {"(一財)", "一般財団法人"},
    {"(公財)", "公益財団法人"},
    {"(特非)", "特定非営利活動法人"},
    {"npo法人", "特定非営利活動法人"},
    {"(独)", "独立行政法人"},
    {"(地独)", "地方独立行政法人"},
    {"(社)", "社団法人"},
    {"(財)", "財団法人"},
    {"(協)", "協同組合"},
    {"(宗)", "宗教法人"},
    {"(弁)", "弁護士法人"},
    {"(税)", "税理士法人"},
    {"(司)", "司法書士法人"},
}};

bool needs_icu(char32_t c) {
  if (c < 0x80) return false;
  return c < 0x2E80 || has(traits_of(c), kForIcu);
}

// Whether a company's form may be abbreviated here ((株), NPO法人), or ICU must fold further: this
// character, or it together with a mark behind it, as Apple's file systems write が.
bool may_fold_further(std::string_view text, const FoldedCharacters& here) {
  const char32_t c = here.character();
  if (c == U'(' || needs_icu(c)) return true;
  FoldedCharacters next(text, here.end(), c);
  if (!next.next()) return false;
  return (c == U'n' && next.character() == U'p') || needs_icu(next.character());
}

// The first character, folded, where nothing further can become of it; else 0. Most names begin so.
char32_t plain_first(std::string_view name) {
  if (name.empty()) return 0;
  const auto byte = [&](std::size_t i) -> char32_t { return static_cast<unsigned char>(name[i]); };
  if (byte(0) < 0x80) {
    const char32_t c = folded_character(byte(0), 0);
    return is_latin(c) && c != U'n' ? c : 0;
  }
  if (name.size() < 3) return 0;
  const auto is_kanji = [&](std::size_t at) { return byte(at) > 0xE4 && byte(at) < 0xEA; };
  const auto is_kana = [&](std::size_t at) {
    return byte(at) == 0xE3 &&
           (byte(at + 1) == 0x81 || (byte(at + 1) == 0x83 && byte(at + 2) < 0xBB));
  };
  // Behind a kana there may be a mark that belongs to it: か゛.
  const bool alone =
      is_kanji(0) ||
      (is_kana(0) && (name.size() == 3 || (name.size() >= 6 && (is_kanji(3) || is_kana(3)))));
  return alone ? byte(0) << 16U | byte(1) << 8U | byte(2) : 0;  // one for one
}

// The last character where it is the key's last one, too; else 0. Kanji and most katakana fold one
// for one; ー may be a dash, hiragana is rare there. The forms of companies that are put in full
// have a parenthesis, or (NPO法人) end as they are abbreviated.
char32_t plain_last(std::string_view name) {
  if (name.size() < 3) return 0;
  const auto byte = [&](std::size_t i) -> char32_t {
    return static_cast<unsigned char>(name[name.size() - i]);
  };
  const bool is_kanji = byte(3) > 0xE4 && byte(3) < 0xEA;
  const bool is_katakana = byte(3) == 0xE3 && byte(2) == 0x83 && byte(1) < 0xBB;
  return is_kanji || is_katakana ? byte(3) << 16U | byte(2) << 8U | byte(1) : 0;
}

}  // namespace

FoldedCharacters::Taken FoldedCharacters::take_other(std::string_view text,
                                                     char32_t last) noexcept {
  std::size_t size = 0;
  const char32_t c = folded_character(next_character(text, size), last);
  return {c, static_cast<std::uint32_t>(size)};
}

std::string_view folded(std::string_view text, std::string& scratch) {
  scratch.clear();
  bool complete = fold_simply(text, scratch);
  // Two rounds, since dropping a space may join a letter to its mark.
  constexpr int kRounds = 2;
  for (int round = 0; !complete && round < kRounds; ++round) {
    std::string normalised;
    icu::StringByteSink<std::string> sink(&normalised);
    UErrorCode status = U_ZERO_ERROR;
    nfkc_casefold().normalizeUTF8(0, scratch, sink, nullptr, status);
    require(status);
    scratch.clear();
    complete = fold_simply(normalised, scratch);
  }
  return scratch;
}

std::string_view name_key(std::string_view name, std::string& scratch) {
  std::string& key = scratch;
  folded(name, key);
  std::erase(key, ' ');
  for (const CompanyForm& form : kCompanyForms) {
    if (const auto at = key.find(form.brief); at != std::string::npos) {
      key.replace(at, form.brief.size(), form.full);
    }
  }
  return key;
}

std::string name_key(std::string_view name) {
  std::string key;
  name_key(name, key);
  return key;
}

bool same_name(std::string_view a, std::string_view b) {
  const auto differ = [](char32_t one, char32_t other) {
    return one != 0 && other != 0 && one != other;
  };
  if (differ(plain_first(a), plain_first(b)) || differ(plain_last(a), plain_last(b))) return false;
  FoldedCharacters left(a);
  FoldedCharacters right(b);
  while (true) {
    const bool more_left = left.next();
    const bool more_right = right.next();
    if (!more_left && !more_right) return true;
    if (more_left && more_right && left.character() == right.character()) continue;
    // Only where an abbreviation or a character for ICU stands may different texts be one name.
    if ((more_left && may_fold_further(a, left)) || (more_right && may_fold_further(b, right))) {
      return name_key(a) == name_key(b);
    }
    return false;
  }
}

}  // namespace tokki::inline v0
