#include "assess/declared_facts.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "changes/entry_keys.hpp"
#include "changes/same_meaning.hpp"

namespace tokki::inline v0::internal {

std::string statement_key(DeclaredMatter matter, std::string_view key) {
  if (key.empty()) return {};
  return std::string(key_of(matter)).append("\n").append(key);
}

Truth is_online_storage(const ServiceUse& use) noexcept {
  if (use.online_storage) return truth(use.online_storage);
  if (use.internet == false) return Truth::no;
  return use.kind == ServiceKind::storage ? Truth::yes : Truth::open;
}

std::optional<Moment> end_of_contract(const Context& context) {
  const Contract& contract = context.chain.contract();
  std::optional<Moment> end;
  for (const Instant* const each : {&contract.completed_at, &contract.terminated_at}) {
    const Moment when = moment(*each, context.as_of);
    if (given(*each) && !context.lies_ahead(when)) end = end ? earlier(*end, when) : when;
  }
  return end;
}

// Forms.

namespace {

template <std::size_t N>
std::vector<std::string> statement_keys(DeclaredMatter matter,
                                        const std::array<std::string, N>& keys) {
  std::vector<std::string> out;
  for (const std::string& key : keys) {
    if (std::string made = statement_key(matter, key); !made.empty())
      out.push_back(std::move(made));
  }
  return out;
}

// 日本国内のみ, or the countries that row 2 names.
std::string location_key(const StorageLocation& location) {
  if (location.ticked.answer() == StorageRegion::japan_only) return std::string(kJapan.view());
  std::set<std::string> countries;
  for (const Country& cell : location.countries) countries.merge(countries_in(cell.written));
  std::string key;
  for (const std::string& country : countries) key.append(key.empty() ? "" : "\n").append(country);
  return key;
}
std::string location_key(std::string_view text) {
  std::string key;
  for (const std::string& country : countries_in(text)) {
    key.append(key.empty() ? "" : "\n").append(country);
  }
  return key;
}

// Of the forms of one day, those that another one supersedes come first.
void order_day(std::vector<FiledForm>& forms, std::size_t begin, std::size_t end) {
  const auto superseded = [&](const FiledForm& form) {
    return !form.form->id.empty() && std::any_of(forms.begin() + static_cast<std::ptrdiff_t>(begin),
                                                 forms.begin() + static_cast<std::ptrdiff_t>(end),
                                                 [&](const FiledForm& other) {
                                                   return other.form != form.form &&
                                                          other.form->supersedes == form.form->id;
                                                 });
  };
  const auto first = forms.begin() + static_cast<std::ptrdiff_t>(begin);
  const auto last = forms.begin() + static_cast<std::ptrdiff_t>(end);
  std::vector<FiledForm> older;
  std::vector<FiledForm> newer;
  for (auto each = first; each != last; ++each)
    (superseded(*each) ? older : newer).push_back(*each);
  for (FiledForm& each : newer) each.contended = newer.size() > 1;
  std::ranges::move(newer, std::ranges::move(older, first).out);
}

}  // namespace

FormSeries::FormSeries(const Context& context, ChainIndex party) {
  const auto filings = context.ledger.all<Filing>();
  for (const ChainIndex i : context.chain.filed(party)) {
    const ChainFiling& filing = context.chain.filings()[i];
    if (filing.other_contract) continue;
    const Declaration& form = filings[filing.source.index].record->declaration;
    if (!filing.declared_on.known()) {
      index(form, undated_count_++, undated_);
      continue;
    }
    const TimeInterval day = day_in_japan(filing.declared_on.day());
    if (day.lo > context.as_of) continue;
    forms_.push_back({{day.lo, day.hi, true}, &form, filing.source});
  }
  std::ranges::stable_sort(forms_, {}, [](const FiledForm& form) { return form.day.lo; });
  for (std::size_t begin = 0; begin < forms_.size();) {
    std::size_t end = begin + 1;
    while (end < forms_.size() && forms_[end].day.lo == forms_[begin].day.lo) ++end;
    if (end - begin > 1) order_day(forms_, begin, end);
    begin = end;
  }
  for (std::size_t i = 0; i < forms_.size(); ++i) index(*forms_[i].form, i, stating_);
}

void FormSeries::index(const Declaration& form, std::size_t position, Positions& positions) {
  const auto add = [&](DeclaredMatter matter, std::string_view key) {
    const std::string made = statement_key(matter, key);
    if (made.empty()) return;
    std::vector<std::size_t>& at = positions[made];
    if (at.empty() || at.back() != position) at.push_back(position);
  };
  add(DeclaredMatter::name, key_of_name(form.declarant.name));
  add(DeclaredMatter::address, text_key(form.declarant.address));
  add(DeclaredMatter::location, location_key(form.storage_location));
  for (const StorageMedium& medium : form.storage_media) {
    for (const std::string& key : entry_keys(medium)) add(DeclaredMatter::medium, key);
  }
  // What stands under 無 is not declared.
  if (form.online_storage.ticked.answer() != Answer::no) {
    for (const Service& service : form.online_storage.services) {
      for (const std::string& key : entry_keys(service)) add(DeclaredMatter::service, key);
    }
  }
  if (form.subcontracting.ticked.answer() != Answer::no) {
    for (const Subcontractor& subcontractor : form.subcontracting.subcontractors) {
      for (const std::string& key : entry_keys(subcontractor)) {
        add(DeclaredMatter::subcontracting, key);
      }
      add(DeclaredMatter::work, text_key(subcontractor.work));
    }
  }
}

bool FormSeries::states(std::size_t form, const std::vector<std::string>& keys) const {
  return std::ranges::any_of(keys, [&](const std::string& key) {
    const auto known = stating_.find(key);
    return known != stating_.end() && std::ranges::binary_search(known->second, form);
  });
}

bool FormSeries::follows(std::size_t form, const DeclaredFact& fact) const {
  if (!fact.after_keys.empty()) return states(form, fact.after_keys);
  return !fact.before_keys.empty() && !states(form, fact.before_keys);
}

bool FormSeries::undated_follows(const DeclaredFact& fact) const {
  if (undated_count_ == 0) return false;
  const auto known = [&](const std::string& key) { return undated_.contains(key); };
  if (!fact.after_keys.empty()) return std::ranges::any_of(fact.after_keys, known);
  // A form that no longer has it may be among them.
  return !fact.before_keys.empty();
}

std::optional<std::size_t> FormSeries::in_force_before(const Moment& when) const {
  const auto after = std::ranges::partition_point(
      forms_, [&](const FiledForm& form) { return form.day.hi < when.lo; });
  if (after == forms_.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - forms_.begin()) - 1;
}

// Facts.

namespace {

// What was put on record as a change, by whose, of what, to what; what other records show of the
// same is not counted again.
using Stated = std::set<std::string>;

class FactCollector {
 public:
  FactCollector(const Context& context, std::vector<DeclaredFact>& out)
      : context_(context), out_(out), end_(end_of_contract(context)) {}

  void collect() {
    for (const auto& entry : context_.ledger.all<DeclaredChange>()) stated_change(entry);
    end_what_changed_again();
    services();
    subcontracts();
    for (ChainIndex party = 0; party < context_.chain.parties().size(); ++party) filer(party);
  }

 private:
  // Who has filed a declaration; facts of others are changes of nothing that was declared.
  [[nodiscard]] ChainIndex filer_of(std::string_view reference) const {
    const Actor actor = context_.actors.of(reference);
    const bool files = actor.side == Side::contractor || actor.side == Side::subcontractor;
    return files && !context_.chain.filed(actor.party).empty() ? actor.party : kNoIndex;
  }
  static std::string mark(ChainIndex party, std::string_view key) {
    return std::to_string(party).append("\n").append(key);
  }
  [[nodiscard]] bool is_stated(const DeclaredFact& fact) const {
    const auto known = [&](const std::string& key) {
      return stated_.contains(mark(fact.party, key));
    };
    const auto& keys = fact.after_keys.empty() ? fact.before_keys : fact.after_keys;
    return std::ranges::any_of(keys, known);
  }
  void take(DeclaredFact fact) {
    if (!is_stated(fact)) out_.push_back(std::move(fact));
  }

  static std::vector<std::string> keys_of_text(DeclaredMatter matter, std::string_view text) {
    std::string key;
    switch (matter) {
      case DeclaredMatter::name:
      case DeclaredMatter::medium:
      case DeclaredMatter::service:
      case DeclaredMatter::subcontracting: key = key_of_name(text); break;
      case DeclaredMatter::address:
      case DeclaredMatter::work: key = text_key(text); break;
      case DeclaredMatter::location: key = location_key(text); break;
    }
    std::vector<std::string> keys;
    if (std::string made = statement_key(matter, key); !made.empty())
      keys.push_back(std::move(made));
    return keys;
  }

  void stated_change(const Entry<DeclaredChange>& entry) {
    const DeclaredChange& change = *entry.record;
    DeclaredFact fact{.trigger = std::string(entry.id), .id = entry.id};
    fact.party = filer_of(change.party);
    if (fact.party == kNoIndex) return;
    fact.matter = change.matter;
    fact.record = fact_in<DeclaredChange>(entry.source);
    fact.from = moment(change.at, context_.as_of);
    fact.conflict = entry.conflict;
    fact.planned = change.planned.value_or(false);
    if (fact.planned) {
      // 予定がある場合は「有」: of subcontracts alone, a plan has to be declared.
      const bool counts =
          change.matter == DeclaredMatter::subcontracting || change.matter == DeclaredMatter::work;
      if (change.matter && !counts) return;
      // It is a plan from when it was put on record, not from when it is to be carried out.
      if (!given(change.at) || context_.lies_ahead(fact.from)) {
        fact.from = moment(change.recorded_at, context_.as_of);
      }
    }
    if (context_.lies_ahead(fact.from)) return;
    fact.before_text = change.before.str();
    fact.after_text = change.after.str();
    if (is_blank(change.before)) {
      fact.kind = ChangeKind::added;
    } else {
      fact.kind = is_blank(change.after) ? ChangeKind::removed : ChangeKind::changed;
    }
    if (is_blank(change.before) && is_blank(change.after)) fact.kind = ChangeKind::changed;
    if (change.matter) {
      fact.before_keys = keys_of_text(*change.matter, change.before);
      fact.after_keys = keys_of_text(*change.matter, change.after);
    } else {
      fact.open = &reason("not-stated");
    }
    for (const auto* const keys : {&fact.before_keys, &fact.after_keys}) {
      for (const std::string& key : *keys) stated_.insert(mark(fact.party, key));
    }
    out_.push_back(std::move(fact));
  }

  // What a further change of the same party began with is what the one before it led to.
  void end_what_changed_again() {
    std::multimap<std::string, Moment> changed_from;
    for (const DeclaredFact& fact : out_) {
      for (const std::string& key : fact.before_keys) {
        changed_from.emplace(mark(fact.party, key), fact.from);
      }
    }
    for (DeclaredFact& fact : out_) {
      for (const std::string& key : fact.after_keys) {
        const auto [first, last] = changed_from.equal_range(mark(fact.party, key));
        for (auto each = first; each != last; ++each) {
          if (before(fact.from, each->second) != Truth::yes) continue;
          fact.ended = fact.ended ? earlier(*fact.ended, each->second) : each->second;
        }
      }
    }
  }

  // The last second of what a party uses or entrusts under one key; none while any of it lasts.
  using Lasting = std::map<std::pair<ChainIndex, std::string>, Second>;
  static void lasts(Lasting& lasting, ChainIndex party, const std::string& key, Second through) {
    Second& last = lasting.emplace(std::pair(party, key), through).first->second;
    last = std::max(last, through);
  }
  // Whether what ended by `through` had ended for good then, and before the contract did.
  [[nodiscard]] bool ended(const Lasting& lasting, ChainIndex party, const std::string& key,
                           const Moment& through) const {
    if (!through.known || through.hi > context_.as_of) return false;
    const auto last = lasting.find(std::pair(party, key));
    if (last != lasting.end() && last->second > through.hi) return false;
    if (end_ && before(through, *end_) != Truth::yes) return false;
    const Date& planned_end = context_.chain.contract().ends_on;
    return !planned_end.value || through.lo < day_in_japan(*planned_end.value).lo;
  }

  void services() {
    const auto uses = context_.ledger.all<ServiceUse>();
    Lasting lasting;
    for (const Entry<ServiceUse>& entry : uses) {
      const ServiceUse& use = *entry.record;
      const ChainIndex party = filer_of(use.party);
      if (party == kNoIndex) continue;
      const Moment through = moment(use.through, Second::max());
      lasts(lasting, party, key_of_name(use.service),
            given(use.through) ? through.hi : Second::max());
    }
    for (const Entry<ServiceUse>& entry : uses) {
      const ServiceUse& use = *entry.record;
      DeclaredFact fact{.trigger = std::string(entry.id), .id = entry.id};
      fact.party = filer_of(use.party);
      const Truth storage = is_online_storage(use);
      const std::string name = key_of_name(use.service);
      // A plan is not use.
      if (fact.party == kNoIndex || storage == Truth::no || name.empty() ||
          use.planned.value_or(false)) {
        continue;
      }
      fact.matter = DeclaredMatter::service;
      fact.record = fact_in<ServiceUse>(entry.source);
      fact.from = moment(use.at, context_.as_of);
      fact.conflict = entry.conflict;
      if (context_.lies_ahead(fact.from)) continue;
      if (storage == Truth::open) fact.open = &reason("not-stated");
      const std::vector<std::string> keys{statement_key(DeclaredMatter::service, name)};
      const Moment through = moment(use.through, context_.as_of);
      const bool over = given(use.through) && ended(lasting, fact.party, name, through);
      DeclaredFact end = fact;
      fact.after_keys = keys;
      fact.after_text = use.service.str();
      if (!is_blank(use.provider)) fact.after_text.append(" / ").append(use.provider.view());
      if (over) fact.ended = through;
      take(std::move(fact));
      if (!over) continue;
      end.trigger += "/end";
      end.kind = ChangeKind::removed;
      end.before_keys = keys;
      end.before_text = use.service.str();
      end.from = through;
      take(std::move(end));
    }
  }

  // When a subcontract, or the plan of one, came about.
  [[nodiscard]] Moment came_about(const Subcontract& work) const {
    std::optional<Moment> when;
    const Moment agreed = moment(work.agreed_at, context_.as_of);
    if (work.agreed_at.value && !context_.lies_ahead(agreed)) when = agreed;
    const Moment starts = moment(work.starts_on, context_.as_of);
    if (work.starts_on.value && !context_.lies_ahead(starts)) {
      when = when ? earlier(*when, starts) : starts;
    }
    return when.value_or(moment(Instant(), context_.as_of));
  }

  void subcontracts() {
    const auto edges = context_.ledger.all<Subcontract>();
    const auto& parties = context_.chain.parties();
    Lasting lasting;
    std::map<std::pair<ChainIndex, std::string>, std::size_t> works;
    const auto target = [&](const Subcontract& work) {
      const ChainIndex to = context_.actors.of(work.to).party;
      Subcontractor named;
      named.name = to == kNoIndex ? work.to.view() : parties[to].name;
      if (to != kNoIndex) named.corporate_number = parties[to].corporate_number;
      return named;
    };
    for (const Entry<Subcontract>& entry : edges) {
      const Subcontract& work = *entry.record;
      const ChainIndex from = filer_of(work.from);
      if (from == kNoIndex) continue;
      const std::string to = key_of_name(target(work).name);
      const Moment last = moment(work.ends_on, Second::max());
      lasts(lasting, from, to, work.ends_on.value ? last.hi : Second::max());
      ++works[{from, to}];
    }
    for (const Entry<Subcontract>& entry : edges) {
      const Subcontract& work = *entry.record;
      if (work.from.empty() || work.handles_electronic_data == false) continue;
      DeclaredFact fact{.id = entry.id};
      fact.trigger = entry.id.empty()
                         ? std::string(work.from.view()).append(">").append(work.to.view())
                         : std::string(entry.id);
      fact.party = filer_of(work.from);
      if (fact.party == kNoIndex) continue;
      const Subcontractor named = target(work);
      const std::string to = key_of_name(named.name);
      if (to.empty()) continue;
      const Moment starts = moment(work.starts_on, context_.as_of);
      const bool ahead = given(work.starts_on) && context_.lies_ahead(starts);
      fact.planned = work.planned.value_or(false) || ahead;
      fact.from = came_about(work);
      // Until it begins, only what says that it is planned shows that it is.
      if (ahead && !work.planned.value_or(false) && !fact.from.known) continue;
      fact.matter = DeclaredMatter::subcontracting;
      fact.record = fact_in<Subcontract>(entry.source);
      if (!work.handles_electronic_data) fact.open = &reason("not-stated");
      if (!given(work.starts_on) && !work.planned) fact.open = &reason("act-uncertain");
      const auto keys = entry_keys(named);  // without its work: by number and by name
      const std::vector<std::string> of_firm = statement_keys(DeclaredMatter::subcontracting, keys);
      const Moment last = moment(work.ends_on, context_.as_of);
      const bool over = work.ends_on.value && ended(lasting, fact.party, to, last);
      const std::size_t several = works[{fact.party, to}];
      DeclaredFact end = fact;
      DeclaredFact of_work = fact;
      fact.after_keys = of_firm;
      fact.after_text = named.name.str();
      if (!is_blank(work.work)) fact.after_text.append(" / ").append(work.work.view());
      if (over) fact.ended = last;
      take(std::move(fact));
      if (const std::string does = text_key(work.work); !does.empty()) {
        of_work.trigger += "/work";
        of_work.matter = DeclaredMatter::work;
        of_work.kind = ChangeKind::changed;
        of_work.after_keys = {statement_key(DeclaredMatter::work, does)};
        of_work.after_text = work.work.str();
        of_work.only_wording = several < 2;
        if (of_work.open == nullptr) of_work.open = &reason("wording-differs");
        of_work.firm_keys = of_firm;
        take(std::move(of_work));
      }
      if (!over) continue;
      end.trigger += "/end";
      end.kind = ChangeKind::removed;
      end.before_keys = of_firm;
      end.before_text = named.name.str();
      end.from = last;
      take(std::move(end));
    }
  }

  // Who a filer is, by its own record: since when is not said.
  void filer(ChainIndex party) {
    const ChainParty& known = context_.chain.parties()[party];
    const auto records = context_.ledger.all<Party>();
    if (known.has_role || known.source.index >= records.size()) return;
    if (context_.chain.filed(party).empty()) return;
    const Party& record = *records[known.source.index].record;
    const auto add = [&](DeclaredMatter matter, std::string_view text, Str Party::* member) {
      if (is_blank(text)) return;
      DeclaredFact fact{.id = context_.actors.name(party)};
      fact.trigger = std::string(fact.id).append("/").append(key_of(member));
      fact.party = party;
      fact.matter = matter;
      fact.kind = ChangeKind::changed;
      fact.record = fact_in<Party>(known.source, member);
      fact.after_keys = keys_of_text(matter, text);
      fact.after_text = text;
      fact.from = moment(Instant(), context_.as_of);
      take(std::move(fact));
    };
    add(DeclaredMatter::name, record.name, &Party::name);
    add(DeclaredMatter::address, record.address, &Party::address);
  }

  const Context& context_;
  std::vector<DeclaredFact>& out_;
  std::optional<Moment> end_;
  Stated stated_;
};

}  // namespace

DeclaredFacts::DeclaredFacts(const Context& context) {
  FactCollector(context, facts_).collect();
  for (const DeclaredFact& fact : facts_) {
    if (!series_.contains(fact.party)) series_.emplace(fact.party, FormSeries(context, fact.party));
  }
}

const FormSeries* DeclaredFacts::series(ChainIndex party) const {
  const auto known = series_.find(party);
  return known == series_.end() || known->second.forms().empty() ? nullptr : &known->second;
}

}  // namespace tokki::inline v0::internal
