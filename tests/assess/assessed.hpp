// assessed.hpp: small dossiers as JSON, and how a duty of theirs stands.
#pragma once

#include <string>
#include <string_view>

#include "assess/dossiers.hpp"

namespace tokki {
namespace assess_test {

/// A contract of 甲 (青嵐県) with 乙 (hibari), concluded and begun on 2025-04-01, and a
/// subcontractor (suzume) that is bound to the terms.
inline Json base() {
  return Json::parse(R"({
    "format": "tokki.dossier/1",
    "contract": {"client": "青嵐県", "contractor": "hibari", "concluded_on": "2025-04-01",
                 "starts_on": "2025-04-01", "ends_on": "2026-03-31",
                 "windows": [{"name": "情報政策課"}]},
    "parties": [{"id": "hibari", "name": "株式会社ひばり"}, {"id": "suzume", "name": "株式会社すずめ"}],
    "subcontracts": [{"id": "edge-1", "from": "hibari", "to": "suzume", "work": "入力",
                      "starts_on": "2025-05-01", "handles_electronic_data": true,
                      "consents": [{"form": "written", "given_on": "2025-04-20"}],
                      "flow_down": {"special_terms": true, "compliance_items": true,
                                    "agreed_on": "2025-04-21"}}]
  })");
}

/// The base with further records: {"incidents": [...]}.
inline Json with(const std::string& records) {
  Json dossier = base();
  const Json added = Json::parse(records);
  for (const auto& [key, value] : added.items()) {
    for (const auto& each : value) dossier[key].push_back(each);
  }
  return dossier;
}

inline Assessment assess_json(const Json& dossier, std::string_view as_of = "2025-12-31",
                              std::string_view known_at = {}) {
  Document document;
  const std::string text = dossier.dump();
  document.read(text);
  if (document.dossier() == nullptr || !document.findings().empty()) {
    throw std::invalid_argument("no dossier: " + text);
  }
  AssessOptions options;
  options.as_of = end(as_of);
  if (!known_at.empty()) options.known_at = end(known_at);
  return assess(*document.dossier(), options);
}

/// "breached", "undetermined (overdue)", "undetermined by recognised-fear"; "absent" without one.
inline std::string standing(const Assessment& assessment, std::string_view key) {
  const DutyInstance* const instance = find(assessment, key);
  if (instance == nullptr) return "absent";
  std::string text(key_of(instance->status));
  if (instance->overdue) text += " (overdue)";
  if (instance->status == Status::undetermined && !instance->reasons.empty() &&
      instance->reasons.back().reading != nullptr) {
    text += " by " + std::string(instance->reasons.back().reading->id);
  }
  return text;
}
inline std::string standing(const Json& dossier, std::string_view key,
                            std::string_view as_of = "2025-12-31", std::string_view known_at = {}) {
  return standing(assess_json(dossier, as_of, known_at), key);
}

}  // namespace assess_test
}  // namespace tokki
