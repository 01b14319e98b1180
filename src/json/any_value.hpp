// any_value.hpp: checks values that may be any JSON, such as extensions.
#pragma once

#include <string_view>
#include <vector>

#include "json/cursor.hpp"
#include "json/structural_faults.hpp"
#include "json/unescape.hpp"

namespace tokki::inline v0::internal {

/// Reports only what would make such a value unsafe to keep. The text must be well-formed;
/// storage is reused from one value to the next.
class AnyValue {
 public:
  /// Moves the cursor, which is at the value of the member at `path`, behind it.
  void check(Cursor& cursor, UnescapedTexts& texts, const Path& path, const Limits& limits,
             StructuralFaults& faults);

 private:
  struct Container {
    std::size_t begin;  // offset of its bracket
    bool is_object;
    std::size_t items;      // met so far
    std::size_t first_key;  // of its keys in keys_
  };
  struct Key {
    std::string_view text;
    std::size_t offset;
  };
  class Walk;

  std::vector<Container> open_;
  std::vector<Key> keys_;  // of the objects that are open, as far as they were met
};

}  // namespace tokki::inline v0::internal
