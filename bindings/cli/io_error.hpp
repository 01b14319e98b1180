// io_error.hpp: why an input cannot be read, in the reader's language.
#pragma once

#include <string>

#include "tokki/tokki.hpp"

namespace tokki::cli {

/// What went wrong and what to do about it.
struct IoError {
  std::string reason;
  std::string remedy;
};

/// `error` is the errno of opening or reading `path`. Of a file that is not there, the remedy names
/// the one in its folder that was probably meant.
[[nodiscard]] IoError io_error(int error, const std::string& path, Language language);

/// A directory with nothing to check in it.
[[nodiscard]] IoError no_documents(Language language);

}  // namespace tokki::cli
