// handles.hpp: the definitions of the opaque types of tokki.h.
#pragma once

#include <array>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "member.hpp"
#include "tokki/assessment_report.hpp"
#include "tokki/chain.hpp"
#include "tokki/changes_report.hpp"
#include "tokki/check.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/report.hpp"
#include "tokki/tokki.h"

/// A described record of any type, with access to its members.
struct tokki_record {
  template <class T>
  static tokki_record of(const T& record, std::string_view kind) noexcept {
    return {&record, kind, [](const void* object, std::string_view pointer) {
              return tokki::c::member_at(*static_cast<const T*>(object), pointer);
            }};
  }

  const void* object;
  std::string_view kind;
  tokki::c::Member (*at)(const void* object, std::string_view pointer);
};

struct tokki_edition {
  explicit tokki_edition(std::shared_ptr<const tokki::Edition> made)
      : edition(std::move(made)),
        reference(edition->reference()),
        record(tokki_record::of(edition->file(), tokki::Description<tokki::EditionFile>::kind)) {}

  std::shared_ptr<const tokki::Edition> edition;
  std::string reference;
  tokki_record record;
};

/// Checkers that are idle; a thread takes one, or makes one when there is none.
struct tokki_checker {
  tokki::CheckOptions options;
  mutable std::mutex lock;
  mutable std::vector<std::unique_ptr<tokki::Checker>> idle;
};

struct tokki_report {
  explicit tokki_report(tokki::Report made)
      : report(std::move(made)), edition(report.edition->reference()) {}

  struct InWords {
    std::once_flag made;
    std::vector<tokki::Words> words;
  };

  struct PrintedPlace {
    std::string pointer, cell;
  };
  struct PrintedPlaces {
    std::once_flag made;
    std::vector<std::vector<PrintedPlace>> of_findings;  // each one's own, then the related
  };

  tokki::Report report;
  std::string edition;
  mutable PrintedPlaces places;              // made when first asked for
  mutable std::array<InWords, 2> languages;  // by Language, made when first asked for
};

struct tokki_reports {
  std::vector<std::unique_ptr<tokki_report>> reports;
};

struct tokki_dossier_checker {
  explicit tokki_dossier_checker(tokki::CheckOptions options) : checker(std::move(options)) {}

  std::mutex lock;
  tokki::DossierChecker checker;
  bool whole = true;  // false once memory ran out halfway through a document
};

struct tokki_string {
  std::string text;
};

struct tokki_document {
  tokki::Document document;
  tokki_record record;
};

struct tokki_chain {
  static constexpr std::string_view kContract = tokki::key_of(&tokki::DossierRecord::contract);

  explicit tokki_chain(tokki::Chain made)
      : chain(std::move(made)),
        contract(tokki_record::of(chain.contract(), kContract)),
        exposure(chain.exposure()) {}

  tokki::Chain chain;
  tokki_record contract;
  std::vector<tokki::Exposure> exposure;
};

struct tokki_chain_builder {
  explicit tokki_chain_builder(tokki::ChainBuilder made) : builder(std::move(made)) {}

  std::mutex lock;
  tokki::ChainBuilder builder;
  tokki::Limits limits;
  tokki::Document document;  // reused
  std::uint32_t documents = 0;
  bool whole = true;  // false once memory ran out halfway through a record
};

struct tokki_assessor {
  explicit tokki_assessor(const tokki::Limits& limits)
      : records(std::make_shared<tokki::Assessor>(limits)) {}

  std::mutex lock;
  std::shared_ptr<tokki::Assessor> records;
  bool whole = true;    // false once memory ran out halfway through a document
  bool closed = false;  // true once assessments share the records
};

struct tokki_assessment {
  /// `of`: what was assessed.
  tokki_assessment(tokki::Assessment made, std::shared_ptr<const tokki::Assessor> of)
      : assessment(std::move(made)),
        records(std::move(of)),
        edition(assessment.edition->reference()) {}

  using InWords = std::vector<std::vector<tokki::ReasonWords>>;  // of each instance
  struct PrintedPlace {
    std::string document, pointer;
  };
  using PrintedPlaces = std::vector<std::vector<PrintedPlace>>;
  template <class T>
  struct Made {
    std::once_flag once;
    T value;
  };

  tokki::Assessment assessment;
  std::shared_ptr<const tokki::Assessor> records;
  std::string edition;
  mutable std::array<Made<InWords>, 2> languages;  // by Language, made when first asked for
  mutable Made<PrintedPlaces> places;              // of each instance, likewise
  mutable Made<PrintedPlaces> incidents;           // of each liability, likewise
};

struct tokki_changes {
  struct Change {
    const tokki::FilerChanges* filer;  // of facts
    const tokki::FormChange* change;
    std::vector<const tokki::Duty*> owed;
    std::string before, after, before_document, after_document;
  };

  explicit tokki_changes(tokki::FormDiff made);
  /// `of`: whose facts were compared.
  tokki_changes(tokki::FactsDiff made, std::shared_ptr<const tokki::Assessor> of);

  std::variant<tokki::FormDiff, tokki::FactsDiff> diff;
  std::shared_ptr<const tokki::Assessor> records;  // of facts
  std::shared_ptr<const tokki::Edition> terms;
  std::string edition;
  std::vector<Change> changes;
};

namespace tokki::c {

/// The record of a document that was read, or nothing.
inline std::optional<tokki_record> record_of(const Document& document) noexcept {
  const std::string_view kind = document.kind();
  if (const auto* declaration = document.declaration()) return tokki_record::of(*declaration, kind);
  if (const auto* dossier = document.dossier()) return tokki_record::of(*dossier, kind);
  if (const auto* record = document.dossier_record()) return tokki_record::of(*record, kind);
  return std::nullopt;
}

/// The editions of a caller, the first the default; none: the built-in one.
Editions editions_given(const tokki_edition* const* editions, std::size_t count);

/// The caller's options; refuses flags other than the known ones.
CheckOptions options_given(const tokki_check_options* options, std::uint32_t known_flags);

AssessOptions options_given(const tokki_assess_options* options);

/// What an assessor has taken in, which no longer changes.
std::shared_ptr<const Assessor> closed(tokki_assessor* assessor);
/// Refuses records of no contract.
void expect_dossier(const Assessor& records);

/// The caller's style; refuses flags other than the known ones.
TextStyle style_given(std::size_t width, std::int32_t language, std::uint32_t flags,
                      std::uint32_t known_flags);

/// The faults of a document or edition, as a report.
std::unique_ptr<tokki_report> report_of(std::vector<Finding> faults, std::string_view kind);

}  // namespace tokki::c
