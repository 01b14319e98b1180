#include "tokki/form_changes.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "changes/compare_forms.hpp"
#include "changes/entry_keys.hpp"
#include "changes/matters.hpp"
#include "changes/same_meaning.hpp"
#include "ruleset/cell_reading.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

// Members that differ whenever a declaration is filed again.
template <class O, class M>
constexpr bool is_of_the_filing(const Field<O, M>& field) {
  if constexpr (std::is_same_v<O, Declaration> && std::is_same_v<M, Str>) {
    return field.member == &Declaration::id || field.member == &Declaration::supersedes;
  } else if constexpr (std::is_same_v<O, Declaration> && std::is_same_v<M, Date>) {
    return field.member == &Declaration::declared_on;
  } else {
    return false;
  }
}

class FormComparison {
 public:
  FormComparison(const Edition& edition, FormDiff& diff)
      : phrases_(rule_set_of(edition).phrases()), diff_(diff) {}

  void declarations(const Declaration& before, const Declaration& after) {
    record(before, after, Path(), Path());
  }

 private:
  // One side of a difference.
  struct Side {
    Path path;
    std::string text;
  };

  void add(ChangeKind kind, Side before, Side after, bool choice = false) {
    FormChange change{.kind = kind, .choice = choice};
    const Path& path = kind == ChangeKind::removed ? before.path : after.path;
    change.matter = matter_at(path);
    change.cell = Place(0, Description<Declaration>::kind, path).cell();
    if (kind != ChangeKind::added) {
      change.before = Place(0, Description<Declaration>::kind, before.path);
      change.before_text = std::move(before.text);
    }
    if (kind != ChangeKind::removed) {
      change.after = Place(1, Description<Declaration>::kind, after.path);
      change.after_text = std::move(after.text);
    }
    diff_.changes.push_back(std::move(change));
  }

  // The cell is blank or なし.
  bool says_nothing(std::string_view text) {
    return is_blank(text) || classify(phrases_, text, scratch_).says_nothing();
  }

  // `same`: the two mean the same.
  void texts(std::string_view before, std::string_view after, bool same, const Path& before_path,
             const Path& after_path) {
    if (before == after) return;
    const bool was_nothing = says_nothing(before);
    const bool is_nothing = says_nothing(after);
    const bool both_blank = is_blank(before) && is_blank(after);
    if (both_blank) return;
    Side old{before_path, std::string(before)};
    Side now{after_path, std::string(after)};
    if (same || (was_nothing && is_nothing)) {
      add(ChangeKind::rewritten, std::move(old), std::move(now));
    } else if (was_nothing) {
      add(ChangeKind::added, {}, std::move(now));
    } else {
      add(is_nothing ? ChangeKind::removed : ChangeKind::changed, std::move(old), std::move(now));
    }
  }

  template <class O>
  bool same(const Field<O, Str>& field, const Str& before, const Str& after) {
    if constexpr (std::is_same_v<O, Service>) {
      if (field.member == &Service::data_location) {
        return countries_in(before) == countries_in(after);
      }
    }
    const bool number = field.key == key_of(&Party::corporate_number);
    const std::string digits = number ? digits_of(before) : std::string();
    if (!digits.empty()) return digits == digits_of(after);
    return meaning_of(before, field.text) == meaning_of(after, field.text);
  }

  template <class O>
  void member(const Field<O, Str>& field, const Str& before, const Str& after,
              const Path& before_path, const Path& after_path) {
    texts(before, after, same(field, before, after), before_path, after_path);
  }
  template <class O>
  void member(const Field<O, Date>&, const Date& before, const Date& after, const Path& before_path,
              const Path& after_path) {
    texts(before.written, after.written, meaning_of(before) == meaning_of(after), before_path,
          after_path);
  }
  template <class O>
  void member(const Field<O, Raw>&, const Raw& before, const Raw& after, const Path& before_path,
              const Path& after_path) {
    texts(before.json, after.json, compact_json(before.json) == compact_json(after.json),
          before_path, after_path);
  }
  template <class O, class T>
  void member(const Field<O, std::optional<T>>&, const std::optional<T>& before,
              const std::optional<T>& after, const Path& before_path, const Path& after_path) {
    choices(choice_text(before), choice_text(after), before_path, after_path);
  }
  template <class O, class E>
  void member(const Field<O, Ticked<E>>&, const Ticked<E>& before, const Ticked<E>& after,
              const Path& before_path, const Path& after_path) {
    choices(choice_text(before), choice_text(after), before_path, after_path);
  }
  template <class O, Record T>
  void member(const Field<O, T>&, const T& before, const T& after, const Path& before_path,
              const Path& after_path) {
    record(before, after, before_path, after_path);
  }
  template <class O>
  void member(const Field<O, List<Country>>&, const List<Country>& before,
              const List<Country>& after, const Path& before_path, const Path& after_path) {
    countries(before, after, before_path, after_path);
  }
  template <class O, Record T>
  void member(const Field<O, List<T>>&, const List<T>& before, const List<T>& after,
              const Path& before_path, const Path& after_path) {
    entries(before, after, before_path, after_path);
  }

  void choices(std::string before, std::string after, const Path& before_path,
               const Path& after_path) {
    if (before == after) return;
    const ChangeKind kind = before.empty()  ? ChangeKind::added
                            : after.empty() ? ChangeKind::removed
                                            : ChangeKind::changed;
    add(kind, {before_path, std::move(before)}, {after_path, std::move(after)}, true);
  }
  static std::string choice_text(const std::optional<bool>& value) {
    if (!value) return {};
    return *value ? "true" : "false";
  }
  template <Enumeration E>
  static std::string choice_text(const std::optional<E>& value) {
    return value ? std::string(key_of(*value)) : std::string();
  }
  template <Enumeration E>
  static std::string choice_text(const Ticked<E>& group) {
    std::string keys;
    for (const auto& choice : Description<E>::choices) {
      if (group.has(choice.value)) keys.append(keys.empty() ? "" : ",").append(choice.key);
    }
    return keys;
  }

  template <Record T>
  void record(const T& before, const T& after, const Path& before_path, const Path& after_path) {
    for_each_field<T>([&](const auto& field) {
      if (is_of_the_filing(field)) return;
      member(field, before.*field.member, after.*field.member, Path(before_path).into(field.key),
             Path(after_path).into(field.key));
    });
  }

  // Countries are compared together: two cells may say what one said.
  void countries(const List<Country>& before, const List<Country>& after, const Path& before_path,
                 const Path& after_path) {
    const auto meaning = [](const List<Country>& cells) {
      std::map<std::string, std::size_t> where;  // which cell names a country
      for (std::size_t i = 0; i < cells.size(); ++i) {
        for (const std::string& country : countries_in(cells[i].written)) {
          where.emplace(country, i);
        }
      }
      return where;
    };
    const auto joined = [](const List<Country>& cells) {
      std::string text;
      for (const Country& cell : cells) {
        if (!is_blank(cell.written)) text.append(text.empty() ? "" : "、").append(cell.written);
      }
      return text;
    };
    const auto was = meaning(before);
    const auto is = meaning(after);
    const auto other_than = [](const auto& one, const auto& other) {
      std::set<std::size_t> cells;
      for (const auto& [country, cell] : one) {
        if (!other.contains(country)) cells.insert(cell);
      }
      return cells;
    };
    const auto added = other_than(is, was);
    const auto removed = other_than(was, is);
    for (const std::size_t cell : added) {
      if (says_nothing(after[cell].written)) continue;
      add(ChangeKind::added, {}, {Path(after_path).into(cell), after[cell].written.str()});
    }
    for (const std::size_t cell : removed) {
      if (says_nothing(before[cell].written)) continue;
      add(ChangeKind::removed, {Path(before_path).into(cell), before[cell].written.str()}, {});
    }
    std::string old = joined(before);
    std::string now = joined(after);
    const bool same_countries = added.empty() && removed.empty();
    if (same_countries && old != now) {
      add(ChangeKind::rewritten, {before_path, std::move(old)}, {after_path, std::move(now)});
    }
  }

  // The cells of an entry, in one text.
  template <Record T>
  static std::string summary(const T& entry) {
    std::string text;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (TextCell<M>) {
        const std::string_view cell = written(entry.*field.member);
        if (field.presence == Presence::required && !is_blank(cell)) {
          text.append(text.empty() ? "" : " / ").append(cell);
        }
      }
    });
    return text;
  }
  template <Record T>
  bool entry_says_nothing(const T& entry) {
    bool nothing = true;
    for_each_field<T>([&]<class M>(const Field<T, M>& field) {
      if constexpr (TextCell<M>) nothing = nothing && says_nothing(written(entry.*field.member));
    });
    return nothing;
  }

  template <Record T>
  void entries(const List<T>& before, const List<T>& after, const Path& before_path,
               const Path& after_path) {
    const std::vector<std::size_t> partner = matched(before, after);
    std::vector<bool> taken(before.size());
    for (std::size_t i = 0; i < after.size(); ++i) {
      const Path path = Path(after_path).into(i);
      if (partner[i] != kNoPartner) {
        taken[partner[i]] = true;
        record(before[partner[i]], after[i], Path(before_path).into(partner[i]), path);
      } else if (!entry_says_nothing(after[i])) {
        add(ChangeKind::added, {}, {path, summary(after[i])});
      }
    }
    for (std::size_t i = 0; i < before.size(); ++i) {
      if (taken[i] || entry_says_nothing(before[i])) continue;
      add(ChangeKind::removed, {Path(before_path).into(i), summary(before[i])}, {});
    }
  }

  static constexpr std::size_t kNoPartner = static_cast<std::size_t>(-1);

  // For each entry of `after`, which of `before` it is: first those with the most exact key alike.
  template <Record T>
  static std::vector<std::size_t> matched(const List<T>& before, const List<T>& after) {
    std::vector<std::size_t> partner(after.size(), kNoPartner);
    std::vector<bool> taken(before.size());
    using Keys = decltype(entry_keys(std::declval<const T&>()));
    std::vector<Keys> before_keys;
    std::vector<Keys> after_keys;
    for (const T& entry : before) before_keys.push_back(entry_keys(entry));
    for (const T& entry : after) after_keys.push_back(entry_keys(entry));
    for (std::size_t pass = 0; pass < std::tuple_size_v<Keys>; ++pass) {
      std::unordered_map<std::string_view, std::vector<std::size_t>> by_key;  // the last one first
      for (std::size_t i = before.size(); i-- > 0;) {
        if (!taken[i] && !before_keys[i][pass].empty()) by_key[before_keys[i][pass]].push_back(i);
      }
      for (std::size_t i = 0; i < after.size(); ++i) {
        if (partner[i] != kNoPartner) continue;
        const auto found = by_key.find(after_keys[i][pass]);
        if (found == by_key.end() || found->second.empty()) continue;
        const std::size_t candidate = found->second.back();
        if (contradict(before[candidate], after[i])) continue;
        found->second.pop_back();
        taken[candidate] = true;
        partner[i] = candidate;
      }
    }
    return partner;
  }

  const Phrases& phrases_;
  FormDiff& diff_;
  std::string scratch_;
};

// They cite contracts of different days or numbers. What one of them leaves blank differs in
// nothing.
bool cite_different_contracts(const CitedContract& a, const CitedContract& b) {
  const auto differ = [](const std::string& one, const std::string& other) {
    return !one.empty() && !other.empty() && one != other;
  };
  return differ(meaning_of(a.concluded_on), meaning_of(b.concluded_on)) ||
         differ(text_key(a.course_number), text_key(b.course_number));
}

}  // namespace

namespace internal {

FormDiff compare_forms(const Declaration& before, const Declaration& after,
                       const Edition& edition) {
  FormDiff diff;
  diff.before_day = before.declared_on;
  diff.after_day = after.declared_on;
  diff.other_contract = cite_different_contracts(before.contract, after.contract);
  FormComparison(edition, diff).declarations(before, after);
  return diff;
}

}  // namespace internal

FormDiff compare(const Declaration& before, const Declaration& after, const Editions& editions) {
  const auto& edition =
      editions.all()[editions.choose(after.contract.edition, after.contract.concluded_on.value)];
  FormDiff diff = compare_forms(before, after, *edition);
  diff.edition = edition;
  return diff;
}

std::vector<const Duty*> owed_on(const FormChange& change, const Edition& edition,
                                 bool contractor) {
  std::vector<const Duty*> owed;
  if (!change.matter || !change.changes_meaning() || change.older) return owed;
  for (const Duty& duty : edition.file().duties) {
    const bool on_change = duty.decision.kind == DecisionKind::redeclare;
    const bool borne = contractor || duty.bearer == Bearer::filer;
    if (on_change && borne && duty.decision.matters.has(*change.matter)) owed.push_back(&duty);
  }
  return owed;
}

}  // namespace tokki::inline v0
