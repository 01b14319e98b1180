// inspection.hpp: what is wrong with an edition beyond its structure.
#pragma once

#include <vector>

#include "tokki/finding.hpp"
#include "tokki/records/edition_file.hpp"

namespace tokki::inline v0::internal {

/// Every fault of the whole edition at once; pointers address `file`.
[[nodiscard]] std::vector<Finding> inspect(const EditionFile& file);

/// What `removes` names and `base` lacks. `base` is null when the edition stands alone.
[[nodiscard]] std::vector<Finding> inspect_removals(const EditionFile& file,
                                                    const EditionFile* base);

/// Duties of `base` whose clause `file` rewords, and that it neither names under `duties`, with
/// changes or by the key alone, nor removes.
[[nodiscard]] std::vector<Finding> inspect_rewording(const EditionFile& file,
                                                     const EditionFile& base);

/// The finding on an edition that extends an unknown one.
[[nodiscard]] Finding unknown_base(const EditionFile& file);

}  // namespace tokki::inline v0::internal
