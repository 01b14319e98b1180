#include "tokki/encode.hpp"

#include <nlohmann/json.hpp>

#include "encode/encoder.hpp"

namespace tokki {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

std::string to_json(const Declaration& declaration) {
  std::string out = "{";
  Encoder encoder(out);
  encoder.member("format", Str::borrow(Description<Declaration>::format));
  encoder.members(declaration);
  return out + "}";
}

}  // namespace tokki
