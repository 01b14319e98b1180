// edition_file.hpp: an edition of the terms as its file says it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "tokki/describe.hpp"
#include "tokki/records/clause.hpp"
#include "tokki/records/duty.hpp"
#include "tokki/records/service_kind.hpp"
#include "tokki/severity.hpp"

namespace tokki::inline v0 {

/// What the office's form calls a described member, and which clause asks for it.
struct Cell {
  Str key;        ///< "declaration.online_storage.services.name"
  Wording label;  ///< サービス名称
  Wording place;  ///< ３ ア: its position on the form
  Str clause;     ///< the clause's key
  friend bool operator==(const Cell&, const Cell&) = default;
};
template <>
struct Description<Cell> {
  static constexpr std::string_view name = "Cell";
  static constexpr Fields fields{Field{"key", &Cell::key, Presence::required},
                                 Field{"label", &Cell::label, Presence::required},
                                 Field{"place", &Cell::place, Presence::required},
                                 Field{"clause", &Cell::clause, Presence::required}};
};

/// What is printed on the form around the cells.
struct PrintedForm {
  Str era;             ///< the era printed before the contract date
  Str contract_title;  ///< the title of the contract printed in the statement
  friend bool operator==(const PrintedForm&, const PrintedForm&) = default;
};
template <>
struct Description<PrintedForm> {
  static constexpr std::string_view name = "PrintedForm";
  static constexpr Fields fields{
      Field{"era", &PrintedForm::era, Presence::required},
      Field{"contract_title", &PrintedForm::contract_title, Presence::required}};
};

/// The phrases by which rules recognise what a cell says. Width, case and spaces do not matter, nor
/// do brackets around it, a bullet before it and a 。 behind it: 「（なし）。」 is なし.
struct Lists {
  List<Str> none;                  ///< なし: nothing applies
  List<Str> undisclosed_places;    ///< 不明, 非公開
  List<Str> unstated_places;       ///< クラウド上: no location at all
  List<Str> undecided;             ///< 未定
  List<Str> elsewhere;             ///< 同上, 別紙のとおり
  List<Str> vague_work;            ///< 業務一式
  List<Str> unidentified;          ///< A社, 個人事業主: no identifiable party
  List<Str> bare_legal_forms;      ///< 株式会社: the form of a firm without its name
  List<Str> generic_words;         ///< 県内, データ: words that name nothing by themselves
  List<Str> alternatives;          ///< 又は: between parties, it names neither
  List<Str> oneself;               ///< 当社: the writer
  List<Str> and_others;            ///< 等, ほか; found inside a text too
  List<Str> planned_use;           ///< 導入予定; found inside a text too
  List<Str> negations;             ///< 使用しない; found inside a text too
  List<Str> printed_media;         ///< the printed examples of row 1
  List<Str> prompts;               ///< printed prompts and labels that belong to the blank form
  List<Str> example_marks;         ///< 例: marks a printed example left in
  List<Str> online_storage_words;  ///< クラウドストレージ: an online storage without a name
  List<Str> service_lookalikes;    ///< slack領域: what only sounds like a service
  List<Str> own_servers;           ///< オンプレミス: run by oneself, not online storage
  List<Str> devices;               ///< PC, NAS: what a medium is, whatever it is used for
  List<Str> course_words;          ///< 講座: a service's name before it is what is taught
  List<Str> no_data;               ///< 紙, 保存しない: words that together say: no electronic data
  List<Str> dataless_work;         ///< 清掃: work for which no data is handed over
  List<Str> subcontractor_words;   ///< 委託先: one to whom work is passed on
  List<Str> international_certificates;  ///< ISO/IEC 27001: 国際的なセキュリティの第三者認証
  Str printed_overseas_country;          ///< the printed example of row 2
  Str printed_overseas_data;
  friend bool operator==(const Lists&, const Lists&) = default;
};
template <>
struct Description<Lists> {
  static constexpr std::string_view name = "Lists";
  static constexpr Fields fields{
      Field{"none", &Lists::none},
      Field{"undisclosed_places", &Lists::undisclosed_places},
      Field{"unstated_places", &Lists::unstated_places},
      Field{"undecided", &Lists::undecided},
      Field{"elsewhere", &Lists::elsewhere},
      Field{"vague_work", &Lists::vague_work},
      Field{"unidentified", &Lists::unidentified},
      Field{"bare_legal_forms", &Lists::bare_legal_forms},
      Field{"generic_words", &Lists::generic_words},
      Field{"alternatives", &Lists::alternatives},
      Field{"oneself", &Lists::oneself},
      Field{"and_others", &Lists::and_others},
      Field{"planned_use", &Lists::planned_use},
      Field{"negations", &Lists::negations},
      Field{"printed_media", &Lists::printed_media},
      Field{"prompts", &Lists::prompts},
      Field{"example_marks", &Lists::example_marks},
      Field{"online_storage_words", &Lists::online_storage_words},
      Field{"service_lookalikes", &Lists::service_lookalikes},
      Field{"own_servers", &Lists::own_servers},
      Field{"devices", &Lists::devices},
      Field{"course_words", &Lists::course_words},
      Field{"no_data", &Lists::no_data},
      Field{"dataless_work", &Lists::dataless_work},
      Field{"subcontractor_words", &Lists::subcontractor_words},
      Field{"international_certificates", &Lists::international_certificates},
      Field{"printed_overseas_country", &Lists::printed_overseas_country},
      Field{"printed_overseas_data", &Lists::printed_overseas_data},
  };
};

/// An online service that contractors use.
struct KnownService {
  Str name;
  List<Str> aliases;
  Ticked<ServiceKind> kinds;
  std::optional<bool> ambiguous;    ///< the name is an everyday word too (Box), or mostly software
                                    ///< that people run on servers of their own (Nextcloud)
  std::optional<bool> self_hosted;  ///< it may run on a server of one's own, too: Garoon
  Str part_of;                      ///< the suite it comes with: OneDrive is part of Microsoft 365
  friend bool operator==(const KnownService&, const KnownService&) = default;
};
template <>
struct Description<KnownService> {
  static constexpr std::string_view name = "KnownService";
  static constexpr Fields fields{Field{"name", &KnownService::name, Presence::required},
                                 Field{"aliases", &KnownService::aliases},
                                 Field{"kinds", &KnownService::kinds, Presence::required},
                                 Field{"ambiguous", &KnownService::ambiguous},
                                 Field{"self_hosted", &KnownService::self_hosted},
                                 Field{"part_of", &KnownService::part_of}};
};

/// Which clause speaks of something that rules and reports are about.
struct SubjectClause {
  Str key;     ///< "subcontract.consent"; see docs/rules.md
  Str clause;  ///< the clause's key
  friend bool operator==(const SubjectClause&, const SubjectClause&) = default;
};
template <>
struct Description<SubjectClause> {
  static constexpr std::string_view name = "SubjectClause";
  static constexpr Fields fields{Field{"key", &SubjectClause::key, Presence::required},
                                 Field{"clause", &SubjectClause::clause, Presence::required}};
};

/// How an office wants a rule applied. Rules that are not listed apply as they come.
struct RuleSetting {
  Str rule;
  std::optional<Severity> severity;
  std::optional<bool> enabled;
  /// A rule on a delay for which the terms set no bound speaks from so many days on; without this
  /// it is silent. The number is the office's own, and nothing is judged by it.
  std::optional<std::int64_t> after_days;
  friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};
template <>
struct Description<RuleSetting> {
  static constexpr std::string_view name = "RuleSetting";
  static constexpr Fields fields{Field{"rule", &RuleSetting::rule, Presence::required},
                                 Field{"severity", &RuleSetting::severity},
                                 Field{"enabled", &RuleSetting::enabled},
                                 Field{"after_days", &RuleSetting::after_days}};
};

/// What an edition leaves out of the one it extends, by key (services by name).
struct Removals {
  List<Str> clauses, duties, parameters, services, subjects;
  friend bool operator==(const Removals&, const Removals&) = default;
};
template <>
struct Description<Removals> {
  static constexpr std::string_view name = "Removals";
  static constexpr Fields fields{
      Field{"clauses", &Removals::clauses}, Field{"duties", &Removals::duties},
      Field{"parameters", &Removals::parameters}, Field{"services", &Removals::services},
      Field{"subjects", &Removals::subjects}};
};

/// An edition's file, tokki.edition/1.
///
/// It stands alone or `extends` another. Then it holds only what differs: entries with a key known
/// there change the members they name, others are added, and a list of phrases replaces the whole
/// list. A clause that is reworded brings its own annotations and names each of its duties, changed
/// or by key alone; one renumbered or moved has no doubt about its order. What another file says
/// can be changed or, by key, removed, not blanked. Identity and validity are never taken over.
struct EditionFile {
  Str id;
  Str version;
  Str extends;  ///< the id of the edition it extends, or id/version; empty when it stands alone
  Wording title;
  Wording issuer;
  Date revised_on;   ///< the day this file was last changed
  Date valid_from;   ///< the first contract day it is meant for; empty: not stated
  Date valid_until;  ///< the last one
  Str successor;     ///< the id (or id/version) of the edition that takes its place
  List<Part> parts;
  List<Clause> clauses;
  List<Duty> duties;
  List<Parameter> parameters;
  List<Cell> cells;
  PrintedForm form;
  Lists lists;
  List<KnownService> services;
  List<SubjectClause> subjects;  ///< rules on those that are not bound to a clause are off
  List<RuleSetting> rules;
  Raw extensions_schema;  ///< a JSON Schema (draft-07) for a declaration's `extensions`
  Removals removes;
  friend bool operator==(const EditionFile&, const EditionFile&) = default;
};
template <>
struct Description<EditionFile> {
  static constexpr std::string_view name = "Edition";
  static constexpr std::string_view kind = "edition";
  static constexpr std::string_view format = "tokki.edition/1";
  static constexpr Fields fields{
      Field{"id", &EditionFile::id, Presence::required},
      Field{"version", &EditionFile::version, Presence::required},
      Field{"extends", &EditionFile::extends},
      Field{"title", &EditionFile::title, Presence::required},
      Field{"issuer", &EditionFile::issuer, Presence::required},
      Field{"revised_on", &EditionFile::revised_on, Presence::required},
      Field{"valid_from", &EditionFile::valid_from},
      Field{"valid_until", &EditionFile::valid_until},
      Field{"successor", &EditionFile::successor},
      Field{"parts", &EditionFile::parts, Presence::required},
      Field{"clauses", &EditionFile::clauses, Presence::required},
      Field{"duties", &EditionFile::duties},
      Field{"parameters", &EditionFile::parameters},
      Field{"cells", &EditionFile::cells, Presence::required},
      Field{"form", &EditionFile::form, Presence::required},
      Field{"lists", &EditionFile::lists, Presence::required},
      Field{"services", &EditionFile::services},
      Field{"subjects", &EditionFile::subjects},
      Field{"rules", &EditionFile::rules},
      Field{"extensions_schema", &EditionFile::extensions_schema},
      Field{"removes", &EditionFile::removes},
  };
};

}  // namespace tokki::inline v0
