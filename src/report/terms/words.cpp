#include "report/terms/words.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "report/findings/vocabulary.hpp"
#include "tokki/rule.hpp"

namespace tokki::inline v0::internal {
namespace {

// The words of all that is ticked, in the order of the enumeration.
template <Enumeration E>
std::string joined(const Ticked<E>& ticked, Language language) {
  std::string text;
  for (const auto& choice : Description<E>::choices) {
    if (!ticked.has(choice.value)) continue;
    if (!text.empty()) text += language == Language::ja ? "、" : ", ";
    text += in(choice_text(choice.value), language);
  }
  return text;
}

std::string joined(const List<Str>& list, std::string_view between) {
  std::string text;
  for (const Str& item : list) {
    if (!text.empty()) text += between;
    text += item.view();
  }
  return text;
}

}  // namespace

std::string cite(const Edition& edition, std::string_view key, Language language) {
  const std::string citation = edition.citation(key, language);
  return citation.empty() ? std::string(key) : citation;
}

std::vector<const Duty*> duties_stated_by(const Edition& edition, const Clause& clause) {
  std::vector<const Duty*> duties;
  for (const Duty& duty : edition.file().duties) {
    const bool also = std::ranges::find(duty.also, clause.key) != duty.also.end();
    if (duty.clause == clause.key || also) duties.push_back(&duty);
  }
  return duties;
}

std::vector<const RuleInfo*> rules_under(const Edition& edition, const Clause& clause) {
  std::vector<const RuleInfo*> rules;
  for (const RuleInfo* rule : all_rules()) {
    const Clause* const about = edition.clause_about(rule->about);
    bool rests = about != nullptr && about->key == clause.key;
    for (const Duty& duty : edition.file().duties) {
      if (!(duty.clause == clause.key)) continue;
      for (const Str& id : duty.rules) rests = rests || id == rule->id;
    }
    if (rests) rules.push_back(rule);
  }
  return rules;
}

std::string duty_heading(const Edition& edition, const Duty& duty, Language language) {
  const std::string_view between = language == Language::ja ? "／" : " / ";
  std::string text(in(choice_text(duty.bearer.value_or(Bearer::nobody)), language));
  text += between;
  text += in(choice_text(duty.modality.value_or(Modality::defines)), language);
  if (duty.modality == Modality::defines) return text;
  text += between;
  const bool ja = language == Language::ja;
  if (!ja || duty.promptness_words.empty()) text += joined(duty.promptness, language);
  if (!duty.promptness_words.empty()) {
    text += (ja ? "「" : " 「") + joined(duty.promptness_words, "」「") + "」";
  }
  if (const Parameter* parameter = edition.parameter(duty.parameter)) {
    text += fmt::format(fmt::runtime(language == Language::ja ? "（{}{}）" : " ({} {})"),
                        parameter->value.value_or(0),
                        in(choice_text(parameter->unit.value_or(Unit::minutes)), language));
  }
  return text;
}

std::string record_names(const Duty& duty, Language language) {
  return joined(duty.records, language);
}

std::string cited_law(const CitedLaw& law, Language language) {
  std::string text(in(law.title, language));
  if (!law.article.empty()) text += " " + law.article.str();
  const std::string_view mapped = in(law.mapped, language);
  if (!mapped.empty()) {
    text += fmt::format(
        fmt::runtime(language == Language::ja ? "（通例の引用：{}）" : " (customarily: {})"),
        mapped);
  }
  return fmt::format("{} [e-Gov {}]", text, law.id.view());
}

std::vector<LabelledField> duty_fields(const Duty& duty, Language language) {
  const bool ja = language == Language::ja;
  std::vector<LabelledField> fields;
  const auto add = [&](std::string_view japanese, std::string_view english, std::string text) {
    if (!text.empty()) fields.push_back({ja ? japanese : english, std::move(text)});
  };
  add("契機", "Trigger", std::string(in(duty.trigger, language)));
  add("例外", "Exception", std::string(in(duty.exception, language)));
  if (duty.survives.value_or(false)) {
    add("存続", "Survival", ja ? "契約の終了後も同様" : "after the contract ends too");
  }
  add("証拠", "Evidence", std::string(in(duty.evidence, language)));
  add("記録", "Records", record_names(duty, language));
  add("規則", "Rules", joined(duty.rules, ", "));
  if (!duty.rules.empty()) fields.back().is_ids = true;
  add("機械で分からない点", "Not for a machine",
      std::string(in(duty.not_machine_checkable, language)));
  add("読みの疑い", "Doubts", std::string(in(duty.doubts, language)));
  return fields;
}

}  // namespace tokki::inline v0::internal
