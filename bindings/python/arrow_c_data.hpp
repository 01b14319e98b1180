// arrow_c_data.hpp: the structures of the Arrow C data and stream interfaces, as their
// specification gives them for copying (https://arrow.apache.org/docs/format/CDataInterface.html).
// They are an ABI that does not change; tokki links no Arrow library.
#pragma once

#include <cstdint>

extern "C" {

struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  std::int64_t flags;
  std::int64_t n_children;
  ArrowSchema** children;
  ArrowSchema* dictionary;
  void (*release)(ArrowSchema*);
  void* private_data;
};

struct ArrowArray {
  std::int64_t length;
  std::int64_t null_count;
  std::int64_t offset;
  std::int64_t n_buffers;
  std::int64_t n_children;
  const void** buffers;
  ArrowArray** children;
  ArrowArray* dictionary;
  void (*release)(ArrowArray*);
  void* private_data;
};

struct ArrowArrayStream {
  int (*get_schema)(ArrowArrayStream*, ArrowSchema* out);
  int (*get_next)(ArrowArrayStream*, ArrowArray* out);
  const char* (*get_last_error)(ArrowArrayStream*);
  void (*release)(ArrowArrayStream*);
  void* private_data;
};

}  // extern "C"

namespace tokki::python {

constexpr std::int64_t kArrowNullable = 2;  // ARROW_FLAG_NULLABLE

/// Owns one of the structures: moves it from its producer and releases it.
template <class T>
class Owned {
 public:
  Owned() = default;
  /// Takes what `from` holds, and leaves it released.
  explicit Owned(T& from) : held_(from) { from.release = nullptr; }
  Owned(const Owned&) = delete;
  Owned& operator=(const Owned&) = delete;
  ~Owned() {
    if (held_.release != nullptr) held_.release(&held_);
  }
  T* operator->() noexcept { return &held_; }
  const T& operator*() const noexcept { return held_; }
  T* get() noexcept { return &held_; }

 private:
  T held_{};
};

}  // namespace tokki::python
