// rule_row.hpp: a rule is one row of a table: what is known of it, and its check.
#pragma once

#include <cstdint>
#include <vector>

#include "tokki/finding.hpp"

namespace tokki {

/// What a finding may hold beside its place.
struct More {
  std::vector<Argument> arguments{};
  std::vector<Path> related{};
  std::vector<Replacement> fix{};
};

/// Collects what one rule finds in one document.
class Emit {
 public:
  Emit(const RuleInfo& rule, Severity severity, std::string_view kind, std::vector<Finding>& out)
      : rule_(&rule), severity_(severity), kind_(kind), out_(&out) {}

  void operator()(const Path& where, More more = {}) const;
  /// Inside a Raw member, `where`, at a pointer that starts there.
  void inside(const Path& where, std::string_view pointer, More more = {}) const;

 private:
  const RuleInfo* rule_;
  Severity severity_;
  std::string_view kind_;
  std::vector<Finding>* out_;
};

/// What a subject shows at a glance; a set of bits, which the subject's header names.
using Signs = std::uint32_t;
inline constexpr Signs kAnySign = ~Signs{0};

template <class Subject, class Emitter = Emit>
struct Rule {
  RuleInfo info;
  void (*check)(const Subject& subject, const Emitter& emit);
  Signs when = kAnySign;  // the check finds nothing in a subject that shows none of these
};

/// Compile-time checks of a table: no rule goes out without both languages and both examples, and
/// the two languages of a message use the same arguments.
constexpr std::size_t count_braces(std::string_view text) {
  std::size_t count = 0;
  for (const char c : text) count += c == '{' ? 1 : 0;
  return count;
}
template <class Subject, class Emitter, std::size_t N>
consteval bool complete(const Rule<Subject, Emitter> (&rules)[N]) {
  for (const Rule<Subject, Emitter>& rule : rules) {
    const RuleInfo& info = rule.info;
    for (const Text& text : {info.message, info.remedy, info.why}) {
      if (text.ja.empty() || text.en.empty()) return false;
      if (count_braces(text.ja) != count_braces(text.en)) return false;
    }
    if (info.id.empty() || info.fires.empty() || info.near_miss.empty()) return false;
  }
  return true;
}

}  // namespace tokki
