// edition_files.hpp: editions that the tests make.
#pragma once

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "files.hpp"
#include "tokki/edition.hpp"

namespace tokki {

using Json = nlohmann::ordered_json;

/// The built-in edition's file.
inline Json default_edition() {
  return Json::parse(text_of(kSourceDir / "editions/itaku-kunren.json"));
}

/// An edition that extends the built-in one and differs in nothing but `patch` (RFC 7396).
inline Json extending(const Json& patch) {
  Json edition{{"format", "tokki.edition/1"},
               {"id", "other"},
               {"version", "1"},
               {"extends", "itaku-kunren"},
               {"title", {{"ja", "別の特記事項"}, {"en", "Other terms"}}},
               {"issuer", {{"ja", "架空県"}, {"en", "Fictional Prefecture"}}},
               {"revised_on", "2026-11-24"}};
  edition.merge_patch(patch);
  return edition;
}

inline std::shared_ptr<const Edition> loaded(const Json& edition, Edition::Known known = {}) {
  Edition::Loaded loaded = Edition::load(edition.dump(), known);
  for (const Finding& fault : loaded.faults) ADD_FAILURE() << fault.rule->id << fault.at.pointer();
  return loaded.edition ? loaded.edition : Edition::builtin();
}

/// "rule pointer" of each fault, in order.
inline std::vector<std::string> faults(const Json& edition) {
  const Edition::Loaded loaded = Edition::load(edition.dump(2));
  std::vector<std::string> lines;
  for (const Finding& fault : loaded.faults) {
    EXPECT_TRUE(fault.at.position) << fault.rule->id;
    lines.push_back(std::string(fault.rule->id) + " " + fault.at.pointer());
  }
  EXPECT_EQ(loaded.edition == nullptr, !lines.empty());
  return lines;
}

}  // namespace tokki
