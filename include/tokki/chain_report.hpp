// chain_report.hpp: a chain as a tree, a picture or JSON: who works for whom, who has filed, what
// 甲 has consented to, where the data lies.
//
// A chain report shows the parties' names, always.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "tokki/chain.hpp"
#include "tokki/export.hpp"
#include "tokki/report.hpp"

namespace tokki::inline v0 {

/// The formats of a chain report.
enum class ChainFormat : std::uint8_t { text, json, dot, mermaid, svg, html };
template <>
struct Description<ChainFormat> {
  static constexpr std::string_view name = "ChainFormat";
  static constexpr Choice<ChainFormat> choices[] = {
      {ChainFormat::text, "text"},       {ChainFormat::json, "json"}, {ChainFormat::dot, "dot"},
      {ChainFormat::mermaid, "mermaid"}, {ChainFormat::svg, "svg"},   {ChainFormat::html, "html"}};
};

/// The reports on the documents of one dossier, in the order of DossierChecker::finish().
class TOKKI_EXPORT DossierReports {
 public:
  /// Takes the report on the next document.
  void add(const Report& report);

  /// The number of a document in the dossier, from 0, and what was found in it.
  struct Entry {
    std::uint32_t document;
    Report report;
  };
  /// Those with findings.
  [[nodiscard]] const std::vector<Entry>& entries() const noexcept TOKKI_LIFETIMEBOUND {
    return entries_;
  }
  [[nodiscard]] const Summary& summary() const noexcept TOKKI_LIFETIMEBOUND { return summary_; }

 private:
  std::vector<Entry> entries_;
  Summary summary_;
  std::uint32_t documents_ = 0;
};

/// The chain, with the findings on each party counted. Text is a tree for a terminal; dot and
/// Mermaid are for their tools; SVG and HTML are whole documents. JSON holds both languages and
/// does not depend on the style. Pictures show at most 2,000 parties, and say when that is not all.
[[nodiscard]] TOKKI_EXPORT std::string to_string(const Chain& chain, const DossierReports& reports,
                                                 ChainFormat format, const TextStyle& style);

/// One party as text: its tier and the path from 乙 to it (特記事項6), the parties below it, whose
/// incidents 乙 reports (特記事項9(2)), whether 甲 may inspect it (特記事項10), where its data
/// lies.
[[nodiscard]] TOKKI_EXPORT std::string describe_party(const Chain& chain, ChainIndex party,
                                                      const Edition& edition,
                                                      const TextStyle& style);

}  // namespace tokki::inline v0
