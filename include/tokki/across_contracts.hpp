// across_contracts.hpp: compares the answers of one contractor in several dossiers.
#pragma once

#include <memory>

#include "tokki/export.hpp"

namespace tokki::inline v0 {

namespace internal {
class FirstAnswers;
}

/// Remembers what each 乙 first answered in rows 2 to 4, so that a dossier in which the same firm
/// answers otherwise gets a finding (answers-differ-across-contracts, a review). Given to checkers
/// by CheckOptions::across. Its memory grows with the number of contractors, not of dossiers. Not
/// safe for concurrent use. One that was moved from remembers nothing.
class TOKKI_EXPORT AcrossContracts {
 public:
  AcrossContracts();
  AcrossContracts(AcrossContracts&&) noexcept;
  AcrossContracts& operator=(AcrossContracts&&) noexcept;
  ~AcrossContracts();

  /// For the checkers.
  [[nodiscard]] internal::FirstAnswers& first_answers();

 private:
  std::unique_ptr<internal::FirstAnswers> first_answers_;
};

}  // namespace tokki::inline v0
