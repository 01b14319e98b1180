// decomposed.hpp: a text as Apple's file systems write it, か and its mark being two characters.
#pragma once

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace tokki {

inline std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string result;
  icu::StringByteSink<std::string> sink(&result);
  icu::Normalizer2::getNFDInstance(status)->normalizeUTF8(
      0, icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())), sink, nullptr,
      status);
  return result;
}

}  // namespace tokki
