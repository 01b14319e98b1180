#include "chain_command.hpp"

#include <fmt/format.h>
#include <tokki/chain_report.hpp>

#include "check_options.hpp"
#include "exit_codes.hpp"
#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

struct ChainArguments : CheckFlags {
  ChainFormat format = ChainFormat::text;
  std::string party;  // describe this one instead: an id, corporate number or name
};

// Shows the chain of each dossier. Exit codes are those of tokki check.
class ChainRun {
 public:
  ChainRun(const ChainArguments& arguments, const CheckRun& run)
      : arguments_(arguments), run_(run) {}

  int run() {
    FileVisitor visitor;
    visitor.report = [this](const Report& report) {
      return run_.deliver(report, [this](const Report& counted) {
        add(counted);
        return true;
      });
    };
    visitor.chain = [this](const Chain& chain) {
      show(chain);
      reports_ = {};
      other_.reset();
      dossier_ = false;
      return writing_ && !too_many_;
    };
    visitor.unreadable = [this](const UnreadableFile& file) {
      print_error(error_line(file, run_.style.language));
      unreadable_ = true;
    };
    check_inputs(run_, std::move(visitor));
    if (waived_ != 0) {  // pictures do not show waived findings, so they are counted here
      print_error(fmt::format(
          "{} {}", localized("免除により数えない指摘", "findings waived, not counted:"), waived_));
    }
    return exit_code_after_output(exit_code(), run_.style.language);
  }

 private:
  [[nodiscard]] int exit_code() const {
    if (too_many_ || unknown_party_) return kUsage;
    if (unreadable_) return kUnreadable;
    const bool failed = run_.fail_on && gravest_ && *gravest_ >= *run_.fail_on;
    return failed ? kFindings : kClean;
  }
  [[nodiscard]] std::string localized(std::string_view ja, std::string_view en) const {
    return std::string(run_.style.language == Language::ja ? ja : en);
  }

  // Whether the output can hold only one chain, as pictures do.
  [[nodiscard]] bool one_only() const {
    return arguments_.format != ChainFormat::text && arguments_.format != ChainFormat::json;
  }

  // Printed instead of an empty picture, which would look as if no data were abroad.
  [[nodiscard]] std::string not_a_dossier(const DocumentInfo& document) const {
    return fmt::format(
        "{}{}: {}\n", document.uri, document.line ? fmt::format(":{}", *document.line) : "",
        document.kind == Description<Declaration>::kind
            ? localized("届出書であり、案件ではありません。届出書は tokki check で確認できます",
                        "a declaration, not a dossier; tokki check is for declarations")
            : localized("案件として読めません。理由は tokki check で確認できます",
                        "cannot be read as a dossier; tokki check says why"));
  }

  void add(const Report& report) {
    reports_.add(report);
    dossier_ = dossier_ || report.document.kind.starts_with("dossier");
    if (!other_) other_ = report.document;
  }

  void show(const Chain& chain) {
    waived_ += reports_.summary().waived;
    const auto gravest = reports_.summary().gravest();
    if (gravest && (!gravest_ || *gravest > *gravest_)) gravest_ = gravest;
    if (shown_++ != 0) {
      if (one_only()) {
        too_many_ = true;
        return print_error(localized("この形式では一つの案件だけを出力できます",
                                     "this format holds one dossier only"));
      }
      if (arguments_.format == ChainFormat::text) writing_ = write_output("\n");
    }
    if (!dossier_ && other_ && arguments_.party.empty() && arguments_.format == ChainFormat::text) {
      writing_ = writing_ && write_output(not_a_dossier(*other_));
      return;
    }
    if (arguments_.party.empty()) {
      writing_ =
          writing_ && write_output(to_string(chain, reports_, arguments_.format, run_.style));
      return;
    }
    const ChainIndex party = chain.find(arguments_.party);
    if (party == kNoIndex) {
      unknown_party_ = true;
      return print_error(fmt::format(
          "--party {}: {}", arguments_.party,
          localized("この案件にそのような事業者はありません", "no such party in this dossier")));
    }
    writing_ = writing_ && write_output(describe_party(chain, party, *run_.options.editions.first(),
                                                       run_.style));
  }

  const ChainArguments& arguments_;
  const CheckRun& run_;
  // Of the documents of one dossier.
  DossierReports reports_;
  std::optional<DocumentInfo> other_;  // the first of them
  bool dossier_ = false;               // one of them is a dossier, or a record of one
  std::optional<Severity> gravest_;
  std::size_t shown_ = 0;
  std::uint64_t waived_ = 0;
  bool writing_ = true;
  bool too_many_ = false;
  bool unknown_party_ = false;
  bool unreadable_ = false;
};

int chain(const ChainArguments& arguments, const Settings& settings) {
  const auto run = resolve_options(arguments, settings, arguments.format == ChainFormat::text);
  return run ? ChainRun(arguments, *run).run() : kUsage;
}

}  // namespace

void add_chain_command(CommandLine& line) {
  const auto arguments = std::make_shared<ChainArguments>();
  Command command = line.add("chain", line.localized("再委託等の連なりと届出、承諾、所在を示します",
                                                     "Show who works for whom and has filed"));
  add_check_options(command, *arguments, line);
  command.add_choice("--format", arguments->format, keys_of<ChainFormat>(),
                     {.purpose = line.localized("出力の形式", "Output format"),
                      .value = line.localized("text|json|dot|mermaid|svg|html（既定：text）",
                                              "text|json|dot|mermaid|svg|html (default: text)")});
  command.add("--party", arguments->party,
              {.purpose = line.localized("一つの事業者について示します\n（id、法人番号又は名称）",
                                         "Tell of one party: by id, corporate number or name"),
               .value = "PARTY"});
  command.set_examples(
      line, "  tokki chain 案件フォルダー\n  tokki chain 案件.json --format svg > 案件.svg",
      "  tokki chain dossier/ --lang en\n"
      "  tokki chain dossier.json --format svg > dossier.svg");
  runs<ChainArguments>(command, line, arguments, chain);
}

}  // namespace tokki::cli
