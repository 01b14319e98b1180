// export.hpp: attributes of public functions and classes.
#pragma once

/// What the shared library exports: every public function and class that is not wholly in its
/// header. All else is hidden.
#define TOKKI_EXPORT __attribute__((visibility("default")))

/// Marks a parameter, or at the end of a declaration the object itself, into which the result
/// points: clang then warns when the result outlives it.
#ifdef __clang__
#define TOKKI_LIFETIMEBOUND [[clang::lifetimebound]]
#else
#define TOKKI_LIFETIMEBOUND
#endif
