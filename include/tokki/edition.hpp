// edition.hpp: the terms of one office as data.
//
// Floor 3. Offices word, number and set their terms differently; the code knows only the kinds of
// things an edition says. An edition is loaded strictly, compiled once, and then immutable: any
// number of threads may share it.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/describe.hpp"
#include "tokki/finding.hpp"

namespace tokki {

/// A text in both languages. The Japanese one binds; the English one helps to read it.
struct Wording {
  Str ja, en;
  friend bool operator==(const Wording&, const Wording&) = default;
};
template <>
struct Description<Wording> {
  static constexpr std::string_view name = "Wording";
  static constexpr std::tuple fields{Field{"ja", &Wording::ja, Presence::required},
                                     Field{"en", &Wording::en, Presence::required}};
};

/// A part of the terms: 特記事項, 遵守事項, 届出書.
struct Part {
  Str key;        ///< "A"
  Wording title;  ///< as printed
  Wording brief;  ///< as cited: 特記事項 in 特記事項3(4)
  friend bool operator==(const Part&, const Part&) = default;
};
template <>
struct Description<Part> {
  static constexpr std::string_view name = "Part";
  static constexpr std::tuple fields{Field{"key", &Part::key, Presence::required},
                                     Field{"title", &Part::title, Presence::required},
                                     Field{"short", &Part::brief, Presence::required}};
};

/// A slip in the wording, kept as printed.
struct Sic {
  Str text;
  Wording note;
  friend bool operator==(const Sic&, const Sic&) = default;
};
template <>
struct Description<Sic> {
  static constexpr std::string_view name = "Sic";
  static constexpr std::tuple fields{Field{"text", &Sic::text, Presence::required},
                                     Field{"note", &Sic::note, Presence::required}};
};

/// One clause, or one printed line of the form.
struct Clause {
  Str key;           ///< stable and semantic: "A3.4", "B2.time"
  Str part;          ///< the part's key
  Str parent;        ///< the clause it stands under; empty at the top
  Str number;        ///< as printed, in the width it is printed; empty when none is
  Wording cited_as;  ///< how citations name it, where the number alone would not tell
  Wording wording;   ///< exactly as printed, line breaks undone
  List<Sic> sic;
  Wording order_doubt;  ///< why its place among its neighbours is uncertain; blank when it is not
  friend bool operator==(const Clause&, const Clause&) = default;
};
template <>
struct Description<Clause> {
  static constexpr std::string_view name = "Clause";
  static constexpr std::tuple fields{Field{"key", &Clause::key, Presence::required},
                                     Field{"part", &Clause::part, Presence::required},
                                     Field{"parent", &Clause::parent},
                                     Field{"number", &Clause::number},
                                     Field{"cited_as", &Clause::cited_as},
                                     Field{"wording", &Clause::wording, Presence::required},
                                     Field{"sic", &Clause::sic},
                                     Field{"order_doubt", &Clause::order_doubt}};
};

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
  static constexpr std::tuple fields{Field{"key", &Cell::key, Presence::required},
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
  static constexpr std::tuple fields{
      Field{"era", &PrintedForm::era, Presence::required},
      Field{"contract_title", &PrintedForm::contract_title, Presence::required}};
};

/// The phrases by which rules recognise what a cell says. Width, case and spaces do not matter.
struct Lists {
  List<Str> none;                  ///< なし: the cell says that there is nothing to say
  List<Str> undisclosed_places;    ///< 不明, 非公開
  List<Str> unstated_places;       ///< クラウド上: no place at all
  List<Str> undecided;             ///< 未定
  List<Str> elsewhere;             ///< 同上, 別紙のとおり
  List<Str> vague_work;            ///< 業務一式
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
  static constexpr std::tuple fields{
      Field{"none", &Lists::none},
      Field{"undisclosed_places", &Lists::undisclosed_places},
      Field{"unstated_places", &Lists::unstated_places},
      Field{"undecided", &Lists::undecided},
      Field{"elsewhere", &Lists::elsewhere},
      Field{"vague_work", &Lists::vague_work},
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
  static constexpr std::tuple fields{Field{"name", &KnownService::name, Presence::required},
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
  static constexpr std::tuple fields{Field{"rule", &RuleSetting::rule, Presence::required},
                                     Field{"severity", &RuleSetting::severity},
                                     Field{"enabled", &RuleSetting::enabled}};
};

/// An edition's file, tokki.edition/1.
struct EditionFile {
  Str id;
  Str version;
  Wording title;
  Wording issuer;
  List<Part> parts;
  List<Clause> clauses;
  List<Cell> cells;
  PrintedForm form;
  Lists lists;
  List<KnownService> services;
  List<RuleSetting> rules;
  friend bool operator==(const EditionFile&, const EditionFile&) = default;
};
template <>
struct Description<EditionFile> {
  static constexpr std::string_view name = "Edition";
  static constexpr std::string_view kind = "edition";
  static constexpr std::string_view format = "tokki.edition/1";
  static constexpr std::tuple fields{
      Field{"id", &EditionFile::id, Presence::required},
      Field{"version", &EditionFile::version, Presence::required},
      Field{"title", &EditionFile::title, Presence::required},
      Field{"issuer", &EditionFile::issuer, Presence::required},
      Field{"parts", &EditionFile::parts, Presence::required},
      Field{"clauses", &EditionFile::clauses, Presence::required},
      Field{"cells", &EditionFile::cells, Presence::required},
      Field{"form", &EditionFile::form, Presence::required},
      Field{"lists", &EditionFile::lists, Presence::required},
      Field{"services", &EditionFile::services},
      Field{"rules", &EditionFile::rules},
  };
};

struct Phrases;  // the lists, ready to be looked for

/// An edition, compiled.
class Edition {
 public:
  struct Loaded {
    std::shared_ptr<const Edition> edition;  ///< null when there is a fault
    std::vector<Finding> faults;             ///< all of them, with pointers and positions
  };

  /// Loads an edition from the text of its file.
  [[nodiscard]] static Loaded load(std::string_view json);
  /// The edition that comes with tokki.
  [[nodiscard]] static std::shared_ptr<const Edition> builtin();

  Edition(const Edition&) = delete;
  Edition& operator=(const Edition&) = delete;
  ~Edition();

  [[nodiscard]] const EditionFile& file() const noexcept { return file_; }
  /// The clause of that key, or null.
  [[nodiscard]] const Clause* clause(std::string_view key) const noexcept;
  /// The cell of that key, or null.
  [[nodiscard]] const Cell* cell(std::string_view key) const noexcept;
  /// The clause as cited: 特記事項3(4), "Special Terms 3(4)". `language` is "ja" or "en".
  [[nodiscard]] std::string citation(std::string_view clause_key, std::string_view language) const;

  [[nodiscard]] bool enabled(const RuleInfo& rule) const noexcept;
  [[nodiscard]] Severity severity(const RuleInfo& rule) const noexcept;
  [[nodiscard]] const Phrases& phrases() const noexcept { return *phrases_; }
  /// The first day on which a contract can be dated on this form, from its printed era.
  [[nodiscard]] Day first_contract_day() const noexcept { return first_contract_day_; }

 private:
  explicit Edition(EditionFile file);

  EditionFile file_;
  std::vector<const Clause*> clauses_;  // by key
  std::vector<const Cell*> cells_;      // by key
  std::unique_ptr<const Phrases> phrases_;
  Day first_contract_day_{};
};

}  // namespace tokki
