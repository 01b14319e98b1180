// form.hpp: a declaration together with the facts that several rules ask for, computed once.
//
// Everything here is reused from one declaration to the next.
#pragma once

#include <string>
#include <vector>

#include "rules/rule_row.hpp"
#include "ruleset/text_reading.hpp"
#include "text/corporate_number.hpp"
#include "text/memo.hpp"
#include "tokki/edition.hpp"
#include "tokki/records/declaration.hpp"

namespace tokki {

/// What a form shows at a glance. Most forms show little of it, so that most rules need not look.
namespace sign {
inline constexpr Signs said = 1U << 0U;            // a cell says one of the edition's phrases
inline constexpr Signs missing = 1U << 1U;         // a cell that is asked for says nothing
inline constexpr Signs no_answer = 1U << 2U;       // boxes without exactly one tick
inline constexpr Signs denied_details = 1U << 3U;  // details beside a box that asks for none
inline constexpr Signs odd_date = 1U << 4U;        // see Form::look_at_dates()
inline constexpr Signs odd_number = 1U << 5U;      // a corporate number that is not simply right
inline constexpr Signs overseas = 1U << 6U;        // "abroad" is ticked
inline constexpr Signs hints_abroad = 1U << 7U;    // a cell suggests it, or does not rule it out
inline constexpr Signs odd_country = 1U << 8U;     // a country cell that is not simply one country
inline constexpr Signs two_locations = 1U << 9U;   // a service says twice where its data is
inline constexpr Signs online_medium = 1U << 10U;  // a medium that is an online service
inline constexpr Signs example = 1U << 11U;        // words of the printed examples
inline constexpr Signs plan = 1U << 12U;
inline constexpr Signs undisclosed = 1U << 13U;
inline constexpr Signs known_service = 1U << 14U;  // one whose kind is known
inline constexpr Signs subcontractor = 1U << 15U;
inline constexpr Signs odd_characters = 1U << 16U;  // kOddCharacters
inline constexpr Signs others = 1U << 17U;          // 等, ほか among media or services
inline constexpr Signs form = 1U << 31U;            // always there
}  // namespace sign

/// Characters that print, or compare, unlike others.
inline constexpr Traits kOddCharacters = Traits::bidi_control | Traits::zero_width |
                                         Traits::half_width_kana | Traits::outside_jis |
                                         Traits::variation_selector | Traits::control;

/// A corporate number on the form: the declarant's, or a subcontractor's.
struct GivenNumber {
  std::optional<std::size_t> subcontractor;
  std::string_view text;
  std::optional<CorporateNumber> number;  // nothing: malformed
};

/// What can be told of one service of row 3.
struct ServiceFacts {
  TextReading name;       // ア
  TextReading location;   // ウ
  CountrySet listed;      // what `countries` says
  LocationReading place;  // what ウ says, as far as it matters
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
  explicit Form(std::shared_ptr<const Edition> edition)
      : edition_(std::move(edition)), rules_(&rule_set_of(*edition_)) {}

  /// Looks at the next declaration, which must outlive the checks.
  void look_at(const Declaration& declaration, Day as_of);

  [[nodiscard]] const Declaration& declaration() const { return *declaration_; }
  [[nodiscard]] const Edition& edition() const { return *edition_; }
  [[nodiscard]] const Phrases& phrases() const { return rules_->phrases(); }
  [[nodiscard]] Day as_of() const { return as_of_; }
  [[nodiscard]] Traits traits() const { return traits_; }
  [[nodiscard]] Signs signs() const { return signs_; }

  [[nodiscard]] std::optional<StorageRegion> region() const { return region_; }
  [[nodiscard]] std::optional<Answer> online() const { return online_; }
  [[nodiscard]] std::optional<Answer> subcontracting() const { return subcontracting_; }

  [[nodiscard]] const ServiceFacts& service(std::size_t i) const { return services_[i]; }
  [[nodiscard]] const std::vector<GivenNumber>& numbers() const { return numbers_; }
  [[nodiscard]] const TextReading& medium(std::size_t i) const { return media_[i]; }
  [[nodiscard]] const TextReading& work(std::size_t i) const { return works_[i]; }
  [[nodiscard]] const std::vector<SaidCell>& said() const { return said_; }
  [[nodiscard]] const std::vector<MissingCell>& missing() const { return missing_; }

  /// False when no cell can hold 〇〇, ×× or XX.
  [[nodiscard]] bool may_hold_placeholders() const { return has(traits_, Traits::filler); }

  /// What a text on a thing speaks of, and which places it names; valid until the next call. Such
  /// texts are the same on many forms and are remembered: not for cells that name people.
  [[nodiscard]] const TextReading& read(std::string_view text) const {
    return readings_.of(text, [&] { return read_text(*rules_, text, scratch_); });
  }
  [[nodiscard]] const LocationReading& locations_in(std::string_view text) const {
    return locations_.of(
        text, [&] { return read_locations(tokki::searchable(text, traits_of(text), scratch_)); });
  }
  [[nodiscard]] Saying saying_of(std::string_view text) const {
    return phrases().saying_of(text, searchable(text));
  }
  /// All that is said in any cell.
  [[nodiscard]] Saying sayings() const { return sayings_; }
  /// なし and the like.
  [[nodiscard]] bool says_none(std::string_view text) const {
    return has(sayings_, Saying::none) && has(saying_of(text), Saying::none);
  }
  /// Blank, or says none: there is nothing in the cell.
  [[nodiscard]] bool says_nothing(std::string_view text) const {
    return is_blank(text) || says_none(text);
  }
  /// The text as lexicons can match it; valid until the next call.
  [[nodiscard]] std::string_view searchable(std::string_view text) const {
    return searchable(text, scratch_);
  }
  /// The same, valid as long as both are.
  [[nodiscard]] std::string_view searchable(std::string_view text, std::string& scratch) const {
    // Few forms hold characters that only ICU can fold, and then few of their cells.
    if (!has(traits_, Traits::compatibility | Traits::zero_width)) return text;
    return tokki::searchable(text, traits_of(text), scratch);
  }
  /// The text as it is compared; valid until the next call.
  [[nodiscard]] std::string_view key(std::string_view text) const { return folded(text, scratch_); }

 private:
  // Whether the form asks for what is looked at.
  enum class Asked : std::uint8_t { no, yes, as_detail };

  void look_at_numbers();
  void look_at_media();
  void look_at_services();
  void look_at_subcontractors();
  // Odd is a date that is not simply read as a day, that is after the day of the check, or that
  // does not follow the one before it: the first day of the form's era, the contract, the
  // declaration.
  void look_at_dates();
  void look_at_boxes();
  void look_at_country(const Country& country, CountrySet& listed);
  template <Record T>
  void look_at_cells(const T& record, Path& path, Asked asked);
  template <class Owner, class T>
  void look_at_entries(const Field<Owner, List<T>>& field, const List<T>& list, Path& path,
                       Asked asked);
  template <class Owner, class M>
  TextGlance look_at_cell(const Field<Owner, M>& field, std::string_view text);
  // Keep what rules ask for.
  void note(const TextGlance& cell, const Path& path, Asked asked);
  void note_missing(const Path& path, Asked asked, bool says_none);

  std::shared_ptr<const Edition> edition_;
  const RuleSet* rules_;
  const Declaration* declaration_ = nullptr;
  Day as_of_{};
  Traits traits_ = Traits::plain;
  Signs signs_ = sign::form;
  Saying sayings_ = Saying::nothing_special;
  std::optional<StorageRegion> region_;
  std::optional<Answer> online_;
  std::optional<Answer> subcontracting_;
  std::vector<GivenNumber> numbers_;
  std::vector<TextReading> media_;
  std::vector<ServiceFacts> services_;
  std::vector<TextReading> works_;  // of the subcontractors
  std::vector<SaidCell> said_;
  std::vector<MissingCell> missing_;
  mutable Memo<TextReading> readings_;
  mutable Memo<TextGlance> glances_;
  mutable Memo<LocationReading> locations_;
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
