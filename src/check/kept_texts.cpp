#include "check/kept_texts.hpp"

#include <zlib.h>

#include <new>
#include <stdexcept>

namespace tokki::inline v0::internal {
namespace {

constexpr std::size_t kBlock = std::size_t{1} << 16U;

void require(int result) {
  if (result == Z_MEM_ERROR) throw std::bad_alloc();
  if (result != Z_OK) throw std::logic_error("zlib does not read what it has written");
}

const Bytef* bytes(std::string_view text) { return reinterpret_cast<const Bytef*>(text.data()); }
Bytef* bytes(std::string& text) { return reinterpret_cast<Bytef*>(text.data()); }

}  // namespace

std::string_view KeptTexts::add(std::string_view text) {
  if (newest_.size() >= kBlock) {
    std::string packed(compressBound(newest_.size()), '\0');
    uLongf size = packed.size();
    require(compress2(bytes(packed), &size, bytes(std::string_view(newest_)), newest_.size(),
                      Z_BEST_SPEED));
    blocks_.push_back({packed.substr(0, size), newest_.size()});
    newest_.clear();
  }
  const std::size_t begin = newest_.size();
  newest_ += text;
  entries_.push_back(
      {static_cast<std::uint32_t>(blocks_.size()), static_cast<std::uint32_t>(begin)});
  return std::string_view(newest_).substr(begin);
}

std::string_view KeptTexts::text(std::size_t index) {
  const Entry entry = entries_[index];
  if (entry.block < blocks_.size() && which_ != entry.block) {
    const Block& block = blocks_[entry.block];
    which_ = kNone;
    opened_.resize(block.size);
    uLongf size = block.size;
    require(uncompress(bytes(opened_), &size, bytes(block.packed), block.packed.size()));
    which_ = entry.block;
  }
  const std::string_view block = entry.block < blocks_.size() ? opened_ : newest_;
  const bool last = index + 1 == entries_.size() || entries_[index + 1].block != entry.block;
  const std::size_t end = last ? block.size() : entries_[index + 1].begin;
  return block.substr(entry.begin, end - entry.begin);
}

void KeptTexts::clear() { *this = KeptTexts(); }

}  // namespace tokki::inline v0::internal
