#include "rules/catalog/catalog.hpp"

#include <algorithm>
#include <vector>

#include "tokki/closest.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr bool same_braces(const Text& text) {
  return std::ranges::count(text.ja, '{') == std::ranges::count(text.en, '{');
}

// Whether every rule has a text in both languages, with the same arguments. One text at a time, as
// compilers limit how much they evaluate at once.
constexpr bool worded(Text RuleInfo::* text) {
  return std::ranges::all_of(kCatalog, [text](const RuleInfo& rule) {
    return !(rule.*text).ja.empty() && !(rule.*text).en.empty() && same_braces(rule.*text);
  });
}
static_assert(worded(&RuleInfo::title));
static_assert(worded(&RuleInfo::message));
static_assert(worded(&RuleInfo::remedy));
static_assert(worded(&RuleInfo::why));
static_assert(std::ranges::all_of(kCatalog, [](const RuleInfo& rule) {
  return !rule.id.empty() && (rule.about.empty() || is_subject(rule.about));
}));

// Whether a rule has examples. Only rules on editions and findings-truncated have none.
constexpr bool has_examples(const RuleInfo& rule) {
  return !rule.fires.empty() && !rule.near_miss.empty();
}
static_assert(std::ranges::all_of(kRuleSubjects, [](std::span<const RuleInfo> subject) {
  // By ids: GCC does not compare addresses while compiling with the sanitizers.
  const std::string_view first = subject.front().id;
  return first == kDocumentCatalog[0].id || first == kEditionCatalog[0].id ||
         std::ranges::all_of(subject, has_examples);
}));

}  // namespace

std::span<const RuleInfo* const> all_rules() {
  static const std::array<const RuleInfo*, kCatalog.size()> rules = [] {
    std::array<const RuleInfo*, kCatalog.size()> all{};
    std::ranges::transform(kCatalog, all.begin(), [](const RuleInfo& rule) { return &rule; });
    return all;
  }();
  return rules;
}

std::size_t internal::rule_index(std::string_view id) noexcept {
  const auto* const found = std::ranges::find(kCatalog, id, &RuleInfo::id);
  return static_cast<std::size_t>(found - kCatalog.begin());
}

const RuleInfo* find_rule(std::string_view id) {
  const std::size_t index = rule_index(id);
  return index == kCatalog.size() ? nullptr : &kCatalog[index];
}

bool is_structural(const RuleInfo& rule) {
  const auto in = [&](std::span<const RuleInfo> subject) {
    return std::ranges::find(subject, rule.id, &RuleInfo::id) != subject.end();
  };
  return in(kDocumentCatalog) || in(kEditionCatalog);
}

std::string_view closest_rule(std::string_view id) {
  std::vector<std::string_view> ids;
  ids.reserve(kCatalog.size());
  for (const RuleInfo& rule : kCatalog) ids.push_back(rule.id);
  return closest(id, ids);
}

}  // namespace tokki::inline v0
