#include "status_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>
#include <tokki/assessment_report.hpp>
#include <tokki/file_assessor.hpp>

#include <charconv>

#include "common_options.hpp"
#include "exit_codes.hpp"
#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

// What makes the command fail. Each includes those before it.
enum class FailOn : std::uint8_t { never, breached, overdue, due, undetermined };

struct StatusArguments {
  CommonOptions common;
  std::vector<std::string> inputs;
  FileKind kind = FileKind::automatic;
  std::string as_of;
  std::string known_at;
  AssessmentOrder by = AssessmentOrder::clause;
  std::string next;
  std::string party;
  std::string incident;
  FailOn fail_on = FailOn::breached;
  std::string format = "text";
  bool all = false;
  std::optional<bool> show_values;
};

bool fails(const StatusCounts& counts, FailOn level) {
  return (level >= FailOn::breached && counts[Status::breached] != 0) ||
         (level >= FailOn::overdue && counts.overdue != 0) ||
         (level >= FailOn::due && counts[Status::due] != 0) ||
         (level >= FailOn::undetermined && counts[Status::undetermined] != 0);
}

// Reports on each dossier.
class StatusRun {
 public:
  StatusRun(const StatusArguments& arguments, const Settings& settings, const Editions& editions)
      : arguments_(arguments), settings_(settings) {
    options_.editions = editions;
    report_.style = settings.style;
    report_.style.show_values = shows_values(arguments.show_values, arguments.format == "text");
    report_.by = arguments.by;
    report_.all = arguments.all;
  }

  int run() {
    if (!take_times() || !take_next()) return kUsage;
    FileAssessor files({},
                       {.dossier = [this](const Assessor& records) { return show(records); },
                        .unreadable =
                            [this](const UnreadableFile& file) {
                              print_error(error_line(file, settings_.style.language));
                              unreadable_ = true;
                            }},
                       arguments_.kind);
    for (const std::string& name : arguments_.inputs) {
      const bool goes_on =
          name == "-" ? files.read_stream(STDIN_FILENO, "<stdin>") : files.read(name);
      if (!goes_on) break;
    }
    if (!usage_ && !assessed_ && !unreadable_) unreadable_ = true;  // there was no dossier
    return exit_code_after_output(exit_code(), settings_.style.language);
  }

 private:
  [[nodiscard]] int exit_code() const {
    if (usage_) return kUsage;
    if (unreadable_) return kUnreadable;
    return failed_ ? kFindings : kClean;
  }

  bool take_times() {
    const bool as_of = take_time(settings_, "--as-of", arguments_.as_of, options_.as_of);
    return take_time(settings_, "--known-at", arguments_.known_at, options_.known_at) && as_of;
  }
  bool take_next() {
    if (arguments_.next.empty()) return true;
    std::size_t number = 0;
    const char* const end = arguments_.next.data() + arguments_.next.size();
    const auto [at, error] = std::from_chars(arguments_.next.data(), end, number);
    if (error != std::errc() || at != end || number == 0) {
      print_error(fmt::format(
          "--next {}: {}", arguments_.next,
          settings_.localized("1以上の数を指定してください", "must be a number, 1 or more")));
      return false;
    }
    report_.next = number;
    return true;
  }

  // Whom and what the options name in this dossier.
  bool take_names(const Assessor& records) {
    report_.bearer.reset();
    report_.incident.clear();
    const auto unknown = [&](const char* option, const std::string& given, const char* ja,
                             const char* en) {
      print_error(fmt::format("{} {}: {}", option, given, settings_.localized(ja, en)));
      usage_ = true;
      return false;
    };
    if (!arguments_.party.empty()) {
      report_.bearer = records.bearer(arguments_.party);
      if (!report_.bearer) {
        return unknown("--party", arguments_.party, "この案件にそのような事業者はありません",
                       "no such party in this dossier");
      }
    }
    if (!arguments_.incident.empty()) {
      const auto incident = records.incident(arguments_.incident);
      if (!incident) {
        return unknown("--incident", arguments_.incident,
                       "この案件にそのような事案の記録はありません",
                       "no record of such an incident in this dossier");
      }
      report_.incident = *incident;
    }
    return true;
  }

  bool show(const Assessor& records) {
    if (records.undecoded() != 0) {
      unreadable_ = true;
      print_error(undecoded_line(records.undecoded(), settings_.style.language));
    }
    if (!holds_dossier(records)) return true;
    if (!take_names(records)) return false;
    const Assessment assessment = records.assess(options_);
    report_.records = &records;
    report_.heading = !assessed_;
    failed_ = failed_ || fails(count(selected_all(assessment)), arguments_.fail_on);
    const bool text = arguments_.format == "text" || arguments_.format == "markdown";
    const bool begun = std::exchange(assessed_, true);
    if (begun && text && !write_output("\n")) return false;
    return write_output(find_assessment_format(arguments_.format)->write(assessment, report_));
  }

  // All that the report is about: --next only leaves out of it what comes later.
  [[nodiscard]] std::vector<const DutyInstance*> selected_all(const Assessment& assessment) const {
    AssessmentReportOptions all = report_;
    all.next.reset();
    return selected(assessment, all);
  }

  // Otherwise says so: an empty report would look as if nothing were owed.
  bool holds_dossier(const Assessor& records) const {
    if (records.holds_dossier()) return true;
    if (records.documents() != records.undecoded()) {
      print_error(
          fmt::format("{}: {}", records.name_of(0),
                      settings_.localized(
                          "届出書であり、案件ではありません。届出書は tokki check で確認できます",
                          "a declaration, not a dossier; tokki check is for declarations")));
    }
    return false;
  }

  const StatusArguments& arguments_;
  const Settings& settings_;
  AssessOptions options_;
  AssessmentReportOptions report_;
  bool assessed_ = false;
  bool failed_ = false;
  bool unreadable_ = false;
  bool usage_ = false;
};

int status(const StatusArguments& arguments, const Settings& settings) {
  auto editions = load_configured_editions(settings);
  return editions ? StatusRun(arguments, settings, *std::move(editions)).run() : kUsage;
}

}  // namespace

void add_status_command(CommandLine& line) {
  const auto arguments = std::make_shared<StatusArguments>();
  Command command =
      line.add("status", line.localized("契約の義務の履行状況を、ある時点について示します",
                                        "Show how each duty stands at an instant"));
  command.add(
      "inputs", arguments->inputs,
      {.purpose = line.localized("案件のファイル、フォルダー、または - （標準入力）",
                                 "Files or directories of a dossier, or -\nfor standard input"),
       .value = "DOSSIER|DIR|- ...",
       .kind = ValueKind::file,
       .required = true});
  add_input_option(command, arguments->kind, line);
  command.add("--as-of", arguments->as_of,
              {.purpose = line.localized("どの時点の状況か（日だけなら日本のその日の\n終わり。"
                                         "既定：現在）",
                                         "The instant it is about; a day means its end\nin Japan "
                                         "(default: now)"),
               .value = "TIME"});
  add_known_at_option(command, arguments->known_at, line);
  command.add_choice("--by", arguments->by, keys_of<AssessmentOrder>(),
                     {.purpose = line.localized("並べ方：条項、当事者、期限", "Order"),
                      .value = line.localized("clause|party|due（既定：clause）",
                                              "clause|party|due (default: clause)")});
  command.add("--next", arguments->next,
              {.purpose = line.localized(
                   "履行すべきものだけを、期限の近い順に示します\n"
                   "（期限を過ぎたものが先。N件まで、既定：10）",
                   "Only what is due, at most N (default: 10):\noverdue first, then the "
                   "soonest"),
               .value = "[N]",
               .when_bare = "10"});
  command.add("--party", arguments->party,
              {.purpose = line.localized("一つの事業者について示します\n（id、法人番号又は名称）",
                                         "Tell of one party: by id, corporate number or name"),
               .value = "PARTY"});
  command.add("--incident", arguments->incident,
              {.purpose = line.localized("一つの事案について、経過とともに示します",
                                         "Tell of one incident, with all that is on\nrecord of it "
                                         "in the order of time"),
               .value = "ID"});
  command.add_choice(
      "--fail-on", arguments->fail_on,
      Keys<FailOn>{{"breached", FailOn::breached},
                   {"overdue", FailOn::overdue},
                   {"due", FailOn::due},
                   {"undetermined", FailOn::undetermined},
                   {"never", FailOn::never}},
      {.purpose =
           line.localized("終了コードを1にする状況（前のものを含みます）：\nbreached、overdue、"
                          "due、undetermined、never",
                          "Exit with 1 on such a duty, or one before it:\nbreached, "
                          "overdue, due, undetermined, never"),
       .value = line.localized("WHICH（既定：breached）", "WHICH (default: breached)")});
  std::vector<std::string_view> formats;
  for (const AssessmentFormat& format : assessment_formats()) formats.push_back(format.name);
  add_format_option(command, arguments->format, formats, line);
  command.add_flag("--all", arguments->all,
                   line.localized("履行済みのもの、未発生のものも一つずつ示します",
                                  "List what is fulfilled or not triggered, too"));
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  add_show_values_option(
      command, arguments->show_values,
      "名称等の記載も示します（個人情報。既定：端末に\ntext で示すとき）",
      "Show names and other values, too: personal data\n(default: text on a terminal)", line);
  command.set_examples(line,
                       "  tokki status 案件フォルダー --as-of 2025-11-05\n"
                       "  tokki status 案件.json --next\n"
                       "  tokki status 案件.json --incident inc-1",
                       "  tokki status dossier/ --as-of 2025-11-05 --lang en\n"
                       "  tokki status dossier.json --next\n"
                       "  tokki status dossier.json --incident inc-1");
  runs(command, line, arguments, status);
}

}  // namespace tokki::cli
