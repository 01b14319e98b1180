#include "chain_command.hpp"

#include <fmt/format.h>

#include "exit_codes.hpp"
#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

class ChainRun {
 public:
  explicit ChainRun(const ChainArguments& arguments) : arguments_(arguments) {}

  int run() {
    FileVisitor visitor;
    visitor.report = [this](const Report& report) {
      return arguments_.deliver(report, [this](const Report& counted) {
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
      complain(complaint(file, arguments_.style.language));
      unreadable_ = true;
    };
    check_inputs(arguments_, std::move(visitor));
    if (waived_ != 0) {  // no picture has room for it, and no waiver is silent
      complain(fmt::format("{} {}", say("免除により数えない指摘", "findings waived, not counted:"),
                           waived_));
    }
    return after_output(exit_code(), arguments_.style.language);
  }

 private:
  [[nodiscard]] int exit_code() const {
    if (too_many_ || unknown_party_) return kUsage;
    if (unreadable_) return kUnreadable;
    const bool failed = arguments_.fail_on && gravest_ && *gravest_ >= *arguments_.fail_on;
    return failed ? kFindings : kClean;
  }
  [[nodiscard]] std::string say(std::string_view ja, std::string_view en) const {
    return std::string(arguments_.style.language == Language::ja ? ja : en);
  }

  // A document of its own format can hold one picture.
  [[nodiscard]] bool one_only() const {
    return arguments_.format != ChainFormat::text && arguments_.format != ChainFormat::json;
  }

  // In place of a picture, which would say that nothing lies abroad.
  [[nodiscard]] std::string not_a_dossier(const DocumentInfo& document) const {
    return fmt::format(
        "{}{}: {}\n", document.uri, document.line ? fmt::format(":{}", *document.line) : "",
        document.kind == Description<Declaration>::kind
            ? say("届出書であり、案件ではありません。届出書は tokki check で確認できます",
                  "a declaration, not a dossier; tokki check is for declarations")
            : say("案件として読めません。理由は tokki check で確認できます",
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
        return complain(
            say("この形式では一つの案件だけを出力できます", "this format holds one dossier only"));
      }
      if (arguments_.format == ChainFormat::text) writing_ = put("\n");
    }
    if (!dossier_ && other_ && arguments_.party.empty() && arguments_.format == ChainFormat::text) {
      writing_ = writing_ && put(not_a_dossier(*other_));
      return;
    }
    if (arguments_.party.empty()) {
      writing_ = writing_ && put(to_string(chain, reports_, arguments_.format, arguments_.style));
      return;
    }
    const ChainIndex party = chain.find(arguments_.party);
    if (party == kNobody) {
      unknown_party_ = true;
      return complain(fmt::format(
          "--party {}: {}", arguments_.party,
          say("この案件にそのような事業者はありません", "no such party in this dossier")));
    }
    writing_ = writing_ && put(describe_party(chain, party, *arguments_.options.editions.first(),
                                              arguments_.style));
  }

  const ChainArguments& arguments_;
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

}  // namespace

int run_chain(const ChainArguments& arguments) { return ChainRun(arguments).run(); }

}  // namespace tokki::cli
