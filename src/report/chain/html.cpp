// A chain as an HTML page: the picture, the data abroad, and every finding.
#include <fmt/format.h>

#include "report/chain/view.hpp"
#include "report/html.hpp"

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

// The picture is drawn for paper, so it stays light on a dark screen.
constexpr std::string_view kStyle =
    "td:first-child{white-space:nowrap}.findings td:nth-child(2){min-width:9em}"
    ".findings td:last-child{white-space:nowrap}"
    ".error td:first-child{color:var(--bad);font-weight:700}"
    ".picture{border:1px solid var(--line);background:#fff}"
    ".picture svg{max-width:100%;height:auto}@media print{.picture{border:0}}";

}  // namespace

std::string chain_html(const ChainView& view, const DossierReports& reports,
                       const TextStyle& style) {
  const Language language = style.language;
  const auto heading = view.heading();
  std::string out = html_start(heading[0], kStyle, language);
  out += fmt::format("<h1>{}</h1>\n<p>{}</p>\n", escaped_xml(heading[0]), escaped_xml(heading[1]));
  out += "<div class=\"picture\">\n" + chain_svg(view) + "</div>\n";

  out += fmt::format("<h2>{}{}</h2>\n", view.localized("国外にあるデータ", "Data kept abroad"),
                     view.not_counted());
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
