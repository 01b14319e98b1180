// export.hpp: what the shared library shows; all else is hidden.
//
// Stands on every public function and class that is not wholly in its header.
#pragma once

#define TOKKI_EXPORT __attribute__((visibility("default")))
