#include <algorithm>
#include <array>
#include <charconv>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "decode/scan.hpp"
#include "tokki/decode.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

// The places asked for, as a tree: what nobody asked about is skipped over.
struct Wanted {
  std::size_t begin = 0;     // of the first value of that name …
  std::size_t end = 0;       // … and its end
  std::size_t last_key = 0;  // of the last member of that name: where a duplicate stands
  bool found = false;
  std::map<std::string, std::unique_ptr<Wanted>, std::less<>> children;  // by key or index

  Wanted& child(std::string_view step) {
    auto known = children.find(step);
    if (known == children.end()) known = children.emplace(step, std::make_unique<Wanted>()).first;
    return *known->second;
  }
};

std::string unescaped(std::string_view step) {
  std::string text;
  for (std::size_t i = 0; i < step.size(); ++i) {
    const bool escape = step[i] == '~' && i + 1 < step.size();
    text += escape ? (step[++i] == '1' ? '/' : '~') : step[i];
  }
  return text;
}

// Calls `visit(step)` for the steps of a JSON Pointer.
template <class Visit>
void each_step(std::string_view pointer, Visit&& visit) {
  while (!pointer.empty()) {
    const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
    const std::string_view step = pointer.substr(1, end - 1);
    if (step.find('~') == std::string_view::npos) {
      visit(step);
    } else {
      visit(unescaped(step));
    }
    pointer.remove_prefix(end);
  }
}

Wanted* wanted_child(Wanted& place, std::string_view key, std::size_t index) {
  std::array<char, 20> digits;
  auto child = place.children.end();
  if (key.empty()) {
    const char* const end = std::to_chars(digits.begin(), digits.end(), index).ptr;
    child = place.children.find(std::string_view(digits.begin(), end));
  } else if (key.find('\\') == std::string_view::npos) {
    child = place.children.find(key.substr(1, key.size() - 2));
  } else {
    child = place.children.find(unquoted(key));
  }
  return child == place.children.end() ? nullptr : child->second.get();
}

// Looks for the place whose value begins at `begin` and for those within; returns where it ends.
std::size_t find_all(std::string_view json, Wanted& place, std::size_t key_at, std::size_t begin) {
  const bool again = std::exchange(place.found, true);
  place.last_key = key_at;
  std::size_t end = 0;
  if (again || place.children.empty() || !is_container(json, begin)) {
    end = end_of_value(json, begin);
  } else {
    end = each_child(json, begin,
                     [&](std::string_view key, std::size_t index, std::size_t child_key_at,
                         std::size_t child_begin) {
                       Wanted* const child = wanted_child(place, key, index);
                       return child == nullptr ? end_of_value(json, child_begin)
                                               : find_all(json, *child, child_key_at, child_begin);
                     });
  }
  if (!again) {
    place.begin = begin;
    place.end = end;
  }
  return end;
}

// An absent member is shown where its nearest present ancestor stands.
struct Found {
  const Wanted* nearest;
  bool whole;
};
Found look_up(const Wanted& root, std::string_view pointer) {
  Found result{&root, true};
  each_step(pointer, [&](std::string_view step) {
    if (!result.whole) return;
    const auto next = result.nearest->children.find(step);
    result.whole = next != result.nearest->children.end() && next->second->found;
    if (result.whole) result.nearest = next->second.get();
  });
  return result;
}

// Lines and columns from one place of the text to a later one.
void advance(Position& here, std::string_view json, std::size_t offset) {
  std::string_view between = json.substr(here.offset, offset - here.offset);
  for (std::size_t end = between.find('\n'); end != std::string_view::npos;
       end = between.find('\n')) {
    ++here.line;
    here.column = 1;
    between.remove_prefix(end + 1);
  }
  here.column += static_cast<std::uint32_t>(character_count(between));
  here.offset = offset;
}

}  // namespace

void locate(std::string_view json, std::vector<Finding>& findings, bool keep_values) {
  std::vector<Location*> places;
  for (Finding& finding : findings) {
    places.push_back(&finding.at);
    for (Location& related : finding.related) {
      if (related.document.empty()) places.push_back(&related);
    }
  }
  locate(json, places, keep_values);
}

void locate(std::string_view json, std::span<Location* const> places, bool keep_values) {
  const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  json.remove_prefix(skipped);
  Wanted root;
  std::vector<Location*> open;
  for (Location* const location : places) {
    if (location->position && !keep_values) continue;
    open.push_back(location);
    Wanted* place = &root;
    each_step(location->pointer, [&](std::string_view step) { place = &place->child(step); });
  }
  if (open.empty()) return;
  const std::size_t begin = skip_space(json, 0);
  find_all(json, root, begin, begin);

  // One pass over the text counts lines and columns for all of them, in order of offset.
  std::vector<std::pair<std::size_t, Location*>> targets;
  targets.reserve(open.size());
  for (Location* location : open) {
    const auto [nearest, whole] = look_up(root, location->pointer);
    targets.emplace_back(location->at_key && whole ? nearest->last_key : nearest->begin, location);
    if (keep_values && whole) {
      location->value = unquoted(json.substr(nearest->begin, nearest->end - nearest->begin));
    }
  }
  std::ranges::sort(targets, {}, &std::pair<std::size_t, Location*>::first);
  Position here;
  for (const auto& [offset, location] : targets) {
    advance(here, json, offset);
    if (location->position) continue;
    location->position = here;
    location->position->offset += skipped;
  }
}

}  // namespace tokki
