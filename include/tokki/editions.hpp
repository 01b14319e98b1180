// editions.hpp: the editions of one run, and which of them a document is checked with.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "tokki/edition.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// The editions that documents may have been made under. The first is the default.
class TOKKI_EXPORT Editions {
 public:
  /// The built-in one.
  Editions() : Editions(Edition::builtin()) {}
  /// `first` is the default; null means the built-in one.
  Editions(std::shared_ptr<const Edition> first);  // NOLINT(google-explicit-constructor)
  // Moving copies, so that there always is a first one.
  Editions(const Editions&) = default;
  Editions& operator=(const Editions&) = default;
  ~Editions() = default;

  /// Adds an edition, which may be referred to and take the place of others. Null means the
  /// built-in one.
  void add(std::shared_ptr<const Edition> edition);

  /// All of them, in the order in which they were added.
  [[nodiscard]] const std::vector<std::shared_ptr<const Edition>>& all() const noexcept
      TOKKI_LIFETIMEBOUND {
    return editions_;
  }
  [[nodiscard]] const std::shared_ptr<const Edition>& first() const noexcept TOKKI_LIFETIMEBOUND {
    return editions_.front();
  }

  /// The index in all() of the edition for a document.
  ///
  /// A document's own reference (an id, or id/version) decides; among several of that id, the one
  /// in force on the contract's day. Without a reference it is the first edition or, among
  /// its predecessors and successors, the one in force on that day. When nothing fits it is the
  /// first; the rules edition-unknown and edition-not-in-force then report that.
  [[nodiscard]] std::size_t choose(std::string_view reference,
                                   std::optional<Day> contract_day) const noexcept;

 private:
  std::vector<std::shared_ptr<const Edition>> editions_;
};

}  // namespace tokki::inline v0
