#include "check/dossier_judge.hpp"

#include <algorithm>
#include <charconv>
#include <tuple>

#include "record/pointers.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/chain/across_rules.hpp"
#include "tokki/rule.hpp"

namespace tokki {
namespace {

// The rule on a form's date that was read so, for the dates of a dossier too.
std::string_view rule_on(DateReading reading) {
  switch (reading) {
    case DateReading::normalised: return "date-notation";
    case DateReading::era_missing: return "date-era-missing";
    case DateReading::era_mismatch: return "date-era-mismatch";
    case DateReading::impossible: return "date-impossible";
    case DateReading::unreadable: return "date-unreadable";
    case DateReading::weekday_mismatch: return "date-weekday-mismatch";
    case DateReading::blank:
    case DateReading::plain: break;
  }
  return {};
}

// Which list of the dossier a pointer leads into, and which entry: 0 and 0 for the rest.
std::pair<std::size_t, std::size_t> entry_of(std::string_view pointer) {
  if (pointer.empty()) return {0, 0};
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view key = pointer.substr(1, end - 1);
  std::size_t list = 0;
  std::size_t index = 0;
  for_each_field<Dossier>([&](const auto& field) {
    ++index;
    if (field.key == key) list = index;
  });
  std::size_t entry = 0;
  if (end < pointer.size()) {
    std::from_chars(pointer.data() + end + 1, pointer.data() + pointer.size(), entry);
  }
  return {list, entry};
}

}  // namespace

std::size_t row_of(const Finding& finding) {
  std::string_view cell = finding.at.cell;
  constexpr std::string_view kind = Description<Declaration>::kind;
  if (!cell.starts_with(kind)) return 0;
  cell.remove_prefix(std::min(cell.size(), kind.size() + 1));
  cell = cell.substr(0, cell.find('.'));
  std::size_t row = 0;
  std::size_t index = 0;
  for_each_field<Declaration>([&](const auto& field) {
    ++index;
    if (field.key == cell) row = index;
  });
  return row;
}

void truncate(std::vector<Finding>& found, std::size_t limit) {
  if (found.size() <= limit) return;
  found.resize(limit);
  Finding& last = found.emplace_back();
  last.rule = &rule("findings-truncated");
  last.severity = last.rule->severity;
  last.arguments = {{"limit", static_cast<std::int64_t>(limit)}};
}

DossierJudge::DossierJudge(const CheckOptions& options, Day as_of)
    : options_(options), forms_(options.editions, as_of), builder_(as_of, options.editions) {}

void DossierJudge::add(const Document& document) {
  if (const Dossier* dossier = document.dossier()) {
    add(*dossier);
  } else if (const DossierRecord* record = document.dossier_record()) {
    add(*record);
  } else if (const Declaration* declaration = document.declaration()) {
    parts_.push_back(
        {Kind::declaration, static_cast<std::uint16_t>(forms_.edition_of(*declaration))});
    judge_form(*declaration, {});
    Filing filing;
    filing.declaration = *declaration;
    builder_.add(filing, {this_document(), 0});
  } else {
    parts_.push_back({Kind::none, 0});
  }
  if (document.findings().empty()) return;
  // What structure found wrong is said once, and not again as a form that lacks something.
  for (auto* const found : {&found_, &dates_}) {
    std::erase_if((*found)[this_document()],
                  [&](const Finding& finding) { return document.faulty_at(finding.at.pointer); });
  }
  if (!document.faulty().empty()) faulty_.emplace(this_document(), document.faulty());
  std::ranges::copy(document.findings(), std::back_inserter(found_[this_document()]));
}

void DossierJudge::add(const Dossier& dossier) {
  parts_.push_back({Kind::dossier, 0});
  Path path;
  judge_dates(dossier, path);
  for (std::size_t i = 0; i < dossier.declarations.size(); ++i) {
    judge_form(dossier.declarations[i].declaration,
               at(&Dossier::declarations, i, &Filing::declaration).pointer());
  }
  choose_edition(dossier.contract);
  builder_.add(dossier, this_document());
}

void DossierJudge::add(const DossierRecord& record) {
  parts_.push_back({Kind::record, 0});
  Path path;
  judge_dates(record, path);
  const RecordSource source{this_document(), 0};
  const auto build = [&](const auto& part) {
    if (!is_empty(part)) builder_.add(part, source);
  };
  choose_edition(record.contract);
  build(record.contract);
  build(record.party);
  build(record.subcontract);
  if (!is_empty(record.filing)) {
    judge_form(record.filing.declaration,
               at(&DossierRecord::filing, &Filing::declaration).pointer());
  }
  build(record.filing);
  build(record.certificate);
}

// The first contract counts.
void DossierJudge::choose_edition(const Contract& contract) {
  if (!contract_edition_ && !is_empty(contract)) {
    contract_edition_ = options_.editions.choose(contract.edition, contract.concluded_on.value);
  }
}

void DossierJudge::judge_form(const Declaration& declaration, const std::string& above) {
  std::vector<Finding> found;
  forms_.judge(declaration, found);
  for (Finding& finding : found) {
    finding.at.pointer.insert(0, above);
    for (Location& related : finding.related) related.pointer.insert(0, above);
    for (Replacement& step : finding.fix) step.pointer.insert(0, above);
  }
  if (!found.empty()) std::ranges::move(found, std::back_inserter(found_[this_document()]));
}

// The dates beside the forms; a form's own dates have their rules there.
template <Record T>
void DossierJudge::judge_dates(const T& record, Path& path) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    const M& member = record.*field.member;
    path.into(field.key);
    if constexpr (std::is_same_v<M, Date>) {
      if (const RuleInfo* rule = find_rule(rule_on(member.reading))) {
        Finding& finding = dates_[this_document()].emplace_back();
        finding.rule = rule;
        finding.at = {path.pointer(), path.cell(kind(this_document()))};
        if (member.value) finding.arguments = {{"date", *member.value}};
      }
    } else if constexpr (std::is_same_v<M, Declaration>) {
      // judged as a form
    } else if constexpr (Record<M>) {
      judge_dates(member, path);
    } else if constexpr (is_list<M>) {
      if constexpr (Record<typename M::value_type>) {
        for (std::size_t i = 0; i < member.size(); ++i) {
          path.into(i);
          judge_dates(member[i], path);
          path.out();
        }
      }
    }
    path.out();
  });
}

void DossierJudge::settle() {
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

Location DossierJudge::location(const Spot& spot) const {
  const Part& part = parts_[spot.source.document];
  Path path;
  std::string_view kind;
  const std::size_t index = spot.source.index;
  using Record = Spot::Record;
  if (part.kind == Kind::dossier) {
    kind = Description<Dossier>::kind;
    switch (spot.record) {
      case Record::contract: path = at(&Dossier::contract); break;
      case Record::party: path = at(&Dossier::parties, index); break;
      case Record::subcontract: path = at(&Dossier::subcontracts, index); break;
      case Record::filing: path = at(&Dossier::declarations, index); break;
      case Record::certificate: path = at(&Dossier::certificates, index); break;
    }
  } else if (part.kind == Kind::record) {
    kind = Description<DossierRecord>::kind;
    switch (spot.record) {
      case Record::contract: path = at(&DossierRecord::contract); break;
      case Record::party: path = at(&DossierRecord::party); break;
      case Record::subcontract: path = at(&DossierRecord::subcontract); break;
      case Record::filing: path = at(&DossierRecord::filing); break;
      case Record::certificate: path = at(&DossierRecord::certificate); break;
    }
  } else if (spot.record == Record::filing) {  // the document is the form itself
    kind = Description<Declaration>::kind;
    path = spot.within.after(1);
    return {path.pointer(), path.cell(kind)};
  } else {
    return {};  // there is no such record: the document as a whole
  }
  path.then(spot.within);
  return {path.pointer(), path.cell(kind)};
}

void DossierJudge::place(ChainFinding&& finding,
                         const std::function<std::string(std::uint32_t document)>& name_of) {
  const std::uint32_t document = finding.at.source.document;
  Finding placed;
  placed.rule = finding.rule;
  placed.severity = finding.severity;
  placed.at = location(finding.at);
  const auto faulty = faulty_.find(document);
  if (faulty != faulty_.end() && overlaps_any(faulty->second, placed.at.pointer)) {
    return;  // what structure found wrong is said once
  }
  for (const Spot& spot : finding.related) {
    Location& related = placed.related.emplace_back(location(spot));
    if (spot.source.document == document) continue;
    related.document = name_of(spot.source.document);
    names_.emplace(related.document, spot.source.document);
  }
  std::ranges::move(finding.elsewhere, std::back_inserter(placed.related));
  placed.arguments = std::move(finding.arguments);
  found_[document].push_back(std::move(placed));
}

Chain DossierJudge::judge(const std::function<std::string(std::uint32_t document)>& name_of) {
  settle();
  const Edition& edition = *options_.editions.all()[chosen_];
  Chain chain = builder_.build();
  if (parts_.empty()) return chain;  // a finding would have no document to stand in
  std::vector<ChainFinding> found;
  const std::size_t limit = options_.limits.findings;
  for (const ChainRule* row : chain_rules()) {
    if (!edition.enabled(row->info)) continue;
    const ChainEmit emit(row->info, edition.severity(row->info), limit, found);
    row->check(chain, emit);
    if (!emit.full()) continue;
    ChainFinding& last = found.back();
    last.rule = &rule("findings-truncated");
    last.severity = last.rule->severity;
    last.arguments = {{"limit", static_cast<std::int64_t>(limit)}};
    last.related.clear();
  }
  if (const RuleInfo& differs = rule("answers-differ-across-contracts");
      options_.across && edition.enabled(differs)) {
    const auto here = [&](const Spot& spot) {
      Location at = location(spot);
      at.document = name_of(spot.source.document);
      return at;
    };
    AnswersComparison::compare(*options_.across, chain, here, edition.severity(differs), found);
  }
  for (ChainFinding& finding : found) place(std::move(finding), name_of);
  for (auto& [document, findings] : found_) arrange(findings);
  return chain;
}

void DossierJudge::arrange(std::vector<Finding>& found) const {
  std::ranges::stable_sort(found, {}, [](const Finding& finding) {
    return std::tuple(entry_of(finding.at.pointer), row_of(finding));
  });
  truncate(found, options_.limits.findings);
}

std::vector<Finding>* DossierJudge::findings(std::uint32_t document) {
  const auto known = found_.find(document);
  return known == found_.end() || known->second.empty() ? nullptr : &known->second;
}

const std::shared_ptr<const Edition>& DossierJudge::edition(std::uint32_t document) const {
  const Part& part = parts_[document];
  return options_.editions.all()[part.kind == Kind::declaration ? part.edition : chosen_];
}

std::string_view DossierJudge::kind(std::uint32_t document) const {
  switch (parts_[document].kind) {
    case Kind::declaration: return Description<Declaration>::kind;
    case Kind::dossier: return Description<Dossier>::kind;
    case Kind::record: return Description<DossierRecord>::kind;
    default: return {};
  }
}

std::optional<std::uint32_t> DossierJudge::named(const std::string& name) const {
  const auto known = names_.find(name);
  return known == names_.end() ? std::nullopt : std::optional(known->second);
}

}  // namespace tokki
