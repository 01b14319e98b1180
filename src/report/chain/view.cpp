#include "report/chain/view.hpp"

#include <fmt/format.h>

#include "chain/record_owners.hpp"
#include "report/in_language.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr std::size_t kPictured = 2'000;

}  // namespace

void DossierReports::add(const Report& report) {
  summary_.add(report);
  if (!report.findings.empty()) entries_.push_back({documents_, report});
  ++documents_;
}

ChainView::ChainView(const Chain& chain, const DossierReports& reports, Language language)
    : chain_(chain), language_(language), counts_(chain.parties().size()) {
  if (reports.entries().empty()) return;
  const RecordOwners owners(chain);
  for (const auto& [document, report] : reports.entries()) {
    for (const Finding& finding : report.findings) {
      const ChainIndex party = owners.of(finding.at);
      if (party != kNoIndex) ++counts_[party][static_cast<std::size_t>(finding.severity)];
    }
  }
}

void ChainView::each_row(const Visit& visit) const {
  struct Step {
    ChainIndex party;
    std::size_t next;  // of the edges that it gives
  };
  std::vector<bool> shown(chain_.parties().size());
  std::vector<bool> more{false};
  std::vector<Step> steps;
  const auto last_edge = [&](const Step& step) {
    return step.next >= chain_.given(step.party).size();
  };
  const auto tree = [&](ChainIndex top) {
    if (!visit({top, kNoIndex, 0, false}, more)) return false;
    shown[top] = true;
    steps.push_back({top, 0});
    while (!steps.empty()) {
      Step& step = steps.back();
      if (last_edge(step)) {
        steps.pop_back();
        more.resize(steps.size() + 1);
        continue;
      }
      const ChainIndex edge = chain_.given(step.party)[step.next++];
      const ChainIndex to = chain_.edges()[edge].to;
      if (to == kNoIndex) continue;
      const auto depth = static_cast<std::uint32_t>(steps.size());
      more.resize(depth + 1);
      more[depth] = !last_edge(step);
      const bool again = shown[to];
      if (!visit({to, edge, depth, again}, more)) return false;
      if (again) continue;
      shown[to] = true;
      if (!chain_.given(to).empty()) steps.push_back({to, 0});
    }
    return true;
  };
  if (chain_.contractor() != kNoIndex && !tree(chain_.contractor())) return;
  // Then those that cannot be reached, starting with those that are nobody's subcontractor.
  for (const bool tops : {true, false}) {
    for (ChainIndex i = 0; i < chain_.parties().size(); ++i) {
      steps.clear();
      more.assign(1, false);
      if (!shown[i] && chain_.received(i).empty() == tops && !tree(i)) return;
    }
  }
}

std::string ChainView::date(Day day) const {
  if (language_ == Language::en) return iso(day);
  return fmt::format("{}年{}月{}日", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::vector<std::string> ChainView::heading() const {
  const Contract& contract = chain_.contract();
  std::string first = contract.title.str();
  const auto join = [&](std::string_view part) {
    if (!first.empty() && !part.empty()) first += language_ == Language::ja ? "　" : "  ";
    first += part;
  };
  if (!contract.course_number.empty()) {
    join(localized("コース番号 ", "course ") + contract.course_number.str());
  }
  if (const Date& concluded = contract.concluded_on; !concluded.written.empty()) {
    join(localized("契約日 ", "concluded ") +
         (concluded.value ? date(*concluded.value) : concluded.written.str()));
  }
  std::string second;
  if (!contract.client.empty()) {
    second = localized("甲 ", "client ") + contract.client.str() + localized("　", "  ");
  }
  second += localized("基準日 ", "as of ") + date(chain_.as_of());
  if (first.empty()) first = localized("契約の記載なし", "no contract given");
  return {first, second};
}

std::string ChainView::name(ChainIndex party) const {
  const ChainParty& known = chain_.parties()[party];
  if (!known.name.empty()) return std::string(known.name);
  return known.id.empty() ? localized("（名称なし）", "(unnamed)") : std::string(known.id);
}

std::string ChainView::tier(ChainIndex party) const {
  const auto depth = chain_.tier(party);
  if (!depth) return localized("乙から至らない", "out of reach");
  if (*depth == 0) return localized("乙", "contractor");
  return language_ == Language::ja ? fmt::format("第{}段階", *depth)
                                   : fmt::format("tier {}", *depth);
}

Badge ChainView::filing(ChainIndex party) const {
  using Tone = Badge::Tone;
  switch (chain_.expected(party)) {
    case Expected::missing: return {Tone::bad, localized("届出なし", "no declaration")};
    case Expected::not_yet:
      return {Tone::open, localized("届出は未到来", "declaration not yet due")};
    case Expected::undetermined:
      return {Tone::open, localized("届出の要否未確定", "declaration: undetermined")};
    case Expected::not_in_chain: return {Tone::plain, localized("届出なし", "no declaration")};
    case Expected::filed: break;
  }
  const ChainFiling& filed = chain_.filings()[chain_.filing_in_force(party)];
  std::string text = localized("届出 ", "declared ");
  text += filed.declared_on.known() ? date(filed.declared_on.day())
                                    : localized("（日付なし）", "(no date)");
  return {Tone::good, text};
}

Badge ChainView::consent(const ChainEdge& edge) const {
  using Tone = Badge::Tone;
  const TriState begun = chain_.begun(edge);
  switch (edge.consent_state) {
    case ConsentState::none:
      if (begun == TriState::no) {
        return {Tone::open, localized("承諾は未到来", "consent not yet due")};
      }
      if (begun == TriState::unknown || edge.consent_ahead) {
        return {Tone::open, localized("承諾は未確定", "consent: undetermined")};
      }
      return {Tone::bad, localized("承諾なし", "no consent")};
    case ConsentState::other_form:
      return {Tone::bad, localized("書面でない承諾", "consent not in writing")};
    case ConsentState::unstated:
      return {Tone::open, localized("承諾の方法未確定", "consent: form not stated")};
    case ConsentState::electronic:
      return {Tone::open, localized("電子的な承諾", "electronic consent")};
    case ConsentState::written: break;
  }
  if (begun != TriState::no && !(edge.consent_on.known() && edge.starts_on.known())) {
    return {Tone::open, localized("承諾の先後未確定", "consent: order unknown")};
  }
  if (edge.consent_on.known() && edge.starts_on.known() && edge.consent_on >= edge.starts_on) {
    return edge.consent_on == edge.starts_on
               ? Badge{Tone::open, localized("承諾と開始が同日", "consent on the day of the start")}
               : Badge{Tone::bad, localized("承諾が開始の後", "consent after the start")};
  }
  return {Tone::good, localized("承諾 ", "consent ") +
                          (edge.consent_on.known() ? date(edge.consent_on.day()) : std::string())};
}

std::vector<Badge> ChainView::locations(ChainIndex party) const {
  using Tone = Badge::Tone;
  const ChainIndex index = chain_.filing_in_force(party);
  if (index == kNoIndex) return {};
  const ChainFiling& filing = chain_.filings()[index];
  std::vector<Badge> badges;
  if (filing.region == StorageRegion::japan_only)
    badges.push_back({Tone::good, localized("国内のみ", "Japan only")});
  for (const DeclaredLocation& location : filing.locations) {
    if (!location.abroad()) continue;
    std::string text = location.certain ? localized("国外：", "abroad: ")
                                        : localized("国外か：", "perhaps abroad: ");
    text += location.country == CountryCode{} ? localized("国名なし", "no country named")
                                              : country_name(location.country, language_);
    if (!location.service.empty()) {
      text += localized("（", " (") + std::string(location.service) + localized("）", ")");
    }
    const bool known = std::ranges::any_of(badges, [&](const Badge& b) { return b.text == text; });
    if (!known) badges.push_back({Tone::abroad, text});
  }
  return badges;
}

std::optional<Badge> ChainView::findings(ChainIndex party) const {
  using Tone = Badge::Tone;
  std::string text;
  Tone tone = Tone::plain;
  for (std::size_t i = counts_[party].size(); i-- > 0;) {
    const auto severity = static_cast<Severity>(i);
    if (counts_[party][i] == 0 || severity == Severity::note) continue;
    if (text.empty()) {
      tone = severity >= Severity::warning ? Tone::bad : Tone::open;
    } else {
      text += localized("・", ", ");
    }
    text += fmt::format("{} {}", severity_name(severity, language_), counts_[party][i]);
  }
  return text.empty() ? std::nullopt : std::optional(Badge{tone, text});
}

std::vector<Badge> ChainView::badges(const ChainRow& row) const {
  using Tone = Badge::Tone;
  if (row.again) return {{Tone::plain, localized("上に記載", "shown above")}};
  std::vector<Badge> badges{filing(row.party)};
  if (row.edge != kNoIndex) {
    const ChainEdge& edge = chain_.edges()[row.edge];
    badges.push_back(consent(edge));
    if (chain_.begun(edge) == TriState::no)
      badges.push_back({Tone::plain, localized("予定", "planned")});
    if (edge.subsidiary == TriState::yes)
      badges.push_back({Tone::plain, localized("子会社", "subsidiary")});
  }
  std::ranges::move(locations(row.party), std::back_inserter(badges));
  if (auto found = findings(row.party)) badges.push_back(std::move(*found));
  return badges;
}

std::string ChainView::path_names(ChainIndex party) const {
  constexpr std::size_t kEnds = 4;
  if (!chain_.tier(party)) return name(party);
  const std::vector<ChainIndex> path = chain_.path_to(party);
  std::string names = name(chain_.contractor());
  for (std::size_t i = 0; i < path.size(); ++i) {
    if (path.size() > 2 * kEnds && i == kEnds) {
      names += fmt::format(" → … {} …", path.size() - 2 * kEnds);
      i = path.size() - kEnds;
    }
    names += " → " + name(chain_.edges()[path[i]].to);
  }
  return names;
}

std::string ChainView::not_counted() const {
  std::size_t missing = 0;
  for (ChainIndex party = 0; party < chain_.parties().size(); ++party) {
    const Expected expected = chain_.expected(party);
    missing += expected == Expected::missing || expected == Expected::undetermined ? 1 : 0;
  }
  if (missing == 0) return {};
  if (language_ == Language::ja) return fmt::format("（未提出{}件を除く）", missing);
  return fmt::format(" ({} missing filing{} not counted)", missing, missing == 1 ? "" : "s");
}

std::vector<ChainView::DataAbroad> ChainView::data_abroad() const {
  std::vector<DataAbroad> found;
  for (const Exposure& exposure : chain_.exposure()) {
    if (exposure.country == kJapan || (!exposure.medium.empty() && exposure.service.empty()))
      continue;
    if (found.size() == kPictured) break;
    std::string where = exposure.country == CountryCode{}
                            ? localized("国外（国名なし）", "abroad, no country named")
                            : country_name(exposure.country, language_);
    if (!exposure.certain) where += localized("（要確認）", " (to be confirmed)");
    found.push_back({where,
                     exposure.service.empty() ? localized("届出書の２", "row 2 of the form")
                                              : std::string(exposure.service),
                     path_names(exposure.party)});
  }
  return found;
}

Picture internal::picture_of(const ChainView& view) {
  Picture picture;
  view.each_row([&](const ChainRow& row, const std::vector<bool>&) {
    if (picture.rows.size() == kPictured) {
      picture.cut = true;
      return false;
    }
    std::string detail = view.tier(row.party);
    if (row.edge != kNoIndex) {
      const std::string_view work = view.chain().edges()[row.edge].work;
      if (!work.empty()) detail.append(view.localized("　", ": ")).append(work);
    }
    picture.rows.push_back({row, view.name(row.party), std::move(detail), view.badges(row)});
    return true;
  });
  return picture;
}

std::string to_string(const Chain& chain, const DossierReports& reports, ChainFormat format,
                      const TextStyle& style) {
  if (format == ChainFormat::json) return chain_json(chain, reports, style.show_values);
  const ChainView view(chain, reports, style.language);
  switch (format) {
    case ChainFormat::dot: return chain_dot(view);
    case ChainFormat::mermaid: return chain_mermaid(view);
    case ChainFormat::svg: return chain_svg(view);
    case ChainFormat::html: return chain_html(view, reports, style);
    default: return chain_text(view, style);
  }
}

}  // namespace tokki::inline v0
