// list.hpp: the repeated entries of a record.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <utility>
#include <vector>

#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// A sequence that keeps its storage when it is cleared, that of its elements included, so that a
/// Checker reads one form after the other without allocating. Otherwise like a std::vector.
template <class T>
class List {
 public:
  using value_type = T;

  List() = default;
  List(std::initializer_list<T> items) : items_(items), size_(items_.size()) {}
  List(const List& other) : items_(other.begin(), other.end()), size_(other.size_) {}
  List(List&& other) noexcept
      : items_(std::move(other.items_)), size_(std::exchange(other.size_, 0)) {}
  List& operator=(const List& other) {
    if (this != &other) *this = List(other);
    return *this;
  }
  List& operator=(List&& other) noexcept {
    items_.swap(other.items_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~List() = default;

  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  [[nodiscard]] const T* begin() const noexcept TOKKI_LIFETIMEBOUND { return items_.data(); }
  [[nodiscard]] const T* end() const noexcept TOKKI_LIFETIMEBOUND { return items_.data() + size_; }
  [[nodiscard]] T* begin() noexcept TOKKI_LIFETIMEBOUND { return items_.data(); }
  [[nodiscard]] T* end() noexcept TOKKI_LIFETIMEBOUND { return items_.data() + size_; }
  const T& operator[](std::size_t i) const TOKKI_LIFETIMEBOUND { return items_[i]; }
  T& operator[](std::size_t i) TOKKI_LIFETIMEBOUND { return items_[i]; }

  void push_back(T item) { append() = std::move(item); }
  /// A further element to be filled in. It may still hold what an element removed by clear() held.
  T& append() TOKKI_LIFETIMEBOUND {
    if (size_ == items_.size()) items_.emplace_back();
    return items_[size_++];
  }
  void clear() noexcept { size_ = 0; }

  friend bool operator==(const List& a, const List& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::vector<T> items_;
  std::size_t size_ = 0;
};

}  // namespace tokki::inline v0
