#include "allocations.hpp"

#include <atomic>
#include <cstdlib>
#include <new>

namespace {

std::atomic<std::size_t> count{0};

}  // namespace

std::size_t tokki::allocation_count() noexcept { return count.load(); }

#if defined(__SANITIZE_ADDRESS__)
#define TOKKI_SANITIZED 1
#elif defined(__has_feature)
#define TOKKI_SANITIZED __has_feature(thread_sanitizer) || __has_feature(address_sanitizer)
#else
#define TOKKI_SANITIZED 0
#endif

#if TOKKI_SANITIZED

// A sanitizer's runtime has operators of its own, which must stay, but tells of each allocation.
// As <sanitizer/allocator_interface.h> declares it, which GCC's package lacks.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*on_malloc)(const volatile void*,
                                                                           std::size_t),
                                                         void (*on_free)(const volatile void*));

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
