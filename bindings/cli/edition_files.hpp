// edition_files.hpp: the files that --edition names.
#pragma once

#include <tokki/editions.hpp>
#include <tokki/report.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tokki::cli {

/// The editions of those files, in their order; the built-in one when there are none. A path may
/// also be the id of the built-in edition, and a file may extend another in any order. Nothing,
/// after printing all errors, when one cannot be used.
std::optional<Editions> load_editions(const std::vector<std::string>& paths,
                                      const TextStyle& style);

}  // namespace tokki::cli
