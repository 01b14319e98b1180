// Examples of rules are patches to a sample (RFC 6902, RFC 7396); applying these is all that
// nlohmann/json is used for here.
#include <nlohmann/json.hpp>

#include "report/rules/sample.hpp"
#include "tokki/rule_examples.hpp"

namespace tokki::inline v0 {
using namespace internal;

Examples examples_of(const RuleInfo& rule) {
  using Json = nlohmann::ordered_json;
  const auto document = [&](std::string_view example) {
    if (rule.whole_documents || example.empty()) return std::string(example);
    if (example.starts_with('[')) {
      return Json::parse(kSampleDossier).patch(Json::parse(example)).dump();
    }
    Json whole = Json::parse(kSampleDeclaration);
    whole.merge_patch(Json::parse(example));
    return whole.dump();
  };
  Examples examples{document(rule.fires), document(rule.near_miss), Edition::builtin()};
  if (!rule.under.empty()) {
    Json edition = Json::parse(kSampleEdition);
    edition.merge_patch(Json::parse(rule.under));
    examples.edition = Edition::load(edition.dump()).edition;
  }
  return examples;
}

std::string_view sample_declaration() { return kSampleDeclaration; }
std::string_view sample_dossier() { return kSampleDossier; }

}  // namespace tokki::inline v0
