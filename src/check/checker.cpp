#include <algorithm>
#include <iterator>

#include "check/dossier_check.hpp"
#include "check/form_check.hpp"
#include "tokki/check.hpp"

namespace tokki {

struct Checker::State {
  explicit State(CheckOptions given)
      : options(std::move(given)),
        as_of(options.as_of ? *options.as_of : today_in_japan()),
        forms(options.editions, as_of) {
    report.edition = options.editions.first();
    report.as_of = as_of;
  }

  void begin(std::string_view uri, std::optional<std::uint64_t> line) {
    report.document.uri = uri;
    report.document.line = line;
    report.document.kind.clear();
    report.other_documents.clear();
    report.findings.clear();
    choose(options.editions.first());
  }

  void choose(const std::shared_ptr<const Edition>& edition) {
    if (report.edition != edition) report.edition = edition;
  }

  void check_form(const Declaration& declaration) {
    report.document.kind = Description<Declaration>::kind;
    choose(options.editions.all()[forms.edition_of(declaration)]);
    forms.check(declaration, form, report.findings);
  }

  // A structural fault needs no second finding, of a form that lacks something.
  void leave_out_faulty() {
    std::erase_if(report.findings,
                  [this](const Finding& finding) { return document.faulty_at(finding.at); });
  }

  void add_structural() {
    std::ranges::copy(document.findings(), std::back_inserter(report.findings));
  }

  // A dossier in one document: its forms, and the chain that it makes.
  template <class Given>
  void check_dossier(const Given& given) {
    DossierCheck check(options, as_of);
    check.add(given);
    if (check.kind(0) == Description<Dossier>::kind) {
      (void)check.finish([this](std::uint32_t) { return name_of_document(); });
    } else {
      check.finish_dates();
    }
    report.document.kind = check.kind(0);
    choose(check.edition(0));
    if (auto* const findings = check.findings(0)) {
      report.findings = std::move(*findings);
      report.other_documents = check.names_for(report.findings, 0);
    }
  }
  [[nodiscard]] std::string name_of_document() const {
    const DocumentInfo& info = report.document;
    return info.line ? info.uri + ":" + std::to_string(*info.line) : info.uri;
  }

  void finish() {
    auto& findings = report.findings;
    // An absent cell has no place in the text, so the form's order comes first.
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
      return std::pair(row_of(finding), finding.at.position ? finding.at.position->offset : 0);
    });
    truncate(findings, options.limits.findings);
  }

  CheckOptions options;
  Day as_of;
  FormCheck forms;
  Place form{0, Description<Declaration>::kind};  // a form that is the whole document
  Document document;
  Report report;
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

const Report& Checker::check(std::string_view json, std::string_view uri,
                             std::optional<std::uint64_t> line) {
  State& state = *state_;
  state.begin(uri, line);
  state.document.read(json, state.options.limits);
  if (state.document.dossier() != nullptr || state.document.dossier_record() != nullptr) {
    state.check_dossier(state.document);
    if (!state.report.findings.empty()) {
      state.document.locate(state.report.findings, state.options.keep_values);
    }
    return state.report;
  }
  if (const Declaration* declaration = state.document.declaration()) {
    state.check_form(*declaration);
  }
  if (!state.document.findings().empty()) {
    state.leave_out_faulty();
    state.add_structural();
  }
  if (!state.report.findings.empty()) {
    state.document.locate(state.report.findings, state.options.keep_values);
    state.finish();
  }
  return state.report;
}

const Report& Checker::check(const Declaration& declaration, std::string_view uri) {
  State& state = *state_;
  state.begin(uri, std::nullopt);
  state.check_form(declaration);
  if (!state.report.findings.empty()) state.finish();
  return state.report;
}

const Report& Checker::check(const Dossier& dossier, std::string_view uri) {
  State& state = *state_;
  state.begin(uri, std::nullopt);
  state.check_dossier(dossier);
  return state.report;
}

Day Checker::as_of() const noexcept { return state_->as_of; }

Report check(std::string_view json, const CheckOptions& options) {
  return Checker(options).check(json);
}
Report check(const Declaration& declaration, const CheckOptions& options) {
  return Checker(options).check(declaration);
}
Report check(const Dossier& dossier, const CheckOptions& options) {
  return Checker(options).check(dossier);
}

}  // namespace tokki
