// form_facts.hpp: what rules and chains need to know of one declaration, computed once.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ruleset/cell_reading.hpp"
#include "text/corporate_number.hpp"
#include "text/look_alike.hpp"
#include "tokki/edition.hpp"
#include "tokki/records/declaration.hpp"

namespace tokki::inline v0::internal {

using Triggers = std::uint32_t;

/// Cheap facts set while the form is read. A rule runs only if one of its `triggers` is set; a rule
/// without triggers always runs.
struct FormTrigger {
  enum : Triggers {
    meaning = 1U << 0U,            // a cell is one of the edition's phrases
    missing = 1U << 1U,            // a cell that is asked for is blank or なし
    no_answer = 1U << 2U,          // boxes without exactly one tick
    unasked_details = 1U << 3U,    // details beside a box that asks for none
    date = 1U << 4U,               // see FormAnalyser::analyse_dates()
    number = 1U << 5U,             // a corporate number that may be wrong
    overseas = 1U << 6U,           // "abroad" is ticked
    hints_abroad = 1U << 7U,       // a cell suggests data abroad, or does not exclude it
    country = 1U << 8U,            // a country cell that is not simply one country
    two_locations = 1U << 9U,      // a service gives its data's location in two cells
    online_medium = 1U << 10U,     // a medium, an outline or a work that names an online service
    printed_example = 1U << 11U,   // row 1 or 2 repeats what is printed as an example
    plan = 1U << 12U,              // a service or its location is only planned
    undisclosed = 1U << 13U,       // a service's location is not disclosed
    known_service = 1U << 14U,     // a service whose kind is known
    subcontractor = 1U << 15U,     // row 4 has a line
    characters = 1U << 16U,        // kUnusualCharacters
    ends_with_others = 1U << 17U,  // a name ends with 等 or ほか
    vague_work = 1U << 18U,        // 業務一式
    contract_title = 1U << 19U,    // it is not the printed one
    unstated = 1U << 20U,          // a service's location cell names no location
    names = 1U << 21U,             // two names or more
    no_data = 1U << 22U,           // a medium for no electronic data: 紙のみ
    subcontractor_mentioned = 1U << 23U,  // outside row 4, which says that there is none
  };
};

/// Characters that may not print, or not compare equal, as expected.
inline constexpr Traits kUnusualCharacters = Traits::bidi_control | Traits::zero_width |
                                             Traits::half_width_kana | Traits::outside_jis |
                                             Traits::variation_selector | Traits::control;

/// A cell whose whole text is a phrase of the edition's lists, or which begins like a printed
/// example.
struct CellWithMeaning {
  Path path;
  CellMeaning meaning;
};

/// A cell that the form asks for and that is blank or なし.
struct MissingCell {
  Path path;
  bool detail;     // asked for only because a box above it is ticked
  bool says_none;  // なし is written there; otherwise it is blank
};

/// A corporate number on the form: the declarant's, or a subcontractor's.
struct GivenNumber {
  std::optional<std::size_t> subcontractor;
  std::string_view text;
  std::optional<CorporateNumber> number;  // nothing: malformed
};

/// A country cell.
struct CountryFacts {
  CellClass cell;
  Topic topics = Topic::nothing;  // of a cell that is not simply one country
  LocationReading location;       // several countries in one cell are recognised
};

/// One service of row 3.
struct ServiceFacts {
  CellReading name;                   // ア
  CellReading location;               // ウ
  CountrySet listed;                  // from the cell `countries`
  LocationReading location_reading;   // of ウ, if it was needed
  std::size_t first_country = 0;      // in FormFacts: where its country cells begin
  bool location_undisclosed = false;  // 非公開, and no location besides
  bool location_unstated = false;     // クラウド上, AWS: no location at all
};

/// One line of row 4.
struct SubcontractorFacts {
  CellClass name;
  bool ends_with_others = false;  // 株式会社あおば ほか２社
  CellReading work;
};

/// The content of detail cells under a box that asks for none, in increasing order.
enum class DetailContent : std::uint8_t { nothing, denial, something };
struct UnaskedDetail {
  Path path;
  DetailContent content;
};

/// A known service, by its number in the edition, in the name of a medium.
struct ServiceInMedium {
  std::size_t medium;
  std::uint32_t service;
};

/// The facts of one declaration, under one edition, on one day. Made by a FormAnalyser; valid until
/// its next call.
class FormFacts {
 public:
  [[nodiscard]] const Declaration& declaration() const { return *declaration_; }
  [[nodiscard]] const Edition& edition() const { return *edition_; }
  [[nodiscard]] std::size_t edition_index() const { return edition_index_; }
  [[nodiscard]] Day as_of() const { return as_of_; }
  [[nodiscard]] Triggers triggers() const { return triggers_; }
  /// Of all cells together.
  [[nodiscard]] Traits traits() const { return traits_; }
  /// False when no cell can hold 〇〇, ×× or XX.
  [[nodiscard]] bool may_hold_placeholders() const { return has(traits_, Traits::filler); }

  [[nodiscard]] std::optional<StorageRegion> region() const { return region_; }
  [[nodiscard]] std::optional<Answer> online() const { return online_; }
  [[nodiscard]] std::optional<Answer> subcontracting() const { return subcontracting_; }

  [[nodiscard]] const std::vector<CellWithMeaning>& cells_with_meaning() const {
    return cells_with_meaning_;
  }
  [[nodiscard]] CellMeaning meaning_at(const Path& path) const {
    for (const CellWithMeaning& cell : cells_with_meaning_) {
      if (cell.path == path) return cell.meaning;
    }
    return CellMeaning::unlisted;
  }
  [[nodiscard]] const std::vector<MissingCell>& missing() const { return missing_; }
  /// Whether no medium for electronic data is named, only なし or 紙のみ.
  [[nodiscard]] bool says_no_media() const {
    return std::ranges::all_of(
        media_, [](const CellReading& medium) { return medium.says_nothing() || medium.no_data; });
  }
  /// Whether the cell is a medium that says なし, and no medium is named beside it.
  [[nodiscard]] bool says_no_media(const MissingCell& cell) const {
    return cell.says_none && cell.path.key(0) == key_of(&Declaration::storage_media) &&
           says_no_media();
  }
  /// Whether the cell is a particular of a box that is not ticked.
  [[nodiscard]] bool is_unasked(const Path& path) const {
    bool unasked = false;
    for_each_field<Declaration>([&]<class M>(const Field<Declaration, M>& field) {
      if constexpr (TickGroup<M>) {
        if (path.key(0) != field.key) return;
        const auto answer = (declaration_->*field.member).ticked.answer();
        unasked = answer && *answer != Description<M>::asks_details;
      }
    });
    return unasked;
  }
  [[nodiscard]] const std::vector<UnaskedDetail>& unasked_details() const {
    return unasked_details_;
  }

  [[nodiscard]] const CellReading& medium(std::size_t i) const { return media_[i]; }
  [[nodiscard]] const ServiceFacts& service(std::size_t i) const { return services_[i]; }
  [[nodiscard]] const SubcontractorFacts& subcontractor(std::size_t i) const {
    return subcontractors_[i];
  }
  /// The country cells of row 2, and those of a service.
  [[nodiscard]] const CountryFacts& country(std::size_t i) const { return countries_[i]; }
  [[nodiscard]] const CountryFacts& country(std::size_t service, std::size_t i) const {
    return countries_[services_[service].first_country + i];
  }
  /// Under "abroad", all countries that row 2 names or suggests, sorted.
  [[nodiscard]] const std::vector<CountryCode>& overseas_countries() const {
    return overseas_countries_;
  }

  [[nodiscard]] const std::vector<GivenNumber>& numbers() const { return numbers_; }
  /// The names of firms and persons, in the order of each_party_name(); none when there is but one.
  [[nodiscard]] std::span<const LookAlikeName> party_names() const { return party_names_; }

  /// With an online medium beside row 3: the known services that media name, and whether row 3
  /// names a service.
  [[nodiscard]] const std::vector<ServiceInMedium>& services_in_media() const {
    return services_in_media_;
  }
  [[nodiscard]] const std::vector<bool>& services_listed() const { return services_listed_; }

  /// With "no" in row 4: the cells of other rows that speak of a subcontractor.
  [[nodiscard]] const std::vector<Path>& subcontractor_mentions() const {
    return subcontractor_mentions_;
  }
  /// Under "abroad": the outline of the data there.
  [[nodiscard]] const CellReading& outline() const { return outline_; }
  /// Under "Japan only": the filer's address is abroad, and a medium is not said to be in Japan.
  [[nodiscard]] bool own_media_abroad() const { return own_media_abroad_; }

  /// The contract's title is filled in, and not as it is printed.
  [[nodiscard]] bool title_differs() const { return title_differs_; }
  /// Row 1 is all of the printed examples and nothing else; row 2 is the printed example.
  [[nodiscard]] bool repeats_printed_media() const { return repeats_printed_media_; }
  [[nodiscard]] bool repeats_printed_overseas_data() const {
    return repeats_printed_overseas_data_;
  }

 private:
  friend class FormAnalyser;

  const Declaration* declaration_ = nullptr;
  const Edition* edition_ = nullptr;
  std::size_t edition_index_ = 0;
  Day as_of_{};
  Triggers triggers_ = 0;
  Traits traits_ = Traits::plain;
  std::optional<StorageRegion> region_;
  std::optional<Answer> online_;
  std::optional<Answer> subcontracting_;
  std::vector<CellWithMeaning> cells_with_meaning_;
  std::vector<MissingCell> missing_;
  std::vector<UnaskedDetail> unasked_details_;
  std::vector<CellReading> media_;
  std::vector<ServiceFacts> services_;
  std::vector<SubcontractorFacts> subcontractors_;
  std::vector<CountryFacts> countries_;  // row 2, then the services'
  std::vector<CountryCode> overseas_countries_;
  std::vector<GivenNumber> numbers_;
  std::vector<LookAlikeName> party_names_;
  std::vector<ServiceInMedium> services_in_media_;
  std::vector<bool> services_listed_;
  std::vector<Path> subcontractor_mentions_;
  CellReading outline_;
  bool own_media_abroad_ = false;
  bool title_differs_ = false;
  bool repeats_printed_media_ = false;
  bool repeats_printed_overseas_data_ = false;
};

}  // namespace tokki::inline v0::internal
