#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uspoof.h>

#include <array>
#include <stdexcept>
#include <utility>

#include "text/folded_characters.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no NFKC_Casefold data");
  return *instance;
}

// Width, case, dashes and spaces, which need no tables. Returns false when a character was met
// whose folding is ICU's business.
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
  return complete && !has(traits_of(text), Traits::compatibility | Traits::zero_width |
                                               Traits::variation_selector | Traits::bidi_control);
}

struct CompanyForm {
  std::string_view brief, full;
};
// The abbreviations in use on Japanese forms, after folding (㈱ is (株) by then).
constexpr std::array<CompanyForm, 16> kCompanyForms{{
    {"(株)", "株式会社"},         {"(有)", "有限会社"},         {"(合)", "合同会社"},
    {"(同)", "合同会社"},         {"(名)", "合名会社"},         {"(資)", "合資会社"},
    {"(学)", "学校法人"},         {"(福)", "社会福祉法人"},     {"(医)", "医療法人"},
    {"(一社)", "一般社団法人"},   {"(公社)", "公益社団法人"},   {"(一財)", "一般財団法人"},
    {"(公財)", "公益財団法人"},   {"(特非)", "特定非営利活動法人"},
    {"npo法人", "特定非営利活動法人"}, {"(独)", "独立行政法人"},
}};

// What the text looks like. A dash looks like ー whatever stands before it.
std::string skeleton(std::string_view name) {
  std::string text;
  for (const char byte : name) {
    if (byte == '-') text += "ー";
    else text += byte;
  }
  struct Checker {
    UErrorCode status = U_ZERO_ERROR;
    USpoofChecker* spoof = uspoof_open(&status);
    Checker() = default;
    Checker(const Checker&) = delete;
    Checker& operator=(const Checker&) = delete;
    ~Checker() { uspoof_close(spoof); }
  };
  static const Checker checker;  // safe for concurrent use, as ICU says of const checkers
  std::string out(text.size() * 4 + 16, '\0');
  UErrorCode status = U_ZERO_ERROR;
  const int32_t size = uspoof_getSkeletonUTF8(checker.spoof, 0, text.data(),
                                              static_cast<int32_t>(text.size()), out.data(),
                                              static_cast<int32_t>(out.size()), &status);
  if (U_FAILURE(status)) return std::string(text);
  out.resize(static_cast<std::size_t>(size));
  return out;
}

// Characters at which a company's form may be abbreviated ((株), NPO法人), and ICU's business.
bool may_fold_further(char32_t c) {
  return c == U'(' || c == U'n' || has(traits_of(c), Traits::compatibility | Traits::zero_width) ||
         (c >= 0x80 && c < 0x2E80);
}

// The characters of a text without its spaces; a vector loop.
std::size_t letter_count(std::string_view text) {
  std::size_t count = 0;
  for (const char byte : text) {
    count += ((static_cast<unsigned char>(byte) & 0xC0U) != 0x80U && byte != ' ') ? 1 : 0;
  }
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {  // U+3000
    count -= (text[i] == '\xE3' && text[i + 1] == '\x80' && text[i + 2] == '\x80') ? 1 : 0;
  }
  return count;
}

// How two names compare, character by character: what looks alike is for the most part the same.
bool mostly_the_same(std::string_view a, std::string_view b) {
  FoldedCharacters left(a);
  FoldedCharacters right(b);
  std::size_t same = 0;
  std::size_t different = 0;
  while (left.next() && right.next()) ++(left.character() == right.character() ? same : different);
  return same >= different;
}

// A company's form may be abbreviated, and then two spellings of a name differ in length.
bool may_be_abbreviated(std::string_view name, Traits traits) {
  return has(traits, Traits::compatibility) || name.find('(') != std::string_view::npos ||
         (has(traits, Traits::full_width) && name.find("（") != std::string_view::npos);
}

}  // namespace

std::string_view folded(std::string_view text, std::string& scratch) {
  scratch.clear();
  if (fold_simply(text, scratch)) return scratch;
  std::string normalised;
  icu::StringByteSink<std::string> sink(&normalised);
  UErrorCode status = U_ZERO_ERROR;
  nfkc_casefold().normalizeUTF8(0, scratch, sink, nullptr, status);
  if (U_FAILURE(status)) return scratch;
  scratch.clear();
  fold_simply(normalised, scratch);  // ICU may have made spaces and dashes out of other characters
  return scratch;
}

std::string name_key(std::string_view name) {
  std::string key;
  folded(name, key);
  std::erase(key, ' ');
  for (const CompanyForm& form : kCompanyForms) {
    if (const auto at = key.find(form.brief); at != std::string::npos) {
      key.replace(at, form.brief.size(), form.full);
    }
  }
  return key;
}

bool same_name(std::string_view a, std::string_view b) {
  FoldedCharacters left(a);
  FoldedCharacters right(b);
  while (true) {
    const bool more_left = left.next();
    const bool more_right = right.next();
    if (!more_left && !more_right) return true;
    if (more_left && more_right && left.character() == right.character()) continue;
    // Only where an abbreviation or a character for ICU stands may different texts be one name.
    if ((more_left && may_fold_further(left.character())) ||
        (more_right && may_fold_further(right.character()))) {
      return name_key(a) == name_key(b);
    }
    return false;
  }
}

bool look_alike(std::string_view a, std::string_view b, Traits traits) {
  // Confusable characters are replaced one for one, so names of another length differ visibly.
  const bool comparable = !may_be_abbreviated(a, traits) && !may_be_abbreviated(b, traits);
  if (comparable && (letter_count(a) != letter_count(b) || !mostly_the_same(a, b))) return false;
  const std::string left = name_key(a);
  const std::string right = name_key(b);
  return left != right && character_count(left) == character_count(right) &&
         mostly_the_same(left, right) && skeleton(left) == skeleton(right);
}

}  // namespace tokki
