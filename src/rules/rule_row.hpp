// rule_row.hpp: the check of a rule, bound to what the catalogue knows of the rule.
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
  const RuleInfo& info;
  void (*check)(const Subject& subject, const Emitter& emit);
  Signs when = kAnySign;  // the check finds nothing in a subject that shows none of these
};

}  // namespace tokki
