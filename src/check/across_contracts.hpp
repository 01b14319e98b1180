// across_contracts.hpp: compares the answers that one contractor gives in several dossiers (X11).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <unordered_map>

#include "rules/chain/chain_rule.hpp"
#include "tokki/across_contracts.hpp"

namespace tokki::inline v0::internal {

/// What each contractor answered in rows 2 to 4 of its first dossier.
class FirstAnswers {
 public:
  /// Rows 2, 3 and 4.
  static constexpr std::size_t kRows = 3;
  /// What is ticked in each row; -1: no answer.
  using Answers = std::array<int, kRows>;

  /// Compares the answers of the chain's 乙 with those of its first dossier, or keeps them when
  /// this is the first. `name_of(document)` names a document of this dossier. The document of the
  /// other dossier gets the number `elsewhere`, and its name is added to `names`.
  void compare(const Chain& chain,
               const std::function<std::string(std::uint32_t document)>& name_of,
               std::uint32_t elsewhere, const Emit& emit,
               std::unordered_map<std::uint32_t, std::string>& names);

 private:
  struct Given {
    std::string course_number;
    CompactDay concluded_on;
    Answers answers;
    std::string document;  // its name
    std::array<Place, kRows> boxes;
  };
  std::unordered_map<std::string, Given> by_contractor_;
};

}  // namespace tokki::inline v0::internal
