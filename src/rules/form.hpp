// form.hpp: a declaration together with the facts that several rules ask for, computed once.
//
// Everything here is reused from one declaration to the next.
#pragma once

#include <string>
#include <vector>

#include "edition/phrases.hpp"
#include "rules/rule_row.hpp"
#include "text/corporate_number.hpp"
#include "tokki/declaration.hpp"
#include "tokki/edition.hpp"

namespace tokki {

/// A corporate number on the form: the declarant's, or a subcontractor's.
struct GivenNumber {
  std::optional<std::size_t> subcontractor;
  std::string_view text;
  std::optional<CorporateNumber> number;  // nothing: malformed
};

/// What can be told of one service of row 3.
struct ServiceFacts {
  Topic name_topics = Topic::nothing;   // what ア may speak of
  Topic place_topics = Topic::nothing;  // what ウ may speak of
  PlaceReading place;                   // what ウ says
  CountrySet listed;                    // what `countries` says
  Saying place_saying = Saying::nothing_special;
  Ticked<ServiceKind> kinds;  // of the known service that ア names
};

/// The online service of which a medium of row 1 speaks.
struct MediumOnline {
  std::uint32_t service;  // index into the edition's services, or Phrases::kUnnamed
  bool doubtful;          // negated, or the name is an everyday word too
};

/// What can be told of one medium of row 1.
struct MediumFacts {
  Topic topics = Topic::nothing;
  std::optional<MediumOnline> online;
};

/// A cell whose whole text is a phrase of the edition's lists, or which begins like a printed
/// example.
struct SaidCell {
  Path path;
  Saying saying;
};

/// A cell that the form asks for and that says nothing.
struct MissingCell {
  Path path;
  bool detail;     // asked for only because a box above it is ticked
  bool says_none;  // なし is written there; otherwise it is blank
};

class Form {
 public:
  explicit Form(std::shared_ptr<const Edition> edition) : edition_(std::move(edition)) {}

  /// Looks at the next declaration, which must outlive the checks.
  void look_at(const Declaration& declaration, Traits traits, Day as_of);

  [[nodiscard]] const Declaration& declaration() const { return *declaration_; }
  [[nodiscard]] const Edition& edition() const { return *edition_; }
  [[nodiscard]] const Phrases& phrases() const { return edition_->phrases(); }
  [[nodiscard]] Day as_of() const { return as_of_; }
  [[nodiscard]] Traits traits() const { return traits_; }

  [[nodiscard]] std::optional<Place> place() const { return place_; }
  [[nodiscard]] std::optional<Answer> online() const { return online_; }
  [[nodiscard]] std::optional<Answer> subcontracting() const { return subcontracting_; }

  [[nodiscard]] const ServiceFacts& service(std::size_t i) const { return services_[i]; }
  [[nodiscard]] const std::vector<GivenNumber>& numbers() const { return numbers_; }
  [[nodiscard]] const MediumFacts& medium(std::size_t i) const { return media_[i]; }
  [[nodiscard]] const std::vector<SaidCell>& said() const { return said_; }
  [[nodiscard]] const std::vector<MissingCell>& missing() const { return missing_; }

  /// False when no cell can hold 〇〇, ×× or XX.
  [[nodiscard]] bool may_hold_placeholders() const { return has(traits_, Traits::filler); }

  [[nodiscard]] Saying saying_of(std::string_view text) const;
  /// なし and the like.
  [[nodiscard]] bool says_none(std::string_view text) const {
    return some_say_none_ && has(saying_of(text), Saying::none);
  }
  /// Blank, or says none: there is nothing in the cell.
  [[nodiscard]] bool says_nothing(std::string_view text) const {
    return is_blank(text) || says_none(text);
  }
  [[nodiscard]] PlaceReading places_in(std::string_view text) const {
    return read_places(searchable(text));
  }
  [[nodiscard]] Topic topics_of(std::string_view text) const {
    return static_cast<Topic>(phrases().topics.bits_in(searchable(text)));
  }
  /// The text as lexicons can match it; valid until the next call.
  [[nodiscard]] std::string_view searchable(std::string_view text) const {
    // Few forms hold characters that only ICU can fold, and then few of their cells.
    if (!has(traits_, Traits::compatibility | Traits::zero_width)) return text;
    return tokki::searchable(text, traits_of(text), scratch_);
  }
  /// The text as it is compared; valid until the next call.
  [[nodiscard]] std::string_view key(std::string_view text) const { return folded(text, scratch_); }

 private:
  void look_at_numbers();
  void look_at_media();
  void look_at_services();
  void look_for_sayings();
  [[nodiscard]] bool begins_with_example_mark(std::string_view searched) const;
  template <Record T>
  void look_for_missing(const T& record, Path& path, bool detail);
  template <class T>
  void look_for_missing_entries(const List<T>& list, Path& path, bool detail);

  std::shared_ptr<const Edition> edition_;
  const Declaration* declaration_ = nullptr;
  Day as_of_{};
  Traits traits_ = Traits::plain;
  std::optional<Place> place_;
  std::optional<Answer> online_;
  std::optional<Answer> subcontracting_;
  std::vector<GivenNumber> numbers_;
  std::vector<MediumFacts> media_;
  std::vector<ServiceFacts> services_;
  std::vector<SaidCell> said_;
  std::vector<MissingCell> missing_;
  bool some_say_none_ = false;  // any cell of the form says なし
  mutable std::string scratch_;
};

using FormRule = Rule<Form>;

/// Calls `visit(path, text)` for every cell of a record that holds text, empty ones included.
template <Record T, class Visit>
void each_text(const T& record, Path& path, Visit&& visit) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    path.into(field.key);
    if constexpr (TextCell<M>) {
      visit(std::as_const(path), written(member));
    } else if constexpr (Record<M>) {
      each_text(member, path, visit);
    } else if constexpr (is_list<M>) {
      for (std::size_t i = 0; i < member.size(); ++i) {
        path.into(i);
        if constexpr (TextCell<typename M::value_type>) {
          visit(std::as_const(path), written(member[i]));
        } else {
          each_text(member[i], path, visit);
        }
        path.out();
      }
    }
    path.out();
  });
}
template <class Visit>
void each_text(const Form& form, Visit&& visit) {
  Path path;
  each_text(form.declaration(), path, visit);
}

}  // namespace tokki
