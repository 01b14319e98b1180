#include "ruleset/cell_reading.hpp"

#include <algorithm>

#include "text/folded_characters.hpp"

namespace tokki::inline v0::internal {
namespace {

// Sets what services the text names, and whether it says for certain that one is used: some name
// does that is no everyday word, does not merely describe a device, and is not run by oneself.
void read_services(const RuleSet& rules, std::string_view searched, CellReading& reading) {
  const auto& services = rules.services();
  const Phrases& phrases = rules.phrases();
  const bool own_server = has(reading.topics, Topic::own_server);
  struct Met {
    bool certain = false, doubtful = false;
  } named, unnamed;
  phrases.inside(Topic::service).each(searched, [&](const Lexicon::Match& match) {
    if (match.value == Phrases::kNoService) return;
    reading.online = true;
    const bool is_named = match.value != Phrases::kUnnamedService;
    const std::string_view behind = searched.substr(match.end);
    bool doubtful = phrases.describes_device(behind) || phrases.describes_course(behind);
    if (is_named) {
      const KnownService& service = services[match.value];
      const bool own = own_server && service.self_hosted.value_or(false);
      doubtful = doubtful || own || service.ambiguous.value_or(false);
      for (const auto& kind : Description<ServiceKind>::choices) {
        if (service.kinds.has(kind.value)) reading.kinds.tick(kind.value);
      }
    } else if (own_server) {
      doubtful = doubtful || phrases.is_on_own_server(searched, match);
    }
    Met& met = is_named ? named : unnamed;
    (doubtful ? met.doubtful : met.certain) = true;
  });
  // A service's name counts more than a general word.
  const Met& counts = named.certain || named.doubtful ? named : unnamed;
  reading.doubtful = counts.doubtful && !counts.certain;
}

// Sets `searched` too.
CellClass classify(const Phrases& phrases, std::string_view text, std::string& scratch,
                   std::string_view& searched) {
  const Traits traits = traits_of(text);
  searched = searchable(text, traits, scratch);
  return {traits, is_blank(text), phrases.classify_cell(text, searched)};
}

std::string_view without_full_stop(std::string_view text) {
  constexpr std::string_view kStop = "。";
  return text.ends_with(kStop) ? text.substr(0, text.size() - kStop.size()) : text;
}

// Removes `name` from the front of `text`, ignoring width, case and spaces; false when it is not
// there.
bool take_off(std::string_view& text, std::string_view name) {
  FoldedCharacters wanted(name);
  FoldedCharacters here(text);
  while (wanted.next()) {
    if (!here.next() || here.character() != wanted.character()) return false;
  }
  text.remove_prefix(here.end());
  return here.end() != 0;
}

}  // namespace

CellClass classify(const Phrases& phrases, std::string_view text, std::string& scratch) {
  std::string_view searched;
  return classify(phrases, text, scratch, searched);
}

CellClass classify_party(const Phrases& phrases, std::string_view text, std::string& scratch) {
  std::string_view searched;
  CellClass cell = classify(phrases, text, scratch, searched);
  constexpr CellMeaning kOpen = CellMeaning::partly_undecided;
  if (cell.blank || (cell.meaning != CellMeaning::unlisted && cell.meaning != kOpen)) return cell;
  if (phrases.names_nobody(searched)) {
    cell.meaning = CellMeaning::unidentified;
  } else if (phrases.offers_choice(searched)) {
    cell.meaning = kOpen;
  }
  return cell;
}

CellReading read_cell(const RuleSet& rules, std::string_view text, std::string& scratch) {
  const Phrases& phrases = rules.phrases();
  std::string_view searched;
  CellReading reading{classify(phrases, text, scratch, searched)};
  reading.topics = phrases.topics_of(searched);
  if (has(reading.topics, Topic::service)) read_services(rules, searched, reading);
  reading.vague_work = phrases.only_vague_work(searched);
  reading.no_data = phrases.only_no_data(searched);
  if (has(reading.topics, Topic::others))
    reading.ends_with_others = phrases.ends_with_others(searched);
  if (has(reading.topics, Topic::negation | Topic::plan)) reading.doubtful = true;
  if (has(reading.topics, Topic::abroad)) {
    const LocationReading location = read_locations(searched);
    reading.hints_abroad = location.suggests_abroad();
    reading.surely_abroad = location.surely_abroad();
  }
  return reading;
}

bool denies(const Phrases& phrases, const CellReading& reading, std::string_view searched) {
  if (has(reading.topics, Topic::negation | Topic::own_server)) return true;
  const std::size_t bracket = std::min(searched.find('('), searched.find("（"));
  if (bracket >= searched.size()) return false;
  const std::string_view before = searched.substr(0, bracket);
  return has(phrases.classify_cell(before, before), CellMeaning::none);
}

bool is_struck_out(std::string_view text) {
  constexpr std::u32string_view kMarks =
      U" 　\t\r\n*＊×✕✖xXｘＸ-－‐‑‒–—―−ー─━=＝/／＼\\~～〜…・.．。_＿|｜";
  for (std::size_t at = 0; at < text.size();) {
    if (kMarks.find(next_character(text, at)) == std::u32string_view::npos) return false;
  }
  return true;
}

bool names_only_operator(const Phrases& phrases, std::string_view location,
                         std::initializer_list<std::string_view> operators) {
  if (const auto known = phrases.inside(Topic::service).prefix(location)) {
    location.remove_prefix(known->end);
  } else if (std::ranges::none_of(
                 operators, [&](std::string_view name) { return take_off(location, name); })) {
    return false;
  }
  for (const std::string_view glue : {" ", "社", "の"}) {
    if (location.starts_with(glue)) location.remove_prefix(glue.size());
  }
  if (location.starts_with("。")) location.remove_prefix(std::string_view("。").size());
  return is_blank(location) ||
         has(phrases.classify_cell(location, location), CellMeaning::unstated_location);
}

bool names_no_location(const CellReading& reading, const LocationReading& locations,
                       std::string_view text) {
  constexpr CellMeaning kReported = CellMeaning::none | CellMeaning::undisclosed_location |
                                    CellMeaning::elsewhere | CellMeaning::prompt |
                                    CellMeaning::example;
  if (reading.blank || has(reading.meaning, kReported)) return false;
  if (has(reading.topics, Topic::undisclosed)) return false;
  if (locations.abroad || !locations.named.empty() || !locations.suggested.empty()) return false;
  constexpr std::u32string_view kPartsOfAddresses = U"県郡市区町村〒";
  for (std::size_t at = 0; at < text.size();) {
    if (kPartsOfAddresses.find(next_character(text, at)) != std::u32string_view::npos) {
      return false;
    }
  }
  return true;
}

std::optional<std::uint32_t> only_printed_media(const Phrases& phrases, std::string_view searched) {
  std::uint32_t met = 0;
  bool nothing_else = true;
  std::size_t covered = 0;
  const auto skip_separators = [&](std::size_t until) {
    while (covered < until) {
      constexpr std::u32string_view kSeparators = U" 　\n\r\t、,，。・/／及びと等";
      const char32_t c = next_character(searched, covered);
      nothing_else = nothing_else && kSeparators.find(c) != std::u32string_view::npos;
    }
  };
  phrases.inside(Topic::printed_medium).each(searched, [&](const Lexicon::Match& match) {
    skip_separators(match.begin);
    covered = match.end;
    met |= 1U << match.value;
  });
  nothing_else = nothing_else && (met != 0 || searched.empty());
  skip_separators(searched.size());
  return nothing_else ? std::optional(met) : std::nullopt;
}

bool is_printed_title(const Phrases& phrases, std::string_view title,
                      std::string_view course_number, std::string& scratch) {
  std::string_view key = folded(title, scratch);
  for (const auto& [open, close] :
       {std::pair<std::string_view, std::string_view>{"「", "」"}, {"『", "』"}}) {
    if (!key.starts_with(open) || !key.ends_with(close)) continue;
    key.remove_prefix(open.size());
    key.remove_suffix(close.size());
  }
  if (!key.starts_with(phrases.contract_title())) return false;
  key.remove_prefix(phrases.contract_title().size());
  return key.empty() || (!course_number.empty() && key.starts_with('(') && key.ends_with(')') &&
                         key.substr(1).starts_with(course_number));
}

bool is_printed_overseas_data(const Phrases& phrases, std::string_view text, std::string& scratch) {
  return without_full_stop(folded(text, scratch)) == phrases.printed_overseas_data();
}

bool says_no_number(const Phrases& phrases, std::string_view text, std::string_view searched) {
  const bool digits = std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
  return !digits && (phrases.inside(Topic::negation).occurs_in(searched) ||
                     has(phrases.classify_cell(text, searched), CellMeaning::unidentified));
}

}  // namespace tokki::inline v0::internal
