// any_document.hpp: a document of any kind, read into records that are reused and can be moved
// from.
#pragma once

#include <memory>
#include <string_view>

#include "json/reading.hpp"
#include "tokki/place.hpp"

namespace tokki::inline v0::internal {

/// The kind of a document as Place::kind has it; empty for none.
[[nodiscard]] std::string_view name_of(DocumentKind kind) noexcept;

/// What Document is made of. Records borrow from the tokens and the storage until the next read.
struct AnyDocument {
  Tokens tokens;
  ReaderStorage storage;
  ReadingResult result;
  Declaration declaration;
  // Made when the first one is met.
  std::unique_ptr<Dossier> dossier;
  std::unique_ptr<DossierRecord> record;
  DocumentKind kind = DocumentKind::declaration;  ///< what it claims to be

  void read(std::string_view json, const Limits& limits);
  /// Which of the records was read; none when nothing could be decoded.
  [[nodiscard]] DocumentKind read_as() const noexcept {
    return result.decoded ? kind : DocumentKind::none;
  }
};

}  // namespace tokki::inline v0::internal
