// contract.hpp: the contract to which the terms are attached.
//
// Plain data, ours: the paper form only cites it.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/party.hpp"

namespace tokki {

/// The head contract between 甲 and 乙.
struct Contract {
  Str client;      ///< 甲, by name
  Str contractor;  ///< 乙: a party, by id, corporate number or name; may be left out when only one
                   ///< party is nobody's subcontractor
  Date concluded_on;
  Str title;
  Str course_number;
  Str edition;  ///< the id (or id/version) of the edition of the terms
  Date starts_on;
  Date ends_on;
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

}  // namespace tokki
