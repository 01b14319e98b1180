#include "tokki/rule_reference.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "files.hpp"
#include "report/rules/rule_example.hpp"
#include "tokki/report.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace rule_reference_test {

using namespace internal;

std::string page() { return rule_reference(*Edition::builtin()); }

TEST(RuleReference, TheCheckedInPageIsUpToDate) {
  EXPECT_EQ(text_of(kSourceDir / "docs/rules.md"), page()) << "run make generated";
}

// The section of one rule: from its heading to the next.
std::string section(const std::string& page, std::string_view id) {
  const std::size_t begin = page.find("## <a id=\"" + std::string(id) + "\">");
  return begin == std::string::npos ? "" : page.substr(begin, page.find("\n## ", begin) - begin);
}

TEST(RuleReference, HasAllTextsOfEveryRule) {
  const std::string all = page();
  for (const RuleInfo* rule : all_rules()) {
    const std::string said = section(all, rule->id);
    ASSERT_FALSE(said.empty()) << rule->id;
    const Severity severity = Edition::builtin()->severity(*rule);
    for (const Language language : {Language::ja, Language::en}) {
      EXPECT_NE(said.find(severity_name(severity, language)), std::string::npos) << rule->id;
    }
    for (const char* name :
         {"| なぜ：", "| Why: ", "| 指摘：", "| It says: ", "| 直し方：", "| What to do: "}) {
      EXPECT_NE(said.find(name), std::string::npos) << rule->id << name;
    }
    EXPECT_EQ(said.find("Fires") != std::string::npos, !rule->fires.empty()) << rule->id;
    EXPECT_EQ(said.find("Near miss") != std::string::npos, !rule->near_miss.empty()) << rule->id;
  }
}

// A setting is shown with the edition's own value, from any part of the edition.
TEST(RuleReference, ShowsTheSettings) {
  const std::string all = page();
  const EditionFile& file = Edition::builtin()->file();
  std::size_t settings = 0;
  for (const RuleInfo* rule : all_rules()) {
    if (rule->reads.empty()) continue;
    EXPECT_NE(section(all, rule->id).find("Settings"), std::string::npos) << rule->id;
    ++settings;
  }
  EXPECT_GT(settings, 10U);
  EXPECT_NE(section(all, "work-not-concrete")
                .find("- `lists.vague_work`: 「" + file.lists.vague_work[0].str() + "」"),
            std::string::npos);
  EXPECT_NE(section(all, "contract-before-era").find("- `form.era`: 「令和」"), std::string::npos)
      << section(all, "contract-before-era");
}

// Every link leads to a section of this page or to a clause of the page of the terms.
TEST(RuleReference, LinksLeadSomewhere) {
  const std::string all = page();
  const std::string terms = text_of(kSourceDir / "docs/terms.md");
  std::size_t links = 0;
  for (std::size_t at = all.find("]("); at != std::string::npos; at = all.find("](", at + 1)) {
    const std::string target = all.substr(at + 2, all.find(')', at) - at - 2);
    const std::string id = "<a id=\"" + target.substr(target.find('#') + 1) + "\">";
    EXPECT_NE((target.starts_with("#") ? all : terms).find(id), std::string::npos) << target;
    ++links;
  }
  EXPECT_GT(links, all_rules().size());
}

// The examples on the page are JSON, except for examples of malformed JSON.
TEST(RuleReference, PatchesAreJsonWithoutUnseenCharacters) {
  for (const RuleInfo* rule : all_rules()) {
    for (const std::string_view example : {rule->fires, rule->near_miss}) {
      if (example.empty()) continue;
      const std::string text = example_text(*rule, example);
      EXPECT_FALSE(has(traits_of(text), Traits::zero_width | Traits::bidi_control)) << rule->id;
      if (rule->whole_documents) continue;
      const auto json = nlohmann::ordered_json::parse(text, nullptr, false);
      EXPECT_EQ(json, nlohmann::ordered_json::parse(example)) << rule->id;
    }
  }
}

}  // namespace rule_reference_test
}  // namespace tokki
