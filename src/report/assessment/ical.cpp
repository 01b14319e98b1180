// What is due, as a calendar (iCalendar, RFC 5545).
//
// Each entry is an event, not a to-do: Google Calendar, Outlook and the calendar of iOS leave
// to-dos out. It takes no time and leaves those free who see it. Only what has a time is an entry:
// 直ちに is no time, and none is made up for it; the calendar's description counts what is left
// out.
#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

#include "report/assessment/due.hpp"
#include "report/assessment/instance_id.hpp"
#include "report/assessment/view.hpp"
#include "report/layout.hpp"

namespace tokki::inline v0::internal {
namespace {

// 3.3.11: text, in which line breaks, commas and semicolons are escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '\n': out += "\\n"; break;
      case '\\':
      case ';':
      case ',': out += '\\'; [[fallthrough]];
      default: out += c;
    }
  }
  return out;
}

// "20250601T093000": in Japan.
std::string compact(Second second) {
  constexpr std::size_t kWithoutOffset = 19;
  std::string text = iso(second).substr(0, kWithoutOffset);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

class Calendar {
 public:
  Calendar(const Assessment& assessment, const AssessmentReportOptions& options)
      : view_(assessment, options) {}

  std::string text() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line(view_.localized("PRODID:-//tokki//tokki status//JA", "PRODID:-//tokki//tokki status//EN"));
    line("CALSCALE:GREGORIAN");
    line("METHOD:PUBLISH");
    about();
    // A calendar holds at least one component; this one, too, when nothing is due.
    for (const std::string_view each :
         {"BEGIN:VTIMEZONE", "TZID:Asia/Tokyo", "BEGIN:STANDARD", "DTSTART:19700101T000000",
          "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900", "TZNAME:JST", "END:STANDARD",
          "END:VTIMEZONE"}) {
      line(each);
    }
    for (const DutyInstance* const each : view_.instances()) {
      if (is_due(*each) && each->until) event(*each);
    }
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  // 3.1: a line is folded before its 76th octet, and never within a character.
  void line(std::string_view text) {
    constexpr std::size_t kMost = 75;
    std::size_t used = 0;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      (void)next_character(text, at);
      if (used + at - begin > kMost) {
        out_ += "\r\n ";
        used = 1;
      }
      out_ += text.substr(begin, at - begin);
      used += at - begin;
    }
    out_ += "\r\n";
  }
  void property(std::string_view name, std::string_view value) {
    line(fmt::format("{}:{}", name, escaped(value)));
  }

  // What the calendar is called (RFC 7986; the names with X- are those that programs read).
  void about() {
    std::size_t timeless = 0;
    for (const DutyInstance* const each : view_.instances()) {
      timeless += is_due(*each) && !each->until ? 1 : 0;
    }
    std::string text;
    for (const std::string& each : view_.heading()) text += (text.empty() ? "" : "\n") + each;
    if (timeless != 0) {
      text += view_.language() == Language::ja
                  ? fmt::format("\n期限の日時が定まらないもの {}件は載せていません", timeless)
                  : fmt::format("\nLeft out: {} due without a time that is set", timeless);
    }
    const std::string name = view_.localized("義務の期限", "Duties that are due");
    property("NAME", name);
    property("X-WR-CALNAME", name);
    property("DESCRIPTION", visible_lines(text));
    property("X-WR-CALDESC", visible_lines(text));
    line("X-WR-TIMEZONE:Asia/Tokyo");
  }

  void event(const DutyInstance& each) {
    line("BEGIN:VEVENT");
    line("UID:" + contract_uuid(view_.options().records, "deadline", each.key));
    line(fmt::format("DTSTAMP:{:%Y%m%dT%H%M%SZ}", view_.assessment().as_of));
    // The end of a day is that day.
    const Second until = *each.until;
    const std::string time = compact(until);
    constexpr std::size_t kDate = 8;
    line(until == end_of(day_in_japan(until)) ? "DTSTART;VALUE=DATE:" + time.substr(0, kDate)
                                              : "DTSTART;TZID=Asia/Tokyo:" + time);
    const std::string state = each.overdue ? view_.localized("期限経過・未確定", "Overdue")
                                           : view_.localized("期限", "Due");
    const std::string cited = view_.citation(each, view_.language());
    property("SUMMARY", visible(fmt::format("{}{}{} {}{}{}", state, view_.localized("　", " - "),
                                            cited, each.bearer, view_.localized("：", ": "),
                                            view_.summary(each, view_.language()))));
    property("DESCRIPTION", visible_lines(details(each)));
    property("CATEGORIES", state);
    line("TRANSP:TRANSPARENT");
    line("END:VEVENT");
  }

  [[nodiscard]] std::string details(const DutyInstance& each) const {
    std::string text = view_.citation(each, view_.language()) + view_.localized("　", "  ") +
                       each.key + "\n" + view_.summary(each, view_.language()) + "\n" +
                       view_.bearer(each);
    if (const std::string times = view_.times(each); !times.empty()) {
      text += view_.localized("　", "; ") + times;
    }
    const auto labelled = [&](std::string_view ja, std::string_view en,
                              const std::string& content) {
      if (!content.empty()) text += "\n" + view_.localized(ja, en) + content;
    };
    labelled("理由：", "Why: ", view_.reasons(each));
    labelled("確定には：", "Settled by: ", view_.settles(each));
    labelled("根拠：", "Rests on: ", view_.facts(each));
    return text;
  }

  // Everything but the line breaks: a calendar's text holds no control characters.
  static std::string visible_lines(std::string_view text) {
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      if (begin != 0) out += '\n';
      out += visible(text.substr(begin, end - begin));
      begin = end + 1;
    }
    return out;
  }

  AssessmentView view_;
  std::string out_;
};

}  // namespace

std::string assessment_ical(const Assessment& assessment, const AssessmentReportOptions& options) {
  return Calendar(assessment, options).text();
}

}  // namespace tokki::inline v0::internal
