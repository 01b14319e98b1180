// look_alike.hpp: finds names that look like one another.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "tokki/text.hpp"

namespace tokki::inline v0::internal {

/// The same number for all characters that look the same, or that names write for one another: 一
/// and ー, 髙 and 高, ヶ and ケ. A dash looks like ー after any character. Numbers are a thread's
/// own.
[[nodiscard]] std::uint32_t look_of(char32_t character);

/// A name prepared for comparing it with many others: what depends on it alone is computed once.
/// `name` must outlive it. For one thread.
class LookAlikeName {
 public:
  /// `traits`: those of the name, at least.
  LookAlikeName(std::string_view name, Traits traits, std::string& scratch);
  LookAlikeName(std::string_view name, Traits traits);
  [[nodiscard]] bool looks_like(const LookAlikeName& other) const {
    return first_ == other.first_ && last_ == other.last_ && first_ != kNothing &&
           looks_like_as_a_whole(other);
  }

  /// Names look alike when their shapes are equal and their letters are not. Both are empty when
  /// there is no letter.
  struct Look {
    std::u32string shape, letters;
  };
  [[nodiscard]] Look look() const;
  /// The hashes of both, without making them: for very many names. No letter: shape is 0.
  struct LookHash {
    std::uint64_t shape = 0, letters = 0;
  };
  [[nodiscard]] LookHash look_hash() const;

 private:
  static constexpr std::uint32_t kNothing = 0;

  [[nodiscard]] std::string_view as_compared(std::string& key) const;
  [[nodiscard]] bool looks_like_as_a_whole(const LookAlikeName& other) const;

  std::string_view name_;
  Traits traits_;
  std::uint32_t first_ = kNothing;  // what its first letter looks like …
  std::uint32_t last_ = kNothing;   // … and its last one
};

/// Finds a name that looks like another, among any number of names.
class LookAlikeIndex {
 public:
  /// The first of the names added that it looks like: its number, from 0.
  [[nodiscard]] std::optional<std::size_t> first_like(const LookAlikeName& name) const {
    return first_like(name.look());
  }
  void add(const LookAlikeName& name) { add(name.look()); }

  [[nodiscard]] std::optional<std::size_t> first_like(const LookAlikeName::Look& look) const;
  void add(LookAlikeName::Look look);

 private:
  // Per shape the first name, and the first name spelt otherwise: any name of that shape differs
  // from at least one of the two.
  struct Alike {
    std::u32string letters;  // of the first
    std::size_t first;
    std::optional<std::size_t> other;
  };
  std::unordered_map<std::u32string, Alike> by_shape_;
  std::size_t count_ = 0;
};

/// Calls `visit(later, earlier)` for each of the names that an earlier one looks like, with the
/// first such. Linear in the number of names when there are many.
void each_look_alike(std::span<const LookAlikeName> names,
                     const std::function<void(std::size_t later, std::size_t earlier)>& visit);

/// Calls `visit(later, earlier)` for every two of `count` names that look alike, in the order of
/// `later` and then of `earlier`, until it returns false. Keeps only hashes, and takes
/// the time of sorting them, so that a million names can be compared.
void each_look_alike_pair(std::size_t count,
                          const std::function<std::string_view(std::size_t)>& name_of,
                          const std::function<bool(std::size_t later, std::size_t earlier)>& visit);

}  // namespace tokki::inline v0::internal
