// forms.hpp: the formats of the terms, one file each.
#pragma once

#include <span>
#include <string>

#include "tokki/terms_report.hpp"

namespace tokki::inline v0::internal {

using Clauses = std::span<const Clause* const>;
using Duties = std::span<const Duty* const>;
using Hits = std::span<const SearchHit>;

std::string terms_tree_text(const Edition& edition, const TextStyle& style);
std::string terms_clauses_text(const Edition& edition, Clauses clauses, const TextStyle& style);
std::string terms_found_text(const Edition& edition, Hits hits, const TextStyle& style);
std::string terms_duties_text(const Edition& edition, Duties duties, const TextStyle& style);

std::string terms_tree_json(const Edition& edition);
std::string terms_clauses_json(const Edition& edition, Clauses clauses);
std::string terms_found_json(const Edition& edition, Hits hits);
std::string terms_duties_json(const Edition& edition, Duties duties);

std::string terms_page(const Edition& edition);
std::string terms_clauses_markdown(const Edition& edition, Clauses clauses);
std::string terms_found_markdown(const Edition& edition, Hits hits);
std::string terms_duties_markdown(const Edition& edition, Duties duties);

}  // namespace tokki::inline v0::internal
