// view.hpp: a chain as rows and badges, which each format of the report shows in its own way.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "tokki/chain_report.hpp"

namespace tokki::inline v0::internal {

/// A short remark on a party; the tone decides its colour.
struct Badge {
  enum class Tone : std::uint8_t { good, open, bad, abroad, plain } tone;
  std::string text;
};

/// A party as a row of the tree.
struct ChainRow {
  ChainIndex party;
  ChainIndex edge;      ///< by which it is reached; kNoIndex: at the top, or not reachable
  std::uint32_t depth;  ///< rows of depth 0 are at the top
  bool again;           ///< shown further up, with the parties below it
};

/// The number of findings on one party: on its record, its forms, and the edges to it.
using Counts = std::array<std::uint32_t, 5>;  // by Severity

class ChainView {
 public:
  ChainView(const Chain& chain, const DossierReports& reports, Language language);

  [[nodiscard]] const Chain& chain() const noexcept { return chain_; }
  [[nodiscard]] Language language() const noexcept { return language_; }
  [[nodiscard]] std::string localized(std::string_view ja, std::string_view en) const {
    return std::string(language_ == Language::ja ? ja : en);
  }

  /// Calls `visit(row, more)` for every row from the top; more[d] tells whether another row of
  /// depth d follows under the same parent. Returning false ends it.
  using Visit = std::function<bool(const ChainRow& row, const std::vector<bool>& more)>;
  void each_row(const Visit& visit) const;

  /// The contract, in a line or two.
  [[nodiscard]] std::vector<std::string> heading() const;
  [[nodiscard]] std::string name(ChainIndex party) const;
  /// 乙, 第1段階 …
  [[nodiscard]] std::string tier(ChainIndex party) const;
  /// All remarks on a party in a row.
  [[nodiscard]] std::vector<Badge> badges(const ChainRow& row) const;
  [[nodiscard]] Badge consent(const ChainEdge& edge) const;
  [[nodiscard]] std::vector<Badge> locations(ChainIndex party) const;

  /// Data abroad: the country, the service, and the path to the party that keeps it there.
  struct DataAbroad {
    std::string where, what, path;
  };
  [[nodiscard]] std::vector<DataAbroad> data_abroad() const;
  /// 「（未提出1件を除く）」: what to say beside what the declarations tell together, where parties
  /// have not filed that must or may have to; else empty.
  [[nodiscard]] std::string not_counted() const;
  /// The path from 乙 to a party: names joined by arrows; the middle of a long one is left out.
  [[nodiscard]] std::string path_names(ChainIndex party) const;

 private:
  [[nodiscard]] Badge filing(ChainIndex party) const;
  [[nodiscard]] std::optional<Badge> findings(ChainIndex party) const;
  [[nodiscard]] std::string date(Day day) const;

  const Chain& chain_;
  Language language_;
  std::vector<Counts> counts_;
};

/// Those rows that a picture has room for.
struct Picture {
  struct Row {
    ChainRow row;
    std::string name, detail;
    std::vector<Badge> badges;
  };
  std::vector<Row> rows;
  bool cut = false;
};
[[nodiscard]] Picture picture_of(const ChainView& view);

[[nodiscard]] std::string chain_text(const ChainView& view, const TextStyle& style);
[[nodiscard]] std::string chain_json(const Chain& chain, const DossierReports& reports,
                                     bool show_values);
[[nodiscard]] std::string chain_dot(const ChainView& view);
[[nodiscard]] std::string chain_mermaid(const ChainView& view);
[[nodiscard]] std::string chain_svg(const ChainView& view);
[[nodiscard]] std::string chain_html(const ChainView& view, const DossierReports& reports,
                                     const TextStyle& style);

}  // namespace tokki::inline v0::internal
