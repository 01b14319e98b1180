// text_store.hpp: keeps the texts of many records in few allocations.
#pragma once

#include <cstring>
#include <memory>
#include <memory_resource>
#include <optional>
#include <string_view>

#include "text/borrow.hpp"
#include "tokki/describe.hpp"

namespace tokki::inline v0::internal {

/// Texts of records whose cells borrow from here. All of them are freed together.
class TextStore {
 public:
  /// A copy that lives as long as the store.
  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* const copy = static_cast<char*>(memory_->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }
  /// Moves the texts of a record, borrowed or its own, to this store.
  template <Record T>
  void keep_texts(T& record) {
    for_each_field<T>([&](const auto& field) { keep_in(record.*field.member); });
  }

 private:
  void keep_in(Str& cell) { cell = borrow(keep(cell)); }
  void keep_in(Raw& cell) { keep_in(cell.json); }
  template <class Cell>
    requires TextCell<Cell>
  void keep_in(Cell& cell) {
    keep_in(cell.written);
  }
  template <Record T>
  void keep_in(T& record) {
    keep_texts(record);
  }
  template <class T>
  void keep_in(List<T>& list) {
    for (T& item : list) keep_in(item);
  }
  template <class T>
  void keep_in(std::optional<T>&) {}
  template <Enumeration E>
  void keep_in(Ticked<E>&) {}

  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_ =
      std::make_unique<std::pmr::monotonic_buffer_resource>();
};

}  // namespace tokki::inline v0::internal
