// A chain as an HTML page: the picture, the data abroad, and every finding.
#include <fmt/format.h>

#include "report/chain/view.hpp"

namespace tokki::inline v0::internal {
namespace {

std::string cell(std::string_view text) { return "<td>" + escaped_xml(text) + "</td>"; }

std::string findings_of(const Report& report, Language language) {
  std::string rows;
  for (const Finding& finding : report.findings) {
    const Words texts = words(finding, *report.edition, language);
    std::string_view severity_key = key_of(finding.severity);
    rows += fmt::format(R"(<tr class="{}">{}<td>{}<br><small>{}</small></td><td>{}<br>)"
                        R"(<small>→ {}</small></td>{}</tr>)"
                        "\n",
                        severity_key, cell(severity_name(finding.severity, language)),
                        escaped_xml(texts.place.empty() ? finding.at.pointer() : texts.place),
                        escaped_xml(texts.label), escaped_xml(texts.message),
                        escaped_xml(texts.remedy), cell(texts.citation));
  }
  return rows;
}

constexpr std::string_view kStyle =
    "body{font-family:\"Noto Sans JP\",\"Noto Sans CJK JP\",\"Hiragino Sans\",\"Yu Gothic\",Meiryo,"
    "sans-serif;color:#202124;margin:24px;line-height:1.6}"
    "h1{font-size:20px;margin:0}h2{font-size:16px;margin:28px 0 8px}h3{font-size:14px;margin:16px "
    "0 4px}"
    "table{border-collapse:collapse;width:100%}td,th{border:1px solid #dadce0;padding:6px 8px;"
    "text-align:left;vertical-align:top}th{background:#f1f3f4}td:first-child{white-space:nowrap}"
    ".findings td:nth-child(2){min-width:9em}.findings td:last-child{white-space:nowrap}"
    "small{color:#5f6368}.error td:first-child{color:#b3261e;font-weight:700}"
    ".picture{border:1px solid #dadce0}.picture svg{max-width:100%;height:auto}"
    "@media print{body{margin:0}.picture{border:0}"
    "tr{break-inside:avoid}}";

}  // namespace

std::string chain_html(const ChainView& view, const DossierReports& reports,
                       const TextStyle& style) {
  const Language language = style.language;
  const auto heading = view.heading();
  std::string out = fmt::format(
      "<!doctype html>\n<html lang=\"{}\">\n<meta charset=\"utf-8\">\n"
      "<meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n"
      "<style>{}</style>\n<h1>{}</h1>\n<p>{}</p>\n",
      view.localized("ja", "en"), escaped_xml(heading[0]), kStyle, escaped_xml(heading[0]),
      escaped_xml(heading[1]));
  out += "<div class=\"picture\">\n" + chain_svg(view) + "</div>\n";

  out += fmt::format("<h2>{}</h2>\n", view.localized("国外にあるデータ", "Data kept abroad"));
  const auto abroad = view.data_abroad();
  if (abroad.empty()) {
    out += fmt::format("<p>{}</p>\n",
                       view.localized("国外に保存するとした届出書はありません。",
                                      "No declaration in force tells of data kept abroad."));
  } else {
    out += fmt::format("<table><tr><th>{}</th><th>{}</th><th>{}</th></tr>\n",
                       view.localized("所在", "Where"), view.localized("サービス等", "Service"),
                       view.localized("乙からの経路", "The way from the contractor"));
    for (const auto& [where, what, path] : abroad) {
      out += "<tr>" + cell(where) + cell(what) + cell(path) + "</tr>\n";
    }
    out += "</table>\n";
  }

  out += fmt::format("<h2>{}</h2>\n", view.localized("指摘", "Findings"));
  for (const auto& [document, report] : reports.entries()) {
    std::string name = report.document.uri;
    if (report.document.line) name += ":" + std::to_string(*report.document.line);
    if (!name.empty()) out += "<h3>" + escaped_xml(name) + "</h3>\n";
    out += fmt::format(
        "<table class=\"findings\"><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr>\n",
        view.localized("重さ", "Severity"), view.localized("箇所", "Where"),
        view.localized("内容", "What"), view.localized("根拠", "Clause"));
    out += findings_of(report, language) + "</table>\n";
  }
  TextStyle plain = style;
  plain.colour = false;
  return out + "<p>" + escaped_xml(to_text(reports.summary(), plain)) + "</p>\n</html>\n";
}

}  // namespace tokki::inline v0::internal
