#include "report/html.hpp"

#include <fmt/format.h>

#include "report/in_language.hpp"

namespace tokki::inline v0::internal {
namespace {

// Colours of a light and of a dark screen; paper is light. Japanese lines are broken strictly
// (禁則処理), titles between phrases.
constexpr std::string_view kStyle = R"(
:root{color-scheme:light dark;--ink:#202124;--faint:#5f6368;--paper:#fff;--head:#f1f3f4;
--line:#dadce0;--bad:#b3261e;--due:#8a5300;--open:#0b57a4;--good:#146c2e}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaed;--faint:#a8adb3;
--paper:#1b1c1e;--head:#292b2e;--line:#46494d;--bad:#ff8a80;--due:#ffc46b;--open:#8ab8ff;
--good:#7fd99a}}
body{font-family:"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif;
color:var(--ink);background:var(--paper);margin:24px;line-height:1.6;line-break:strict;
overflow-wrap:anywhere}
h1{font-size:20px;margin:0}h2{font-size:16px;margin:28px 0 8px}h3{font-size:14px;margin:16px 0 4px}
h1,h2,h3,th{word-break:auto-phrase}
table{border-collapse:collapse;width:100%}
td,th{border:1px solid var(--line);padding:6px 8px;text-align:left;vertical-align:top}
th{background:var(--head)}small{color:var(--faint)}
@page{size:A4;margin:14mm 12mm;@bottom-center{content:counter(page) " / " counter(pages)}}
@media print{body{margin:0;font-size:9.5pt}h2,h3{break-after:avoid}tr{break-inside:avoid}}
)";

}  // namespace

std::string escaped_xml(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '&': out += "&amp;"; break;
      case '"': out += "&quot;"; break;
      default:
        // XML 1.0 has no other control characters.
        out += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' ? ' ' : c;
    }
  }
  return out;
}

std::string html_start(std::string_view title, std::string_view style, Language language) {
  return fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
      "<style>{}{}</style>\n",
      locale(language), escaped_xml(title), kStyle, style);
}

}  // namespace tokki::inline v0::internal
