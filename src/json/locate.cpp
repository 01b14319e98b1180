#include "json/locate.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "json/positions.hpp"
#include "json/unescape.hpp"

namespace tokki::inline v0::internal {
namespace {

// The places to find, as a tree by their steps. Everything else in the text is skipped.
struct Wanted {
  std::size_t begin = 0;     // of the first value of that name …
  std::size_t end = 0;       // … and its end
  std::size_t last_key = 0;  // of the last member of that name, for duplicates
  bool found = false;
  std::map<std::string, std::unique_ptr<Wanted>, std::less<>> children;  // by key or index

  Wanted& child(std::string_view step) {
    auto known = children.find(step);
    if (known == children.end()) {
      known = children.emplace(step, std::make_unique<Wanted>()).first;
    }
    return *known->second;
  }
  [[nodiscard]] Wanted* known_child(std::string_view step) const {
    const auto known = children.find(step);
    return known == children.end() ? nullptr : known->second.get();
  }
};

// Calls `visit(step)` for the steps that lead to a place; an index is written in decimal.
template <class Visit>
void each_step(const Place& place, Visit&& visit) {
  for (std::size_t i = 0; i < place.path.size(); ++i) {
    if (place.path.is_index(i)) {
      visit(std::string_view(std::to_string(place.path.index(i))));
    } else {
      visit(place.path.key(i));
    }
  }
  for (const std::string& step : place.below) visit(std::string_view(step));
}

// Finds all places asked for in one walk over the text. Malformed text only ends the walk early.
class Search {
 public:
  explicit Search(Cursor cursor) : cursor_(cursor) {}

  void run(Wanted& root) {
    find(root, cursor_.offset());
    while (!open_.empty() && !cursor_.at_end()) {
      if (cursor_.at_closing()) {
        close();
      } else {
        next_item();
      }
    }
  }

 private:
  struct Container {
    Wanted& place;
    bool is_object;
    std::size_t items = 0;  // met so far
  };

  // The place whose value is at the cursor.
  void find(Wanted& place, std::size_t key_at) {
    place.last_key = key_at;
    if (std::exchange(place.found, true)) {
      cursor_.skip_value();
      return;
    }
    place.begin = cursor_.offset();
    if (!place.children.empty() && cursor_.at_opening()) {
      open_.push_back({place, cursor_.peek() == '{'});
      cursor_.next();
    } else {
      place.end = place.begin + cursor_.skip_value().size();
    }
  }

  void next_item() {
    Container& container = open_.back();
    cursor_.skip(',');
    const std::size_t begin = cursor_.offset();
    Wanted* const item =
        container.is_object ? member(container.place) : element(container.place, container.items);
    ++container.items;
    if (item == nullptr) {
      cursor_.skip_value();
    } else {
      find(*item, begin);
    }
  }

  void close() {
    Wanted& place = open_.back().place;
    open_.pop_back();
    cursor_.next();
    place.end = place.begin + cursor_.text_from(place.begin).size();
  }

  Wanted* member(const Wanted& object) {
    if (cursor_.peek() != '"') return nullptr;
    const std::string_view key = cursor_.quoted();
    cursor_.skip(':');
    if (key.find('\\') == std::string_view::npos) return object.known_child(key);
    std::string text;
    append_unescaped(key, text);
    return object.known_child(text);
  }
  static Wanted* element(const Wanted& array, std::size_t index) {
    std::array<char, 20> digits;
    const char* const end = std::to_chars(digits.begin(), digits.end(), index).ptr;
    return array.known_child({digits.begin(), end});
  }

  Cursor cursor_;
  std::vector<Container> open_;
};

// The end of the value at `at` in malformed text: where its brackets are balanced.
std::size_t end_of_first_value(std::string_view text, std::size_t at) {
  std::size_t depth = 0;
  bool in_string = false;
  for (const std::size_t begin = at; at < text.size(); ++at) {
    const char c = text[at];
    if (in_string) {
      if (c == '\\') ++at;
      in_string = c != '"';
    } else if (depth == 0 && at != begin) {
      break;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '{' || c == '[') {
      ++depth;
    } else if (depth == 0) {
      return std::min(text.find_first_of(",:}] \t\r\n", at), text.size());
    } else if (c == '}' || c == ']') {
      --depth;
    }
  }
  return std::min(at, text.size());
}

// What was found for a place: an absent member has the position of its nearest ancestor.
struct Found {
  const Wanted* nearest;
  bool whole;
};
Found look_up(const Wanted& root, const Place& place) {
  Found result{&root, true};
  each_step(place, [&](std::string_view step) {
    if (!result.whole) return;
    const Wanted* const next = result.nearest->known_child(step);
    result.whole = next != nullptr && next->found;
    if (result.whole) result.nearest = next;
  });
  return result;
}

}  // namespace

void locate(Tokens& tokens, std::span<Place* const> places, bool keep_values) {
  keep_values = keep_values && tokens.refusal() != Refusal::document_size;
  const auto is_asked = [&](const Place* place) { return keep_values || !place->position; };
  if (std::ranges::none_of(places, is_asked)) return;
  Wanted root;
  for (const Place* const place : places) {
    if (!is_asked(place)) continue;
    Wanted* wanted = &root;
    each_step(*place, [&](std::string_view step) { wanted = &wanted->child(step); });
  }
  const std::string_view text = tokens.text();
  if (tokens.refusal() == Refusal::none && (!keep_values || tokens.validate())) {
    Search(tokens.cursor()).run(root);
  } else {
    root.begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    root.end = end_of_first_value(text, root.begin);
  }

  std::vector<Position*> positions;
  for (Place* const place : places) {
    if (!is_asked(place)) continue;
    const auto [nearest, whole] = look_up(root, *place);
    if (keep_values && whole) {
      const std::string_view value = text.substr(nearest->begin, nearest->end - nearest->begin);
      const bool plain = value.find('\\') == std::string_view::npos;
      place->value = plain || tokens.validate() ? unquoted(value) : std::string(value);
    }
    if (place->position) continue;
    place->position =
        Position{.offset = place->at_key && whole ? nearest->last_key : nearest->begin};
    positions.push_back(&*place->position);
  }
  count_lines(text, positions);
  if (!tokens.has_mark()) return;
  for (Position* const position : positions) position->offset += kByteOrderMark.size();
}

void locate(Tokens& tokens, std::vector<Finding>& findings, bool keep_values) {
  std::vector<Place*> places;
  for (Finding& finding : findings) {
    places.push_back(&finding.at);
    for (Place& related : finding.related) {
      if (related.document == finding.at.document) places.push_back(&related);
    }
  }
  locate(tokens, places, keep_values);
}

}  // namespace tokki::inline v0::internal
