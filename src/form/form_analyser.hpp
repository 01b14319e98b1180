// form_analyser.hpp: computes the facts of a declaration.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "form/cell_reader.hpp"
#include "form/form_facts.hpp"
#include "tokki/editions.hpp"

namespace tokki::inline v0::internal {

/// Analyses one declaration after the other, each under the edition it refers to. All storage is
/// reused: an ordinary form allocates nothing. For one thread.
class FormAnalyser {
 public:
  explicit FormAnalyser(const Editions& editions)
      : editions_(editions), readers_(editions_.all().size()) {}

  /// The declaration must outlive the facts, and they are valid until the next call.
  const FormFacts& analyse(const Declaration& declaration, Day as_of);

  [[nodiscard]] const Editions& editions() const { return editions_; }
  /// The index of the edition that a declaration refers to.
  [[nodiscard]] std::size_t edition_of(const Declaration& declaration) const noexcept;
  /// Whether a reading of the text is cached.
  [[nodiscard]] bool remembers(std::string_view text) const;

 private:
  // Whether the form asks for a cell.
  enum class Asked : std::uint8_t { no, yes, as_detail };

  void clear(const Declaration& declaration, Day as_of);
  template <Record T>
  void analyse_cells(const T& record, Path& path, Asked asked);
  template <class Owner, class T>
  void analyse_entries(const Field<Owner, List<T>>& field, const List<T>& list, Path& path,
                       Asked asked);
  template <class Owner, class M>
  CellClass analyse_cell(const Field<Owner, M>& field, std::string_view text);
  void add_country(const Country& country, const CellClass& cell, TextKind kind);
  void add_meaning(const CellClass& cell, const Path& path, Asked asked);
  void add_missing(const Path& path, Asked asked, bool says_none);

  void analyse_boxes();
  template <TickGroup T>
  void analyse_unasked_details(const T& group, std::string_view key);
  template <class T>
  DetailContent content_of(const T& detail, TextKind kind);
  DetailContent content_of_text(std::string_view text, TextKind kind, const Country* country);
  // Sets the trigger for dates that are not written plainly, are after the day of the check, or are
  // out of order: the first day of the form's era, then the contract, then the declaration.
  void analyse_dates();
  void analyse_title();
  void analyse_numbers();
  void add_number(std::optional<std::size_t> subcontractor, std::string_view text);
  bool is_dataless(const Subcontractor& subcontractor);
  void analyse_media();
  void analyse_own_media();
  void analyse_overseas_countries();
  void analyse_services();
  void analyse_service(const Service& service, ServiceFacts& facts);
  void analyse_subcontractors();
  void analyse_subcontractor_mentions();
  void analyse_services_in_media();
  template <class Visit>
  void each_known_service(std::string_view text, Visit&& visit);
  void analyse_names();

  void set(Triggers triggers) { facts_.triggers_ |= triggers; }
  [[nodiscard]] const Phrases& phrases() const { return reader_->phrases(); }
  // The text in a form that lexicons can match; valid as long as `scratch`.
  [[nodiscard]] std::string_view searchable(std::string_view text, std::string& scratch) const {
    // Most forms have no character that only ICU can fold.
    if (!has(facts_.traits_, Traits::compatibility | Traits::zero_width)) return text;
    return internal::searchable(text, traits_of(text), scratch);
  }

  Editions editions_;
  std::vector<std::unique_ptr<CellReader>> readers_;  // by edition, made when first needed
  CellReader* reader_ = nullptr;                      // of this form's edition
  FormFacts facts_;
  std::vector<std::string_view> names_;
  std::string name_key_;  // of one of them, so that its storage is reused
  std::array<std::string, 3> scratch_;
};

}  // namespace tokki::inline v0::internal
