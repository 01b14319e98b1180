// hand_over.hpp: what was handed over to subcontractors, and what 甲 instructs to recover of it
// (特記事項8).
#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "assess/order.hpp"

namespace tokki::inline v0::internal {

/// Of each asset that was handed over to a subcontractor, whether 甲 had approved that
/// (特記事項3(3)).
class HandOvers {
 public:
  explicit HandOvers(const Context& context);

  /// Yes: of one hand-over at least. Nothing where none is on record.
  [[nodiscard]] std::optional<Truth> approved(std::string_view asset) const;

 private:
  std::unordered_map<std::string_view, Truth> approved_;
};

/// Whether an instruction rests on a duty to recover what was handed over.
[[nodiscard]] bool is_to_recover(const Context& context, const Instruction& instruction);
/// The assets on record that an instruction is about.
[[nodiscard]] std::vector<std::string_view> assets_of(const Context& context,
                                                      const Instruction& instruction);
/// What was done to recover an asset; the facts of `instance` take it.
[[nodiscard]] Done recovered(const Context& context, std::string_view asset,
                             DutyInstance& instance);

}  // namespace tokki::inline v0::internal
