#include "tokki/encode.hpp"

#include "json/encoder.hpp"

namespace tokki::inline v0 {
using namespace internal;

std::string json_string(std::string_view text) {
  std::string out;
  append_json_string(text, out);
  return out;
}

namespace {

template <DocumentRecord T>
std::string document(const T& record) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.member("format", Description<T>::format);
    Encoder(json).members(record);
  });
  return out;
}

}  // namespace

std::string to_json(const Declaration& declaration) { return document(declaration); }
std::string to_json(const Dossier& dossier) { return document(dossier); }
std::string to_json(const DossierRecord& record) { return document(record); }

}  // namespace tokki::inline v0
