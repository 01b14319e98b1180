// cell_reader.hpp: reads the cells of forms under one edition.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "ruleset/cell_reading.hpp"
#include "ruleset/rule_set.hpp"
#include "text/memo.hpp"
#include "tokki/edition.hpp"
#include "tokki/location.hpp"

namespace tokki::inline v0::internal {

/// Caches the readings of texts from one form to the next, for fields whose description allows it:
/// never names of people. For one thread.
class CellReader {
 public:
  explicit CellReader(std::shared_ptr<const Edition> edition)
      : edition_(std::move(edition)), rules_(&rule_set_of(*edition_)) {}

  [[nodiscard]] const Edition& edition() const { return *edition_; }
  [[nodiscard]] const Phrases& phrases() const { return rules_->phrases(); }

  [[nodiscard]] CellClass classify(TextKind kind, std::string_view text) {
    if (text.empty()) return {};
    const auto make = [&] { return internal::classify(phrases(), text, scratch_); };
    return may_be_remembered(kind) ? classes_.of(text, make) : make();
  }
  /// The same of a cell that is to name a party.
  [[nodiscard]] CellClass classify_party(TextKind kind, std::string_view text) {
    if (text.empty()) return {};
    const auto make = [&] { return internal::classify_party(phrases(), text, scratch_); };
    return may_be_remembered(kind) ? parties_.of(text, make) : make();
  }
  [[nodiscard]] CellReading read(TextKind kind, std::string_view text) {
    const auto make = [&] { return read_cell(*rules_, text, scratch_); };
    return may_be_remembered(kind) ? readings_.of(text, make) : make();
  }
  /// Valid until the next call.
  [[nodiscard]] const LocationReading& read_locations(TextKind kind, std::string_view text) {
    const auto make = [&] {
      return tokki::read_locations(searchable(text, traits_of(text), scratch_));
    };
    if (may_be_remembered(kind)) return locations_.of(text, make);
    return location_ = make();
  }
  /// Whether a reading of the text is cached.
  [[nodiscard]] bool remembers(std::string_view text) const {
    return classes_.holds(text) || parties_.holds(text) || readings_.holds(text) ||
           locations_.holds(text);
  }

 private:
  std::shared_ptr<const Edition> edition_;
  const RuleSet* rules_;
  Memo<CellClass> classes_;
  Memo<CellClass> parties_;  // of cells that are to name one
  Memo<CellReading> readings_;
  Memo<LocationReading> locations_;
  LocationReading location_;
  std::string scratch_;
};

}  // namespace tokki::inline v0::internal
