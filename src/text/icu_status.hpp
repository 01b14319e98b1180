// icu_status.hpp: failures of ICU, as exceptions.
#pragma once

#include <unicode/utypes.h>

#include <new>
#include <stdexcept>
#include <string>

namespace tokki::inline v0::internal {

/// For what ICU can always do, given its data and memory: throws std::runtime_error or
/// std::bad_alloc when it could not.
inline void require(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  if (status == U_MEMORY_ALLOCATION_ERROR) throw std::bad_alloc();
  throw std::runtime_error(std::string("ICU failed: ") + u_errorName(status));
}

}  // namespace tokki::inline v0::internal
