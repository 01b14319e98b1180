#include "assess/context.hpp"

namespace tokki::inline v0::internal {
namespace {

// Whether a statement is about a record: it names it, or names none.
bool is_about(const List<Str>& about, const Ledger& ledger, std::string_view trigger) {
  if (about.empty()) return true;
  return std::ranges::any_of(about, [&](const Str& id) { return ledger.root(id) == trigger; });
}

}  // namespace

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
  index(completions, &Completion::instruction);
  index_each(assents, &Assent::covers);
  index(returns, &Return::asset);
  index(recalls, &Recall::asset);
  index_ids(assets, std::type_identity<Asset>());
  index_ids(devices, std::type_identity<Device>());
  index(incidents, &Incident::carry_out);
  index_each(trainings, &Training::attendees);
  index(costs, &Cost::damage);
  index_ids(damages, std::type_identity<Damage>());
  index(waivers, &Waiver::duty);
  const auto judgements = ledger.all<Judgement>();
  for (std::size_t i = 0; i < judgements.size(); ++i) {
    const Judgement& each = *judgements[i].record;
    judgements_.add(each.question.empty() ? each.duty : each.question, i);
  }
  judgements_.sort();
  index(attestations_, &Attestation::duty);
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

Judged Context::judged(std::string_view duty, std::string_view trigger) const {
  Judged result;
  judgements_.each(duty, [&](std::size_t i) {
    const Judgement& each = *ledger.all<Judgement>()[i].record;
    if (!each.answer || !is_about(each.about, ledger, trigger)) return;
    if (each.as == Giver::client) {
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

Attested Context::attested(std::string_view duty, std::string_view trigger, Second from,
                           Second through) const {
  Attested result;
  attestations_.each(duty, [&](std::size_t i) {
    const Entry<Attestation>& entry = ledger.all<Attestation>()[i];
    const Attestation& each = *entry.record;
    if (!each.observed || entry.conflict) return;
    const bool named = !each.about.empty();
    if (named && !is_about(each.about, ledger, trigger)) return;
    // What was not observed at any time was not observed. What was, only as far as it reaches.
    if (*each.observed) {
      if (!each.at.value || each.at.value->hi < through) return;
      if (!named) {
        if (given(each.span.from) && (!each.span.from.value || each.span.from.value->lo > from))
          return;
        if (given(each.span.through) &&
            (!each.span.through.value || each.span.through.value->hi < through))
          return;
        if (!given(each.span.from) && !given(each.span.through)) return;
      }
    }
    const Truth said = truth(*each.observed);
    if (result.observed != Truth::open && result.observed != said) result.contradicted = true;
    result.observed = said;
    result.place = place_in<Attestation>(entry.source, at(&Attestation::observed));
  });
  if (result.contradicted) result.observed = Truth::open;
  return result;
}

}  // namespace tokki::inline v0::internal
