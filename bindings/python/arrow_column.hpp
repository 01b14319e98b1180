// arrow_column.hpp: the texts of an Arrow array, whatever layout they are in.
#pragma once

#include <cstring>
#include <optional>
#include <string_view>

#include "arrow_c_data.hpp"

namespace tokki::python {

/// A column of texts or bytes, as a schema describes it. Borrows from the schema.
class ArrowColumn {
 public:
  /// Why the schema is no column of text, or null when it is one.
  [[nodiscard]] static const char* fault(const ArrowSchema& schema) noexcept {
    const std::string_view format(schema.format);
    if (format == "+s") return "a table or struct: pass one of its columns";
    if (schema.dictionary != nullptr) return fault(*schema.dictionary);
    for (const std::string_view known : {"u", "U", "z", "Z", "vu", "vz", "n"}) {
      if (format == known) return nullptr;
    }
    return "neither utf8 nor binary (of any size or view, or a dictionary of them)";
  }

  explicit ArrowColumn(const ArrowSchema& schema) noexcept : schema_(schema) {}

  /// The text in a row of `array`, or nothing when it is null.
  [[nodiscard]] std::optional<std::string_view> at(const ArrowArray& array,
                                                   std::int64_t row) const noexcept {
    return at(schema_, array, row + array.offset);
  }

 private:
  template <class T>
  static T item(const void* buffer, std::int64_t i) noexcept {
    T value;
    std::memcpy(&value, static_cast<const char*>(buffer) + i * std::int64_t{sizeof(T)}, sizeof(T));
    return value;
  }

  // `i` counts from the start of the buffers.
  static std::optional<std::string_view> at(const ArrowSchema& schema, const ArrowArray& array,
                                            std::int64_t i) noexcept {
    const char* format = schema.format;
    if (*format == 'n') return std::nullopt;
    const auto* valid = static_cast<const std::uint8_t*>(array.buffers[0]);
    if (valid != nullptr && ((valid[i / 8] >> (i % 8)) & 1U) == 0) return std::nullopt;
    if (schema.dictionary != nullptr) {
      const std::int64_t entry = index(*format, array.buffers[1], i);
      return at(*schema.dictionary, *array.dictionary, entry + array.dictionary->offset);
    }
    switch (*format) {
      case 'v': return view(array, i);
      case 'u':
      case 'z': return between<std::int32_t>(array, i);
      default: return between<std::int64_t>(array, i);
    }
  }

  template <class Offset>
  static std::string_view between(const ArrowArray& array, std::int64_t i) noexcept {
    const auto begin = item<Offset>(array.buffers[1], i);
    const auto end = item<Offset>(array.buffers[1], i + 1);
    if (begin == end) return {};
    return {static_cast<const char*>(array.buffers[2]) + begin,
            static_cast<std::size_t>(end - begin)};
  }

  // A view is 16 bytes: the size, then up to 12 bytes of text, or where a longer one stands.
  static std::string_view view(const ArrowArray& array, std::int64_t i) noexcept {
    constexpr std::int32_t kInline = 12;
    const char* at = static_cast<const char*>(array.buffers[1]) + i * 16;
    const auto size = item<std::int32_t>(at, 0);
    if (size <= kInline) return {at + 4, static_cast<std::size_t>(size)};
    const auto buffer = item<std::int32_t>(at, 2);
    const auto offset = item<std::int32_t>(at, 3);
    return {static_cast<const char*>(array.buffers[2 + buffer]) + offset,
            static_cast<std::size_t>(size)};
  }

  static std::int64_t index(char format, const void* buffer, std::int64_t i) noexcept {
    switch (format) {
      case 'c': return item<std::int8_t>(buffer, i);
      case 'C': return item<std::uint8_t>(buffer, i);
      case 's': return item<std::int16_t>(buffer, i);
      case 'S': return item<std::uint16_t>(buffer, i);
      case 'i': return item<std::int32_t>(buffer, i);
      case 'I': return item<std::uint32_t>(buffer, i);
      default: return item<std::int64_t>(buffer, i);
    }
  }

  const ArrowSchema& schema_;
};

}  // namespace tokki::python
