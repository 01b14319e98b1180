#include "check/dossier_check.hpp"

#include <algorithm>
#include <tuple>

#include "chain/add_to_chain.hpp"
#include "chain/record_owners.hpp"
#include "check/across_contracts.hpp"
#include "json/any_document.hpp"
#include "record/each_record.hpp"
#include "record/overlap.hpp"
#include "record/place_in.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/record_rules.hpp"
#include "ruleset/rule_set.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// The rule on dates that were read so. The rules on a form's dates serve for a dossier's, too.
std::string_view rule_on(DateReading reading) {
  switch (reading) {
    case DateReading::normalised: return "date-notation";
    case DateReading::era_missing: return "date-era-missing";
    case DateReading::era_mismatch: return "date-era-mismatch";
    case DateReading::impossible: return "date-impossible";
    case DateReading::unreadable: return "date-unreadable";
    case DateReading::weekday_mismatch: return "date-weekday-mismatch";
    case DateReading::order_open: return "date-order-open";
    case DateReading::blank:
    case DateReading::plain: break;
  }
  return {};
}

// The day that a date means; of a time, that on which it begins in Japan.
std::optional<Day> day_of(const Date& date) { return date.value; }
std::optional<Day> day_of(const Instant& instant) {
  return instant.value ? std::optional(day_in_japan(instant.value->lo)) : std::nullopt;
}

// Which record a place is in, in the order of the dossier; 0 and 0 for the rest.
std::pair<std::ptrdiff_t, std::uint32_t> record_order(const Place& place) {
  const RecordRef record = place.record();
  const RecordKindRow* const row = row_of_kind(record.kind, kRecordKinds<Dossier>);
  if (row == nullptr) return {0, 0};
  return {row - kRecordKinds<Dossier>.rows.data() + 1, record.index};
}

}  // namespace

std::size_t row_of(const Finding& finding) {
  const auto form = finding.at.form();
  if (!form || finding.at.path.size() <= *form) return 0;
  const std::string_view key = finding.at.path.key(*form);
  std::size_t row = 0;
  std::size_t index = 0;
  for_each_field<Declaration>([&](const auto& field) {
    ++index;
    if (field.key == key) row = index;
  });
  return row;
}

DossierCheck::DossierCheck(const CheckOptions& options, Day as_of)
    : options_(options), as_of_(as_of), forms_(options.editions), chain_(as_of) {}

void DossierCheck::add(const Document& document) {
  if (const Dossier* dossier = document.dossier()) {
    add(*dossier);
  } else if (const DossierRecord* record = document.dossier_record()) {
    add(*record);
  } else if (const Declaration* declaration = document.declaration()) {
    parts_.push_back({DocumentKind::declaration, 0});
    const RecordSource source(this_document(), 0, DocumentKind::declaration);
    const FormFacts& form =
        check_form(*declaration, place_in<Filing>(source, at(&Filing::declaration)));
    parts_.back().edition = static_cast<std::uint16_t>(form.edition_index());
    chain_.add({}, form, source);
  } else {
    parts_.push_back({DocumentKind::none, 0});
  }
  if (document.findings().empty()) return;
  // Leaves out findings on members that are structurally at fault and therefore read as empty.
  for (auto* const found : {&found_, &dates_}) {
    std::erase_if((*found)[this_document()],
                  [&](const Finding& finding) { return document.faulty_at(finding.at); });
  }
  if (!document.faulty().empty()) faulty_.emplace(this_document(), document.faulty());
  for (Finding finding : document.findings()) {
    finding.at.document = this_document();
    found_[this_document()].push_back(std::move(finding));
  }
}

void DossierCheck::add(const Dossier& dossier) {
  parts_.push_back({DocumentKind::dossier, 0});
  Place place(this_document(), Description<Dossier>::kind);
  check_dates(dossier, place);
  choose_edition(dossier.contract);
  each_record(dossier, this_document(),
              [this](const auto& record, RecordSource source) { add_record(record, source); });
}

void DossierCheck::add(const DossierRecord& record) {
  parts_.push_back({DocumentKind::record, 0});
  Place place(this_document(), Description<DossierRecord>::kind);
  check_dates(record, place);
  choose_edition(record.contract);
  each_record_alone<Dossier>(record, this_document(), [this](const auto& one, RecordSource source) {
    add_record(one, source);
  });
}

// Adds a record to the chain. A form is analysed once, for its rules and for the chain.
template <Record T>
void DossierCheck::add_record(const T& record, RecordSource source) {
  if constexpr (std::is_same_v<T, Filing>) {
    const Place form = place_in<Filing>(source, at(&Filing::declaration));
    chain_.add(record.party, check_form(record.declaration, form), source);
  } else {
    add_to_chain<Dossier>(chain_, record, source);
  }
  records_.add(record, source);
}

// The first contract counts.
void DossierCheck::choose_edition(const Contract& contract) {
  if (!contract_edition_ && !is_empty(contract)) {
    contract_edition_ = options_.editions.choose(contract.edition, contract.concluded_on.value);
  }
}

const FormFacts& DossierCheck::check_form(const Declaration& declaration, const Place& place) {
  std::vector<Finding> found;
  const FormFacts& form = forms_.check(declaration, as_of_, place, found);
  if (!found.empty()) std::ranges::move(found, std::back_inserter(found_[this_document()]));
  return form;
}

// The dates outside the forms; those on forms are checked by the rules on forms.
template <Record T>
void DossierCheck::check_dates(const T& record, Place& place) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    place.path.into(field.key);
    if constexpr (std::is_same_v<M, Date> || std::is_same_v<M, Instant>) {
      if (const RuleInfo* rule = find_rule(rule_on(member.reading))) {
        const Emit emit(*rule, rule->severity, place, dates_[this_document()]);
        Details details;
        if (const auto day = day_of(member)) details.arguments = {{"date", *day}};
        emit(place, std::move(details));
      }
    } else if constexpr (DocumentRecord<M>) {
      // checked as part of the form
    } else if constexpr (Record<M>) {
      check_dates(member, place);
    } else if constexpr (is_list<M>) {
      if constexpr (Record<typename M::value_type>) {
        for (std::size_t i = 0; i < member.size(); ++i) {
          place.path.into(i);
          check_dates(member[i], place);
          place.path.out();
        }
      }
    }
    place.path.out();
  });
}

void DossierCheck::finish_dates() {
  chosen_ = static_cast<std::uint16_t>(contract_edition_.value_or(0));
  for (auto& [document, findings] : dates_) {
    const Edition& by = *edition(document);
    for (Finding& finding : findings) {
      if (!by.enabled(*finding.rule)) continue;
      finding.severity = by.severity(*finding.rule);
      found_[document].push_back(std::move(finding));
    }
  }
  dates_.clear();
}

// Adds a finding on the chain to the findings on its document.
void DossierCheck::sort_in(
    Finding&& finding, const std::function<std::string(std::uint32_t document)>& name_of_document) {
  const std::uint32_t document = finding.at.document;
  const auto faulty = faulty_.find(document);
  // A structural fault needs no second finding.
  if (faulty != faulty_.end() && overlaps_any(faulty->second, finding.at)) return;
  for (const Place& related : finding.related) {
    if (related.document == document || names_.contains(related.document)) continue;
    names_.emplace(related.document, name_of_document(related.document));
  }
  found_[document].push_back(std::move(finding));
}

Chain DossierCheck::finish(
    const std::function<std::string(std::uint32_t document)>& name_of_document) {
  finish_dates();
  const Edition& edition = *options_.editions.all()[chosen_];
  Chain chain(chain_.assemble(rule_set_of(edition).phrases()));
  if (parts_.empty()) return chain;  // there is no document to report a finding on
  std::vector<Finding> found;
  const Place no_single_document;
  for (const ChainRule* row : chain_rules()) {
    if (!edition.enabled(row->info)) continue;
    row->check(chain, Emit(row->info, edition.severity(row->info), no_single_document, found,
                           options_.limits.findings)
                          .with(rule_set_of(edition).after_days(row->info)));
  }
  const RecordStates states = records_.states();
  for (const RecordRule& row : record_rules()) {
    if (!edition.enabled(row.info)) continue;
    row.check({chain, edition, records_, states},
              Emit(row.info, edition.severity(row.info), no_single_document, found,
                   options_.limits.findings));
  }
  if (const RuleInfo& differs = rule("answers-differ-across-contracts");
      options_.across && edition.enabled(differs)) {
    const Emit emit(differs, edition.severity(differs), no_single_document, found);
    options_.across->first_answers().compare(chain, name_of_document, documents(), emit, names_);
  }
  for (Finding& finding : found) sort_in(std::move(finding), name_of_document);
  for (auto& [document, findings] : found_) arrange(findings);
  if (options_.keep_values) name_parties(chain);
  return chain;
}

void DossierCheck::name_parties(const Chain& chain) {
  const RecordOwners owners(chain);
  for (auto& [document, findings] : found_) {
    for (Finding& finding : findings) {
      const RecordKindRow* const row = row_of_kind(finding.at.record().kind, kRecordKinds<Dossier>);
      const ChainIndex party = owners.of(finding.at);
      if (row == nullptr || !row->names_party || party == kNoIndex) continue;
      finding.party = chain.parties()[party].name;
    }
  }
}

void DossierCheck::arrange(std::vector<Finding>& found) const {
  std::ranges::stable_sort(found, {}, [](const Finding& finding) {
    return std::tuple(record_order(finding.at), row_of(finding));
  });
  truncate(found, options_.limits.findings);
}

std::vector<Finding>* DossierCheck::findings(std::uint32_t document) {
  const auto known = found_.find(document);
  return known == found_.end() || known->second.empty() ? nullptr : &known->second;
}

std::map<std::uint32_t, std::string> DossierCheck::names_for(const std::vector<Finding>& found,
                                                             std::uint32_t document) const {
  std::map<std::uint32_t, std::string> names;
  for (const Finding& finding : found) {
    for (const Place& related : finding.related) {
      if (related.document != document) names.emplace(*names_.find(related.document));
    }
  }
  return names;
}

const std::shared_ptr<const Edition>& DossierCheck::edition(std::uint32_t document) const {
  const Part& part = parts_[document];
  return options_.editions.all()[part.kind == DocumentKind::declaration ? part.edition : chosen_];
}

std::string_view DossierCheck::kind(std::uint32_t document) const {
  return name_of(parts_[document].kind);
}

}  // namespace tokki::inline v0::internal
