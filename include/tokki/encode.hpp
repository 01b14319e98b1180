// encode.hpp: from a typed record to JSON.
#pragma once

#include <string>

#include "tokki/export.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0 {

/// The document as JSON with its format (tokki.declaration/1 …), UTF-8, in one line. Empty cells
/// are left out; texts stand as written, and `extensions` byte for byte. Decoding the result gives
/// an equal record.
[[nodiscard]] TOKKI_EXPORT std::string to_json(const Declaration& declaration);
[[nodiscard]] TOKKI_EXPORT std::string to_json(const Dossier& dossier);
[[nodiscard]] TOKKI_EXPORT std::string to_json(const DossierRecord& record);

/// A text as a JSON string, quotes included. What is not UTF-8 in it is replaced by U+FFFD.
[[nodiscard]] TOKKI_EXPORT std::string json_string(std::string_view text);

}  // namespace tokki::inline v0
