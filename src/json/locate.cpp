#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <utility>

#include "json/scan.hpp"
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

  // `made` is counted up when the child is new.
  Wanted& child(std::string_view step, std::size_t& made) {
    auto known = children.find(step);
    if (known == children.end()) {
      known = children.emplace(step, std::make_unique<Wanted>()).first;
      ++made;
    }
    return *known->second;
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

// Looks for all places asked for in one walk over the text.
class Search {
 public:
  // `to_the_end`: even when all are found, since a later member of the same name counts, or since
  // it matters where values end.
  Search(std::string_view json, std::size_t places, bool to_the_end)
      : json_(json), open_(places), to_the_end_(to_the_end) {}

  // Looks for the place whose value begins at `begin` and for those within; returns where it ends,
  // or the end of the text when there is nothing more to look for.
  std::size_t find(Wanted& place, std::size_t key_at, std::size_t begin) {
    const bool again = std::exchange(place.found, true);
    place.last_key = key_at;
    if (!again) {
      place.begin = begin;
      --open_;
    }
    const bool within = !again && !place.children.empty() && is_container(json_, begin);
    const std::size_t end = within ? find_within(place, begin) : skip(begin);
    if (!again) place.end = end;
    return end;
  }

 private:
  std::size_t find_within(Wanted& place, std::size_t begin) {
    const std::size_t end = each_child(
        json_, begin,
        [&](std::string_view key, std::size_t index, std::size_t child_key_at,
            std::size_t child_begin) {
          Wanted* const child = wanted_child(place, key, index);
          return child == nullptr ? skip(child_begin) : find(*child, child_key_at, child_begin);
        });
    for (const auto& [step, child] : place.children) {
      if (!child->found) open_ -= count(*child);
    }
    return end;
  }

  [[nodiscard]] std::size_t skip(std::size_t begin) const {
    return open_ == 0 && !to_the_end_ ? json_.size() : end_of_value(json_, begin);
  }

  static std::size_t count(const Wanted& place) {
    std::size_t all = 1;
    for (const auto& [step, child] : place.children) all += count(*child);
    return all;
  }

  std::string_view json_;
  std::size_t open_;  // places that may still be found
  bool to_the_end_;
};

// An absent member is shown where its nearest present ancestor stands.
struct Found {
  const Wanted* nearest;
  bool whole;
};
Found look_up(const Wanted& root, const Place& place) {
  Found result{&root, true};
  each_step(place, [&](std::string_view step) {
    if (!result.whole) return;
    const auto next = result.nearest->children.find(step);
    result.whole = next != result.nearest->children.end() && next->second->found;
    if (result.whole) result.nearest = next->second.get();
  });
  return result;
}

// In blocks whose counts fit a byte: that much a processor adds up side by side.
std::size_t line_breaks(std::string_view text) {
  constexpr std::size_t kBlock = 255;
  std::size_t count = 0;
  for (; !text.empty(); text.remove_prefix(std::min(kBlock, text.size()))) {
    std::uint8_t in_block = 0;
    for (const char c : text.substr(0, kBlock)) {
      in_block = static_cast<std::uint8_t>(in_block + (c == '\n' ? 1 : 0));
    }
    count += in_block;
  }
  return count;
}

// Lines and columns from one place of the text to a later one.
void advance(Position& here, std::string_view json, std::size_t offset) {
  std::string_view between = json.substr(here.offset, offset - here.offset);
  const std::size_t last = between.rfind('\n');
  if (last != std::string_view::npos) {
    here.line += static_cast<std::uint32_t>(line_breaks(between));
    here.column = 1;
    between.remove_prefix(last + 1);
  }
  here.column += static_cast<std::uint32_t>(character_count(between));
  here.offset = offset;
}

}  // namespace

void locate(std::string_view json, std::vector<Finding>& findings, bool keep_values) {
  std::vector<Place*> places;
  for (Finding& finding : findings) {
    places.push_back(&finding.at);
    for (Place& related : finding.related) {
      if (related.document == finding.at.document) places.push_back(&related);
    }
  }
  locate(json, places, keep_values);
}

void locate(std::string_view json, std::span<Place* const> places, bool keep_values) {
  const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  json.remove_prefix(skipped);
  Wanted root;
  std::size_t wanted = 1;
  bool any_at_key = false;
  std::vector<Place*> open;
  for (Place* const place : places) {
    if (place->position && !keep_values) continue;
    open.push_back(place);
    Wanted* here = &root;
    each_step(*place, [&](std::string_view step) { here = &here->child(step, wanted); });
    any_at_key = any_at_key || place->at_key;
  }
  if (open.empty()) return;
  const std::size_t begin = skip_space(json, 0);
  Search(json, wanted, any_at_key || keep_values).find(root, begin, begin);

  // One pass over the text counts lines and columns for all of them, in order of offset.
  std::vector<std::pair<std::size_t, Place*>> targets;
  targets.reserve(open.size());
  for (Place* const place : open) {
    const auto [nearest, whole] = look_up(root, *place);
    targets.emplace_back(place->at_key && whole ? nearest->last_key : nearest->begin, place);
    if (keep_values && whole) {
      place->value = unquoted(json.substr(nearest->begin, nearest->end - nearest->begin));
    }
  }
  std::ranges::sort(targets, {}, &std::pair<std::size_t, Place*>::first);
  Position here;
  for (const auto& [offset, place] : targets) {
    advance(here, json, offset);
    if (place->position) continue;
    place->position = here;
    place->position->offset += skipped;
  }
}

}  // namespace tokki
