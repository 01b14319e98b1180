// clause.hpp: the wording of the terms, clause by clause, as an edition's file holds them.
#pragma once

#include "tokki/describe.hpp"

namespace tokki::inline v0 {

/// A text in both languages. The Japanese one binds; the English one helps to read it.
struct Wording {
  Str ja, en;
  friend bool operator==(const Wording&, const Wording&) = default;
};
template <>
struct Description<Wording> {
  static constexpr std::string_view name = "Wording";
  static constexpr Fields fields{Field{"ja", &Wording::ja, Presence::required},
                                 Field{"en", &Wording::en, Presence::required}};
};

/// A part of the terms: 特記事項, 遵守事項, 届出書.
struct Part {
  Str key;        ///< "A"
  Wording title;  ///< as printed
  Wording brief;  ///< as cited: 特記事項 in 特記事項3(4)
  /// How each level is cited, from the top: 第{n}条, 第{n}項, 第{n}号. {n} is the printed number.
  /// Levels that are not listed are cited as printed: 3(4).
  List<Wording> levels;
  friend bool operator==(const Part&, const Part&) = default;
};
template <>
struct Description<Part> {
  static constexpr std::string_view name = "Part";
  static constexpr Fields fields{Field{"key", &Part::key, Presence::required},
                                 Field{"title", &Part::title, Presence::required},
                                 Field{"short", &Part::brief, Presence::required},
                                 Field{"levels", &Part::levels}};
};

/// A mistake in the printed wording, which is kept as printed.
struct Sic {
  Str text;      ///< the mistaken words
  Wording note;  ///< what is wrong with them
  friend bool operator==(const Sic&, const Sic&) = default;
};
template <>
struct Description<Sic> {
  static constexpr std::string_view name = "Sic";
  static constexpr Fields fields{Field{"text", &Sic::text, Presence::required},
                                 Field{"note", &Sic::note, Presence::required}};
};

/// A term that the wording defines: 再委託等.
struct DefinedTerm {
  Str term;         ///< the term, in Japanese
  Wording meaning;  ///< what it means
  Str text;         ///< the words that define it, as printed
  friend bool operator==(const DefinedTerm&, const DefinedTerm&) = default;
};
template <>
struct Description<DefinedTerm> {
  static constexpr std::string_view name = "DefinedTerm";
  static constexpr Fields fields{Field{"term", &DefinedTerm::term, Presence::required},
                                 Field{"meaning", &DefinedTerm::meaning, Presence::required},
                                 Field{"text", &DefinedTerm::text, Presence::required}};
};

/// Words that point elsewhere in the terms, resolved: 前項まで, 別記様式.
struct CrossReference {
  Str text;           ///< as printed
  List<Str> clauses;  ///< keys of clauses, or of a part as a whole
  friend bool operator==(const CrossReference&, const CrossReference&) = default;
};
template <>
struct Description<CrossReference> {
  static constexpr std::string_view name = "CrossReference";
  static constexpr Fields fields{Field{"text", &CrossReference::text, Presence::required},
                                 Field{"clauses", &CrossReference::clauses, Presence::required}};
};

/// A law that the wording cites.
struct CitedLaw {
  Str text;        ///< as printed
  Str id;          ///< e-Gov's id of the law: 415AC0000000057
  Wording title;   ///< its title
  Str article;     ///< the provision as printed; empty when the law is cited as a whole
  Wording mapped;  ///< the provision as it is customarily cited, where that differs
  friend bool operator==(const CitedLaw&, const CitedLaw&) = default;
};
template <>
struct Description<CitedLaw> {
  static constexpr std::string_view name = "CitedLaw";
  static constexpr Fields fields{Field{"text", &CitedLaw::text, Presence::required},
                                 Field{"id", &CitedLaw::id, Presence::required},
                                 Field{"title", &CitedLaw::title, Presence::required},
                                 Field{"article", &CitedLaw::article},
                                 Field{"mapped", &CitedLaw::mapped}};
};

/// One clause, or one printed line of the form.
struct Clause {
  Str key;              ///< stable and semantic: "A3.4", "B2.time"
  Str part;             ///< the part's key
  Str parent;           ///< the clause it stands under; empty at the top
  Str number;           ///< as printed, in the width it is printed; empty when none is
  Wording cited_as;     ///< how citations name it, where the number alone would not tell
  Wording wording;      ///< exactly as printed, line breaks undone
  List<Sic> sic;        ///< mistakes in it
  Wording order_doubt;  ///< why its order among its neighbours is uncertain; blank when it is not
  List<DefinedTerm> defines;    ///< the terms that it defines
  List<CrossReference> refers;  ///< the clauses that it points to
  List<CitedLaw> laws;          ///< the laws that it cites
  friend bool operator==(const Clause&, const Clause&) = default;
};
template <>
struct Description<Clause> {
  static constexpr std::string_view name = "Clause";
  static constexpr Fields fields{Field{"key", &Clause::key, Presence::required},
                                 Field{"part", &Clause::part, Presence::required},
                                 Field{"parent", &Clause::parent},
                                 Field{"number", &Clause::number},
                                 Field{"cited_as", &Clause::cited_as},
                                 Field{"wording", &Clause::wording, Presence::required},
                                 Field{"sic", &Clause::sic},
                                 Field{"order_doubt", &Clause::order_doubt},
                                 Field{"defines", &Clause::defines},
                                 Field{"refers", &Clause::refers},
                                 Field{"laws", &Clause::laws}};
};

}  // namespace tokki::inline v0
