// structural_faults.hpp: the structural faults of one document, as findings.
#pragma once

#include <string_view>
#include <vector>

#include "tokki/decode.hpp"
#include "tokki/finding.hpp"

namespace tokki::inline v0::internal {

class StructuralFaults {
 public:
  StructuralFaults(const Limits& limits, std::vector<Finding>& findings)
      : limits_(limits), findings_(findings) {}

  /// The kind of document, once it is known.
  void set_kind(std::string_view kind) { kind_ = kind; }

  /// `offset`: where in the text the place is. One more than the limit is kept, to show that it is
  /// exceeded.
  void add(const RuleInfo& rule, Place at, std::size_t offset,
           std::vector<Argument> arguments = {});
  void add_beyond(std::string_view what, std::size_t limit, Place at, std::size_t offset);

 private:
  const Limits& limits_;
  std::vector<Finding>& findings_;
  std::string_view kind_;
};

}  // namespace tokki::inline v0::internal
