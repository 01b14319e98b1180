// statement.hpp: statements that settle what the records of acts leave open.
//
// A statement is about the past: it counts from when it was put on record, whatever the instant
// that is asked about.
#pragma once

#include "tokki/records/assent.hpp"

namespace tokki::inline v0 {

/// A fact that somebody vouches for. It never reaches beyond `at`, when it was given.
struct Attestation : Recorded {
  Str by;                   ///< who vouches
  std::optional<Giver> as;  ///< as what
  Str duty;                 ///< the duty that it is about, by its key in the edition
  List<Str> about;          ///< the records that it is about, by id; empty: all of the span
  Span span;
  std::optional<bool> observed;  ///< whether the duty was observed
  Str statement;                 ///< in words
  friend bool operator==(const Attestation&, const Attestation&) = default;
};
template <>
struct Description<Attestation> {
  static constexpr std::string_view name = "Attestation";
  static constexpr auto fields = recorded_fields<Attestation>(
      Field{"by", &Attestation::by}, Field{"as", &Attestation::as},
      refers("duty", &Attestation::duty, TextKind::duty), refers("about", &Attestation::about),
      Field{"span", &Attestation::span}, Field{"observed", &Attestation::observed},
      Field{"statement", &Attestation::statement});
};

/// An evaluation: whether 直ちに, 万全 and the like were met, or how an open reading is settled.
/// Only one of 甲's fulfils a duty; the contractor's own is shown as such.
struct Judgement : Recorded {
  Str by;                   ///< who judges
  std::optional<Giver> as;  ///< as what
  Str question;             ///< the reading that it settles (R1); empty: whether the duty was met
  Str duty;                 ///< the duty, by its key in the edition
  List<Str> about;          ///< the records that it is about, by id; empty: the whole contract
  Span span;                ///< the time that it is about; empty: all
  std::optional<bool> answer;
  Str reason;
  friend bool operator==(const Judgement&, const Judgement&) = default;
};
template <>
struct Description<Judgement> {
  static constexpr std::string_view name = "Judgement";
  static constexpr auto fields = recorded_fields<Judgement>(
      Field{"by", &Judgement::by}, Field{"as", &Judgement::as},
      refers("question", &Judgement::question, TextKind::reading),
      refers("duty", &Judgement::duty, TextKind::duty), refers("about", &Judgement::about),
      Field{"span", &Judgement::span}, Field{"answer", &Judgement::answer},
      Field{"reason", &Judgement::reason});
};

/// That all records of some kinds in a span are on file. It never reaches beyond `at`.
struct Coverage : Recorded {
  Str stated_by;
  List<Str> kinds;  ///< names of kinds of records: "communication"
  Str party;        ///< of which party; empty: of all
  Span span;
  friend bool operator==(const Coverage&, const Coverage&) = default;
};
template <>
struct Description<Coverage> {
  static constexpr std::string_view name = "Coverage";
  static constexpr auto fields =
      recorded_fields<Coverage>(Field{"stated_by", &Coverage::stated_by},
                                refers("kinds", &Coverage::kinds, TextKind::record_kind),
                                Field{"party", &Coverage::party}, Field{"span", &Coverage::span});
};

/// 甲 does without the performance of a duty. Never to be confused with a FindingWaiver, which
/// anyone writes into tokki.toml. `at` is when it was given.
struct Waiver : Recorded {
  std::optional<Giver> as;  ///< who waives: only 甲 can
  Str by;                   ///< the person
  Str duty;                 ///< by its key in the edition
  List<Str> about;          ///< the records whose instances are waived, by id
  Span span;
  std::optional<AssentForm> form;
  Str reference;  ///< the number of the writing
  friend bool operator==(const Waiver&, const Waiver&) = default;
};
template <>
struct Description<Waiver> {
  static constexpr std::string_view name = "Waiver";
  static constexpr auto fields =
      recorded_fields<Waiver>(Field{"as", &Waiver::as}, Field{"by", &Waiver::by},
                              refers("duty", &Waiver::duty, TextKind::duty),
                              refers("about", &Waiver::about), Field{"span", &Waiver::span},
                              Field{"form", &Waiver::form}, Field{"reference", &Waiver::reference});
};

}  // namespace tokki::inline v0
