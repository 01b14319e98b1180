// memo.hpp: a bounded cache of what was computed from a text.
//
// Forms say the same things over and over: 日本国内, USBメモリ, the services in use. Texts are
// compared byte by byte. A text is kept from the second time on that it comes, so that what comes
// but once is not kept, and does not evict what comes often. For one thread.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace tokki {

template <class Value>
class Memo {
 public:
  /// What make() returns for `text`, or returned before. Valid until the next call.
  template <class Make>
  const Value& of(std::string_view text, Make&& make) {
    const std::uint64_t mark = mark_of(text);
    const std::size_t set = mark % kSets;
    auto& marks = marks_[set];
    if (const Entry* entry = find(mark, text)) return entry->value;
    latest_ = make();
    std::uint64_t& met = met_[mark / kSets % met_.size()];
    if (met != mark || text.size() > kLongest) {
      met = mark;
      return latest_;
    }
    met = kNone;
    entries_.resize(kSets * kWays);  // once: most checkers that check one form never need it
    std::size_t way = 0;
    while (way < kWays && marks[way] != kNone) ++way;
    if (way == kWays) way = turn_++ % kWays;
    marks[way] = mark;
    Entry& entry = entries_[set * kWays + way];
    entry.size = static_cast<std::uint32_t>(text.size());
    text.copy(entry.text.data(), text.size());
    entry.value = latest_;
    return entry.value;
  }

  /// Whether the text is kept.
  [[nodiscard]] bool holds(std::string_view text) const {
    return find(mark_of(text), text) != nullptr;
  }

 private:
  static constexpr std::size_t kLongest = 120;  // bytes: 40 kanji
  static constexpr std::size_t kWays = 4;       // places that one mark can have
  static constexpr std::size_t kSets = 128;
  static constexpr std::uint64_t kNone = 0;

  struct alignas(64) Entry {  // what is looked at first stands in one line of the cache
    Value value{};
    std::uint32_t size = 0;
    std::array<char, kLongest> text{};
    [[nodiscard]] std::string_view view() const { return {text.data(), size}; }
  };

  [[nodiscard]] const Entry* find(std::uint64_t mark, std::string_view text) const {
    const std::size_t set = mark % kSets;
    for (std::size_t way = 0; way < kWays; ++way) {
      if (marks_[set][way] != mark) continue;
      const Entry& entry = entries_[set * kWays + way];
      if (entry.view() == text) return &entry;
    }
    return nullptr;
  }

  // Of the size, the beginning, the middle and the end: texts that share them are told apart
  // by their bytes.
  static std::uint64_t mark_of(std::string_view text) noexcept {
    std::uint64_t mark = text.size();
    const auto mix = [&](std::size_t at, std::size_t size) {
      std::uint64_t bytes = 0;
      std::memcpy(&bytes, text.data() + at, size);
      mark = (mark ^ bytes) * 0x9E3779B97F4A7C15U;
      mark ^= mark >> 32U;
    };
    constexpr std::size_t kWord = 8;
    if (text.size() >= kWord) {
      mix(0, kWord);
      mix(text.size() / 2 - kWord / 2, kWord);
      mix(text.size() - kWord, kWord);
    } else {
      for (std::size_t at = 0; at < text.size(); ++at) mix(at, 1);
    }
    return mark | 1U << 31U;  // never kNone
  }

  std::array<std::array<std::uint64_t, kWays>, kSets> marks_{};
  std::array<std::uint64_t, 512> met_{};  // marks of texts that came once, the latest
  std::vector<Entry> entries_;            // by set and way
  std::size_t turn_ = 0;
  Value latest_{};
};

}  // namespace tokki
