// The terms for programs: the edition's own records, with their citations, duties and rules.
#include "json/encoder.hpp"
#include "report/terms/forms.hpp"
#include "report/terms/words.hpp"

namespace tokki::inline v0::internal {
namespace {

// A record with its citation behind its key. `in_place_of` writes a member differently and returns
// true, or returns false.
template <Record T>
void write_cited(const T& record, std::string_view clause, const Edition& edition, JsonWriter& json,
                 const auto& in_place_of) {
  json.member("key", record.key.view());
  json.both_languages("citation", cite(edition, clause, Language::ja),
                      cite(edition, clause, Language::en));
  Encoder encoder(json);
  for_each_field<T>([&](const auto& field) {
    if (field.key == "key" || in_place_of(field.key)) return;
    encoder.member(field.key, record.*field.member);
  });
}

void write_clause(const Clause& clause, const Edition& edition, JsonWriter& json) {
  json.object([&] {
    write_cited(clause, clause.key, edition, json, [](std::string_view) { return false; });
    json.key("duties").array(duties_stated_by(edition, clause),
                             [&](const Duty* duty) { json.value(duty->key.view()); });
    json.key("rules").array(rules_under(edition, clause),
                            [&](const RuleInfo* rule) { json.value(rule->id); });
  });
}

void write_duty(const Duty& duty, const Edition& edition, JsonWriter& json) {
  json.object([&] {
    write_cited(duty, duty.clause, edition, json, [&](std::string_view key) {
      const Parameter* parameter = key == "parameter" ? edition.parameter(duty.parameter) : nullptr;
      if (parameter != nullptr) Encoder(json.key(key)).object(*parameter);
      return parameter != nullptr;
    });
  });
}

template <class Items>
std::string terms_document(const Edition& edition, std::string_view name, const Items& items,
                           const auto& write) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.member("format", "tokki.terms/1");
    json.member("edition", edition.reference());
    json.member("digest", edition.digest());
    json.key(name).array(items, [&](const auto& item) { write(item, json); });
  });
  return indented(out) + "\n";
}

}  // namespace

std::string terms_tree_json(const Edition& edition) {
  std::vector<const Clause*> clauses;
  for (const ClauseNode& node : edition.tree()) clauses.push_back(node.clause);
  return terms_clauses_json(edition, clauses);
}

std::string terms_clauses_json(const Edition& edition, Clauses clauses) {
  return terms_document(edition, "clauses", clauses, [&](const Clause* clause, JsonWriter& json) {
    write_clause(*clause, edition, json);
  });
}

std::string terms_found_json(const Edition& edition, Hits hits) {
  static constexpr std::string_view kWhere[] = {"wording", "translation", "defined_term", "duty"};
  return terms_document(edition, "hits", hits, [&](const SearchHit& hit, JsonWriter& json) {
    const Str& clause = hit.clause->key;
    json.object([&] {
      json.member("clause", clause.view());
      json.both_languages("citation", cite(edition, clause, Language::ja),
                          cite(edition, clause, Language::en));
      json.member("where", kWhere[static_cast<std::size_t>(hit.where)]);
      json.member("text", hit.text);
    });
  });
}

std::string terms_duties_json(const Edition& edition, Duties duties) {
  return terms_document(edition, "duties", duties, [&](const Duty* duty, JsonWriter& json) {
    write_duty(*duty, edition, json);
  });
}

}  // namespace tokki::inline v0::internal
