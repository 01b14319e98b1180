// A chain for Graphviz and for Mermaid.
#include <fmt/format.h>

#include "report/chain/view.hpp"

namespace tokki::inline v0::internal {
namespace {

Badge::Tone gravest(const std::vector<Badge>& badges) {
  using Tone = Badge::Tone;
  for (const Tone tone : {Tone::bad, Tone::abroad, Tone::open}) {
    if (std::ranges::any_of(badges, [&](const Badge& badge) { return badge.tone == tone; })) {
      return tone;
    }
  }
  return Tone::good;
}

bool is_consent_missing(const Badge& consent) { return consent.tone == Badge::Tone::bad; }

// A party is one node, however many edges lead to it. `node(row)` and `edge(row, consent)` write.
template <class Node, class Edge>
void each_part(const ChainView& view, const Picture& picture, Node&& node, Edge&& edge) {
  for (const Picture::Row& each : picture.rows) {
    if (!each.row.again) node(each);
  }
  for (const Picture::Row& each : picture.rows) {
    if (each.row.edge == kNoIndex) continue;
    const ChainEdge& known = view.chain().edges()[each.row.edge];
    edge(known, view.consent(known));
  }
}

// The badges of a party itself; its consent is the edge's.
std::vector<std::string> lines(const ChainView& view, const Picture::Row& each) {
  std::vector<std::string> lines{each.name, view.tier(each.row.party)};
  ChainRow alone = each.row;
  alone.edge = kNoIndex;
  for (const Badge& badge : view.badges(alone)) lines.push_back(badge.text);
  return lines;
}

std::string joined(const std::vector<std::string>& lines, std::string_view between,
                   std::string (*escape)(std::string_view)) {
  std::string out;
  for (const std::string& line : lines) {
    if (!out.empty()) out += between;
    out += escape(line);
  }
  return out;
}

std::string for_dot(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return out;
}

// Mermaid reads HTML entities written with # in quoted labels, and Markdown in backquotes.
std::string for_mermaid(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '"': out += "#quot;"; break;
      case '#': out += "#35;"; break;
      case '&': out += "#amp;"; break;
      case '<': out += "#lt;"; break;
      case '>': out += "#gt;"; break;
      case '`': out += "#96;"; break;
      default: out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    }
  }
  return out;
}

std::string cut_note(const ChainView& view) {
  return view.localized("大きいため途中までを示しています",
                        "too large: only the beginning is shown");
}

}  // namespace

std::string chain_dot(const ChainView& view) {
  const auto colours = [](Badge::Tone tone) -> std::pair<std::string_view, std::string_view> {
    switch (tone) {
      case Badge::Tone::bad: return {"#fdecea", "#b3261e"};
      case Badge::Tone::abroad: return {"#e8f0fe", "#174ea6"};
      case Badge::Tone::open: return {"#fff8e1", "#8a6100"};
      default: return {"#ffffff", "#3c4043"};
    }
  };
  const Picture picture = picture_of(view);
  std::string out =
      "digraph chain {\n  rankdir=LR;\n  fontname=\"Noto Sans CJK JP\";\n"
      "  node [shape=box, style=\"rounded,filled\", fontname=\"Noto Sans CJK JP\"];\n"
      "  edge [fontname=\"Noto Sans CJK JP\", fontsize=10];\n";
  if (picture.cut) out += fmt::format("  label=\"{}\";\n", for_dot(cut_note(view)));
  each_part(
      view, picture,
      [&](const Picture::Row& each) {
        const auto [fill, line] = colours(gravest(each.badges));
        out += fmt::format("  p{} [label=\"{}\", fillcolor=\"{}\", color=\"{}\"];\n",
                           each.row.party, joined(lines(view, each), "\\n", for_dot), fill, line);
      },
      [&](const ChainEdge& edge, const Badge& consent) {
        out += fmt::format(
            "  p{} -> p{} [label=\"{}\"{}];\n", edge.from, edge.to, for_dot(consent.text),
            is_consent_missing(consent) ? ", color=\"#b3261e\", fontcolor=\"#b3261e\", style=dashed"
                                        : "");
      });
  return out + "}\n";
}

std::string chain_mermaid(const ChainView& view) {
  const auto style = [](Badge::Tone tone) -> std::string_view {
    switch (tone) {
      case Badge::Tone::bad: return "bad";
      case Badge::Tone::abroad: return "abroad";
      case Badge::Tone::open: return "open";
      default: return "good";
    }
  };
  const Picture picture = picture_of(view);
  std::string out = "flowchart LR\n";
  if (picture.cut) out += fmt::format("  cut[\"{}\"]\n", for_mermaid(cut_note(view)));
  each_part(
      view, picture,
      [&](const Picture::Row& each) {
        out += fmt::format("  p{}[\"{}\"]:::{}\n", each.row.party,
                           joined(lines(view, each), "<br/>", for_mermaid),
                           style(gravest(each.badges)));
      },
      [&](const ChainEdge& edge, const Badge& consent) {
        out += fmt::format("  p{} {}|\"{}\"| p{}\n", edge.from,
                           is_consent_missing(consent) ? "-.->" : "-->", for_mermaid(consent.text),
                           edge.to);
      });
  return out +
         "  classDef good fill:#ffffff,stroke:#3c4043,color:#202124\n"
         "  classDef open fill:#fff8e1,stroke:#8a6100,color:#202124\n"
         "  classDef bad fill:#fdecea,stroke:#b3261e,color:#202124\n"
         "  classDef abroad fill:#e8f0fe,stroke:#174ea6,color:#202124\n";
}

}  // namespace tokki::inline v0::internal
