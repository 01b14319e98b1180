#include "assess/context.hpp"

#include <algorithm>

#include "assess/declared_facts.hpp"
#include "assess/stretches.hpp"

namespace tokki::inline v0::internal {
namespace {

// Whether a statement is about a record: it names it, or names none.
bool is_about(const List<Str>& about, const Ledger& ledger, std::string_view trigger) {
  if (about.empty()) return true;
  return std::ranges::any_of(about,
                             [&](const Str& id) { return names_trigger(ledger, id, trigger); });
}

}  // namespace

bool names_trigger(const Ledger& ledger, std::string_view id, std::string_view trigger) {
  const std::string_view root = ledger.root(id);
  if (root.empty() || !trigger.starts_with(root)) return false;
  return trigger.size() == root.size() || trigger[root.size()] == '/';
}

Truth holds(const Span& span, const Moment& when) {
  if (!given(span.from) && !given(span.through)) return Truth::no;
  Truth inside = Truth::yes;
  if (given(span.from)) {
    const Moment from = moment(span.from, Second::max());
    inside = not_after(from.known ? exactly(from.lo) : from, when);
  }
  if (given(span.through)) {
    const Moment through = moment(span.through, Second::max());
    inside = inside & not_after(when, through.known ? exactly(through.hi) : through);
  }
  return inside;
}

std::string_view record_of(const Ledger& ledger, std::string_view trigger) {
  while (!ledger.knows(trigger)) {
    const std::size_t aspect = trigger.rfind('/');
    if (aspect == std::string_view::npos) break;
    trigger = trigger.substr(0, aspect);
  }
  return trigger;
}

Context::Context(const Ledger& records, const Chain& parties, const Edition& terms, Second instant)
    : ledger(records),
      chain(parties),
      edition(terms),
      as_of(instant),
      actors(parties, records),
      covered(records, actors) {
  const auto index = [&]<class T>(Index& by, Str T::* member) {
    const auto all = ledger.all<T>();
    for (std::size_t i = 0; i < all.size(); ++i) by.add(ledger.root(all[i].record->*member), i);
    by.sort();
  };
  const auto index_each = [&]<class T>(Index& by, List<Str> T::* member) {
    const auto all = ledger.all<T>();
    for (std::size_t i = 0; i < all.size(); ++i) {
      for (const Str& id : all[i].record->*member) by.add(ledger.root(id), i);
    }
    by.sort();
  };
  const auto index_ids = [&]<class T>(Index& by, std::type_identity<T>) {
    const auto all = ledger.all<T>();
    for (std::size_t i = 0; i < all.size(); ++i) by.add(all[i].id, i);
    by.sort();
  };
  index(recognitions, &Recognition::incident);
  index_each(communications, &Communication::about);
  index_each(instructions, &Instruction::about);
  index(completions, &Completion::instruction);
  index_each(assents, &Assent::covers);
  index(returns, &Return::asset);
  index(recalls, &Recall::asset);
  index_ids(assets, std::type_identity<Asset>());
  index_ids(devices, std::type_identity<Device>());
  index(incidents, &Incident::carry_out);
  index_each(trainings, &Training::attendees);
  index_ids(damages, std::type_identity<Damage>());
  index(waivers_, &Waiver::duty);
  const auto judgements = ledger.all<Judgement>();
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const Judgement& each = *judgements[i].record;
    judgements_.add(each.question.empty() ? each.duty : each.question, i);
  }
  judgements_.sort();
  index(attestations_, &Attestation::duty);
  const auto persons = ledger.all<Person>();
  for (std::size_t i = 0; i < persons.size(); ++i) {
    if (persons[i].record->role != PersonRole::responsible_person) continue;
    responsible_.add(persons[i].id, i);
    responsible_.add(persons[i].record->name, i);
  }
  responsible_.sort();
}

Context::~Context() = default;

const DeclaredFacts& Context::declared_facts() const {
  if (declared_facts_ == nullptr) declared_facts_ = std::make_unique<DeclaredFacts>(*this);
  return *declared_facts_;
}

const Asset* Context::asset(std::string_view id) const {
  const Asset* found = nullptr;
  assets.each(ledger.root(id), [&](std::size_t i) { found = ledger.all<Asset>()[i].record; });
  return found;
}

const Device* Context::device(std::string_view id) const {
  const Device* found = nullptr;
  devices.each(ledger.root(id), [&](std::size_t i) { found = ledger.all<Device>()[i].record; });
  return found;
}

bool Context::may_speak_for_client(std::string_view by) const {
  if (by.empty()) return true;
  const Side side = actors.of(by).side;
  return side == Side::client || side == Side::unknown;
}

Judged Context::judged(std::string_view duty, std::string_view trigger) const {
  Judged result;
  judgements_.each(duty, [&](std::size_t i) {
    const Judgement& each = *ledger.all<Judgement>()[i].record;
    if (!each.answer || !is_about(each.about, ledger, trigger)) return;
    if (each.as == Giver::client && may_speak_for_client(each.by)) {
      if (result.by_client && result.by_client != each.answer) result.contradicted = true;
      result.by_client = each.answer;
    } else if (each.as == Giver::responsible_person) {
      result.by_contractor = each.answer;
    }
  });
  if (result.contradicted) result.by_client.reset();
  return result;
}

Truth Context::settled(const ReadingInfo& reading, std::string_view trigger) const {
  return truth(judged(reading.id, trigger).by_client);
}

bool Context::is_responsible(std::string_view reference) const {
  const auto persons = ledger.all<Person>();
  const auto [first, last] =
      std::ranges::equal_range(persons, ledger.root(reference), {}, &Entry<Person>::id);
  return !reference.empty() && std::ranges::any_of(first, last, [](const Entry<Person>& entry) {
    return entry.record->role == PersonRole::responsible_person && !entry.conflict;
  });
}

Truth Context::responsible_at(std::string_view reference, const Moment& when) const {
  const std::string_view id = actors.person(reference);
  if (id.empty()) return Truth::yes;
  Truth was = Truth::open;  // on record, but not as one
  const auto look = [&](std::size_t i) {
    const Entry<Person>& entry = ledger.all<Person>()[i];
    const Span& engaged = entry.record->engaged;
    if (entry.conflict) return;
    const Truth begun =
        given(engaged.from) ? not_after(moment(engaged.from, as_of), when) : Truth::yes;
    const Truth lasts =
        given(engaged.through) ? not_after(when, moment(engaged.through, as_of)) : Truth::yes;
    if ((begun & lasts) == Truth::yes) was = Truth::yes;
  };
  responsible_.each(id, look);
  // One person in two roles has two records.
  const auto persons = ledger.all<Person>();
  const auto known = std::ranges::lower_bound(persons, id, {}, &Entry<Person>::id);
  if (known != persons.end() && known->id == id) responsible_.each(known->record->name, look);
  return was;
}

namespace {

bool readable(const Instant& instant) { return !given(instant) || instant.value.has_value(); }

bool vouches(const Context& context, const Attestation& attestation, const Vouching& vouching) {
  if (vouching.anybody || attestation.as == Giver::responsible_person) return true;
  if (!vouching.person.empty() &&
      context.ledger.root(attestation.by) == context.ledger.root(vouching.person)) {
    return true;
  }
  return !attestation.as && context.is_responsible(attestation.by);
}

// What statements say of a time: when a duty was observed, and whether it was not at some time.
class SaidOfTime {
 public:
  SaidOfTime(Second from, Second through, Second as_of)
      : from_(from), through_(through), as_of_(as_of) {}

  /// Returns whether the statement counts. `named`: it names the record that it is about.
  bool take(bool observed, const Span& span, const Instant& at, bool named) {
    if (!readable(span.from) || !readable(span.through)) return false;
    // The days that a span names are all in it.
    const Second begin = span.from.value ? span.from.value->lo : Second::min();
    const Second end = span.through.value ? span.through.value->hi : Second::max();
    if (observed) {
      if (!at.value) return false;
      observed_.add(begin, std::min(end, at.value->lo));
      return begin <= through_ && end >= from_;
    }
    // What was not observed at any time was not observed, where that time has come.
    const bool spanned = given(span.from) || given(span.through);
    const Second said = at.value ? at.value->hi : Second::max();
    if (begin < from_ && spanned && !named) return false;
    if (std::min(end, said) > through_ && through_ >= as_of_) return false;
    if (end > through_ && spanned && !named) return false;
    return denied_ = true;
  }
  [[nodiscard]] bool whole() const { return observed_.cover(from_, through_); }
  [[nodiscard]] bool in_part() const { return observed_.touch(from_, through_); }
  [[nodiscard]] bool denied() const noexcept { return denied_; }

 private:
  Second from_, through_, as_of_;
  Stretches observed_;
  bool denied_ = false;
};

}  // namespace

bool Context::counts(const Attestation& attestation, std::string_view trigger) const {
  const Span& span = attestation.span;
  if (!attestation.observed || !is_about(attestation.about, ledger, trigger)) return false;
  const bool spanned = given(span.from) || given(span.through);
  return (!attestation.about.empty() || spanned) && readable(span.from) && readable(span.through);
}

Attested Context::attested(std::string_view duty, std::string_view trigger, Second from,
                           Second through, const Vouching& vouching) const {
  Attested result;
  SaidOfTime said(from, through, as_of);
  std::optional<Fact> fact;
  each_attestation(duty, trigger, [&](const Entry<Attestation>& entry) {
    const Attestation& each = *entry.record;
    if (*each.observed && !vouches(*this, each, vouching)) return;
    if (!said.take(*each.observed, each.span, each.at, !each.about.empty())) return;
    const Fact on_record = fact_in<Attestation>(entry.source, &Attestation::observed);
    if (!*each.observed) {
      result.fact = on_record;
    } else if (!fact) {
      fact = on_record;
    }
  });
  result.contradicted = said.whole() && said.denied();
  if (!result.contradicted && (said.whole() || said.denied())) {
    result.observed = truth(said.whole());
  }
  if (said.whole()) result.fact = fact;
  return result;
}

Judged Context::judged(std::string_view duty, std::string_view trigger, Second from,
                       Second through) const {
  Judged result;
  SaidOfTime said(from, through, as_of);
  judgements_.each(duty, [&](std::size_t i) {
    const Judgement& each = *ledger.all<Judgement>()[i].record;
    if (!each.answer || !is_about(each.about, ledger, trigger)) return;
    if (each.as == Giver::client) {
      said.take(*each.answer, each.span, each.at, !each.about.empty());
    } else if (each.as == Giver::responsible_person) {
      result.by_contractor = each.answer;
    }
  });
  result.contradicted = said.whole() && said.denied();
  if (!result.contradicted && (said.whole() || said.denied())) result.by_client = said.whole();
  result.in_part = said.in_part() && !said.whole();
  return result;
}

}  // namespace tokki::inline v0::internal
