// A chain as a tree on a terminal.
#include <fmt/format.h>

#include "report/chain/view.hpp"
#include "report/in_language.hpp"
#include "report/layout.hpp"
#include "rules/catalog/subjects.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

Ink ink_of(Badge::Tone tone) {
  switch (tone) {
    case Badge::Tone::good: return Ink::green;
    case Badge::Tone::open: return Ink::yellow;
    case Badge::Tone::bad: return Ink::red;
    case Badge::Tone::abroad: return Ink::cyan;
    default: return Ink::dim;
  }
}

// The meaning of a badge without its colour. In Japan ○, △ and × mean good, doubtful and bad.
std::string_view mark_of(Badge::Tone tone, Language language) {
  const bool ja = language == Language::ja;
  switch (tone) {
    case Badge::Tone::good: return ja ? "○" : "+ ";
    case Badge::Tone::open: return ja ? "△" : "? ";
    case Badge::Tone::bad: return ja ? "×" : "x ";
    case Badge::Tone::abroad: return ja ? "▲" : "! ";
    default: return "";
  }
}

// Branches left of a row: "│  ├─ ". Their width is limited, since a chain may be a million deep.
struct Branches {
  std::string first, next;
};
Branches branches(const ChainRow& row, const std::vector<bool>& more, bool has_children) {
  constexpr std::size_t kMaxRails = 16;
  Branches out;
  const std::size_t from = row.depth > kMaxRails ? row.depth - kMaxRails : 1;
  for (std::size_t d = from; d <= row.depth; ++d) {
    const bool own = d == row.depth;
    if (own) {
      out.first += more[d] ? "├─ " : "└─ ";
    } else {
      out.first += more[d] ? "│  " : "   ";
    }
    out.next += more[d] ? "│  " : "   ";
  }
  out.next += has_children ? "│  " : "   ";
  return out;
}

// Badges in lines of the width, each behind the branches.
std::string badge_lines(const std::vector<Badge>& badges, const std::string& margin,
                        const TextStyle& style) {
  constexpr std::string_view kBetween = "   ";
  std::string lines;
  std::string line;
  std::size_t used = columns(margin);
  for (const Badge& badge : badges) {
    const std::string text = std::string(mark_of(badge.tone, style.language)) + visible(badge.text);
    const std::size_t wide = columns(text) + kBetween.size();
    if (!line.empty() && used + wide > style.width) {
      lines += inked(margin, Ink::dim, style.colour) + line + "\n";
      line.clear();
      used = columns(margin);
    }
    if (!line.empty()) line += kBetween;
    line += inked(text, ink_of(badge.tone), style.colour);
    used += wide;
  }
  return lines + inked(margin, Ink::dim, style.colour) + line + "\n";
}

}  // namespace

std::string internal::chain_text(const ChainView& view, const TextStyle& style) {
  std::string text;
  for (const std::string& line : view.heading()) {
    text += inked(wrapped(visible(line), style.width, 0, style.language), Ink::bold, style.colour);
  }
  const Chain& chain = view.chain();
  bool out_of_reach = false;
  view.each_row([&](const ChainRow& row, const std::vector<bool>& more) {
    if (row.depth == 0) {
      text += '\n';
      if (row.party != chain.contractor() && !std::exchange(out_of_reach, true)) {
        text += view.localized("乙から至る再委託等がない事業者\n",
                               "Parties that no subcontract leads to\n");
      }
    }
    const bool has_children = !row.again && !chain.given(row.party).empty();
    const auto [first, next] = branches(row, more, has_children);
    std::string title = inked(visible(view.name(row.party)), Ink::bold, style.colour);
    title += "  " + inked(view.tier(row.party), Ink::dim, style.colour);
    if (row.edge != kNoIndex && !chain.edges()[row.edge].work.empty()) {
      title += inked("  " + visible(chain.edges()[row.edge].work), Ink::dim, style.colour);
    }
    text += inked(first, Ink::dim, style.colour) + title + "\n";
    text += badge_lines(view.badges(row), next, style);
    return true;
  });
  const auto abroad = view.data_abroad();
  text += '\n';
  if (abroad.empty()) {
    text += view.localized("国外に保存するとした届出書はありません",
                           "No declaration in force tells of data kept abroad") +
            view.not_counted() + "\n";
  } else {
    text += inked(view.localized("国外にあるデータ", "Data kept abroad"), Ink::bold, style.colour) +
            view.not_counted() + "\n";
    for (const auto& [where, what, path] : abroad) {
      text += wrapped(visible(fmt::format("{}  {}", where, what)), style.width, 2, style.language);
      text += wrapped(visible(path), style.width, 6, style.language);
    }
  }
  return text;
}

std::string describe_party(const Chain& chain, ChainIndex party, const Edition& edition,
                           const TextStyle& style) {
  constexpr std::size_t kListed = 20;
  const ChainView view(chain, {}, style.language);
  std::string text =
      inked(visible(view.name(party)), Ink::bold, style.colour) + "  " + view.tier(party) + "\n";
  const auto item = [&](const std::string& label, const std::string& content) {
    text += wrapped(label, style.width, 2, style.language);
    text += wrapped(visible(content), style.width, 4, style.language);
  };
  // The clause that speaks of it in this edition, if one does.
  const auto cited = [&](std::string_view about) {
    const Clause* const clause = edition.clause_about(about);
    if (clause == nullptr) return std::string();
    return fmt::format(fmt::runtime(view.localized("（{}）", " ({})")),
                       edition.citation(clause->key, style.language));
  };
  item(view.localized("乙から至る経路。乙は連帯してその責任を負う",
                      "The way from the contractor, who is jointly and severally liable") +
           cited(subject("liability")),
       view.path_names(party));
  const std::vector<ChainIndex> reached = chain.reachable_from(party);
  std::string names;
  for (std::size_t i = 0; i < reached.size() && i < kListed; ++i) {
    if (i != 0) names += view.localized("、", ", ");
    names += view.name(reached[i]);
  }
  if (reached.size() > kListed) {
    names += fmt::format("{}{}{}", view.localized(" ほか", " and "), reached.size() - kListed,
                         view.localized("者", " more"));
  }
  item(view.localized(
           "この者とその下。違反やインシデントを乙が甲に報告する",
           "This party and those beneath it, whose violations and incidents the contractor "
           "reports") +
           cited(subject("breach.report")) + cited(subject("incident.report")),
       names);
  const Reach reach = chain.inspection(party);
  item(view.localized("甲の立ち入り検査", "On-site inspection by the client") +
           cited(subject("inspection.reach")),
       reach == Reach::yes ? view.localized("できる", "may be made")
       : reach == Reach::undetermined
           ? view.localized("未確定（第2段階以下を含むか、条項の文言から定まらな"
                            "い）",
                            "undetermined: whether the clause covers tier 2 and "
                            "below is open")
           : view.localized("契約の外にある", "not in the chain"));
  std::string locations;
  for (const Badge& badge : view.locations(party)) {
    if (!locations.empty()) locations += view.localized("、", ", ");
    locations += badge.text;
  }
  item(view.localized("有効な届出書が示すデータの所在",
                      "Where its declaration in force says data lies"),
       locations.empty() ? view.localized("届出書からは分からない", "no declaration tells")
                         : locations);
  return text;
}

}  // namespace tokki::inline v0
