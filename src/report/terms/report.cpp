#include "tokki/terms_report.hpp"

#include "report/terms/forms.hpp"

namespace tokki::inline v0 {
using namespace internal;

std::string terms_tree(const Edition& edition, TermsFormat format, const TextStyle& style) {
  switch (format) {
    case TermsFormat::json: return terms_tree_json(edition);
    case TermsFormat::markdown: return terms_page(edition);
    default: return terms_tree_text(edition, style);
  }
}

std::string terms_clauses(const Edition& edition, Clauses clauses, TermsFormat format,
                          const TextStyle& style) {
  switch (format) {
    case TermsFormat::json: return terms_clauses_json(edition, clauses);
    case TermsFormat::markdown: return terms_clauses_markdown(edition, clauses);
    default: return terms_clauses_text(edition, clauses, style);
  }
}

std::string terms_found(const Edition& edition, Hits hits, TermsFormat format,
                        const TextStyle& style) {
  switch (format) {
    case TermsFormat::json: return terms_found_json(edition, hits);
    case TermsFormat::markdown: return terms_found_markdown(edition, hits);
    default: return terms_found_text(edition, hits, style);
  }
}

std::string terms_duties(const Edition& edition, Duties duties, TermsFormat format,
                         const TextStyle& style) {
  switch (format) {
    case TermsFormat::json: return terms_duties_json(edition, duties);
    case TermsFormat::markdown: return terms_duties_markdown(edition, duties);
    default: return terms_duties_text(edition, duties, style);
  }
}

}  // namespace tokki::inline v0
