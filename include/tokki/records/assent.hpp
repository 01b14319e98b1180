// assent.hpp: 承諾, 承認 and 許可: what somebody agreed to, and what an act says of it.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

/// The three words of the terms for agreeing to something. None stands for another.
enum class AssentKind : std::uint8_t {
  consent,     ///< 承諾: of 甲, to subcontracting (特記事項5)
  approval,    ///< 承認: of 甲 (特記事項3(3), 8) or of 責任者 (遵守事項3)
  permission,  ///< 許可: of 甲 (特記事項3(1)) or of 責任者 (遵守事項4)
};
template <>
struct Description<AssentKind> {
  static constexpr std::string_view name = "AssentKind";
  static constexpr Choice<AssentKind> choices[] = {{AssentKind::consent, "consent"},
                                                   {AssentKind::approval, "approval"},
                                                   {AssentKind::permission, "permission"}};
};

/// Who agrees, or judges.
enum class Giver : std::uint8_t {
  client,              ///< 甲
  responsible_person,  ///< 責任者 of the contractor
  other,
};
template <>
struct Description<Giver> {
  static constexpr std::string_view name = "Giver";
  static constexpr Choice<Giver> choices[] = {{Giver::client, "client"},
                                              {Giver::responsible_person, "responsible_person"},
                                              {Giver::other, "other"}};
};

/// In what form. Whether an electronic one is 書面 is a question the terms leave open.
enum class AssentForm : std::uint8_t { written, electronic, oral };
template <>
struct Description<AssentForm> {
  static constexpr std::string_view name = "AssentForm";
  static constexpr Choice<AssentForm> choices[] = {{AssentForm::written, "written"},
                                                   {AssentForm::electronic, "electronic"},
                                                   {AssentForm::oral, "oral"}};
};

/// An assent; `at` is when it was given.
struct Assent : Recorded {
  std::optional<AssentKind> kind;
  std::optional<Giver> giver;
  Str given_by;  ///< the person
  std::optional<AssentForm> form;
  std::optional<bool> refused;  ///< true: it was asked for, and refused
  Instant revoked_at;
  List<Str> covers;      ///< the acts, subcontracts and assets that it covers, by id
  Span standing;         ///< while it covers all acts of the kind that `scope` says
  Str scope;             ///< what a standing one covers, in words
  List<Str> conditions;  ///< 条件
  Str reference;         ///< the number of the writing
  friend bool operator==(const Assent&, const Assent&) = default;
};
template <>
struct Description<Assent> {
  static constexpr std::string_view name = "Assent";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<Assent>(
      Field{"kind", &Assent::kind}, Field{"giver", &Assent::giver},
      Field{"given_by", &Assent::given_by}, Field{"form", &Assent::form},
      Field{"refused", &Assent::refused}, Field{"revoked_at", &Assent::revoked_at},
      refers("covers", &Assent::covers), Field{"standing", &Assent::standing},
      Field{"scope", &Assent::scope}, Field{"conditions", &Assent::conditions},
      Field{"reference", &Assent::reference});
};

/// What the record of an act says of an assent to it: which record it is, or that there was none.
struct AssentToAct {
  std::optional<AssentKind> kind;
  std::optional<Giver> giver;
  Str assent;                 ///< the id of the record of the assent
  std::optional<bool> given;  ///< false: there was none
  friend bool operator==(const AssentToAct&, const AssentToAct&) = default;
};
template <>
struct Description<AssentToAct> {
  static constexpr std::string_view name = "AssentToAct";
  static constexpr Fields fields{
      Field{"kind", &AssentToAct::kind}, Field{"giver", &AssentToAct::giver},
      refers("assent", &AssentToAct::assent), Field{"given", &AssentToAct::given}};
};

}  // namespace tokki::inline v0
