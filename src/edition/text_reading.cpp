#include "edition/text_reading.hpp"

namespace tokki {
namespace {

void read_services(const Edition& edition, std::string_view searched, TextReading& reading) {
  const auto& services = edition.file().services;
  edition.phrases().services.each(searched, [&](const Lexicon::Match& match) {
    const bool named = match.value != Phrases::kUnnamed;
    const bool ambiguous = named && services[match.value].ambiguous.value_or(false);
    // A name outweighs a general word, and a clear one an ambiguous one.
    if (!reading.online() || reading.service == Phrases::kUnnamed ||
        (reading.doubtful && !ambiguous)) {
      reading.service = match.value;
      reading.doubtful = ambiguous;
    }
    if (named && reading.kinds.none()) reading.kinds = services[match.value].kinds;
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

TextReading read_text(const Edition& edition, std::string_view text, std::string& scratch) {
  std::string_view searched;
  TextReading reading{glance_at(edition.phrases(), text, scratch, searched)};
  reading.topics = edition.phrases().topics_of(searched);
  if (has(reading.topics, Topic::service)) read_services(edition, searched, reading);
  if (has(reading.topics, Topic::negation)) reading.doubtful = true;
  if (has(reading.topics, Topic::abroad)) {
    reading.hints_abroad = read_places(searched).suggests_abroad();
  }
  return reading;
}

}  // namespace tokki
