#include "tokki/encode.hpp"

#include <nlohmann/json.hpp>

#include "json/encoder.hpp"
#include "text/borrow.hpp"

namespace tokki {

std::string json_string(std::string_view text) {
  return nlohmann::json(text).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

namespace {

template <DocumentRecord T>
std::string document(const T& record) {
  std::string out = "{";
  Encoder encoder(out);
  encoder.member("format", borrow(Description<T>::format));
  encoder.members(record);
  return out + "}";
}

}  // namespace

std::string to_json(const Declaration& declaration) { return document(declaration); }
std::string to_json(const Dossier& dossier) { return document(dossier); }
std::string to_json(const DossierRecord& record) { return document(record); }

}  // namespace tokki
