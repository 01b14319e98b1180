// The terms for programs: the edition's own records, with what can be told of them beside.
#include <nlohmann/json.hpp>

#include "json/encoder.hpp"
#include "report/terms/forms.hpp"
#include "report/terms/words.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

Json both(auto&& make) { return Json{{"ja", make(Language::ja)}, {"en", make(Language::en)}}; }

Json citation_json(const Edition& edition, std::string_view key) {
  return both([&](Language language) { return cite(edition, key, language); });
}

template <Record T>
Json record_json(const T& record) {
  return Json::parse(encoded(record));
}

// A clause with its citation behind its key, and with its duties and rules.
Json clause_json(const Edition& edition, const Clause& clause) {
  Json out{{"key", clause.key.view()}, {"citation", citation_json(edition, clause.key)}};
  out.update(record_json(clause));
  Json& duties = out["duties"] = Json::array();
  for (const Duty* duty : duties_stated_by(edition, clause)) duties.push_back(duty->key.view());
  Json& rules = out["rules"] = Json::array();
  for (const RuleInfo* rule : rules_under(edition, clause)) rules.push_back(rule->id);
  return out;
}

Json duty_json(const Edition& edition, const Duty& duty) {
  Json out{{"key", duty.key.view()}, {"citation", citation_json(edition, duty.clause)}};
  out.update(record_json(duty));
  if (const Parameter* parameter = edition.parameter(duty.parameter)) {
    out["parameter"] = record_json(*parameter);
  }
  return out;
}

std::string document(const Edition& edition, const char* name, Json content) {
  Json out{{"format", "tokki.terms/1"}, {"edition", edition.reference()}};
  out[name] = std::move(content);
  return out.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string terms_tree_json(const Edition& edition) {
  std::vector<const Clause*> clauses;
  for (const Edition::Node& node : edition.tree()) clauses.push_back(node.clause);
  return terms_clauses_json(edition, clauses);
}

std::string terms_clauses_json(const Edition& edition, Clauses clauses) {
  Json content = Json::array();
  for (const Clause* clause : clauses) content.push_back(clause_json(edition, *clause));
  return document(edition, "clauses", std::move(content));
}

std::string terms_found_json(const Edition& edition, Hits hits) {
  static constexpr std::string_view kWhere[] = {"wording", "translation", "defined_term", "duty"};
  Json content = Json::array();
  for (const SearchHit& hit : hits) {
    content.push_back({{"clause", hit.clause->key.view()},
                       {"citation", citation_json(edition, hit.clause->key)},
                       {"where", kWhere[static_cast<std::size_t>(hit.where)]},
                       {"text", hit.text}});
  }
  return document(edition, "hits", std::move(content));
}

std::string terms_duties_json(const Edition& edition, Duties duties) {
  Json content = Json::array();
  for (const Duty* duty : duties) content.push_back(duty_json(edition, *duty));
  return document(edition, "duties", std::move(content));
}

}  // namespace tokki
