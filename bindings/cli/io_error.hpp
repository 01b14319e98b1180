// io_error.hpp: why an input cannot be read, in the reader's language.
#pragma once

#include <cstddef>
#include <string>

#include "tokki/file_checker.hpp"
#include "tokki/report.hpp"

namespace tokki::cli {

/// Why a file cannot be read and what to do about it.
struct IoError {
  std::string reason;
  std::string remedy;
};

/// For a missing file the remedy names a similar one in its folder, if any.
[[nodiscard]] IoError io_error(const UnreadableFile& file, Language language);

/// The same as one line.
[[nodiscard]] std::string error_line(const UnreadableFile& file, Language language);

/// That so many documents of an input cannot be read.
[[nodiscard]] std::string undecoded_line(std::size_t documents, Language language);

}  // namespace tokki::cli
