// context.hpp: all that decisions look at, indexed once.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

#include "assess/coverage.hpp"
#include "assess/fact.hpp"
#include "assess/readings.hpp"

namespace tokki::inline v0::internal {

/// What people who may judge have said of a question.
struct Judged {
  std::optional<bool> by_client;      ///< the answer of 甲: the only one that settles
  std::optional<bool> by_contractor;  ///< what 乙 holds of itself
  bool contradicted = false;          ///< 甲 has answered in two ways
  bool in_part = false;               ///< 甲 has found it met, but for a part of the time only
};

/// Whether a statement that names the record `id` is about an instance: about the one that the
/// record set off, or about one aspect of it (`trigger` is "image-4/deletion").
[[nodiscard]] bool names_trigger(const Ledger& ledger, std::string_view id,
                                 std::string_view trigger);

/// The id of the record that an instance is about: "image-4", of "image-4/deletion".
[[nodiscard]] std::string_view record_of(const Ledger& ledger, std::string_view trigger);

/// Whose word that a duty was observed counts: anybody's, or only that of 責任者 and of the person
/// concerned.
struct Vouching {
  bool anybody = true;
  std::string_view person{};  ///< the person concerned, by id, if any
};

/// What was attested of a duty on an occasion.
struct Attested {
  Truth observed = Truth::open;
  bool contradicted = false;
  std::optional<Fact> fact;
};

/// Whether something happened in a span, whose days are all in it. One without begin and end holds
/// nothing.
[[nodiscard]] Truth holds(const Span& span, const Moment& when);

class DeclaredFacts;

class Context {
 public:
  Context(const Ledger& records, const Chain& parties, const Edition& terms, Second instant);
  Context(const Context&) = delete;
  Context& operator=(const Context&) = delete;
  ~Context();

  const Ledger& ledger;
  const Chain& chain;
  const Edition& edition;
  const Second as_of;
  const Actors actors;
  const CoveredSpans covered;

  Index recognitions;    ///< by incident
  Index communications;  ///< by what they are about
  Index instructions;    ///< by what they are about
  Index completions;     ///< by instruction
  Index assents;         ///< by what they cover
  Index returns;         ///< by asset
  Index recalls;         ///< by asset
  Index assets;          ///< by id
  Index devices;         ///< by id
  Index incidents;       ///< by the outing on which they happened
  Index trainings;       ///< by attendee
  Index damages;         ///< by id

  [[nodiscard]] const Asset* asset(std::string_view id) const;
  [[nodiscard]] const Device* device(std::string_view id) const;
  /// Whether `reference` names a person who is 責任者 on record.
  [[nodiscard]] bool is_responsible(std::string_view reference) const;

  /// Whether the person whom `reference` names was 責任者 then. Of somebody who is not on record,
  /// who says so is believed.
  [[nodiscard]] Truth responsible_at(std::string_view reference, const Moment& when) const;

  /// How 甲 settled an open reading, for the contract or for one record.
  [[nodiscard]] Truth settled(const ReadingInfo& reading, std::string_view trigger = {}) const;
  /// The facts that declarations have to state, computed when first asked for.
  [[nodiscard]] const DeclaredFacts& declared_facts() const;
  /// Whether a statement that is said to be 甲's can be: `by` is not somebody else's, on record.
  [[nodiscard]] bool may_speak_for_client(std::string_view by) const;
  /// Whether a duty was met on an occasion, in the judgement of people.
  [[nodiscard]] Judged judged(std::string_view duty, std::string_view trigger) const;
  /// The same of a duty that lasts, from `from` through `through`: that it was met, each judgement
  /// says of its own span only, and of nothing after it was given.
  [[nodiscard]] Judged judged(std::string_view duty, std::string_view trigger, Second from,
                              Second through) const;
  /// What was attested of a duty, of a record or of the time from `from` through `through`. An
  /// attestation before the end of what it is about says nothing of the rest; several may reach to
  /// the end together. That it was not observed, anybody may say.
  [[nodiscard]] Attested attested(std::string_view duty, std::string_view trigger, Second from,
                                  Second through, const Vouching& vouching = {}) const;
  /// Calls `visit(entry)` for each attestation of a duty that is about a record, or about a span;
  /// those that contradict one another, or whose span cannot be read, are left out.
  template <class Visit>
  void each_attestation(std::string_view duty, std::string_view trigger, Visit&& visit) const {
    attestations_.each(duty, [&](std::size_t i) {
      const Entry<Attestation>& entry = ledger.all<Attestation>()[i];
      if (!entry.conflict && counts(*entry.record, trigger)) visit(entry);
    });
  }
  /// Calls `visit(entry)` for each waiver of a duty that 甲 has given.
  template <class Visit>
  void each_waiver(std::string_view duty, Visit&& visit) const {
    waivers_.each(duty, [&](std::size_t i) {
      const Entry<Waiver>& entry = ledger.all<Waiver>()[i];
      const Waiver& waiver = *entry.record;
      const Moment when = moment(waiver.at, as_of);
      if (entry.conflict || !when.known || lies_ahead(when)) return;
      if (waiver.as == Giver::client && may_speak_for_client(waiver.by)) visit(entry);
    });
  }
  /// True when an event has certainly not happened yet.
  [[nodiscard]] bool lies_ahead(const Moment& moment) const noexcept { return moment.lo > as_of; }

 private:
  // It says whether a duty was observed, of the record or of a span that can be read.
  [[nodiscard]] bool counts(const Attestation& attestation, std::string_view trigger) const;

  mutable std::unique_ptr<const DeclaredFacts> declared_facts_;
  Index judgements_;    // by question or duty
  Index responsible_;   // persons who are 責任者, by id and by name
  Index attestations_;  // by duty
  Index waivers_;       // by duty
};

}  // namespace tokki::inline v0::internal
