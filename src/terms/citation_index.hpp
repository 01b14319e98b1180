// citation_index.hpp: clauses by the ways in which people cite them.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/records/clause.hpp"

namespace tokki::inline v0::internal {

/// A citation reduced to what identifies it: words and numbers, without 第, 条, 項, 号, brackets,
/// dots and spaces, every number in ASCII digits. 特記事項第３項(4) and 特記事項3-4 are the same.
[[nodiscard]] std::string citation_key(std::string_view citation);

class EditionDocument;

class CitationIndex {
 public:
  explicit CitationIndex(const EditionDocument& edition);

  /// The likeliest clause first.
  [[nodiscard]] std::vector<const Clause*> find(std::string_view citation) const;

 private:
  std::map<std::string, std::vector<const Clause*>, std::less<>> clauses_;
};

}  // namespace tokki::inline v0::internal
