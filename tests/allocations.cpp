#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count{0};

}  // namespace

std::size_t tokki::allocation_count() noexcept { return count.load(); }

#if defined(__has_feature)
#define TOKKI_CLANG_TSAN __has_feature(thread_sanitizer)
#else
#define TOKKI_CLANG_TSAN 0
#endif

#if TOKKI_CLANG_TSAN

// Clang's runtime has operators of its own, which cannot be replaced, but tells of each allocation.
#include <sanitizer/allocator_interface.h>

namespace {
const int installed = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void*, std::size_t) { count.fetch_add(1, std::memory_order_relaxed); },
    [](const volatile void*) {});
}  // namespace

#else

// Takes the place of the standard library's in the whole program. The array and nothrow forms of
// the standard library end here.
void* operator new(std::size_t size) {
  count.fetch_add(1, std::memory_order_relaxed);
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

#endif
