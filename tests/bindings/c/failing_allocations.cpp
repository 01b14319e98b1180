// Takes the place of C++'s operator new in the whole process, libtokki-c and its libraries
// included. malloc stays, for the address sanitizer's sake: what ICU asks it for is not made to
// fail.
#include "failing_allocations.h"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<long> countdown{0};  // 0: nothing fails
std::atomic<bool> lasting{false};
std::atomic<long> failed{0};
std::atomic<long> held{0};

bool fails() {
  const long left = countdown.load();
  if (left == 0) return false;
  if (left > 1) {
    --countdown;
    return false;
  }
  if (!lasting) countdown = 0;
  ++failed;
  return true;
}

}  // namespace

void fail_allocations(long first, int all_after) {
  failed = 0;
  lasting = all_after != 0;
  countdown = first;
}
long allocations_failed() {
  countdown = 0;
  return failed;
}
long allocations_held() { return held; }

void* operator new(std::size_t size) {
  void* const memory = fails() ? nullptr : std::malloc(size);
  if (memory == nullptr) throw std::bad_alloc();
  ++held;
  return memory;
}
void* operator new(std::size_t size, const std::nothrow_t&) noexcept {
  try {
    return operator new(size);
  } catch (const std::bad_alloc&) {
    return nullptr;
  }
}
void* operator new[](std::size_t size) { return operator new(size); }
void* operator new[](std::size_t size, const std::nothrow_t& tag) noexcept {
  return operator new(size, tag);
}
void operator delete(void* memory) noexcept {
  if (memory != nullptr) --held;
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }
void operator delete[](void* memory) noexcept { operator delete(memory); }
void operator delete[](void* memory, std::size_t) noexcept { operator delete(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { operator delete(memory); }
