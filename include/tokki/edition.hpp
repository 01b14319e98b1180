// edition.hpp: the terms of one office as data.
//
// Offices word, number and set their terms differently; the code knows only the kinds of
// things an edition says. An edition is loaded strictly, compiled once, and then immutable: any
// number of threads may share it.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/describe.hpp"
#include "tokki/export.hpp"
#include "tokki/finding.hpp"
#include "tokki/records/clause.hpp"
#include "tokki/records/duty.hpp"

namespace tokki {

/// What the office's form calls a described member, and which clause asks for it.
struct Cell {
  Str key;        ///< "declaration.online_storage.services.name"
  Wording label;  ///< サービス名称
  Wording place;  ///< ３ ア: how a clerk points at it
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
  List<Str> none;                  ///< なし: the cell says that there is nothing to say
  List<Str> undisclosed_places;    ///< 不明, 非公開
  List<Str> unstated_places;       ///< クラウド上: no place at all
  List<Str> undecided;             ///< 未定
  List<Str> elsewhere;             ///< 同上, 別紙のとおり
  List<Str> vague_work;            ///< 業務一式
  List<Str> unidentified;          ///< A社, 個人事業主: nobody in particular
  List<Str> oneself;               ///< 当社: the one who writes it
  List<Str> and_others;            ///< 等, ほか; found inside a text too
  List<Str> planned_use;           ///< 導入予定; found inside a text too
  List<Str> negations;             ///< 使用しない; found inside a text too
  List<Str> printed_media;         ///< the printed examples of row 1
  List<Str> prompts;               ///< printed prompts and labels that belong to the blank form
  List<Str> example_marks;         ///< 例: marks a printed example left in
  List<Str> online_storage_words;  ///< クラウドストレージ: an online storage without a name
  Str printed_overseas_country;    ///< the printed example of row 2
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
      Field{"oneself", &Lists::oneself},
      Field{"and_others", &Lists::and_others},
      Field{"planned_use", &Lists::planned_use},
      Field{"negations", &Lists::negations},
      Field{"printed_media", &Lists::printed_media},
      Field{"prompts", &Lists::prompts},
      Field{"example_marks", &Lists::example_marks},
      Field{"online_storage_words", &Lists::online_storage_words},
      Field{"printed_overseas_country", &Lists::printed_overseas_country},
      Field{"printed_overseas_data", &Lists::printed_overseas_data},
  };
};

/// What an online service is for. The first six are the kinds that 遵守事項7 names, the next two
/// are the examples of 遵守事項6.
enum class ServiceKind : std::uint8_t {
  map,
  word_processing,
  spreadsheet,
  schedule,
  bookmark,
  data_sharing,
  anonymous_mail,
  file_exchange,
  storage,
};
template <>
struct Description<ServiceKind> {
  static constexpr std::string_view name = "ServiceKind";
  static constexpr Choice<ServiceKind> choices[] = {
      {ServiceKind::map, "map"},
      {ServiceKind::word_processing, "word_processing"},
      {ServiceKind::spreadsheet, "spreadsheet"},
      {ServiceKind::schedule, "schedule"},
      {ServiceKind::bookmark, "bookmark"},
      {ServiceKind::data_sharing, "data_sharing"},
      {ServiceKind::anonymous_mail, "anonymous_mail"},
      {ServiceKind::file_exchange, "file_exchange"},
      {ServiceKind::storage, "storage"},
  };
};

/// An online service that contractors use.
struct KnownService {
  Str name;
  List<Str> aliases;
  Ticked<ServiceKind> kinds;
  std::optional<bool> ambiguous;  ///< the name is an everyday word too: Box
  Str part_of;                    ///< the suite it comes with: OneDrive is part of Microsoft 365
  friend bool operator==(const KnownService&, const KnownService&) = default;
};
template <>
struct Description<KnownService> {
  static constexpr std::string_view name = "KnownService";
  static constexpr Fields fields{Field{"name", &KnownService::name, Presence::required},
                                 Field{"aliases", &KnownService::aliases},
                                 Field{"kinds", &KnownService::kinds, Presence::required},
                                 Field{"ambiguous", &KnownService::ambiguous},
                                 Field{"part_of", &KnownService::part_of}};
};

/// How an office wants a rule applied. Rules that are not listed apply as they come.
struct RuleSetting {
  Str rule;
  std::optional<Severity> severity;
  std::optional<bool> enabled;
  friend bool operator==(const RuleSetting&, const RuleSetting&) = default;
};
template <>
struct Description<RuleSetting> {
  static constexpr std::string_view name = "RuleSetting";
  static constexpr Fields fields{Field{"rule", &RuleSetting::rule, Presence::required},
                                 Field{"severity", &RuleSetting::severity},
                                 Field{"enabled", &RuleSetting::enabled}};
};

/// What an edition leaves out of the one it extends, by key (services by name).
struct Removals {
  List<Str> clauses, duties, parameters, services;
  friend bool operator==(const Removals&, const Removals&) = default;
};
template <>
struct Description<Removals> {
  static constexpr std::string_view name = "Removals";
  static constexpr Fields fields{
      Field{"clauses", &Removals::clauses}, Field{"duties", &Removals::duties},
      Field{"parameters", &Removals::parameters}, Field{"services", &Removals::services}};
};

/// An edition's file, tokki.edition/1.
///
/// It stands alone or `extends` another. Then it holds only what differs: entries with a key known
/// there change the members they name, others are added, and a list of phrases replaces the whole
/// list. A clause that is reworded brings its own annotations; one that is renumbered or moved has
/// no doubt about its order. What another file says can be changed or, by key, removed, but not
/// blanked. Identity and validity (id, version, titles, days, successor) are never taken over.
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
      Field{"rules", &EditionFile::rules},
      Field{"extensions_schema", &EditionFile::extensions_schema},
      Field{"removes", &EditionFile::removes},
  };
};

struct Phrases;          // the lists, ready to be looked for
class CitationIndex;     // the clauses, by the ways they are cited
class ExtensionsSchema;  // the schema of `extensions`, ready to validate

/// Which duties are asked for. What is left out does not matter.
struct DutyFilter {
  std::optional<Bearer> bearer{};
  std::optional<Modality> modality{};
  std::optional<Promptness> promptness{};
  std::optional<RecordType> record{};
  std::string_view clause{};  ///< the clause's or part's key: what it and those beneath it state
  std::string_view rule{};    ///< the id of a rule that checks it
};

/// A clause where something was found, and the text it was found in.
struct SearchHit {
  enum class Where : std::uint8_t { wording, translation, defined_term, duty };
  const Clause* clause;
  Where where;
  std::string_view text;  ///< the whole text of it, borrowed from the edition
};

/// An edition, compiled. Immutable: any number of threads may share it.
class TOKKI_EXPORT Edition {
 public:
  struct Loaded {
    std::shared_ptr<const Edition> edition;  ///< null when there is a fault
    std::vector<Finding> faults;             ///< all of them, with pointers and positions
  };
  using Known = std::span<const std::shared_ptr<const Edition>>;

  /// Loads an edition from the text of its file. `known` are editions it may extend, besides the
  /// built-in one. Pointers of faults address the file as given, never the edition it extends.
  [[nodiscard]] static Loaded load(std::string_view json, Known known = {});
  /// The edition that comes with tokki.
  [[nodiscard]] static std::shared_ptr<const Edition> builtin();

  /// The same edition with rules set otherwise: what one run of a check wants. The settings stand
  /// over the edition's own, one a rule. Nothing else changes, its reference included.
  [[nodiscard]] std::shared_ptr<const Edition> with_rules(const List<RuleSetting>& settings) const;

  Edition(const Edition&) = delete;
  Edition& operator=(const Edition&) = delete;
  ~Edition();

  /// All it says, what it takes over from the edition it extends included.
  [[nodiscard]] const EditionFile& file() const noexcept { return file_; }
  /// "id/version".
  [[nodiscard]] std::string reference() const;
  /// True when `reference` is its id, or its id/version.
  [[nodiscard]] bool answers_to(std::string_view reference) const noexcept;
  /// True when contracts of that day are within its validity. Days that are not stated do not
  /// bound.
  [[nodiscard]] bool in_force_on(Day contract_day) const noexcept;

  /// The part, clause, duty, parameter or cell of that key, or null.
  [[nodiscard]] const Part* part(std::string_view key) const noexcept;
  [[nodiscard]] const Clause* clause(std::string_view key) const noexcept;
  [[nodiscard]] const Duty* duty(std::string_view key) const noexcept;
  [[nodiscard]] const Parameter* parameter(std::string_view key) const noexcept;
  [[nodiscard]] const Cell* cell(std::string_view key) const noexcept;

  /// The clauses that people may mean by `citation`: a key (A3.4, b2.time) or a citation in either
  /// language, full- or half-width (特記事項３(4), 第３項第４号, 届出書3ウ, Special Terms 3(4)).
  /// Without a part's name every part is searched, in its order; the first is the likeliest. Empty
  /// when nothing is cited so.
  [[nodiscard]] std::vector<const Clause*> cited(std::string_view citation) const;
  /// The clause as cited: 特記事項3(4), "Special Terms 3(4)". `language` is "ja" or "en". A part's
  /// key gives the part's name; an unknown key nothing.
  [[nodiscard]] std::string citation(std::string_view clause_key, std::string_view language) const;

  /// The clauses directly beneath a clause, or, by a part's key, at the top of that part, in the
  /// order of the file. A key of both is the part's.
  [[nodiscard]] std::vector<const Clause*> children(std::string_view key) const;
  /// All clauses as a tree: each before those beneath it, with its depth in its part.
  struct Node {
    const Clause* clause;
    std::size_t depth;
  };
  [[nodiscard]] const std::vector<Node>& tree() const noexcept { return tree_; }
  /// True when the clause is `ancestor` (a clause's or part's key) or stands beneath it.
  [[nodiscard]] bool within(const Clause& clause, std::string_view ancestor) const noexcept;

  /// The duties that `filter` asks for, in the order of the file.
  [[nodiscard]] std::vector<const Duty*> duties(const DutyFilter& filter = {}) const;
  /// Where all words of `text` stand together: wording, translation, defined terms, duties. Width,
  /// case, dashes, and katakana for hiragana do not matter.
  [[nodiscard]] std::vector<SearchHit> search(std::string_view text) const;

  [[nodiscard]] bool enabled(const RuleInfo& rule) const noexcept;
  [[nodiscard]] Severity severity(const RuleInfo& rule) const noexcept;
  [[nodiscard]] const Phrases& phrases() const noexcept { return *phrases_; }
  /// What a declaration's `extensions` must be like; null when anything goes.
  [[nodiscard]] const ExtensionsSchema* extensions_schema() const noexcept {
    return extensions_schema_.get();
  }
  /// The first day on which a contract can be dated on this form, from its printed era.
  [[nodiscard]] Day first_contract_day() const noexcept { return first_contract_day_; }

 private:
  explicit Edition(EditionFile file);

  EditionFile file_;
  std::vector<const Clause*> clauses_;  // by key
  std::vector<const Cell*> cells_;      // by key
  std::vector<Node> tree_;
  std::unique_ptr<const Phrases> phrases_;
  std::unique_ptr<const CitationIndex> citations_;
  std::unique_ptr<const ExtensionsSchema> extensions_schema_;
  Day first_contract_day_{};
};

}  // namespace tokki
