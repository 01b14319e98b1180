#include "changes/same_meaning.hpp"

#include "changes/entry_keys.hpp"

namespace tokki::inline v0::internal {

std::string meaning_of(std::string_view text, TextKind kind) {
  return names_party(kind) ? key_of_name(text) : text_key(text);
}

std::string meaning_of(const Date& date) {
  return date.value ? iso(*date.value) : text_key(date.written);
}

std::set<std::string> countries_in(std::string_view cell) {
  const std::string text = text_key(cell);
  if (text.empty()) return {};
  // An ISO code counts only as the whole of a cell, so the cell is read as one country first.
  if (const Country country{Str(cell)}; country.value) {
    return {std::string(country.value->view())};
  }
  const LocationReading reading = read_locations(text);
  if (!reading.certain || !reading.suggested.empty()) return {text};
  std::set<std::string> countries;
  for (const CountryCode& country : reading.named) countries.emplace(country.view());
  return countries;
}

std::string compact_json(std::string_view json) {
  std::string out;
  bool in_string = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string && c == '\\' && i + 1 < json.size()) {
      out += c;
      out += json[++i];
      continue;
    }
    if (c == '"') in_string = !in_string;
    if (in_string || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) out += c;
  }
  return out;
}

}  // namespace tokki::inline v0::internal
