// content_hash.hpp: a number for what a record says, by which records that are no longer at hand
// can be compared.
#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "tokki/describe.hpp"

namespace tokki::inline v0::internal {

/// Adds to `hash` what a record says, member by member.
class ContentHash {
 public:
  template <Record T>
  ContentHash& add(const T& record) {
    for_each_field<T>([&](const auto& field) { member(record.*field.member); });
    return *this;
  }
  [[nodiscard]] std::uint64_t value() const noexcept { return value_; }

 private:
  void mix(std::uint64_t number) noexcept {
    value_ = (value_ ^ number) * 0x9E3779B97F4A7C15U;
    value_ ^= value_ >> 32U;
  }
  void text(std::string_view text) {
    mix(text.size());
    mix(std::hash<std::string_view>{}(text));
  }
  template <Enumeration E>
  void ticked(const Ticked<E>& boxes) {
    for (const auto& choice : Description<E>::choices) mix(boxes.has(choice.value) ? 1 : 0);
  }
  template <class M>
  void member(const M& member) {
    if constexpr (TextCell<M>) {
      text(written(member));
    } else if constexpr (std::is_same_v<M, Raw>) {
      text(member.json);
    } else if constexpr (Record<M>) {
      add(member);
    } else if constexpr (is_list<M>) {
      mix(member.size());
      for (const auto& item : member) this->member(item);
    } else if constexpr (is_ticked<M>) {
      ticked(member);
    } else if constexpr (requires { member.has_value(); }) {
      mix(member ? static_cast<std::uint64_t>(*member) + 1 : 0);
    } else {
      mix(static_cast<std::uint64_t>(member));
    }
  }

  std::uint64_t value_ = 0;
};

}  // namespace tokki::inline v0::internal
