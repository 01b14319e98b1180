#include "ruleset/text_reading.hpp"

namespace tokki {
namespace {

void read_services(const RuleSet& rules, std::string_view searched, TextReading& reading) {
  const auto& services = rules.services();
  bool clear = false;
  rules.phrases().services.each(searched, [&](const Lexicon::Match& match) {
    reading.online = true;
    if (match.value == Phrases::kUnnamed) return;
    const KnownService& service = services[match.value];
    // A name outweighs a general word, and a clear one an ambiguous one.
    clear = clear || !service.ambiguous.value_or(false);
    reading.doubtful = !clear;
    for (const auto& kind : Description<ServiceKind>::choices) {
      if (service.kinds.has(kind.value)) reading.kinds.tick(kind.value);
    }
  });
}

// `searched` is to be the text as lexicons can match it.
TextGlance glance_at(const Phrases& phrases, std::string_view text, std::string& scratch,
                     std::string_view& searched) {
  const Traits traits = traits_of(text);
  searched = searchable(text, traits, scratch);
  return {traits, is_blank(text), phrases.saying_of(text, searched)};
}

}  // namespace

TextGlance glance_at(const Phrases& phrases, std::string_view text, std::string& scratch) {
  std::string_view searched;
  return glance_at(phrases, text, scratch, searched);
}

TextReading read_text(const RuleSet& rules, std::string_view text, std::string& scratch) {
  std::string_view searched;
  TextReading reading{glance_at(rules.phrases(), text, scratch, searched)};
  reading.topics = rules.phrases().topics_of(searched);
  if (has(reading.topics, Topic::service)) read_services(rules, searched, reading);
  reading.vague_work = rules.phrases().only_vague_work(searched);
  if (has(reading.topics, Topic::negation)) reading.doubtful = true;
  if (has(reading.topics, Topic::abroad)) {
    reading.hints_abroad = read_locations(searched).suggests_abroad();
  }
  return reading;
}

}  // namespace tokki
