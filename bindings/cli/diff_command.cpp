#include "diff_command.hpp"

#include <fmt/format.h>
#include <unistd.h>
#include <tokki/changes_report.hpp>
#include <tokki/file_assessor.hpp>

#include "common_options.hpp"
#include "exit_codes.hpp"
#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

struct DiffArguments {
  CommonOptions common;
  std::vector<std::string> inputs;  // two declarations, or a dossier
  FileKind kind = FileKind::automatic;
  std::string as_of;
  std::string known_at;
  std::string format = "text";
  std::optional<bool> show_values;
};

class DiffRun {
 public:
  DiffRun(const DiffArguments& arguments, const Settings& settings, const Editions& editions)
      : arguments_(arguments), settings_(settings), editions_(editions) {
    report_.style = settings.style;
    report_.style.show_values = shows_values(arguments.show_values, arguments.format == "text");
  }

  int run() {
    if (arguments_.inputs.size() > 2) {
      return usage("", "届出書を二つ、又は案件を一つ指定してください",
                   "give two declarations, or one dossier");
    }
    return arguments_.inputs.size() == 2 ? compare_forms() : compare_records();
  }

 private:
  int usage(const std::string& what, const char* ja, const char* en) {
    print_error((what.empty() ? "" : what + ": ") + settings_.localized(ja, en));
    return kUsage;
  }

  // Calls `take` with what each document of the input, or all of them together, holds.
  void read(const std::string& name, const std::function<bool(const Assessor& records)>& take) {
    FileAssessor files({},
                       {.dossier = take,
                        .unreadable =
                            [this](const UnreadableFile& file) {
                              print_error(error_line(file, settings_.style.language));
                              unreadable_ = true;
                            }},
                       arguments_.kind);
    static_cast<void>(name == "-" ? files.read_stream(STDIN_FILENO, "<stdin>") : files.read(name));
  }

  void complain_of_undecoded(const Assessor& records) {
    if (records.undecoded() == 0) return;
    unreadable_ = true;
    print_error(undecoded_line(records.undecoded(), settings_.style.language));
  }

  // The one declaration that an input holds; nothing after an error was printed.
  std::optional<Declaration> one_form(const std::string& name) {
    std::optional<Declaration> form;
    bool several = false;
    bool other = false;
    read(name, [&](const Assessor& records) {
      complain_of_undecoded(records);
      for (std::uint32_t i = 0; i < records.documents(); ++i) {
        const std::string_view kind = records.kind_of(i);
        other = other || (!kind.empty() && kind != "declaration");
      }
      const auto& filings = records.dossier().declarations;
      several = several || filings.size() > 1 || (form && !filings.empty());
      if (!other && !several && !filings.empty()) form = filings[0].declaration;
      return true;
    });
    if (unreadable_) return std::nullopt;
    if (form && !several && !other) return form;
    usage_ = true;
    usage(name, "届出書一つではありません", "not one declaration");
    return std::nullopt;
  }

  int compare_forms() {
    if (!arguments_.as_of.empty() || !arguments_.known_at.empty()) {
      return usage("", "--as-of と --known-at は案件と用います",
                   "--as-of and --known-at go with a dossier");
    }
    const auto before = one_form(arguments_.inputs[0]);
    const auto after = before ? one_form(arguments_.inputs[1]) : std::nullopt;
    if (!before || !after) return usage_ ? kUsage : kUnreadable;
    const FormDiff diff = compare(*before, *after, editions_);
    report_.before_name = arguments_.inputs[0];
    report_.after_name = arguments_.inputs[1];
    return print_output(find_changes_format(arguments_.format)->forms(diff, report_),
                        diff.changed() ? kFindings : kClean, settings_.style.language);
  }

  int compare_records() {
    AssessOptions options;
    options.editions = editions_;
    const bool as_of = take_time(settings_, "--as-of", arguments_.as_of, options.as_of);
    if (!take_time(settings_, "--known-at", arguments_.known_at, options.known_at) || !as_of) {
      return kUsage;
    }
    bool changed = false;
    std::size_t dossiers = 0;
    read(arguments_.inputs[0], [&](const Assessor& records) {
      complain_of_undecoded(records);
      if (!records.holds_dossier()) return true;
      const FactsDiff diff = records.changes(options);
      changed = changed || diff.changed();
      report_.records = &records;
      const bool text = arguments_.format == "text" || arguments_.format == "markdown";
      if (dossiers++ != 0 && text && !write_output("\n")) return false;
      return write_output(find_changes_format(arguments_.format)->facts(diff, report_));
    });
    if (dossiers == 0 && !unreadable_) {
      return usage(arguments_.inputs[0], "案件ではありません。届出書は二つを比べます",
                   "no dossier; declarations are compared with one another, two of them");
    }
    const int code = changed ? kFindings : kClean;
    return exit_code_after_output(unreadable_ ? kUnreadable : code, settings_.style.language);
  }

  const DiffArguments& arguments_;
  const Settings& settings_;
  Editions editions_;
  ChangesReportOptions report_;
  bool unreadable_ = false;
  bool usage_ = false;
};

int diff(const DiffArguments& arguments, const Settings& settings) {
  auto editions = load_configured_editions(settings);
  return editions ? DiffRun(arguments, settings, *editions).run() : kUsage;
}

}  // namespace

void add_diff_command(CommandLine& line) {
  const auto arguments = std::make_shared<DiffArguments>();
  Command command =
      line.add("diff", line.localized("二つの届出書、又は案件の記録と届出書を比べます",
                                      "Compare two forms, or facts on record with one"));
  command.add("inputs", arguments->inputs,
              {.purpose = line.localized("二つの届出書（変更前、変更後）、又は一つの案件\n"
                                         "（- は標準入力）。変更があれば終了コードは1",
                                         "Two declarations, the earlier one first, or one\n"
                                         "dossier (-: standard input). Exits with 1 on a\nchange"),
               .value = "OLD NEW | DOSSIER",
               .kind = ValueKind::file,
               .required = true});
  add_input_option(command, arguments->kind, line);
  command.add(
      "--as-of", arguments->as_of,
      {.purpose = line.localized("どの時点の案件か（日だけなら日本のその日の\n終わり。既定：現在）",
                                 "Of a dossier: the instant it is about; a day means\nits "
                                 "end in Japan (default: now)"),
       .value = "TIME"});
  add_known_at_option(command, arguments->known_at, line);
  std::vector<std::string_view> formats;
  for (const ChangesFormat& format : changes_formats()) formats.push_back(format.name);
  add_format_option(command, arguments->format, formats, line);
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  add_show_values_option(
      command, arguments->show_values,
      "欄の記載も示します（個人情報。既定：端末に\ntext で示すとき）",
      "Show what is written in the cells: personal data\n(default: text on a terminal)", line);
  command.set_examples(line,
                       "  tokki diff 届出書-4月.json 届出書-9月.json\n"
                       "  tokki diff 案件フォルダー --as-of 2025-11-05",
                       "  tokki diff form-april.json form-september.json --lang en\n"
                       "  tokki diff dossier/ --as-of 2025-11-05");
  runs(command, line, arguments, diff);
}

}  // namespace tokki::cli
