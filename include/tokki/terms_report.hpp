// terms_report.hpp: the terms of an edition as text, JSON, Markdown and OSCAL.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {

enum class TermsFormat : std::uint8_t {
  text,      ///< for a terminal, in the style's language
  json,      ///< both languages
  markdown,  ///< both languages side by side
};

/// The clauses as a tree: citation and wording, one entry a clause. As Markdown, the whole page:
/// every clause followed by its duties and rules.
[[nodiscard]] TOKKI_EXPORT std::string terms_tree(const Edition& edition, TermsFormat format,
                                                  const TextStyle& style = {});

/// Everything about some clauses: wording, translation, mistakes, defined terms, references, laws,
/// duties and rules.
[[nodiscard]] TOKKI_EXPORT std::string terms_clauses(const Edition& edition,
                                                     std::span<const Clause* const> clauses,
                                                     TermsFormat format,
                                                     const TextStyle& style = {});

/// What Edition::search() found.
[[nodiscard]] TOKKI_EXPORT std::string terms_found(const Edition& edition,
                                                   std::span<const SearchHit> hits,
                                                   TermsFormat format, const TextStyle& style = {});

/// Some duties, each under its clause's citation.
[[nodiscard]] TOKKI_EXPORT std::string terms_duties(const Edition& edition,
                                                    std::span<const Duty* const> duties,
                                                    TermsFormat format,
                                                    const TextStyle& style = {});

/// The edition as a NIST OSCAL catalog (1.2.1, JSON): parts are groups, clauses controls, their
/// wording statements, duties further parts, numbers parameters.
[[nodiscard]] TOKKI_EXPORT std::string oscal_catalog(const Edition& edition);

}  // namespace tokki::inline v0
