// csv.hpp: tables for spreadsheets.
#pragma once

#include <string>
#include <vector>

namespace tokki::inline v0::internal {

/// Appends a row (RFC 4180). Spreadsheets evaluate cells that begin like a formula; an apostrophe
/// before them prevents that. A table begins with kByteOrderMark.
void append_csv_row(const std::vector<std::string>& cells, std::string& out);

}  // namespace tokki::inline v0::internal
