// Examples of rules are patches to a sample (RFC 6902, RFC 7396); applying these, and leaving out
// what an example does not need, is all that nlohmann/json is used for here.
#include <algorithm>
#include <nlohmann/json.hpp>

#include "report/rules/sample.hpp"
#include "tokki/check.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

using ExampleJson = nlohmann::ordered_json;

bool fires_on(const RuleInfo& rule, const ExampleJson& document,
              const std::shared_ptr<const Edition>& edition) {
  const Report report =
      check(document.dump(), {.editions = edition, .as_of = kSampleDay, .limits = {}});
  return std::ranges::any_of(report.findings,
                             [&](const Finding& finding) { return finding.rule == &rule; });
}

// Leaves out, one by one, the members and items that two documents have in common and without which
// the rule still fires on the one and finds nothing in the other.
class Shortening {
 public:
  Shortening(const RuleInfo& rule, Examples& examples)
      : rule_(rule),
        edition_(examples.edition),
        fires_(ExampleJson::parse(examples.fires)),
        near_miss_(ExampleJson::parse(examples.near_miss)) {
    shorten(ExampleJson::json_pointer());
    examples.fires = fires_.dump();
    examples.near_miss = near_miss_.dump();
  }

 private:
  // As deep as the examples, which are constants.
  void shorten(const ExampleJson::json_pointer& at) {  // NOLINT(misc-no-recursion)
    const ExampleJson part = fires_.at(at);
    if (!part.is_structured()) return;
    std::vector<ExampleJson::json_pointer> steps;
    if (part.is_object()) {
      for (const auto& member : part.items()) steps.push_back(at / member.key());
    } else {
      for (std::size_t i = part.size(); i-- > 0;) steps.push_back(at / i);  // indices stay valid
    }
    for (const ExampleJson::json_pointer& step : steps) {
      if (!left_out(step)) shorten(step);
    }
  }

  bool left_out(const ExampleJson::json_pointer& at) {
    const bool both = near_miss_.contains(at);
    if (both && near_miss_.at(at) != fires_.at(at)) return false;
    const ExampleJson removal = {{{"op", "remove"}, {"path", at.to_string()}}};
    ExampleJson fires = fires_.patch(removal);
    ExampleJson near_miss = both ? near_miss_.patch(removal) : near_miss_;
    if (!fires_on(rule_, fires, edition_) || fires_on(rule_, near_miss, edition_)) return false;
    fires_ = std::move(fires);
    near_miss_ = std::move(near_miss);
    return true;
  }

  const RuleInfo& rule_;
  const std::shared_ptr<const Edition>& edition_;
  ExampleJson fires_;
  ExampleJson near_miss_;
};

}  // namespace

Examples examples_of(const RuleInfo& rule) {
  const auto document = [&](std::string_view example) {
    if (rule.whole_documents || example.empty()) return std::string(example);
    if (example.starts_with('[')) {
      return ExampleJson::parse(kSampleDossier).patch(ExampleJson::parse(example)).dump();
    }
    ExampleJson whole = ExampleJson::parse(kSampleDeclaration);
    whole.merge_patch(ExampleJson::parse(example));
    return whole.dump();
  };
  Examples examples{document(rule.fires), document(rule.near_miss), Edition::builtin(), {}};
  if (!rule.under.empty()) {
    ExampleJson edition = ExampleJson::parse(kSampleEdition);
    edition.merge_patch(ExampleJson::parse(rule.under));
    examples.edition_document = edition.dump();
    examples.edition = Edition::load(examples.edition_document).edition;
  }
  return examples;
}

Examples short_examples_of(const RuleInfo& rule) {
  Examples examples = examples_of(rule);
  if (!rule.whole_documents && !rule.fires.empty()) Shortening(rule, examples);
  return examples;
}

std::string_view sample_declaration() { return kSampleDeclaration; }
std::string_view sample_dossier() { return kSampleDossier; }

}  // namespace tokki::inline v0
