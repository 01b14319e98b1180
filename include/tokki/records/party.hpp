// party.hpp: a person or firm that takes part in a contract.
#pragma once

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// What a party is that stands in no subcontract.
enum class PartyRole : std::uint8_t {
  auditor,
  service_provider,  ///< 利用契約先
  client_associate,  ///< 甲の関係者
  authority,
  other,
};
template <>
struct Description<PartyRole> {
  static constexpr std::string_view name = "PartyRole";
  static constexpr Choice<PartyRole> choices[] = {{PartyRole::auditor, "auditor"},
                                                  {PartyRole::service_provider, "service_provider"},
                                                  {PartyRole::client_associate, "client_associate"},
                                                  {PartyRole::authority, "authority"},
                                                  {PartyRole::other, "other"}};
};

/// A party: 甲 (the client), 乙 (the contractor), 再委託等の相手方 (a subcontractor), or 届出者
/// (who files a declaration).
struct Party {
  Str id;                         ///< ours: how documents of one dossier name the party
  Str name;                       ///< 氏名又は法人名等
  Str address;                    ///< 住所
  Str corporate_number;           ///< ours: 法人番号 (13 digits), not asked for by the form
  Str representative;             ///< ours: 代表者
  Str contact;                    ///< ours: 連絡先
  std::optional<PartyRole> role;  ///< ours: what it is, where it stands in no subcontract

  friend bool operator==(const Party&, const Party&) = default;
};

template <>
struct Description<Party> {
  static constexpr std::string_view name = "Party";
  static constexpr Fields fields{
      Field{"id", &Party::id},
      Field{"name", &Party::name, Presence::required, TextKind::party_name},
      Field{"address", &Party::address, Presence::required},
      Field{"corporate_number", &Party::corporate_number},
      Field{"representative", &Party::representative},
      Field{"contact", &Party::contact},
      Field{"role", &Party::role},
  };
};

}  // namespace tokki::inline v0
