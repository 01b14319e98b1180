#include "json/any_document.hpp"

#include "json/format_member.hpp"

namespace tokki::inline v0::internal {
namespace {

// The documents of one kind, whatever the version: "tokki.dossier/".
template <DocumentRecord T>
bool is_of_kind(std::string_view format) {
  constexpr std::string_view own = Description<T>::format;
  return format.starts_with(own.substr(0, own.rfind('/') + 1));
}

// A document without a format is read as a declaration.
DocumentKind kind_of(std::string_view format) {
  if (is_of_kind<Dossier>(format)) return DocumentKind::dossier;
  if (is_of_kind<DossierRecord>(format)) return DocumentKind::record;
  return DocumentKind::declaration;
}

}  // namespace

std::string_view name_of(DocumentKind kind) noexcept {
  switch (kind) {
    case DocumentKind::declaration: return Description<Declaration>::kind;
    case DocumentKind::dossier: return Description<Dossier>::kind;
    case DocumentKind::record: return Description<DossierRecord>::kind;
    default: return {};
  }
}

void AnyDocument::read(std::string_view json, const Limits& limits) {
  result.clear();
  if (tokens.take(json, limits)) {
    kind = kind_of(format_of(tokens.cursor(), storage.folded));
    switch (kind) {
      case DocumentKind::dossier:
        if (!dossier) dossier = std::make_unique<Dossier>();
        read_record(tokens, limits, storage, *dossier, result);
        break;
      case DocumentKind::record:
        if (!record) record = std::make_unique<DossierRecord>();
        read_record(tokens, limits, storage, *record, result);
        break;
      default: read_record(tokens, limits, storage, declaration, result);
    }
  }
  result.finish(tokens, limits);
  for (Finding& finding : result.findings) {
    if (finding.at.is_root()) finding.at.kind = name_of(read_as());  // the kind was not known yet
  }
}

}  // namespace tokki::inline v0::internal
