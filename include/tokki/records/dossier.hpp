// dossier.hpp: one contract with its parties, its subcontracts and their declarations (案件).
#pragma once

#include "tokki/describe.hpp"
#include "tokki/records/assent.hpp"
#include "tokki/records/asset.hpp"
#include "tokki/records/certificate.hpp"
#include "tokki/records/contract.hpp"
#include "tokki/records/declaration.hpp"
#include "tokki/records/declared_change.hpp"
#include "tokki/records/device.hpp"
#include "tokki/records/incident.hpp"
#include "tokki/records/instruction.hpp"
#include "tokki/records/liability.hpp"
#include "tokki/records/mail.hpp"
#include "tokki/records/party.hpp"
#include "tokki/records/person.hpp"
#include "tokki/records/statement.hpp"
#include "tokki/records/subcontract.hpp"

namespace tokki::inline v0 {

/// A declaration as it was filed. A party's declarations are a series: none is ever changed, and
/// the one in force on a day is computed.
struct Filing {
  Str party;  ///< who filed it, by id; empty: the party of the declarant's id, number or name
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
  List<Person> persons;
  List<Training> trainings;
  List<Assent> assents;
  List<Asset> assets;
  List<Transfer> transfers;
  List<Return> returns;
  List<Recall> recalls;
  List<Device> devices;
  List<CarryOut> carry_outs;
  List<Image> images;
  List<Incident> incidents;
  List<Recognition> recognitions;
  List<Communication> communications;
  List<Instruction> instructions;
  List<Completion> completions;
  List<Request> requests;
  List<Mail> mails;
  List<ServiceUse> service_uses;
  List<Inspection> inspections;
  List<Damage> damages;
  List<Cost> costs;
  List<Publication> publications;
  List<Termination> terminations;
  List<LawViolation> law_violations;
  List<DeclaredChange> changes;
  List<Attestation> attestations;
  List<Judgement> judgements;
  List<Coverage> coverages;
  List<Waiver> waivers;
  friend bool operator==(const Dossier&, const Dossier&) = default;
};

/// tokki.dossier-record/1: one record of a dossier, for chains that are too large for one document.
/// One of the members is given.
struct DossierRecord {
  Contract contract;
  Party party;
  Subcontract subcontract;
  Filing filing;
  Certificate certificate;
  Person person;
  Training training;
  Assent assent;
  Asset asset;
  Transfer transfer;
  Return handback;
  Recall recall;
  Device device;
  CarryOut carry_out;
  Image image;
  Incident incident;
  Recognition recognition;
  Communication communication;
  Instruction instruction;
  Completion completion;
  Request request;
  Mail mail;
  ServiceUse service_use;
  Inspection inspection;
  Damage damage;
  Cost cost;
  Publication publication;
  Termination termination;
  LawViolation law_violation;
  DeclaredChange change;
  Attestation attestation;
  Judgement judgement;
  Coverage coverage;
  Waiver waiver;
  friend bool operator==(const DossierRecord&, const DossierRecord&) = default;
};

/// A kind of record: its key in a document that holds only one record, which is also its name, and
/// the key of the dossier's list of such records; each with the member that holds it.
template <class D, class Several, class R, class T>
struct RecordKind {
  using type = T;
  std::string_view name;
  std::string_view list;
  Several D::* in_dossier;
  T R::* in_record;
};

/// The kinds of records that a dossier holds. From this table follow reading, places,
/// cell keys, schemas, the classes of Python, and at which party findings are counted.
template <class D>
struct RecordKinds;
template <>
struct RecordKinds<Dossier> {
  using Alone = DossierRecord;
  static constexpr Fields all{
      RecordKind{"contract", "contract", &Dossier::contract, &DossierRecord::contract},
      RecordKind{"party", "parties", &Dossier::parties, &DossierRecord::party},
      RecordKind{"subcontract", "subcontracts", &Dossier::subcontracts,
                 &DossierRecord::subcontract},
      RecordKind{"filing", "declarations", &Dossier::declarations, &DossierRecord::filing},
      RecordKind{"certificate", "certificates", &Dossier::certificates,
                 &DossierRecord::certificate},
      RecordKind{"person", "persons", &Dossier::persons, &DossierRecord::person},
      RecordKind{"training", "trainings", &Dossier::trainings, &DossierRecord::training},
      RecordKind{"assent", "assents", &Dossier::assents, &DossierRecord::assent},
      RecordKind{"asset", "assets", &Dossier::assets, &DossierRecord::asset},
      RecordKind{"transfer", "transfers", &Dossier::transfers, &DossierRecord::transfer},
      RecordKind{"return", "returns", &Dossier::returns, &DossierRecord::handback},
      RecordKind{"recall", "recalls", &Dossier::recalls, &DossierRecord::recall},
      RecordKind{"device", "devices", &Dossier::devices, &DossierRecord::device},
      RecordKind{"carry_out", "carry_outs", &Dossier::carry_outs, &DossierRecord::carry_out},
      RecordKind{"image", "images", &Dossier::images, &DossierRecord::image},
      RecordKind{"incident", "incidents", &Dossier::incidents, &DossierRecord::incident},
      RecordKind{"recognition", "recognitions", &Dossier::recognitions,
                 &DossierRecord::recognition},
      RecordKind{"communication", "communications", &Dossier::communications,
                 &DossierRecord::communication},
      RecordKind{"instruction", "instructions", &Dossier::instructions,
                 &DossierRecord::instruction},
      RecordKind{"completion", "completions", &Dossier::completions, &DossierRecord::completion},
      RecordKind{"request", "requests", &Dossier::requests, &DossierRecord::request},
      RecordKind{"mail", "mails", &Dossier::mails, &DossierRecord::mail},
      RecordKind{"service_use", "service_uses", &Dossier::service_uses,
                 &DossierRecord::service_use},
      RecordKind{"inspection", "inspections", &Dossier::inspections, &DossierRecord::inspection},
      RecordKind{"damage", "damages", &Dossier::damages, &DossierRecord::damage},
      RecordKind{"cost", "costs", &Dossier::costs, &DossierRecord::cost},
      RecordKind{"publication", "publications", &Dossier::publications,
                 &DossierRecord::publication},
      RecordKind{"termination", "terminations", &Dossier::terminations,
                 &DossierRecord::termination},
      RecordKind{"law_violation", "law_violations", &Dossier::law_violations,
                 &DossierRecord::law_violation},
      RecordKind{"change", "changes", &Dossier::changes, &DossierRecord::change},
      RecordKind{"attestation", "attestations", &Dossier::attestations,
                 &DossierRecord::attestation},
      RecordKind{"judgement", "judgements", &Dossier::judgements, &DossierRecord::judgement},
      RecordKind{"coverage", "coverages", &Dossier::coverages, &DossierRecord::coverage},
      RecordKind{"waiver", "waivers", &Dossier::waivers, &DossierRecord::waiver},
  };
};

/// The fields of a dossier, and those of a document that holds one of its records.
template <class... Kinds>
constexpr auto fields_of_dossier(const Fields<Kinds...>& kinds) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return Fields{Field{field_at<I>(kinds).list, field_at<I>(kinds).in_dossier}...};
  }(std::index_sequence_for<Kinds...>());
}
template <class... Kinds>
constexpr auto fields_of_record(const Fields<Kinds...>& kinds) {
  return [&]<std::size_t... I>(std::index_sequence<I...>) {
    return Fields{Field{field_at<I>(kinds).name, field_at<I>(kinds).in_record}...};
  }(std::index_sequence_for<Kinds...>());
}

template <>
struct Description<Dossier> {
  static constexpr std::string_view name = "Dossier";
  static constexpr std::string_view kind = "dossier";
  static constexpr std::string_view format = "tokki.dossier/1";
  static constexpr auto fields = fields_of_dossier(RecordKinds<Dossier>::all);
};
template <>
struct Description<DossierRecord> {
  static constexpr std::string_view name = "DossierRecord";
  static constexpr std::string_view kind = "dossier-record";
  static constexpr std::string_view format = "tokki.dossier-record/1";
  static constexpr auto fields = fields_of_record(RecordKinds<Dossier>::all);
};

}  // namespace tokki::inline v0
