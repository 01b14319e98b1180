// dossier_checker.hpp: a dossier that several documents make up.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string_view>

#include "tokki/chain.hpp"
#include "tokki/check.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// Joins documents into one dossier and checks it: a contract's file, a subcontracts' file, one
/// declaration per file, or a record a line (tokki.dossier-record/1). Every finding points into the
/// document that it is about. Not safe for concurrent use.
///
/// The day of the check is that of the first add() of a dossier. A checker that was moved from can
/// only be assigned to or destroyed; all else throws std::logic_error.
class TOKKI_EXPORT DossierChecker {
 public:
  explicit DossierChecker(CheckOptions options = {});
  DossierChecker(DossierChecker&&) noexcept;
  DossierChecker& operator=(DossierChecker&&) noexcept;
  ~DossierChecker();

  /// Adds a document of any kind; a declaration counts as filed under this contract. The text is
  /// copied, for the positions of findings. Bad input is a finding, never an exception.
  void add(std::string_view json, std::string_view uri = {},
           std::optional<std::uint64_t> line = std::nullopt);

  /// Joins what was added, calls `visit` with the report on each document in the order in which
  /// they were added, and returns the chain. The report is valid until `visit` returns; copy it to
  /// keep it. `visit` returns false to be called no more. The checker is empty afterwards, ready
  /// for another dossier.
  Chain finish(const std::function<bool(const Report& report)>& visit);

 private:
  struct State;
  State& state();
  std::unique_ptr<State> state_;
};

}  // namespace tokki::inline v0
