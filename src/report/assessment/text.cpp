// How duties stand, on a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <span>

#include "report/assessment/timeline.hpp"
#include "report/layout.hpp"

namespace tokki::inline v0::internal {
namespace {

using Tone = StatusGroup::Tone;

Ink ink_of(Tone tone) {
  switch (tone) {
    case Tone::bad: return Ink::red;
    case Tone::due: return Ink::yellow;
    case Tone::open: return Ink::cyan;
    case Tone::good: return Ink::green;
    case Tone::power: return Ink::bold;
    case Tone::plain: return Ink::dim;
  }
  return Ink::plain;
}

class AssessmentText {
 public:
  AssessmentText(const Assessment& assessment, const AssessmentReportOptions& options)
      : view_(assessment, options), options_(options), style_(options.style) {}

  std::string text() {
    bool first = true;
    for (const std::string& line : view_.heading()) {
      const std::string lines = paragraph(line, 0);
      out_ += inked(lines, std::exchange(first, false) ? Ink::bold : Ink::dim, style_.colour);
    }
    timeline();
    for (const StatusGroup& group : view_.groups()) this->group(group);
    if (view_.groups().empty()) {
      out_ +=
          "\n" + paragraph(options_.next
                               ? view_.localized("履行すべきものはありません", "Nothing is due")
                               : view_.localized("違反、履行すべきもの、未確定のものはありません",
                                                 "Nothing is breached, due or undetermined"),
                           0);
    }
    liabilities();
    std::string last;
    for (const std::string& line : {view_.others(), view_.undecided()}) {
      if (!line.empty()) last += paragraph(line, 0);
    }
    if (!last.empty()) out_ += "\n" + last;
    faults();
    findings();
    return std::move(out_);
  }

 private:
  // Of many instances of one duty for the same reasons, so many are shown; of one duty, whatever
  // the reasons; of what is on record of an incident; of other lists.
  static constexpr std::size_t kAlike = 3;
  static constexpr std::size_t kOfDuty = 12;
  static constexpr std::size_t kOfTimeline = 60;
  static constexpr std::size_t kOfList = 20;
  static constexpr std::size_t kIndent = 2;
  static constexpr std::size_t kDetails = 4;
  static constexpr std::size_t kLabel = 12;  // columns
  static constexpr std::size_t kClock = 10;

  // Lines of text. Ids are not broken at their hyphens, so that they can be copied; what no line
  // can hold is broken anywhere.
  [[nodiscard]] std::string paragraph(const std::string& text, std::size_t indent) const {
    constexpr std::string_view kUnbrokenHyphen = "\u2011";
    const std::string shown = visible(text);
    const auto replaced = [](std::string_view in, std::string_view from, std::string_view to) {
      std::string out;
      for (std::size_t begin = 0;;) {
        const std::size_t at = in.find(from, begin);
        out += in.substr(begin, at - begin);
        if (at == std::string_view::npos) return out;
        out += to;
        begin = at + from.size();
      }
    };
    const std::string lines = replaced(
        wrapped(replaced(shown, "-", kUnbrokenHyphen), style_.width, indent, style_.language),
        kUnbrokenHyphen, "-");
    std::string out;
    for (std::size_t begin = 0; begin < lines.size();) {
      const std::size_t end = lines.find('\n', begin);
      const std::string line = lines.substr(begin, end - begin);
      out += columns(line) <= style_.width
                 ? line + "\n"
                 : unbroken(line.substr(std::min(indent, line.size())), indent);
      begin = end + 1;
    }
    return out;
  }

  // A text that is broken only where a line ends.
  [[nodiscard]] std::string unbroken(const std::string& text, std::size_t indent) const {
    const std::string shown = visible(text);
    std::string lines;
    std::string line;
    for (std::size_t at = 0; at < shown.size();) {
      const std::size_t begin = at;
      (void)next_character(shown, at);
      const std::string character = shown.substr(begin, at - begin);
      if (indent + columns(line) + columns(character) > style_.width) {
        lines += std::string(indent, ' ') + line + "\n";
        line.clear();
      }
      line += character;
    }
    return lines + std::string(indent, ' ') + line + "\n";
  }

  void group(const StatusGroup& group) {
    const std::string title = style_.language == Language::ja
                                  ? fmt::format("{}（{}件）", group.title, group.instances.size())
                                  : fmt::format("{} ({})", group.title, group.instances.size());
    out_ += "\n" + inked(title, ink_of(group.tone), style_.colour) + "\n";
    if (group.tone == Tone::power) return powers(group.instances);
    std::string_view party;
    bool any = false;
    std::size_t hidden = 0;
    std::size_t alike = 0;
    std::size_t left_out = 0;
    std::map<std::string_view, std::size_t> of_duty;
    const DutyInstance* last = nullptr;
    for (const DutyInstance* const each : group.instances) {
      const bool new_party =
          options_.by == AssessmentOrder::party && (!any || each->bearer != party);
      any = true;
      alike = !new_party && last != nullptr && are_alike(*last, *each) ? alike + 1 : 0;
      last = each;
      if (!options_.all && alike >= kAlike) {
        ++hidden;
        continue;
      }
      more(std::exchange(hidden, 0));
      if (++of_duty[each->duty] > kOfDuty && !options_.all) {
        ++left_out;
        continue;
      }
      if (new_party) {
        party = each->bearer;
        out_ += paragraph(
            party.empty() ? view_.localized("（甲）", "(the Client)") : std::string(party), 1);
      }
      instance(*each, group);
    }
    more(hidden);
    rest(left_out);
  }

  // Each power once, with all towards whom, or on account of what, it can be exercised.
  void powers(const std::vector<const DutyInstance*>& instances) {
    constexpr std::size_t kMost = 8;
    std::vector<std::vector<const DutyInstance*>> by_duty;
    for (const DutyInstance* const each : instances) {
      const auto known = std::ranges::find(by_duty, each->duty,
                                           [](const auto& some) { return some.front()->duty; });
      (known == by_duty.end() ? by_duty.emplace_back() : *known).push_back(each);
    }
    for (const auto& some : by_duty) {
      const DutyInstance& first = *some.front();
      head(first, std::string(first.duty));
      out_ += paragraph(view_.summary(first, style_.language), kDetails);
      std::string targets;
      for (std::size_t i = 0; i < some.size() && (i < kMost || options_.all); ++i) {
        if (i != 0) targets += view_.localized("、", ", ");
        targets += some[i]->key.substr(std::min(some[i]->key.size(), first.duty.size() + 1));
      }
      if (some.size() > kMost && !options_.all) {
        targets += fmt::format(fmt::runtime(view_.localized(" ほか{}件", " and {} more")),
                               some.size() - kMost);
      }
      entry(view_.localized("対象", "towards"), targets);
      entry(view_.localized("理由", "why"), view_.reasons(first));
    }
  }

  static bool are_alike(const DutyInstance& a, const DutyInstance& b) {
    return a.duty == b.duty && a.bearer == b.bearer && a.until == b.until &&
           std::ranges::equal(a.reasons, b.reasons, [](const Reason& x, const Reason& y) {
             return x.info == y.info && x.reading == y.reading;
           });
  }

  void more(std::size_t hidden) {
    if (hidden == 0) return;
    out_ += paragraph(style_.language == Language::ja
                          ? fmt::format("同じ義務、同じ理由のものが ほかに{}件", hidden)
                          : fmt::format("{} more of this duty for the same reason", hidden),
                      kIndent);
  }

  // How many entries of a list are not shown.
  void rest(std::size_t left_out) {
    if (left_out == 0) return;
    out_ += paragraph(style_.language == Language::ja
                          ? fmt::format("ほかに{}件（--all ですべて示します）", left_out)
                          : fmt::format("and {} more (--all shows them)", left_out),
                      kIndent);
  }
  // How many of so many entries of a list are shown.
  [[nodiscard]] std::size_t shown(std::size_t number, std::size_t most) const {
    return options_.all ? number : std::min(number, most);
  }

  void head(const DutyInstance& each, const std::string& key) {
    const std::string cited = visible(view_.citation(each, style_.language));
    const std::string gap = style_.language == Language::ja ? "　" : "  ";
    if (kIndent + columns(cited + gap + visible(key)) <= style_.width) {
      out_ += std::string(kIndent, ' ') + inked(cited, Ink::bold, style_.colour) + gap +
              inked(visible(key), Ink::dim, style_.colour) + "\n";
    } else {
      out_ += inked(paragraph(cited, kIndent), Ink::bold, style_.colour);
      out_ += inked(unbroken(key, kDetails), Ink::dim, style_.colour);
    }
  }

  void instance(const DutyInstance& each, const StatusGroup& group) {
    head(each, each.key);
    out_ += paragraph(view_.summary(each, style_.language), kDetails);
    std::string bearer = view_.bearer(each, group);
    if (const std::string times = view_.times(each); !times.empty()) {
      bearer += (style_.language == Language::ja ? "　" : "; ") + times;
    }
    out_ += paragraph(bearer, kDetails);
    entry(view_.localized("理由", "why"), view_.reasons(each));
    entry(view_.localized("確定には", "settled by"), view_.settles(each));
    entry(view_.localized("根拠", "rests on"), view_.facts(each));
    if (each.underlying != each.status) {
      entry(view_.localized("免除前", "unwaived"),
            std::string(status_name(each.underlying, style_.language)));
    }
  }

  void entry(const std::string& label, const std::string& content) {
    if (!content.empty()) labelled(label, kLabel, content, Ink::dim);
  }
  // A label in a column of so many, and beside it the content.
  void labelled(const std::string& label, std::size_t column, const std::string& content, Ink ink) {
    const std::string text = paragraph(content, kDetails + column);
    const std::size_t wide = columns(label);
    if (wide >= column) {
      out_ += std::string(kDetails, ' ') + inked(label, ink, style_.colour) + "\n" + text;
      return;
    }
    out_ += std::string(kDetails, ' ') + inked(label, ink, style_.colour) +
            std::string(column - wide, ' ') + text.substr(std::min(text.size(), kDetails + column));
  }

  void timeline() {
    const Timeline timeline(view_);
    if (timeline.entries().empty()) return;
    out_ += "\n" + inked(timeline.title(), Ink::bold, style_.colour) + "\n";
    std::string day;
    const std::size_t number = shown(timeline.entries().size(), kOfTimeline);
    for (const TimelineEntry& each : std::span(timeline.entries()).first(number)) {
      if (const std::string own = timeline.day_of(each); own != day) {
        day = own;
        out_ += paragraph(day, kIndent);
      }
      labelled(timeline.clock_of(each), kClock, timeline.words_of(each), Ink::plain);
    }
    rest(timeline.entries().size() - number);
  }

  void liabilities() {
    const std::vector<std::string> lines = view_.liabilities();
    if (lines.empty()) return;
    out_ += "\n" + inked(view_.liabilities_title(), Ink::bold, style_.colour) + "\n";
    const std::size_t number = shown(lines.size(), kOfList);
    for (const std::string& line : std::span(lines).first(number)) out_ += paragraph(line, kIndent);
    rest(lines.size() - number);
  }

  void faults() {
    if (view_.assessment().faults.empty()) return;
    out_ +=
        "\n" +
        inked(view_.localized("記録の誤り", "Faults of the records"), Ink::yellow, style_.colour) +
        "\n";
    const std::span<const RecordFault> all = view_.assessment().faults;
    const std::size_t number = shown(all.size(), kOfList);
    for (const RecordFault& fault : all.first(number)) {
      out_ += unbroken(view_.record_name(fault.at), kIndent);
      const Text message = message_of(fault.kind);
      out_ += paragraph(std::string(view_.localized(message.ja, message.en)), kDetails);
    }
    rest(all.size() - number);
  }

  void findings() {
    if (view_.assessment().findings.empty()) return;
    out_ += "\n" +
            inked(view_.localized("記録についての指摘", "Findings on the records"), Ink::yellow,
                  style_.colour) +
            "\n";
    const std::span<const Finding> all = view_.assessment().findings;
    const std::size_t number = shown(all.size(), kOfList);
    for (const Finding& finding : all.first(number)) {
      const Words said = words(finding, *view_.assessment().edition, style_.language);
      const std::string where = view_.place_name(finding);
      if (!where.empty()) out_ += unbroken(where, kIndent);
      out_ += paragraph(said.message, kDetails);
    }
    rest(all.size() - number);
  }

  AssessmentView view_;
  const AssessmentReportOptions& options_;
  const TextStyle& style_;
  std::string out_;
};

}  // namespace

std::string assessment_text(const Assessment& assessment, const AssessmentReportOptions& options) {
  return AssessmentText(assessment, options).text();
}

}  // namespace tokki::inline v0::internal
