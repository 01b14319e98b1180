// decode.hpp: from bytes to a typed record, with every structural fault at once.
//
// Decoding checks structure only: is it JSON, are the members known, are their types right?
// Whatever can be written on the paper form decodes.
#pragma once

#include <algorithm>
#include <cstddef>
#include <limits>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/records/dossier.hpp"

namespace tokki::inline v0 {

/// U+FEFF in UTF-8, as Windows writes it before a text.
inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

/// Beyond a limit there is a finding, never a crash. In NDJSON each line is a document.
struct Limits {
  std::size_t document_bytes = std::size_t{16} << 20U;
  std::size_t depth = 64;  ///< at most 1,024, whatever is asked for
  std::size_t string_bytes = std::size_t{64} << 10U;
  std::size_t key_bytes = 256;
  std::size_t array_items = 100'000;
  std::size_t findings = 1'000;  ///< per document; then "findings-truncated"

  /// The depth that is applied.
  [[nodiscard]] constexpr std::size_t applied_depth() const noexcept {
    constexpr std::size_t kDeepest = 1'024;
    return std::min(depth, kDeepest);
  }
  /// How many bytes of a text must be read to know whether it is over the limit: one more than the
  /// limit, and a byte order mark, which does not count.
  [[nodiscard]] constexpr std::size_t enough_bytes() const noexcept {
    constexpr std::size_t kMore = kByteOrderMark.size() + 1;
    return document_bytes +
           std::min(kMore, std::numeric_limits<std::size_t>::max() - document_bytes);
  }
};

/// A declaration, a dossier or a record of one, read from JSON (RFC 8259, UTF-8): its member
/// "format" says which. Owns what its record borrows, and reuses its
/// storage from one read to the next. One that was moved from has nothing read. Not safe for
/// concurrent use; one per thread.
class TOKKI_EXPORT Document {
 public:
  Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;
  ~Document();

  /// Reads `json`, which may not be a text of this document: what was read before is dropped. Never
  /// throws on bad input: see findings().
  void read(std::string_view json, const Limits& limits = {});

  /// The record, or null when it is of another kind or nothing could be decoded (not JSON, an
  /// unknown format). Valid until the next read; copy it to keep it.
  [[nodiscard]] const Declaration* declaration() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const Dossier* dossier() const noexcept TOKKI_LIFETIMEBOUND;
  [[nodiscard]] const DossierRecord* dossier_record() const noexcept TOKKI_LIFETIMEBOUND;
  /// Which of them was decoded: "declaration", "dossier", "dossier-record"; else empty.
  [[nodiscard]] std::string_view kind() const noexcept;
  /// The structural faults, with pointers and positions.
  [[nodiscard]] const std::vector<Finding>& findings() const noexcept TOKKI_LIFETIMEBOUND;
  /// True when the member at a place, one above or one below is structurally at fault, so that it
  /// needs no further finding.
  [[nodiscard]] bool faulty_at(const Place& place) const noexcept;
  /// The places of such members, sorted.
  [[nodiscard]] const std::vector<Place>& faulty() const noexcept TOKKI_LIFETIMEBOUND;

  /// Fills in the positions of findings that point into the text that was read, in one walk over
  /// it, and, when `keep_values`, what is written there. Places in other documents are left as
  /// they are.
  void locate(std::vector<Finding>& findings, bool keep_values = false) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
