#include "text/near_names.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "text/folded_characters.hpp"
#include "text/look_alike.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

// As name_key() has them. Of two that begin or end alike the longer one comes first.
constexpr std::array<std::string_view, 41> kLegalForms{"特定非営利活動法人",
                                                       "社会保険労務士法人",
                                                       "有限責任事業組合",
                                                       "医療法人社団",
                                                       "医療法人財団",
                                                       "地方独立行政法人",
                                                       "独立行政法人",
                                                       "国立大学法人",
                                                       "公立大学法人",
                                                       "一般社団法人",
                                                       "公益社団法人",
                                                       "一般財団法人",
                                                       "公益財団法人",
                                                       "社会福祉法人",
                                                       "職業訓練法人",
                                                       "司法書士法人",
                                                       "行政書士法人",
                                                       "税理士法人",
                                                       "弁護士法人",
                                                       "事業協同組合",
                                                       "準学校法人",
                                                       "学校法人",
                                                       "医療法人",
                                                       "宗教法人",
                                                       "社団法人",
                                                       "財団法人",
                                                       "監査法人",
                                                       "株式会社",
                                                       "有限会社",
                                                       "合同会社",
                                                       "合名会社",
                                                       "合資会社",
                                                       "相互会社",
                                                       "協同組合",
                                                       "企業組合",
                                                       "co.,ltd.",
                                                       "co.,ltd",
                                                       "ltd.",
                                                       "inc.",
                                                       "k.k.",
                                                       "llc"};

// Where a representative begins behind the name of a firm.
constexpr std::array<std::string_view, 14> kTitles{
    "代表取締役", "代表社員", "代表理事", "代表者", "取締役", "理事長", "学校長",
    "支店長",     "支社長",   "事業主",   "校長",   "所長",   "社長",   "代表"};

// What the name of a part of a firm ends with; a part's own name may stand before it: 東京支店.
constexpr std::array<std::string_view, 17> kParts{
    "支店", "本店", "支社", "本社", "営業所", "事業所", "出張所",   "事業部",  "支部",
    "支局", "支所", "本部", "工場", "分室",   "校舎",   "センター", "オフィス"};

// What stands between two firms in one cell.
constexpr std::array<std::string_view, 20> kBetween{
    "、",   "，",     ",",      "；",       ";",    "／",     "/",        "＆",       "&",  "\n",
    "及び", "および", "並びに", "ならびに", "又は", "または", "若しくは", "もしくは", "他", "ほか"};

constexpr std::string_view kOpening[] = {"（", "(", "［", "[", "【", "〔", "「"};
constexpr std::string_view kClosing[] = {"）", ")", "］", "]", "】", "〕", "」"};

constexpr std::size_t kLongest = 200;  // letters; what is longer is no name
constexpr std::size_t kShortest = 2;

// The letters of a key by their looks. Marks that may be left out do not count.
std::vector<std::uint32_t> looks_of(std::string_view key) {
  std::vector<std::uint32_t> looks;
  for (std::size_t at = 0; at < key.size() && looks.size() < kLongest;) {
    const char32_t c = next_character(key, at);
    const bool mark = c == U'・' || c == U'.' || c == U',' || c == U'\'' || c == U'’' || c == U' ';
    if (!mark) looks.push_back(look_of(c));
  }
  return looks;
}

struct LegalForm {
  std::size_t number;  // from 1 on
  std::size_t begin, end;
};
// The legal form in a key: in front, else at the end, else within.
std::optional<LegalForm> legal_form_in(std::string_view key) {
  const auto numbered = [](std::size_t i, std::size_t begin) {
    return LegalForm{i + 1, begin, begin + kLegalForms[i].size()};
  };
  for (std::size_t i = 0; i < kLegalForms.size(); ++i) {
    if (key.starts_with(kLegalForms[i])) return numbered(i, 0);
  }
  for (std::size_t i = 0; i < kLegalForms.size(); ++i) {
    if (key.ends_with(kLegalForms[i])) return numbered(i, key.size() - kLegalForms[i].size());
  }
  for (std::size_t i = 0; i < kLegalForms.size(); ++i) {
    if (const auto at = key.find(kLegalForms[i]); at != std::string_view::npos) {
      return numbered(i, at);
    }
  }
  return std::nullopt;
}

// Two names of one legal form, or of which one has none, have a key in common when one of them is
// asked for and the other is known.
enum class Side : std::uint8_t { asked, known };

// Hashes by what a name may be recognised.
struct NameKeys {
  std::vector<std::uint64_t> whole;    // the whole name, or all up to its legal form
  std::vector<std::uint64_t> pieces;   // firms in it, or the firm of the branch or person
  std::vector<std::uint64_t> guesses;  // how the firm of a branch may be called, longest first
};

class NameReader {
 public:
  explicit NameReader(Side side) : side_(side) {}

  NameKeys read(std::string_view name) {
    add(name, keys_.whole);
    if (keys_.whole.empty()) return std::move(keys_);
    cut_at_spaces(name);
    cut_at_brackets(name);
    cut_at_titles(name);
    cut_between(name);
    guess();
    return std::move(keys_);
  }

 private:
  void put(std::size_t form, const std::vector<std::uint32_t>& looks, std::size_t size,
           std::vector<std::uint64_t>& to) const {
    constexpr std::size_t kNone = 0;
    constexpr std::size_t kAny = kLegalForms.size() + 1;
    const auto hash = [&](std::size_t number) {
      std::uint64_t value = 0xCBF29CE484222325;  // FNV-1a
      const auto mix = [&value](std::uint64_t next) { value = (value ^ next) * 0x100000001B3; };
      mix(number);
      for (std::size_t i = 0; i < size; ++i) mix(looks[i]);
      return value;
    };
    if (form != kNone) to.push_back(hash(form));
    const bool any = (form == kNone) == (side_ == Side::asked);
    if (any) to.push_back(hash(kAny));
    if (form == kNone || side_ == Side::asked) to.push_back(hash(kNone));
  }

  // A firm's name that stands by itself in a text.
  void add(std::string_view text, std::vector<std::uint64_t>& to) {
    const std::string key = name_key(text.substr(0, 4 * kLongest));
    const auto form = legal_form_in(key);
    std::string core = key;
    if (form) {
      core.erase(form->begin, form->end - form->begin);
      const bool within = form->begin != 0 && form->end != key.size();
      if (within) core.resize(form->begin);
    }
    const std::vector<std::uint32_t> looks = looks_of(core);
    if (looks.size() < kShortest) return;
    put(form ? form->number : 0, looks, looks.size(), to);
    if (&to == &keys_.whole) {
      core_ = std::move(core);
      form_ = form ? form->number : 0;
    }
  }
  void add_piece(std::string_view text) { add(text, keys_.pieces); }

  void cut_at_spaces(std::string_view name) {
    char32_t before = 0;
    for (std::size_t at = 0; at < name.size();) {
      const std::size_t begin = at;
      const char32_t c = next_character(name, at);
      if (c == U' ' || c == U'\u3000' || c == U'\n' || c == U'\t') {
        std::size_t after = at;
        const char32_t next = at < name.size() ? next_character(name, after) : 0;
        if (begin != 0 && !(is_latin(before) && is_latin(next))) {
          add_piece(name.substr(0, begin));
          add_piece(name.substr(at));
        }
      }
      before = c;
    }
  }

  void cut_at_brackets(std::string_view name) {
    for (std::size_t i = 0; i < std::size(kOpening); ++i) {
      const std::size_t open = name.find(kOpening[i], 1);
      if (open == std::string_view::npos) continue;
      add_piece(name.substr(0, open));
      const std::size_t inside = open + kOpening[i].size();
      add_piece(name.substr(inside, name.find(kClosing[i], inside) - inside));
    }
  }

  void cut_at_titles(std::string_view name) {
    for (const std::string_view title : kTitles) {
      const std::size_t at = name.find(title, 1);
      if (at == std::string_view::npos) continue;
      add_piece(name.substr(0, at));
      return;
    }
  }

  void cut_between(std::string_view name) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < name.size();) {
      const auto* const between = std::ranges::find_if(
          kBetween, [&](std::string_view mark) { return name.substr(at).starts_with(mark); });
      if (between == kBetween.end()) {
        static_cast<void>(next_character(name, at));
        continue;
      }
      add_piece(name.substr(begin, at - begin));
      begin = at += between->size();
    }
    if (begin != 0) add_piece(name.substr(begin));
  }

  // Where the name of the branch begins is not known.
  void guess() {
    const auto* const part = std::ranges::find_if(
        kParts, [&](std::string_view ending) { return core_.ends_with(ending); });
    if (part == kParts.end()) return;
    core_.resize(core_.size() - part->size());
    const std::vector<std::uint32_t> looks = looks_of(core_);
    for (std::size_t size = looks.size(); size >= kShortest; --size) {
      put(form_, looks, size, keys_.guesses);
    }
  }

  Side side_;
  NameKeys keys_;
  std::string core_;      // of the whole name
  std::size_t form_ = 0;  // its legal form
};

bool in_common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  return std::ranges::any_of(
      a, [&](std::uint64_t key) { return std::ranges::find(b, key) != b.end(); });
}

}  // namespace

bool may_be_one_firm(std::string_view a, std::string_view b) {
  if (is_blank(a) || is_blank(b) || same_name(a, b)) return false;
  const NameKeys one = NameReader(Side::asked).read(a);
  const NameKeys other = NameReader(Side::known).read(b);
  return in_common(one.whole, other.whole) || in_common(one.pieces, other.whole) ||
         in_common(one.guesses, other.whole) || in_common(one.whole, other.pieces) ||
         in_common(one.whole, other.guesses);
}

bool have_moved_legal_form(std::string_view a, std::string_view b) {
  const auto one = legal_form_in(name_key(a.substr(0, 4 * kLongest)));
  const auto other = legal_form_in(name_key(b.substr(0, 4 * kLongest)));
  return one && other && one->number == other->number && (one->begin == 0) != (other->begin == 0);
}

void NearNameIndex::add(std::string_view name) {
  const std::uint32_t number = count_++;
  if (is_blank(name)) return;
  const NameKeys keys = NameReader(Side::known).read(name);
  for (const std::uint64_t key : keys.whole) whole_.try_emplace(key, number);
  for (const std::uint64_t key : keys.pieces) pieces_.try_emplace(key, number);
  for (const std::uint64_t key : keys.guesses) pieces_.try_emplace(key, number);
}

std::vector<std::uint32_t> NearNameIndex::near(std::string_view name) const {
  std::vector<std::uint32_t> found;
  if (is_blank(name)) return found;
  const auto look_up = [&](const std::vector<std::uint64_t>& keys, const auto& among, bool all) {
    for (const std::uint64_t key : keys) {
      const auto known = among.find(key);
      if (known == among.end() || std::ranges::find(found, known->second) != found.end()) continue;
      found.push_back(known->second);
      if (!all) return true;
    }
    return !found.empty();
  };
  const NameKeys keys = NameReader(Side::asked).read(name);
  static_cast<void>(look_up(keys.whole, whole_, false) || look_up(keys.pieces, whole_, true) ||
                    look_up(keys.guesses, whole_, false) || look_up(keys.whole, pieces_, false));
  return found;
}

}  // namespace tokki::inline v0::internal
