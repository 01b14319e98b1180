#include "assess/agreed.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "assess/reasons.hpp"

namespace tokki::inline v0::internal {
namespace {

// Of two times the one that `better` chooses; of one, that.
template <class T, class Better>
void choose(std::optional<T>& into, const std::optional<T>& other, Better&& better) {
  if (other && (!into || better(*other, *into))) into = other;
}

auto order_of(const Fact& fact) {
  return std::tuple(fact.record, fact.member, fact.source.document,
                    std::uint32_t{fact.source.index});
}

// There may be a million.
void add_facts(DutyInstance& instance, const DutyInstance& other) {
  if (std::ranges::equal(instance.facts, other.facts, {}, order_of, order_of)) return;
  std::set<decltype(order_of(Fact()))> known;
  for (const Fact& fact : instance.facts) known.insert(order_of(fact));
  for (const Fact& fact : other.facts) {
    if (known.insert(order_of(fact)).second) instance.facts.push_back(fact);
  }
}

void leave_in_conflict(DutyInstance& instance) {
  instance.status = instance.underlying = Status::undetermined;
  instance.overdue = false;
  instance.until.reset();
  instance.remedied_at.reset();
  instance.reasons = {{.info = &reason("records-conflict")}};
}

void agree(DutyInstance& instance, const DutyInstance& other) {
  add_facts(instance, other);
  choose(instance.since, other.since, std::less<>());
  choose(instance.delay, other.delay, std::greater<>());
  if (instance.status != other.status) return leave_in_conflict(instance);
  choose(instance.until, other.until, std::less<>());
  choose(instance.remedied_at, other.remedied_at, std::greater<>());
  instance.overdue = instance.overdue && other.overdue;
  if (instance.underlying != other.underlying) instance.underlying = Status::undetermined;
}

// One duty. Where only some ways have an instance, nothing sets it off in the others.
void agree(std::deque<DutyInstance>& into, std::deque<DutyInstance>& others) {
  std::unordered_map<std::string_view, DutyInstance*> by_key;
  for (DutyInstance& each : others) by_key.emplace(each.key, &each);
  for (DutyInstance& each : into) {
    const auto other = by_key.find(each.key);
    if (other != by_key.end()) {
      agree(each, *other->second);
      by_key.erase(other);
    } else if (each.status != Status::not_triggered) {
      leave_in_conflict(each);
    }
  }
  for (DutyInstance& each : others) {
    if (!by_key.contains(each.key)) continue;
    if (each.status != Status::not_triggered) leave_in_conflict(each);
    into.push_back(std::move(each));
  }
}

}  // namespace

void agree(Decided& into, Decided others) {
  for (std::size_t duty = 0; duty < into.size(); ++duty) agree(into[duty], others[duty]);
}

}  // namespace tokki::inline v0::internal
