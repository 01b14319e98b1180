// coverage.hpp: of which records all are on file, by the statements that say so.
#pragma once

#include <map>
#include <string_view>
#include <utility>

#include "assess/actors.hpp"
#include "assess/stretches.hpp"

namespace tokki::inline v0::internal {

/// Without such a statement, a record that is wanting proves nothing.
class CoveredSpans {
 public:
  CoveredSpans(const Ledger& ledger, const Actors& actors);

  /// True when all records of a kind, of a party or of all, are on file from `from` through
  /// `through`. A statement never reaches beyond the time when it was made.
  [[nodiscard]] bool covers(std::string_view kind, const Actor& actor, Second from,
                            Second through) const;

 private:
  using Key = std::pair<std::string_view, ChainIndex>;
  [[nodiscard]] bool covers(const Key& key, Second from, Second through) const;

  std::map<Key, Stretches> spans_;
};

}  // namespace tokki::inline v0::internal
