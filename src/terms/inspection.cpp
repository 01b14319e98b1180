#include "terms/inspection.hpp"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "record/emit.hpp"
#include "rules/catalog/catalog.hpp"
#include "terms/edition_document.hpp"
#include "terms/entry_key.hpp"
#include "terms/extensions_schema.hpp"
#include "terms/printed_span.hpp"
#include "tokki/records/dossier.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {
namespace {

template <class E, class Visit>
void each_choice(const Ticked<E>&, Visit&& visit) {
  for (const auto& choice : Description<E>::choices) visit(choice.key);
}

// Calls `visit(key)` for the cell key of every described member, groups and choices included. What
// several kinds of document hold has one key.
template <Record T, class Visit>
void each_cell_key(std::string_view kind, Path& path, Visit&& visit) {
  for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
    path.into(field.key);
    const std::string key = Place(0, kind, path).cell();
    visit(key);
    if constexpr (Record<M>) {
      each_cell_key<M>(kind, path, visit);
    } else if constexpr (is_list<M>) {
      if constexpr (Record<typename M::value_type>) {
        each_cell_key<typename M::value_type>(kind, path, visit);
      }
    } else if constexpr (is_ticked<M>) {
      each_choice(M(), [&](std::string_view choice) { visit(key + "." + std::string(choice)); });
    }
    path.out();
  });
}

// The same for a kind of document, with itself and its format.
template <DocumentRecord T, class Visit>
void each_cell_key(Visit&& visit) {
  constexpr std::string_view kind = Description<T>::kind;
  visit(std::string(kind));
  visit(std::string(kind) + ".format");
  Path path;
  each_cell_key<T>(kind, path, visit);
}

using Keys = std::set<std::string_view>;

Keys keys_of(const auto& entries) {
  Keys keys;
  for (const auto& entry : entries) keys.insert(entry.key);
  return keys;
}

void add_fault(std::vector<Finding>& faults, const RuleInfo& broken, Place at,
               std::vector<Argument> arguments = {}) {
  static const Place file(0, Description<EditionFile>::kind);
  Emit(broken, broken.severity, file, faults)(std::move(at), {.arguments = std::move(arguments)});
}

class Inspection {
 public:
  explicit Inspection(const EditionFile& file)
      : file_(file),
        parts_(keys_of(file.parts)),
        clauses_(keys_of(file.clauses)),
        duties_(keys_of(file.duties)),
        parameters_(keys_of(file.parameters)),
        cells_(keys_of(file.cells)) {
    for (const KnownService& service : file.services) services_.insert(service.name);
  }

  std::vector<Finding> run() {
    required(file_, Path());
    unique(file_.parts, &EditionFile::parts);
    unique(file_.clauses, &EditionFile::clauses);
    unique(file_.duties, &EditionFile::duties);
    unique(file_.parameters, &EditionFile::parameters);
    unique(file_.cells, &EditionFile::cells);
    unique(file_.subjects, &EditionFile::subjects);
    unique(file_.services, &EditionFile::services, &KnownService::name);
    days();
    others();
    for (std::size_t i = 0; i < file_.services.size(); ++i) {
      refers(services_, file_.services[i].part_of,
             at(&EditionFile::services, i, &KnownService::part_of));
    }
    for (std::size_t i = 0; i < file_.clauses.size(); ++i) clause(i);
    numbers();
    for (std::size_t i = 0; i < file_.duties.size(); ++i) duty(i);
    for (std::size_t i = 0; i < file_.parameters.size(); ++i) parameter(i);
    cells();
    subjects();
    rules();
    extensions_schema();
    printed_form();
    if (!file_.form.era.empty() && !era_start(file_.form.era)) {
      report(rule("edition-unknown-era"), at(&EditionFile::form, &PrintedForm::era),
             {{"era", Token{file_.form.era.str()}}});
    }
    return std::move(faults_);
  }

 private:
  void report(const RuleInfo& broken, Place at, std::vector<Argument> arguments = {}) {
    add_fault(faults_, broken, std::move(at), std::move(arguments));
  }

  // No required member is blank, and no record is incomplete, such as a text in one language only
  // or a reference without a target.
  template <Record T>
  void required(const T& record, Path path) {
    for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
      const M& member = record.*field.member;
      const bool wanted = field.presence == Presence::required;
      path.into(field.key);
      if constexpr (std::is_same_v<M, Str>) {
        if (wanted && is_blank(member)) report(rule("edition-blank"), path);
      } else if constexpr (Record<M>) {
        if (wanted || !is_empty(member)) required(member, path);
      } else {
        if (wanted && is_empty(member)) report(rule("edition-blank"), path);
        if constexpr (is_list<M>) entries(member, path);
      }
      path.out();
    });
  }
  template <class T>
  void entries(const List<T>& list, Path& path) {
    for (std::size_t i = 0; i < list.size(); ++i) {
      path.into(i);
      if constexpr (Record<T>) {
        required(list[i], path);
      } else if (is_blank(list[i])) {
        report(rule("edition-blank"), path);
      }
      path.out();
    }
  }

  template <class T>
  void unique(const List<T>& items, List<T> EditionFile::* list) {
    unique(items, list, &T::key);
  }
  template <class T>
  void unique(const List<T>& items, List<T> EditionFile::* list, Str T::* key) {
    std::multiset<std::string_view> keys;
    for (const T& item : items) keys.insert(item.*key);
    for (std::size_t i = 0; i < items.size(); ++i) {
      const Str& own = items[i].*key;
      if (keys.count(own) < 2) continue;
      report(rule("edition-repeated-key"), at(list, i, key), {{"key", Token{own.str()}}});
    }
  }

  void refers(const Keys& to, const Str& key, const Path& path) {
    if (key.empty() || to.contains(key)) return;
    std::string by = owner_of(path);
    if (by.empty() || by == key) by = "none";
    report(rule("edition-dangling-key"), path,
           {{"by", Token{std::move(by)}}, {"key", Token{key.str()}}});
  }

  // The key of the entry that a path is in, which its file may have taken over from another.
  [[nodiscard]] std::string owner_of(const Path& path) const {
    std::string owner;
    for_each_field<EditionFile>([&]<class M>(const Field<EditionFile, M>& field) {
      if constexpr (is_list<M>) {
        if (path.size() < 2 || field.key != path.key(0)) return;
        owner = key_of_entry((file_.*field.member)[path.index(1)]);
      }
    });
    return owner;
  }

  // Clauses that stand side by side have different numbers. Boxes and bullets are none.
  void numbers() {
    std::map<std::tuple<std::string_view, std::string_view, std::string>, const Clause*> known;
    for (std::size_t i = 0; i < file_.clauses.size(); ++i) {
      const Clause& clause = file_.clauses[i];
      std::string number = number_of(clause);
      if (number.empty() || !is_empty(clause.cited_as)) continue;
      const auto [other, added] =
          known.emplace(std::tuple(clause.part.view(), clause.parent.view(), number), &clause);
      if (added) continue;
      report(rule("edition-repeated-number"), at(&EditionFile::clauses, i, &Clause::number),
             {{"other", Token{other->second->key.str()}}, {"number", Token{std::move(number)}}});
    }
  }

  // A decision may name a duty, or all duties of a clause or of a part.
  void refers_to_duties(std::size_t duty, List<Str> Decision::* list) {
    const List<Str>& keys = file_.duties[duty].decision.*list;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (clauses_.contains(keys[i]) || parts_.contains(keys[i])) continue;
      refers(duties_, keys[i], at(&EditionFile::duties, duty, &Duty::decision, list, i));
    }
  }

  void knows_rule(const Str& id, const Path& path) {
    if (id.empty() || find_rule(id) != nullptr) return;
    report(rule("edition-unknown-rule"), path, {{"rule", Token{id.str()}}});
  }

  void days() {
    for (Date EditionFile::* const day :
         {&EditionFile::revised_on, &EditionFile::valid_from, &EditionFile::valid_until}) {
      if (!(file_.*day).written.empty() && !(file_.*day).value)
        report(rule("edition-bad-day"), at(day));
    }
    const auto& from = file_.valid_from.value;
    const auto& until = file_.valid_until.value;
    if (from && until && *until < *from) {
      report(rule("edition-ends-early"), at(&EditionFile::valid_until));
    }
  }

  // The other editions that this one names.
  void others() {
    const std::string own = file_.id.str() + "/" + file_.version.str();
    for (Str EditionFile::* const other : {&EditionFile::extends, &EditionFile::successor}) {
      const std::string_view name = file_.*other;
      if (!is_blank(name) && (name == file_.id || name == own)) {
        report(rule("edition-refers-to-itself"), at(other));
      }
    }
  }

  void clause(std::size_t i) {
    const Clause& clause = file_.clauses[i];
    refers(parts_, clause.part, at(&EditionFile::clauses, i, &Clause::part));
    refers(clauses_, clause.parent, at(&EditionFile::clauses, i, &Clause::parent));
    if (!stands_in_its_part(clause)) {
      report(rule("edition-misplaced-clause"), at(&EditionFile::clauses, i, &Clause::parent));
    }
    quotes(clause.sic, &Clause::sic, i);
    quotes(clause.defines, &Clause::defines, i);
    quotes(clause.refers, &Clause::refers, i);
    quotes(clause.laws, &Clause::laws, i);
    for (std::size_t j = 0; j < clause.refers.size(); ++j) {
      const List<Str>& targets = clause.refers[j].clauses;
      for (std::size_t k = 0; k < targets.size(); ++k) {
        if (parts_.contains(targets[k])) continue;
        refers(clauses_, targets[k],
               at(&EditionFile::clauses, i, &Clause::refers, j, &CrossReference::clauses, k));
      }
    }
  }

  // Whether the clause's ancestors are all in its part.
  [[nodiscard]] bool stands_in_its_part(const Clause& clause) const {
    const Clause* step = &clause;
    for (std::size_t depth = 0; depth <= file_.clauses.size(); ++depth) {
      if (step->parent.empty()) return true;
      step = find(step->parent);
      if (step == nullptr) return true;  // reported already as a dangling key
      if (!(step->part == clause.part)) return false;
    }
    return false;
  }

  [[nodiscard]] const Clause* find(const Str& key) const {
    const auto* found = std::ranges::find(file_.clauses, key, &Clause::key);
    return found == file_.clauses.end() ? nullptr : found;
  }

  [[nodiscard]] bool is_in_wording(const Str& text, const Str& key) const {
    const Clause* clause = find(key);
    return clause == nullptr || clause->wording.ja.view().find(text) != std::string_view::npos;
  }

  template <class T>
  void quotes(const List<T>& entries, List<T> Clause::* list, std::size_t i) {
    for (std::size_t j = 0; j < entries.size(); ++j) {
      if (is_in_wording(entries[j].text, file_.clauses[i].key)) continue;
      report(
          rule("edition-not-in-wording"), at(&EditionFile::clauses, i, list, j, &T::text),
          {{"text", Token{entries[j].text.str()}}, {"clause", Token{file_.clauses[i].key.str()}}});
    }
  }

  void duty(std::size_t i) {
    const Duty& duty = file_.duties[i];
    refers(clauses_, duty.clause, at(&EditionFile::duties, i, &Duty::clause));
    for (std::size_t j = 0; j < duty.also.size(); ++j) {
      refers(clauses_, duty.also[j], at(&EditionFile::duties, i, &Duty::also, j));
    }
    for (std::size_t j = 0; j < duty.rules.size(); ++j) {
      knows_rule(duty.rules[j], at(&EditionFile::duties, i, &Duty::rules, j));
    }
    const bool checked =
        std::ranges::any_of(duty.rules, [this](const Str& rule) { return !is_off(rule); });
    if (!checked && !duty.decision.kind && is_empty(duty.not_machine_checkable)) {
      report(rule("edition-unsettled-duty"), at(&EditionFile::duties, i));
    }
    for (std::size_t j = 0; j < duty.promptness_words.size(); ++j) {
      const Str& words = duty.promptness_words[j];
      bool printed = is_in_wording(words, duty.clause);
      for (const Str& key : duty.also) printed = printed || is_in_wording(words, key);
      if (printed) continue;
      report(rule("edition-not-in-wording"),
             at(&EditionFile::duties, i, &Duty::promptness_words, j),
             {{"text", Token{words.str()}}, {"clause", Token{duty.clause.str()}}});
    }
    refers(parameters_, duty.parameter, at(&EditionFile::duties, i, &Duty::parameter));
    bound(i);
    summary(i);
    for (List<Str> Decision::* const list :
         {&Decision::duties, &Decision::perhaps, &Decision::except}) {
      refers_to_duties(i, list);
    }
    const bool bounded = duty.promptness.has(Promptness::within);
    const bool wordless =
        duty.promptness.has(Promptness::none) && duty.promptness.answer() != Promptness::none;
    if (bounded == duty.parameter.empty() || wordless) {
      report(rule("edition-unclear-when"), at(&EditionFile::duties, i, &Duty::promptness));
    }
  }

  [[nodiscard]] static bool is_stated_by(const Duty& duty, const Str& clause) {
    return duty.clause == clause ||
           std::ranges::any_of(duty.also, [&](const Str& key) { return key == clause; });
  }

  // The bound of a duty is one that its own clauses print, and its words are those of the bound.
  void bound(std::size_t i) {
    const Duty& duty = file_.duties[i];
    const auto* const found = std::ranges::find(file_.parameters, duty.parameter, &Parameter::key);
    if (duty.parameter.empty() || found == file_.parameters.end()) return;
    if (!is_stated_by(duty, found->clause)) {
      report(rule("edition-bound-elsewhere"), at(&EditionFile::duties, i, &Duty::parameter),
             {{"parameter", Token{found->key.str()}}, {"clause", Token{found->clause.str()}}});
      return;
    }
    const std::vector<PrintedSpan> bounds = spans_of(found->text, found->clause);
    if (bounds.size() != 1) return;  // reported at the parameter
    bool told = false;
    const std::vector<Argument> arguments{{"parameter", Token{found->key.str()}}};
    for (std::size_t j = 0; j < duty.promptness_words.size(); ++j) {
      for (const PrintedSpan& each : spans_of(duty.promptness_words[j], found->clause)) {
        told = true;
        if (each.same_as(bounds.front())) continue;
        report(rule("edition-bound-differs"),
               at(&EditionFile::duties, i, &Duty::promptness_words, j), arguments);
      }
    }
    if (!told) {
      report(rule("edition-bound-differs"), at(&EditionFile::duties, i, &Duty::parameter),
             arguments);
    }
  }

  // A summary tells no span that its clauses do not print.
  void summary(std::size_t i) {
    const Duty& duty = file_.duties[i];
    std::vector<PrintedSpan> printed;
    for (const Clause& clause : file_.clauses) {
      if (!is_stated_by(duty, clause.key)) continue;
      std::ranges::copy(printed_spans(clause.wording.ja), std::back_inserter(printed));
    }
    for (const PrintedSpan& each : printed_spans(duty.summary.ja)) {
      const auto is_it = [&](const PrintedSpan& one) {
        return one.same_as(each) || one.text == each.text;
      };
      if (std::ranges::any_of(printed, is_it)) continue;
      report(rule("edition-not-in-wording"),
             at(&EditionFile::duties, i, &Duty::summary, &Wording::ja),
             {{"text", Token{std::string(each.text)}}, {"clause", Token{duty.clause.str()}}});
    }
  }

  // The spans of words that a clause prints, with the bracket that follows them there:
  // ３日以内（閉庁日を除く。）.
  [[nodiscard]] std::vector<PrintedSpan> spans_of(const Str& words, const Str& clause) const {
    const Clause* const printed = find(clause);
    const std::size_t begin =
        printed == nullptr ? std::string_view::npos : printed->wording.ja.view().find(words);
    if (begin == std::string_view::npos) return printed_spans(words);
    const std::string_view wording = printed->wording.ja;
    std::size_t end = begin + words.size();
    if (wording.substr(end).starts_with("（"))
      end = std::min(wording.find("）", end), wording.size());
    return printed_spans(wording.substr(begin, end - begin));
  }

  // A parameter's number and unit are printed in the terms, once.
  void parameter(std::size_t i) {
    const Parameter& parameter = file_.parameters[i];
    refers(clauses_, parameter.clause, at(&EditionFile::parameters, i, &Parameter::clause));
    if (parameter.text.empty()) return;  // reported already as blank
    const std::vector<Argument> text{{"text", Token{parameter.text.str()}}};
    if (!is_in_wording(parameter.text, parameter.clause)) {
      report(rule("edition-not-in-wording"), at(&EditionFile::parameters, i, &Parameter::text),
             {{"text", Token{parameter.text.str()}}, {"clause", Token{parameter.clause.str()}}});
    }
    const std::vector<PrintedSpan> spans = spans_of(parameter.text, parameter.clause);
    if (spans.size() != 1) {
      report(rule("edition-span-unclear"), at(&EditionFile::parameters, i, &Parameter::text), text);
      return;
    }
    if (parameter.value && *parameter.value != spans.front().value) {
      report(rule("edition-invented-number"), at(&EditionFile::parameters, i, &Parameter::value),
             text);
    }
    if (parameter.unit && *parameter.unit != spans.front().unit) {
      report(rule("edition-unit-differs"), at(&EditionFile::parameters, i, &Parameter::unit), text);
    }
  }

  // What is printed around the contract's cells stands in the wording of the clause that these
  // cite.
  void printed_form() {
    printed_at(at(&Declaration::contract, &CitedContract::title), &PrintedForm::contract_title);
    printed_at(at(&Declaration::contract, &CitedContract::concluded_on), &PrintedForm::era);
  }
  void printed_at(const Path& cell, Str PrintedForm::* member) {
    const std::string key = Place(0, Description<Declaration>::kind, cell).cell();
    const auto* const found = std::ranges::find(file_.cells, key, &Cell::key);
    if (found == file_.cells.end() || is_in_wording(file_.form.*member, found->clause)) return;
    report(rule("edition-not-in-wording"), at(&EditionFile::form, member),
           {{"text", Token{(file_.form.*member).str()}}, {"clause", Token{found->clause.str()}}});
  }

  void cells() {
    std::set<std::string> known;  // the forms of a dossier are declarations
    const auto know = [&](std::string key) { known.insert(std::move(key)); };
    each_cell_key<Declaration>(know);
    each_cell_key<Dossier>(know);
    for (const std::string& key : known) {
      if (!cells_.contains(key)) {
        report(rule("edition-missing-cell"), at(&EditionFile::cells), {{"key", Token{key}}});
      }
    }
    const Keys known_keys(known.begin(), known.end());
    for (std::size_t i = 0; i < file_.cells.size(); ++i) {
      refers(clauses_, file_.cells[i].clause, at(&EditionFile::cells, i, &Cell::clause));
      refers(known_keys, file_.cells[i].key, at(&EditionFile::cells, i, &Cell::key));
    }
  }

  void rules() {
    std::set<std::string_view> set;
    for (std::size_t i = 0; i < file_.rules.size(); ++i) {
      const Str& id = file_.rules[i].rule;
      knows_rule(id, at(&EditionFile::rules, i, &RuleSetting::rule));
      if (is_fixed(id)) {
        report(rule("edition-fixed-rule"), at(&EditionFile::rules, i, &RuleSetting::rule),
               {{"rule", Token{id.str()}}});
      }
      if (!set.insert(id).second) {
        report(rule("edition-repeated-key"), at(&EditionFile::rules, i, &RuleSetting::rule),
               {{"key", Token{id.str()}}});
      }
    }
  }

  // A subject is bound to a clause that there is; where rules are about it, those that are not off
  // say so.
  void subjects() {
    Keys known;
    for (const SubjectInfo& subject : kSubjects) known.insert(subject.key);
    for (std::size_t i = 0; i < file_.subjects.size(); ++i) {
      const SubjectClause& subject = file_.subjects[i];
      refers(known, subject.key, at(&EditionFile::subjects, i, &SubjectClause::key));
      if (clauses_.contains(subject.clause)) continue;
      bool has_rules = false;
      for (const RuleInfo* about : all_rules()) {
        if (about->about != subject.key.view()) continue;
        has_rules = true;
        if (is_off(about->id)) continue;
        report(rule("edition-missing-clause"), at(&EditionFile::clauses),
               {{"rule", Token{std::string(about->id)}}, {"key", Token{subject.clause.str()}}});
      }
      if (!has_rules) {
        refers(clauses_, subject.clause, at(&EditionFile::subjects, i, &SubjectClause::clause));
      }
    }
  }

  // Rules on what makes a document unreadable or an edition faulty, which editions cannot change.
  static bool is_fixed(std::string_view id) {
    const RuleInfo* rule = find_rule(id);
    return rule != nullptr && is_structural(*rule);
  }

  [[nodiscard]] bool is_off(std::string_view rule) const {
    return std::ranges::any_of(file_.rules, [&](const RuleSetting& setting) {
      return setting.rule == rule && setting.enabled == std::optional(false);
    });
  }

  void extensions_schema() {
    const Str& schema = file_.extensions_schema.json;
    if (schema.empty()) return;
    for (const SchemaFault& fault : ExtensionsSchema::faults_of(schema)) {
      Place place(at(&EditionFile::extensions_schema));
      place.below = fault.below;
      report(rule("edition-schema-unsupported"), std::move(place),
             {{"keyword", Token{fault.keyword}}});
    }
  }

  const EditionFile& file_;
  Keys parts_, clauses_, duties_, parameters_, cells_, services_;
  std::vector<Finding> faults_;
};

}  // namespace

std::vector<Finding> inspect(const EditionFile& file) { return Inspection(file).run(); }

std::vector<Finding> inspect_removals(const EditionFile& file, const EditionFile* base) {
  std::vector<Finding> faults;
  const auto check = [&](const List<Str>& removed, List<Str> Removals::* list, const auto& there) {
    for (std::size_t i = 0; i < removed.size(); ++i) {
      if (base != nullptr && there(removed[i])) continue;
      add_fault(faults, rule("edition-dangling-key"), at(&EditionFile::removes, list, i),
                {{"by", Token{"none"}}, {"key", Token{removed[i].str()}}});
    }
  };
  const auto in = [&](auto EditionFile::* list, auto key) {
    return [=](const Str& wanted) {
      return std::ranges::find(base->*list, wanted, key) != (base->*list).end();
    };
  };
  const Removals& removes = file.removes;
  check(removes.clauses, &Removals::clauses, in(&EditionFile::clauses, &Clause::key));
  check(removes.duties, &Removals::duties, in(&EditionFile::duties, &Duty::key));
  check(removes.parameters, &Removals::parameters, in(&EditionFile::parameters, &Parameter::key));
  check(removes.services, &Removals::services, in(&EditionFile::services, &KnownService::name));
  check(removes.subjects, &Removals::subjects, in(&EditionFile::subjects, &SubjectClause::key));
  return faults;
}

std::vector<Finding> inspect_rewording(const EditionFile& file, const EditionFile& base) {
  std::vector<Finding> faults;
  const auto is_named = [](const auto& entries, const Str& key, auto key_of) {
    return std::ranges::find(entries, key, key_of) != entries.end();
  };
  for (std::size_t i = 0; i < file.clauses.size(); ++i) {
    const Clause& clause = file.clauses[i];
    const auto* const before = std::ranges::find(base.clauses, clause.key, &Clause::key);
    if (before == base.clauses.end() || clause.wording.ja.empty() ||
        clause.wording.ja == before->wording.ja) {
      continue;
    }
    for (const Duty& duty : base.duties) {
      const bool stated =
          duty.clause == clause.key || is_named(duty.also, clause.key, std::identity());
      if (!stated || is_named(file.duties, duty.key, &Duty::key) ||
          is_named(file.removes.duties, duty.key, std::identity())) {
        continue;
      }
      add_fault(faults, rule("edition-duty-unconfirmed"),
                at(&EditionFile::clauses, i, &Clause::wording), {{"duty", Token{duty.key.str()}}});
    }
  }
  return faults;
}

Finding unknown_base(const EditionFile& file) {
  std::vector<Finding> faults;
  add_fault(faults, rule("edition-unknown-base"), at(&EditionFile::extends),
            {{"edition", Token{file.extends.str()}}});
  return std::move(faults.front());
}

}  // namespace tokki::inline v0::internal
