// liability.hpp: inspections, damage and its costs, publication, termination, violations of law.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

enum class InspectionMode : std::uint8_t {
  on_site,         ///< 立ち入り検査
  third_party,     ///< 第三者による監査、検査
  internal_audit,  ///< 内部監査部門による検査
};
template <>
struct Description<InspectionMode> {
  static constexpr std::string_view name = "InspectionMode";
  static constexpr Choice<InspectionMode> choices[] = {
      {InspectionMode::on_site, "on_site"},
      {InspectionMode::third_party, "third_party"},
      {InspectionMode::internal_audit, "internal_audit"}};
};

/// 検査 (特記事項10).
struct Inspection : Recorded {
  std::optional<InspectionMode> mode;
  Str party;                          ///< who is inspected; empty: the contractor
  Str by;                             ///< who inspects
  std::optional<bool> own_difficult;  ///< 甲 states that its own inspection is 困難
  std::optional<bool> refused;        ///< true: it was refused
  Str result;
  friend bool operator==(const Inspection&, const Inspection&) = default;
};
template <>
struct Description<Inspection> {
  static constexpr std::string_view name = "Inspection";
  static constexpr auto fields = recorded_fields<Inspection>(
      Field{"mode", &Inspection::mode}, Field{"party", &Inspection::party},
      Field{"by", &Inspection::by}, Field{"own_difficult", &Inspection::own_difficult},
      Field{"refused", &Inspection::refused}, Field{"result", &Inspection::result});
};

/// 損害 (特記事項14).
struct Damage : Recorded {
  Str party;                                 ///< whose handling caused it; empty: the contractor's
  Str incident;                              ///< by id
  std::optional<bool> personal_information;  ///< 個人情報の取扱いにより発生した
  std::optional<bool> third_party;           ///< 第三者に及ぼした損害
  Str what;
  friend bool operator==(const Damage&, const Damage&) = default;
};
template <>
struct Description<Damage> {
  static constexpr std::string_view name = "Damage";
  static constexpr auto fields = recorded_fields<Damage>(
      Field{"party", &Damage::party}, refers("incident", &Damage::incident),
      Field{"personal_information", &Damage::personal_information},
      Field{"third_party", &Damage::third_party}, Field{"what", &Damage::what});
};

/// Who finally bears a cost.
enum class Payer : std::uint8_t { contractor, client, third_party };
template <>
struct Description<Payer> {
  static constexpr std::string_view name = "Payer";
  static constexpr Choice<Payer> choices[] = {{Payer::contractor, "contractor"},
                                              {Payer::client, "client"},
                                              {Payer::third_party, "third_party"}};
};

/// 経費 (特記事項14): a cost that damage caused.
struct Cost : Recorded {
  Str damage;                          ///< by id
  std::optional<std::int64_t> amount;  ///< yen
  std::optional<Payer> paid_by;
  std::optional<bool> settled;  ///< false: only advanced, or not paid yet
  std::optional<bool> refused;  ///< true: the contractor refuses to bear it
  friend bool operator==(const Cost&, const Cost&) = default;
};
template <>
struct Description<Cost> {
  static constexpr std::string_view name = "Cost";
  static constexpr auto fields =
      recorded_fields<Cost>(refers("damage", &Cost::damage), Field{"amount", &Cost::amount},
                            Field{"paid_by", &Cost::paid_by}, Field{"settled", &Cost::settled},
                            Field{"refused", &Cost::refused});
};

/// 公表 (特記事項11).
struct Publication : Recorded {
  Str incident;  ///< by id
  Str what;
  friend bool operator==(const Publication&, const Publication&) = default;
};
template <>
struct Description<Publication> {
  static constexpr std::string_view name = "Publication";
  static constexpr auto fields = recorded_fields<Publication>(
      refers("incident", &Publication::incident), Field{"what", &Publication::what});
};

/// 解除 (特記事項13).
struct Termination : Recorded {
  Str by;              ///< who terminates; empty: 甲
  List<Str> rests_on;  ///< duty instances (B2.time@inc-3/hibari) and records, by key or id
  friend bool operator==(const Termination&, const Termination&) = default;
};
template <>
struct Description<Termination> {
  static constexpr std::string_view name = "Termination";
  static constexpr auto fields = recorded_fields<Termination>(
      Field{"by", &Termination::by}, refers("rests_on", &Termination::rests_on));
};

/// 法令違反 (特記事項13): what an authority or a court found.
struct LawViolation : Recorded {
  Str party;  ///< who violated it; empty: the contractor
  Str law;
  Str found_by;
  std::optional<bool> personal_information_act;  ///< 個人情報の保護に関する法律 (特記事項2)
  std::optional<bool> in_this_work;
  friend bool operator==(const LawViolation&, const LawViolation&) = default;
};
template <>
struct Description<LawViolation> {
  static constexpr std::string_view name = "LawViolation";
  static constexpr auto fields = recorded_fields<LawViolation>(
      Field{"party", &LawViolation::party}, Field{"law", &LawViolation::law},
      Field{"found_by", &LawViolation::found_by},
      Field{"personal_information_act", &LawViolation::personal_information_act},
      Field{"in_this_work", &LawViolation::in_this_work});
};

}  // namespace tokki::inline v0
