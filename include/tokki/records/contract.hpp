// contract.hpp: the contract to which the terms are attached.
//
// A record of tokki's own: the paper form only cites the contract.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/party.hpp"

namespace tokki::inline v0 {

/// The head contract between 甲 and 乙.
struct Contract {
  Str client;      ///< 甲, by name
  Str contractor;  ///< 乙: a party, by id, corporate number or name; may be left out when only one
                   ///< party is nobody's subcontractor
  Date concluded_on;
  Str title;          ///< 委託訓練契約書
  Str course_number;  ///< text: course numbers have hyphens and leading zeros
  Str edition;        ///< the id (or id/version) of the edition of the terms; empty: see
                      ///< Editions::choose()
  Date starts_on;     ///< the first day of its period
  Date ends_on;       ///< the last day of its period
  friend bool operator==(const Contract&, const Contract&) = default;
};
template <>
struct Description<Contract> {
  static constexpr std::string_view name = "Contract";
  static constexpr Fields fields{
      Field{"client", &Contract::client},
      Field{"contractor", &Contract::contractor},
      Field{"concluded_on", &Contract::concluded_on},
      Field{"title", &Contract::title},
      Field{"course_number", &Contract::course_number},
      Field{"edition", &Contract::edition},
      Field{"starts_on", &Contract::starts_on},
      Field{"ends_on", &Contract::ends_on},
  };
};

}  // namespace tokki::inline v0
