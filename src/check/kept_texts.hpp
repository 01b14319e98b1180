// kept_texts.hpp: the texts of a dossier's documents, kept until findings are placed in them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace tokki::inline v0::internal {

/// A chain may have millions of records, a line each, that are much alike, so all but the newest
/// are kept compressed, in blocks.
class KeptTexts {
 public:
  /// Keeps a copy. The view lives until the next call, as that of text() does.
  std::string_view add(std::string_view text);
  /// The text that was added as the `index`th, from 0. A block is unpacked again only when the
  /// previous text was in another.
  [[nodiscard]] std::string_view text(std::size_t index);
  void clear();

 private:
  struct Block {
    std::string packed;
    std::size_t size;  // unpacked
  };
  struct Entry {
    std::uint32_t block, begin;
  };

  std::vector<Entry> entries_;
  std::vector<Block> blocks_;  // packed
  std::string newest_;         // the block after them
  std::string opened_;         // the block unpacked last
  std::size_t which_ = kNone;  // its index in blocks_

  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
};

}  // namespace tokki::inline v0::internal
