// context.hpp: all that decisions look at, indexed once.
#pragma once

#include <optional>
#include <string_view>

#include "assess/coverage.hpp"
#include "assess/readings.hpp"

namespace tokki::inline v0::internal {

/// What people who may judge have said of a question.
struct Judged {
  std::optional<bool> by_client;      ///< the answer of 甲: the only one that settles
  std::optional<bool> by_contractor;  ///< what 乙 holds of itself
  bool contradicted = false;          ///< 甲 has answered in two ways
};

/// What was attested of a duty on an occasion.
struct Attested {
  Truth observed = Truth::open;
  bool contradicted = false;
  std::optional<Place> place;
};

class Context {
 public:
  Context(const Ledger& records, const Chain& parties, const Edition& terms, Second instant);

  const Ledger& ledger;
  const Chain& chain;
  const Edition& edition;
  const Second as_of;
  const Actors actors;
  const CoveredSpans covered;

  Index recognitions;    ///< by incident
  Index communications;  ///< by what they are about
  Index completions;     ///< by instruction
  Index assents;         ///< by what they cover
  Index returns;         ///< by asset
  Index recalls;         ///< by asset
  Index assets;          ///< by id
  Index devices;         ///< by id
  Index incidents;       ///< by the outing on which they happened
  Index trainings;       ///< by attendee
  Index costs;           ///< by damage
  Index damages;         ///< by id
  Index waivers;         ///< by duty

  [[nodiscard]] const Asset* asset(std::string_view id) const;
  [[nodiscard]] const Device* device(std::string_view id) const;

  /// How 甲 settled an open reading, for the contract or for one record.
  [[nodiscard]] Truth settled(const ReadingInfo& reading, std::string_view trigger = {}) const;
  /// Whether a duty was met on an occasion, in the judgement of people.
  [[nodiscard]] Judged judged(std::string_view duty, std::string_view trigger) const;
  /// What was attested of a duty, of a record or of a span that begins at `from` and lasts to
  /// `through`. An attestation before the end of what it is about says nothing of the rest.
  [[nodiscard]] Attested attested(std::string_view duty, std::string_view trigger, Second from,
                                  Second through) const;
  /// True when an event has certainly not happened yet.
  [[nodiscard]] bool lies_ahead(const Moment& moment) const noexcept { return moment.lo > as_of; }

 private:
  Index judgements_;    // by question or duty
  Index attestations_;  // by duty
};

}  // namespace tokki::inline v0::internal
