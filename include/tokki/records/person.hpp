// person.hpp: who acts for a party, and how those who do the work were trained.
#pragma once

#include "tokki/records/recorded.hpp"

namespace tokki::inline v0 {

/// What a person is in the contract.
enum class PersonRole : std::uint8_t {
  worker,              ///< 業務に従事する者 (特記事項4)
  responsible_person,  ///< 責任者 of the contractor (遵守事項3, 4)
  client_staff,        ///< a person of 甲
  client_associate,    ///< 甲の関係者 (特記事項3(3))
};
template <>
struct Description<PersonRole> {
  static constexpr std::string_view name = "PersonRole";
  static constexpr Choice<PersonRole> choices[] = {
      {PersonRole::worker, "worker"},
      {PersonRole::responsible_person, "responsible_person"},
      {PersonRole::client_staff, "client_staff"},
      {PersonRole::client_associate, "client_associate"}};
};

/// A person in a role. One person in two roles has two records.
struct Person : Recorded {
  Str party;  ///< whose person: a party by id, number or name, or 甲
  Str name;
  std::optional<PersonRole> role;
  Span engaged;  ///< while the person is in this role
  friend bool operator==(const Person&, const Person&) = default;
};
template <>
struct Description<Person> {
  static constexpr std::string_view name = "Person";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<Person>(
      Field{"party", &Person::party},
      Field{"name", &Person::name, Presence::optional, TextKind::party_name},
      Field{"role", &Person::role}, Field{"engaged", &Person::engaged});
};

/// 教育 (特記事項4): a training, and who attended.
struct Training : Recorded {
  Str party;  ///< who gave it
  Str topic;
  std::optional<bool> security_awareness;  ///< 情報セキュリティに対する意識の向上を図るための教育
  std::optional<bool> for_this_work;       ///< given for the work of this contract
  List<Str> attendees;                     ///< persons, by id
  friend bool operator==(const Training&, const Training&) = default;
};
template <>
struct Description<Training> {
  static constexpr std::string_view name = "Training";
  static constexpr bool may_precede_contract = true;
  static constexpr auto fields = recorded_fields<Training>(
      Field{"party", &Training::party}, Field{"topic", &Training::topic},
      Field{"security_awareness", &Training::security_awareness},
      Field{"for_this_work", &Training::for_this_work}, refers("attendees", &Training::attendees));
};

}  // namespace tokki::inline v0
