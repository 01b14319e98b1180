#include <algorithm>
#include <iterator>
#include <stdexcept>

#include "check/dossier_check.hpp"
#include "check/form_check.hpp"
#include "tokki/check.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct Checker::State {
  explicit State(CheckOptions given) : options(std::move(given)), forms(options.editions) {}

  void begin(Report& report, std::string_view uri, std::optional<std::uint64_t> line) const {
    report.document.uri = uri;
    report.document.line = line;
    report.document.kind.clear();
    report.index = 0;
    report.other_documents.clear();
    report.as_of = options.day();
    report.findings.clear();
    report.waived.clear();
    choose(report, options.editions.first());
  }

  // Assigns only when the edition differs: copying a shared_ptr costs atomic operations.
  static void choose(Report& report, const std::shared_ptr<const Edition>& edition) {
    if (report.edition != edition) report.edition = edition;
  }

  void check_form(const Declaration& declaration, Report& report) {
    report.document.kind = Description<Declaration>::kind;
    const FormFacts& facts = forms.check(declaration, report.as_of, form, report.findings);
    choose(report, options.editions.all()[facts.edition_index()]);
  }

  // Leaves out findings on members that are structurally at fault and therefore read as empty.
  void leave_out_faulty(Report& report) const {
    std::erase_if(report.findings,
                  [this](const Finding& finding) { return document.faulty_at(finding.at); });
  }

  void add_structural(Report& report) const {
    std::ranges::copy(document.findings(), std::back_inserter(report.findings));
  }

  // A dossier in one document: its forms and its chain.
  template <class Given>
  void check_dossier(const Given& given, Report& report) const {
    DossierCheck check(options, report.as_of);
    check.add(given);
    if (check.kind(0) == Description<Dossier>::kind) {
      (void)check.finish([&](std::uint32_t) { return name_of(report.document); });
    } else {
      check.finish_dates();
    }
    report.document.kind = check.kind(0);
    choose(report, check.edition(0));
    if (auto* const findings = check.findings(0)) {
      report.findings = std::move(*findings);
      report.other_documents = check.names_for(report.findings, 0);
    }
  }
  static std::string name_of(const DocumentInfo& info) {
    return info.line ? info.uri + ":" + std::to_string(*info.line) : info.uri;
  }

  void finish(Report& report) const {
    auto& findings = report.findings;
    // By row of the form first, since an absent cell has no position in the text.
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
      return std::pair(row_of(finding), finding.at.position ? finding.at.position->offset : 0);
    });
    truncate(findings, options.limits.findings);
  }

  CheckOptions options;
  FormCheck forms;
  Place form{0, Description<Declaration>::kind};  // a form that is the whole document
  Document document;
};

std::string_view Report::name_of(const Place& place) const {
  if (place.document == index) return {};
  const auto other = other_documents.find(place.document);
  return other == other_documents.end() ? std::string_view() : other->second;
}

std::optional<Severity> Report::gravest() const noexcept {
  const auto worst = std::ranges::max_element(findings, {}, &Finding::severity);
  return worst == findings.end() ? std::nullopt : std::optional(worst->severity);
}

Checker::Checker(CheckOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

Checker::State& Checker::state() {
  if (!state_) throw std::logic_error("tokki::Checker: moved from");
  return *state_;
}

void Checker::check(std::string_view json, Report& report, std::string_view uri,
                    std::optional<std::uint64_t> line) {
  State& state = this->state();
  state.begin(report, uri, line);
  state.document.read(json, state.options.limits);
  if (state.document.dossier() != nullptr || state.document.dossier_record() != nullptr) {
    state.check_dossier(state.document, report);
    if (!report.findings.empty()) state.document.locate(report.findings, state.options.keep_values);
    return;
  }
  if (const Declaration* declaration = state.document.declaration()) {
    state.check_form(*declaration, report);
  }
  if (!state.document.findings().empty()) {
    state.leave_out_faulty(report);
    state.add_structural(report);
  }
  if (!report.findings.empty()) {
    state.document.locate(report.findings, state.options.keep_values);
    state.finish(report);
  }
}

void Checker::check(const Declaration& declaration, Report& report, std::string_view uri) {
  State& state = this->state();
  state.begin(report, uri, std::nullopt);
  state.check_form(declaration, report);
  if (!report.findings.empty()) state.finish(report);
}

void Checker::check(const Dossier& dossier, Report& report, std::string_view uri) {
  const State& state = this->state();
  state.begin(report, uri, std::nullopt);
  state.check_dossier(dossier, report);
}

Report Checker::check(std::string_view json, std::string_view uri,
                      std::optional<std::uint64_t> line) {
  Report report;
  check(json, report, uri, line);
  return report;
}
Report Checker::check(const Declaration& declaration, std::string_view uri) {
  Report report;
  check(declaration, report, uri);
  return report;
}
Report Checker::check(const Dossier& dossier, std::string_view uri) {
  Report report;
  check(dossier, report, uri);
  return report;
}

Report check(std::string_view json, const CheckOptions& options) {
  return Checker(options).check(json);
}
Report check(const Declaration& declaration, const CheckOptions& options) {
  return Checker(options).check(declaration);
}
Report check(const Dossier& dossier, const CheckOptions& options) {
  return Checker(options).check(dossier);
}

}  // namespace tokki::inline v0
