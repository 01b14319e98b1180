// A chain as an SVG picture: one row for each party, with labels in words instead of a legend.
#include <fmt/format.h>

#include "report/chain/view.hpp"
#include "report/html.hpp"
#include "report/layout.hpp"

namespace tokki::inline v0::internal {
namespace {

constexpr int kMargin = 24;
constexpr int kIndent = 32;
constexpr int kMaxIndents = 12;
constexpr int kBox = 300;
constexpr int kRow = 60;
constexpr int kBoxHeight = 46;
constexpr int kPill = 22;
constexpr int kTop = 84;

struct Colours {
  std::string_view fill, line, text;
};
Colours colours(Badge::Tone tone) {
  switch (tone) {
    case Badge::Tone::good: return {"#e6f4ea", "#81c995", "#0d652d"};
    case Badge::Tone::open: return {"#fef7e0", "#f9ab00", "#7a4f00"};
    case Badge::Tone::bad: return {"#b3261e", "#b3261e", "#ffffff"};
    case Badge::Tone::abroad: return {"#174ea6", "#174ea6", "#ffffff"};
    default: return {"#f1f3f4", "#bdc1c6", "#3c4043"};
  }
}

// As much of the text as takes at most so many columns.
std::string shortened(std::string_view text, std::size_t room) {
  if (columns(text) <= room) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    (void)next_character(text, at);
    if (columns(out) + columns(text.substr(start, at - start)) + 2 > room) break;
    out += text.substr(start, at - start);
  }
  return out + "…";
}

int left_of(const ChainRow& row) {
  return kMargin + kIndent * std::min(static_cast<int>(row.depth), kMaxIndents);
}

}  // namespace

std::string chain_svg(const ChainView& view) {
  constexpr double kColumn = 6.6;  // of text 12 high
  const Picture picture = picture_of(view);
  std::string body;
  int deepest = 0;
  for (const auto& each : picture.rows) deepest = std::max(deepest, left_of(each.row));
  const int pills = deepest + kBox + 20;
  double widest = pills + 200;

  std::vector<int> above(kMaxIndents + 1, 0);  // the middle of the last row of each depth
  for (std::size_t i = 0; i < picture.rows.size(); ++i) {
    const Picture::Row& each = picture.rows[i];
    const int left = left_of(each.row);
    const int top = kTop + kRow * static_cast<int>(i);
    const int middle = top + kBoxHeight / 2;
    const int depth = std::min(static_cast<int>(each.row.depth), kMaxIndents);
    if (each.row.edge != kNoIndex && depth > 0) {
      const Badge consent = view.consent(view.chain().edges()[each.row.edge]);
      const bool lacking = consent.tone == Badge::Tone::bad;
      body += fmt::format(
          R"(<path d="M{0} {1}V{2}H{3}" fill="none" stroke="{4}" stroke-width="{5}"{6}/>)"
          "\n",
          left - kIndent + 14, above[static_cast<std::size_t>(depth - 1)] + kBoxHeight / 2, middle,
          left, lacking ? "#b3261e" : "#80868b", lacking ? 2 : 1,
          lacking ? R"( stroke-dasharray="5 4")" : "");
    }
    above[static_cast<std::size_t>(depth)] = middle;
    const bool bad = std::ranges::any_of(
        each.badges, [](const Badge& badge) { return badge.tone == Badge::Tone::bad; });
    body += fmt::format(
        R"(<rect x="{}" y="{}" width="{}" height="{}" rx="6" fill="{}" stroke="{}"{}/>)"
        "\n",
        left, top, kBox, kBoxHeight, each.row.again ? "#f8f9fa" : "#ffffff",
        bad ? "#b3261e" : "#5f6368", each.row.again ? R"( stroke-dasharray="3 3")" : "");
    body += fmt::format(R"(<text x="{}" y="{}" class="name">{}</text>)"
                        "\n",
                        left + 10, top + 20, escaped_xml(shortened(each.name, 38)));
    body += fmt::format(R"(<text x="{}" y="{}" class="detail">{}</text>)"
                        "\n",
                        left + 10, top + 38, escaped_xml(shortened(each.detail, 48)));
    double x = pills;
    for (const Badge& badge : each.badges) {
      const Colours c = colours(badge.tone);
      const double width = static_cast<double>(columns(badge.text)) * kColumn + 18;
      body += fmt::format(
          R"(<rect x="{:.0f}" y="{}" width="{:.0f}" height="{}" rx="11" fill="{}" stroke="{}"/>)"
          R"(<text x="{:.0f}" y="{}" class="badge" style="fill:{}">{}</text>)"
          "\n",
          x, middle - kPill / 2, width, kPill, c.fill, c.line, x + width / 2, middle + 4, c.text,
          escaped_xml(badge.text));
      x += width + 8;
    }
    widest = std::max(widest, x);
  }

  const auto heading = view.heading();
  widest = std::max(widest, kMargin + static_cast<double>(columns(heading[0])) * 8.8);
  int height = kTop + kRow * static_cast<int>(picture.rows.size()) + kMargin;
  if (picture.cut) {
    body += fmt::format(R"(<text x="{}" y="{}" class="detail">{}</text>)"
                        "\n",
                        kMargin, height,
                        escaped_xml(view.localized("大きいため途中までを示しています",
                                                   "too large: only the beginning is shown")));
    height += kMargin;
  }
  const auto width = static_cast<int>(widest) + kMargin;
  return fmt::format(
             R"(<svg xmlns="http://www.w3.org/2000/svg" width="{0}" height="{1}" viewBox="0 0 {0} {1}" role="img" aria-label="{2}">)"
             "\n<style>text{{font-family:\"Noto Sans JP\",\"Noto Sans CJK JP\",\"Hiragino Sans\","
             "\"Yu "
             "Gothic\",Meiryo,sans-serif;fill:#202124}}.title{{font-size:16px;font-weight:700}}"
             ".name{{font-size:14px;font-weight:700}}.detail{{font-size:11px;fill:#5f6368}}"
             ".badge{{font-size:12px;text-anchor:middle}}</style>\n"
             R"(<rect width="{0}" height="{1}" fill="#ffffff"/>)"
             "\n"
             R"(<text x="{3}" y="36" class="title">{2}</text>)"
             "\n"
             R"(<text x="{3}" y="58" class="detail">{4}</text>)"
             "\n",
             width, height, escaped_xml(heading[0]), kMargin, escaped_xml(heading[1])) +
         body + "</svg>\n";
}

}  // namespace tokki::inline v0::internal
