// dossier.hpp: one contract with its parties, its subcontracts and their declarations (案件).
//
// Plain data.
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/certificate.hpp"
#include "tokki/records/contract.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/records/party.hpp"
#include "tokki/records/subcontract.hpp"

namespace tokki {

/// A declaration as it was filed. A party's declarations are a series: none is ever changed, and
/// the one in force on a day is computed.
struct Filing {
  Str party;  ///< who filed it, by id; empty: told by the declarant's id, number or name
  Declaration declaration;
  friend bool operator==(const Filing&, const Filing&) = default;
};
template <>
struct Description<Filing> {
  static constexpr std::string_view name = "Filing";
  static constexpr Fields fields{Field{"party", &Filing::party},
                                 Field{"declaration", &Filing::declaration}};
};

/// tokki.dossier/1. Of several files that make up one dossier, each may hold a part.
struct Dossier {
  Contract contract;
  List<Party> parties;
  List<Subcontract> subcontracts;
  List<Filing> declarations;
  List<Certificate> certificates;
  friend bool operator==(const Dossier&, const Dossier&) = default;
};
template <>
struct Description<Dossier> {
  static constexpr std::string_view name = "Dossier";
  static constexpr std::string_view kind = "dossier";
  static constexpr std::string_view format = "tokki.dossier/1";
  static constexpr Fields fields{
      Field{"contract", &Dossier::contract},         Field{"parties", &Dossier::parties},
      Field{"subcontracts", &Dossier::subcontracts}, Field{"declarations", &Dossier::declarations},
      Field{"certificates", &Dossier::certificates},
  };
};

/// tokki.dossier-record/1: one record of a dossier, for chains that are too large for one document.
/// One of the members is given.
struct DossierRecord {
  Contract contract;
  Party party;
  Subcontract subcontract;
  Filing filing;
  Certificate certificate;
  friend bool operator==(const DossierRecord&, const DossierRecord&) = default;
};
template <>
struct Description<DossierRecord> {
  static constexpr std::string_view name = "DossierRecord";
  static constexpr std::string_view kind = "dossier-record";
  static constexpr std::string_view format = "tokki.dossier-record/1";
  static constexpr Fields fields{
      Field{"contract", &DossierRecord::contract},       Field{"party", &DossierRecord::party},
      Field{"subcontract", &DossierRecord::subcontract}, Field{"filing", &DossierRecord::filing},
      Field{"certificate", &DossierRecord::certificate},
  };
};

}  // namespace tokki
