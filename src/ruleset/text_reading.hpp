// text_reading.hpp: what there is to know of the text of one cell, under an edition.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ruleset/rule_set.hpp"

namespace tokki {

/// What is asked of every cell.
struct TextGlance {
  Traits traits = Traits::plain;
  bool blank = true;
  Saying saying = Saying::nothing_special;
};

/// What is asked besides of a cell on media, services, places or work.
struct TextReading : TextGlance {
  Topic topics = Topic::nothing;
  bool hints_abroad = false;
  bool online = false;          // it speaks of an online service
  bool vague_work = false;      // 業務一式: as work, nothing in particular
  bool doubtful = false;        // negated, or the service's name is an everyday word too
  Ticked<ServiceKind> kinds{};  // of all known services that it names
};

/// `scratch` is for folding.
[[nodiscard]] TextGlance glance_at(const Phrases& phrases, std::string_view text,
                                   std::string& scratch);
[[nodiscard]] TextReading read_text(const RuleSet& rules, std::string_view text,
                                    std::string& scratch);

}  // namespace tokki
