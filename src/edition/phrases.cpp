#include "edition/phrases.hpp"

#include <map>

#include "place/world.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

std::string fold(std::string_view text) {
  std::string key;
  folded(text, key);
  std::erase(key, ' ');
  return key;
}

void add_all(Lexicon& lexicon, const List<Str>& phrases, std::uint32_t value = 0) {
  for (const Str& phrase : phrases) lexicon.add(phrase, value);
}

}  // namespace

Phrases::Phrases(const EditionFile& file) {
  const Lists& lists = file.lists;
  std::map<std::string, std::uint32_t> said;
  const auto say = [&said](const List<Str>& phrases, Saying saying) {
    for (const Str& phrase : phrases) said[fold(phrase)] |= static_cast<std::uint32_t>(saying);
  };
  say(lists.none, Saying::none);
  say(lists.undisclosed_places, Saying::undisclosed_place);
  say(lists.unstated_places, Saying::unstated_place);
  say(lists.undecided, Saying::undecided);
  say(lists.elsewhere, Saying::elsewhere);
  say(lists.vague_work, Saying::vague_work);
  say(lists.unidentified, Saying::unidentified);
  say(lists.oneself, Saying::oneself);
  say(lists.prompts, Saying::prompt);
  for (const auto& [phrase, value] : said) sayings.add(phrase, value);

  add_all(example_marks, lists.example_marks);
  add_all(planned, lists.planned_use);
  add_all(negations, lists.negations);
  add_all(undisclosed, lists.undisclosed_places);
  add_all(and_others, lists.and_others);
  for (std::size_t i = 0; i < file.services.size(); ++i) {
    services.add(file.services[i].name, static_cast<std::uint32_t>(i));
    add_all(services, file.services[i].aliases, static_cast<std::uint32_t>(i));
  }
  add_all(services, lists.online_storage_words, kUnnamed);
  for (const Str& medium : lists.printed_media) printed_media.add(medium, printed_media_count++);
  const auto concerns = [this](const Lexicon& lexicon, Topic topic) {
    topics.join(lexicon, static_cast<std::uint32_t>(topic));
  };
  concerns(services, Topic::service);
  concerns(printed_media, Topic::printed_medium);
  concerns(planned, Topic::plan);
  concerns(negations, Topic::negation);
  concerns(world().foreign, Topic::abroad);
  concerns(undisclosed, Topic::undisclosed);
  concerns(world().words, Topic::nothing);  // a foreign place may stand right behind one of these
  starts.join(sayings, 0);
  starts.join(example_marks, 0);
  printed_overseas_data = fold(lists.printed_overseas_data);
  contract_title = fold(file.form.contract_title);
}

Saying Phrases::saying_of(std::string_view searched) const {
  auto value = sayings.whole(searched);
  for (const std::string_view stop : {"。", "．", "."}) {
    if (!value && searched.ends_with(stop)) {
      value = sayings.whole(searched.substr(0, searched.size() - stop.size()));
    }
  }
  return value ? static_cast<Saying>(*value) : Saying::nothing_special;
}

}  // namespace tokki
