// dossiers.hpp: small dossiers for tests of assess(): a contract of 青嵐県 with "hibari", and what
// is added to it.
#pragma once

#include <gtest/gtest.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <ostream>
#include <stdexcept>
#include <string>
#include <string_view>

#include "tokki/assess.hpp"
#include "tokki/decode.hpp"

namespace tokki {

inline void PrintTo(Status status, std::ostream* out) {
  for (const auto& each : Description<Status>::choices) {
    if (each.value == status) *out << each.key;
  }
}

namespace assess_test {

using Json = nlohmann::json;

/// The second that `text` ends with: of a day, its last.
inline Second end(std::string_view text) { return Instant(Str(text)).value.value().hi; }

/// The lists of all of them, one after another; other members as the last has them.
inline Json joined(std::initializer_list<Json> parts) {
  Json all = Json::object();
  for (const Json& part : parts) {
    for (const auto& [key, value] : part.items()) {
      if (value.is_array()) {
        for (const Json& record : value) all[key].push_back(record);
      } else if (value.is_object()) {
        all[key].update(value);
      } else {
        all[key] = value;
      }
    }
  }
  return all;
}

inline Json dossier_of(const Json& records) {
  static const Json base = Json::parse(R"({
    "format": "tokki.dossier/1",
    "contract": {"client": "青嵐県", "contractor": "hibari", "concluded_on": "2025-04-01"},
    "parties": [{"id": "hibari", "name": "ひばり研修", "address": "青嵐県青嵐市1"}]
  })");
  return joined({base, records});
}

/// Throws when a dossier is not as it must be, such as one with a misspelt member.
inline Assessment assessed(const Json& records, std::string_view as_of) {
  Document document;
  const std::string text = dossier_of(records).dump();
  document.read(text);
  if (document.dossier() == nullptr || !document.findings().empty()) {
    throw std::invalid_argument("not a dossier: " + text);
  }
  AssessOptions options;
  options.as_of = end(as_of);
  return assess(*document.dossier(), options);
}

inline const DutyInstance* find(const Assessment& assessment, std::string_view key) {
  const auto found = std::ranges::find(assessment.instances, key, &DutyInstance::key);
  return found == assessment.instances.end() ? nullptr : &*found;
}

/// How the instance of a key stands; without one, nothing on record sets it off.
inline Status status(const Json& records, std::string_view as_of, std::string_view key) {
  const Assessment assessment = assessed(records, as_of);
  const DutyInstance* const instance = find(assessment, key);
  return instance == nullptr ? Status::not_triggered : instance->status;
}

}  // namespace assess_test
}  // namespace tokki
