// memo.hpp: a bounded cache of what was computed from a text.
//
// Forms repeat the same texts: 日本国内, USBメモリ, the services in use. Texts are compared byte by
// byte. A text is kept from its second use on, so that texts used once do not evict frequent ones.
// For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace tokki::inline v0::internal {

template <class Value>
class Memo {
 public:
  /// What make() returns for `text`, or returned before. Valid until the next call.
  template <class Make>
  const Value& of(std::string_view text, Make&& make) {
    const std::uint64_t hash = hash_of(text);
    const std::size_t set = hash % kSets;
    auto& hashes = hashes_[set];
    if (const Entry* entry = find(hash, text)) return entry->value;
    latest_ = make();
    std::uint64_t& once = once_[hash / kSets % once_.size()];
    if (once != hash || text.size() > kLongest) {
      once = hash;
      return latest_;
    }
    once = kNone;
    entries_.resize(kSets * kWays);  // on first use: a checker of one form rarely gets here
    std::size_t way = 0;
    while (way < kWays && hashes[way] != kNone) ++way;
    if (way == kWays) way = turn_++ % kWays;
    hashes[way] = hash;
    Entry& entry = entries_[set * kWays + way];
    entry.size = static_cast<std::uint32_t>(text.size());
    text.copy(entry.text.data(), text.size());
    entry.value = latest_;
    return entry.value;
  }

  /// Whether the text is kept.
  [[nodiscard]] bool holds(std::string_view text) const {
    return find(hash_of(text), text) != nullptr;
  }

 private:
  static constexpr std::size_t kLongest = 120;  // bytes: 40 kanji
  static constexpr std::size_t kWays = 4;       // entries that one hash can have
  static constexpr std::size_t kSets = 128;
  static constexpr std::uint64_t kNone = 0;

  struct alignas(64) Entry {  // value, size and the beginning of the text share a cache line
    Value value{};
    std::uint32_t size = 0;
    std::array<char, kLongest> text{};
    [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
  };

  [[nodiscard]] const Entry* find(std::uint64_t hash, std::string_view text) const {
    const std::size_t set = hash % kSets;
    for (std::size_t way = 0; way < kWays; ++way) {
      if (hashes_[set][way] != hash) continue;
      const Entry& entry = entries_[set * kWays + way];
      if (entry.view() == text) return &entry;
    }
    return nullptr;
  }

  // Hashes only size, beginning, middle and end; texts with equal hashes are compared byte by byte.
  static std::uint64_t hash_of(std::string_view text) noexcept {
    std::uint64_t hash = text.size();
    const auto mix = [&](std::size_t at, std::size_t size) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, size);
      hash = (hash ^ bytes) * 0x9E3779B97F4A7C15U;
      hash ^= hash >> 32U;
    };
    constexpr std::size_t kWord = 8;
    if (text.size() >= kWord) {
      mix(0, kWord);
      mix(text.size() / 2 - kWord / 2, kWord);
      mix(text.size() - kWord, kWord);
    } else {
      for (std::size_t at = 0; at < text.size(); ++at) mix(at, 1);
    }
    return hash | 1U << 31U;  // never kNone
  }

  std::array<std::array<std::uint64_t, kWays>, kSets> hashes_{};
  std::array<std::uint64_t, 512> once_{};  // hashes of recent texts that were used once
  std::vector<Entry> entries_;             // by set and way
  std::size_t turn_ = 0;
  Value latest_{};
};

}  // namespace tokki::inline v0::internal
