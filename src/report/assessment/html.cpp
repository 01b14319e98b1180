// How duties stand, as a page to be printed and filed: a table for each status.
#include "report/html.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <utility>

#include "report/assessment/timeline.hpp"
#include "report/layout.hpp"

namespace tokki::inline v0::internal {
namespace {

using Tone = StatusGroup::Tone;

std::string_view class_of(Tone tone) {
  switch (tone) {
    case Tone::bad: return "bad";
    case Tone::due: return "due";
    case Tone::open: return "open";
    case Tone::good: return "good";
    default: return "plain";
  }
}

constexpr std::string_view kStyle = R"(
.counts{list-style:none;display:flex;flex-wrap:wrap;gap:4px 20px;padding:0;margin:12px 0 0}
.counts b{font-size:20px}
h2{border-left:6px solid;padding-left:8px}
.bad{color:var(--bad)}.due{color:var(--due)}.open{color:var(--open)}.good{color:var(--good)}
table{table-layout:fixed}.id{white-space:nowrap}
.duties th:nth-child(1){width:15%}.duties th:nth-child(2){width:27%}
.duties th:nth-child(3){width:17%}.duties th:nth-child(4){width:27%}.duties th:nth-child(5){width:14%}
.timeline th:first-child{width:14em}
.duties small{display:block;font-weight:400}
dl{margin:0}dt{font-size:85%;color:var(--faint)}dd{margin:0 0 4px}
article+article{break-before:page}
@media print{.duties{font-size:8.5pt}}
)";

class AssessmentPage {
 public:
  AssessmentPage(const Assessment& assessment, const AssessmentReportOptions& options)
      : view_(assessment, options) {}

  std::string text() {
    const std::vector<std::string> heading = view_.heading();
    // Of several dossiers, each is an article of one page.
    if (view_.options().heading) {
      out_ = html_start(view_.localized("義務の状況", "How the duties stand"), kStyle,
                        view_.language());
    }
    out_ += "<article>\n";
    element("h1", heading.front());
    for (std::size_t i = 1; i < heading.size(); ++i) element("p", heading[i]);
    if (const std::string name = dossier(); !name.empty()) {
      element("p", view_.localized("文書：", "Dossier: ") + name);
    }
    const std::vector<StatusGroup> groups = view_.groups();
    counts(groups);
    timeline();
    for (const StatusGroup& each : groups) group(each);
    liabilities();
    faults();
    findings();
    if (const std::string undecided = view_.undecided(); !undecided.empty()) {
      element("p", undecided);
    }
    return std::move(out_) + "</article>\n";
  }

 private:
  // Text, in which ids are not broken at their hyphens.
  static std::string shown(std::string_view text) {
    const std::string safe = escaped_xml(visible(text));
    constexpr std::string_view kOfIds =
        "-0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.";
    constexpr std::size_t kMost = 24;  // what is longer may have to be broken
    std::string out;
    for (std::size_t at = 0; at < safe.size();) {
      const std::size_t end = std::min(safe.find_first_not_of(kOfIds, at), safe.size());
      const std::string id = safe.substr(at, end - at);
      const bool whole = id.find('-') != std::string::npos && id.size() <= kMost;
      out += whole ? "<span class=\"id\">" + id + "</span>" : id;
      if (end < safe.size()) out += safe[end];
      at = end + 1;
    }
    return out;
  }
  void element(std::string_view tag, std::string_view text) {
    out_ += fmt::format("<{0}>{1}</{0}>\n", tag, shown(text));
  }
  [[nodiscard]] std::string dossier() const {
    const Assessor* const records = view_.options().records;
    return records == nullptr || records->documents() == 0 ? std::string() : records->name_of(0);
  }

  void counts(const std::vector<StatusGroup>& groups) {
    if (groups.empty()) {
      element("p", view_.options().next
                       ? view_.localized("履行すべきものはありません", "Nothing is due")
                       : view_.localized("違反、履行すべきもの、未確定のものはありません",
                                         "Nothing is breached, due or undetermined"));
    } else {
      out_ += "<ul class=\"counts\">\n";
      for (const StatusGroup& each : groups) {
        out_ += fmt::format("<li class=\"{}\"><b>{}</b> {}</li>\n", class_of(each.tone),
                            each.instances.size(), shown(each.title));
      }
      out_ += "</ul>\n";
    }
    if (const std::string others = view_.others(); !others.empty()) element("p", others);
  }

  void timeline() {
    const Timeline timeline(view_);
    if (timeline.entries().empty()) return;
    element("h2", timeline.title());
    out_ += "<table class=\"timeline\">\n";
    columns({view_.localized("日時", "When"), view_.localized("こと", "What")});
    for (const TimelineEntry& each : timeline.entries()) {
      out_ += fmt::format("<tr><th scope=\"row\">{} {}</th><td>{}</td></tr>\n",
                          shown(timeline.day_of(each)), shown(timeline.clock_of(each)),
                          shown(timeline.words_of(each)));
    }
    out_ += "</table>\n";
  }

  void liabilities() {
    const std::vector<std::string> lines = view_.liabilities();
    if (lines.empty()) return;
    element("h2", view_.liabilities_title());
    out_ += "<ul>\n";
    for (const std::string& line : lines) element("li", line);
    out_ += "</ul>\n";
  }

  // The names of the columns, and what the table is of: both are repeated on each sheet.
  void columns(std::initializer_list<std::string> names, std::string_view of = {}) {
    out_ += "<thead><tr>";
    for (const std::string& each : names) {
      out_ += "<th scope=\"col\">" + shown(each);
      if (!of.empty()) out_ += "<small>" + shown(std::exchange(of, {})) + "</small>";
      out_ += "</th>";
    }
    out_ += "</tr></thead>\n";
  }

  void group(const StatusGroup& group) {
    const std::string title = view_.language() == Language::ja
                                  ? fmt::format("{}（{}件）", group.title, group.instances.size())
                                  : fmt::format("{} ({})", group.title, group.instances.size());
    out_ += fmt::format("<h2 class=\"{}\">{}</h2>\n<table class=\"duties\">\n",
                        class_of(group.tone), shown(title));
    columns({view_.localized("条項", "Clause"), view_.localized("要旨", "Summary"),
             view_.localized("当事者と日時", "Party and times"), view_.localized("理由", "Why"),
             view_.localized("根拠", "Rests on")},
            group.title);
    for (const DutyInstance* const each : group.instances) instance(*each, group);
    out_ += "</table>\n";
  }

  void instance(const DutyInstance& each, const StatusGroup& group) {
    out_ +=
        fmt::format("<tr><th scope=\"row\">{}<small>{}</small></th><td>{}</td><td>{}",
                    shown(view_.citation(each, view_.language())), shown(each.key),
                    shown(view_.summary(each, view_.language())), shown(view_.bearer(each, group)));
    if (const std::string times = view_.times(each); !times.empty()) out_ += "<br>" + shown(times);
    out_ += "</td><td>" + shown(view_.reasons(each));
    if (const std::string settles = view_.settles(each); !settles.empty()) {
      described(view_.localized("確定に要するもの", "Settled by"), settles);
    }
    if (each.underlying != each.status) {
      described(view_.localized("免除前", "Unwaived"),
                status_name(each.underlying, view_.language()));
    }
    out_ += fmt::format("</td><td>{}</td></tr>\n", shown(view_.facts(each)));
  }
  void described(std::string_view term, std::string_view content) {
    out_ += fmt::format("<dl><dt>{}</dt><dd>{}</dd></dl>", shown(term), shown(content));
  }

  void faults() {
    if (view_.assessment().faults.empty()) return;
    element("h2", view_.localized("記録の誤り", "Faults of the records"));
    out_ += "<ul>\n";
    for (const RecordFault& fault : view_.assessment().faults) {
      const Text message = message_of(fault.kind);
      element("li", view_.record_name(fault.at) + view_.localized("：", ": ") +
                        view_.localized(message.ja, message.en));
    }
    out_ += "</ul>\n";
  }

  void findings() {
    if (view_.assessment().findings.empty()) return;
    element("h2", view_.localized("記録についての指摘", "Findings on the records"));
    out_ += "<ul>\n";
    for (const Finding& finding : view_.assessment().findings) {
      element("li", view_.place_name(finding) + view_.localized("：", ": ") +
                        words(finding, *view_.assessment().edition, view_.language()).message);
    }
    out_ += "</ul>\n";
  }

  AssessmentView view_;
  std::string out_;
};

}  // namespace

std::string assessment_html(const Assessment& assessment, const AssessmentReportOptions& options) {
  return AssessmentPage(assessment, options).text();
}

}  // namespace tokki::inline v0::internal
