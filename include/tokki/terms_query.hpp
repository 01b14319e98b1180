// terms_query.hpp: queries on the terms of an edition, and their results.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tokki/records/clause.hpp"
#include "tokki/records/duty.hpp"

namespace tokki::inline v0 {

/// A filter for duties. Members that are not set match every duty.
struct DutyFilter {
  std::optional<Bearer> bearer{};
  std::optional<Modality> modality{};
  std::optional<Promptness> promptness{};
  std::optional<RecordType> record{};
  std::string_view clause{};  ///< the clause's or part's key: what it and those below it state
  std::string_view rule{};    ///< the id of a rule that checks it
};

/// A clause where something was found, and the text it was found in.
struct SearchHit {
  enum class Where : std::uint8_t { wording, translation, defined_term, duty };
  const Clause* clause;
  Where where;
  std::string_view text;  ///< the whole text of it, borrowed from the edition
};

/// A clause in the tree of clauses, with its depth in its part.
struct ClauseNode {
  const Clause* clause;
  std::size_t depth;
};

}  // namespace tokki::inline v0
