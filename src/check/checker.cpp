#include <algorithm>

#include "decode/structural_rules.hpp"
#include "rules/form_rules.hpp"
#include "tokki/check.hpp"

namespace tokki {
namespace {

/// A rule that the edition has switched on, with the severity that it sets.
struct ActiveRule {
  decltype(FormRule::check) check;
  const RuleInfo* info;
  Severity severity;
};

std::vector<ActiveRule> active_rules(const Edition& edition) {
  std::vector<ActiveRule> active;
  for (const FormRule* rule : form_rules()) {
    if (edition.enabled(rule->info))
      active.push_back({rule->check, &rule->info, edition.severity(rule->info)});
  }
  return active;
}

/// Where on the form a finding belongs: 0 for the document as a whole, then the form's rows.
std::size_t row_of(const Finding& finding) {
  std::string_view cell = finding.at.cell;
  cell.remove_prefix(std::min(cell.size(), Description<Declaration>::kind.size() + 1));
  cell = cell.substr(0, cell.find('.'));
  std::size_t row = 0;
  std::size_t index = 0;
  for_each_field<Declaration>([&](const auto& field) {
    ++index;
    if (field.key == cell) row = index;
  });
  return row;
}

}  // namespace

namespace {

/// What is kept for the forms of one edition.
struct Judge {
  explicit Judge(const std::shared_ptr<const Edition>& edition)
      : rules(active_rules(*edition)), form(edition) {}

  std::vector<ActiveRule> rules;
  Form form;
};

}  // namespace

struct Checker::State {
  explicit State(CheckOptions given)
      : options(std::move(given)),
        as_of(options.as_of ? *options.as_of : today_in_japan()),
        judges(options.editions.all().size()) {
    report.edition = options.editions.first();
  }

  void begin(std::string_view uri, std::optional<std::uint64_t> line) {
    report.document.uri = uri;
    report.document.line = line;
    report.document.kind.clear();
    report.findings.clear();
    choose(0);
  }

  void choose(std::size_t index) {
    chosen = index;
    const auto& edition = options.editions.all()[index];
    if (report.edition != edition) report.edition = edition;
  }

  void run_rules(const Declaration& declaration, Traits traits) {
    report.document.kind = Description<Declaration>::kind;
    const CitedContract& contract = declaration.contract;
    choose(options.editions.choose(contract.edition, contract.concluded_on.value));
    auto& judge = judges[chosen];
    if (!judge) judge = std::make_unique<Judge>(report.edition);
    judge->form.look_at(declaration, traits, as_of);
    for (const ActiveRule& active : judge->rules) {
      active.check(judge->form,
                   Emit(*active.info, active.severity, report.document.kind, report.findings));
    }
  }

  // What structure found wrong is said once, and not again as a form that lacks something.
  void leave_out_faulty() {
    std::erase_if(report.findings, [this](const Finding& finding) {
      return document.faulty_at(finding.at.pointer);
    });
  }

  void add_structural() {
    for (Finding finding : document.findings()) {
      if (!report.edition->enabled(*finding.rule)) continue;
      finding.severity = report.edition->severity(*finding.rule);
      report.findings.push_back(std::move(finding));
    }
  }

  void finish() {
    auto& findings = report.findings;
    // An absent cell has no place in the text, so the form's order comes first.
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
      return std::pair(row_of(finding), finding.at.position ? finding.at.position->offset : 0);
    });
    if (findings.size() <= options.limits.findings) return;
    findings.resize(options.limits.findings);
    Finding& last = findings.emplace_back();
    last.rule = &structural("findings-truncated");
    last.severity = last.rule->severity;
    last.arguments = {{"limit", static_cast<std::int64_t>(options.limits.findings)}};
  }

  CheckOptions options;
  Day as_of;
  std::vector<std::unique_ptr<Judge>> judges;  // by edition, made when first needed
  std::size_t chosen = 0;
  Document document;
  Report report;
};

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
  if (const Declaration* declaration = state.document.declaration()) {
    state.run_rules(*declaration, state.document.traits());
  }
  if (!state.document.findings().empty()) {
    state.leave_out_faulty();
    state.add_structural();
  }
  if (!state.report.findings.empty()) {
    locate(json, state.report.findings, state.options.keep_values);
    state.finish();
  }
  return state.report;
}

const Report& Checker::check(const Declaration& declaration, std::string_view uri) {
  State& state = *state_;
  state.begin(uri, std::nullopt);
  Traits traits = Traits::plain;
  Path path;
  each_text(declaration, path,
            [&](const Path&, std::string_view text) { traits |= traits_of(text); });
  state.run_rules(declaration, traits);
  if (!state.report.findings.empty()) state.finish();
  return state.report;
}

Day Checker::as_of() const noexcept { return state_->as_of; }

Report check(std::string_view json, const CheckOptions& options) {
  return Checker(options).check(json);
}
Report check(const Declaration& declaration, const CheckOptions& options) {
  return Checker(options).check(declaration);
}

}  // namespace tokki
