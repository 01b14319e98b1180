// near_names.hpp: names that are not written alike and may still mean one firm.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace tokki::inline v0::internal {

/// True when the names differ and one of them may be the other with a variant of a character (髙,
/// ヶ), without its legal form or with that moved, or with more behind it: a branch, a school, a
/// representative, another firm. They are never taken for one; a person decides.
[[nodiscard]] bool may_be_one_firm(std::string_view a, std::string_view b);

/// True when one legal form stands in front of one name and behind the other (前株, 後株): often
/// two firms.
[[nodiscard]] bool have_moved_legal_form(std::string_view a, std::string_view b);

/// Finds the names that may mean the same firm as another, among any number of names.
class NearNameIndex {
 public:
  /// The number of a name added is how many were added before it.
  void add(std::string_view name);
  /// The names that may mean the firm, or one of the firms, of this one.
  [[nodiscard]] std::vector<std::uint32_t> near(std::string_view name) const;

 private:
  std::unordered_map<std::uint64_t, std::uint32_t> whole_, pieces_;  // the first name of each key
  std::uint32_t count_ = 0;
};

}  // namespace tokki::inline v0::internal
