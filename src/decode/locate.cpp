#include <algorithm>
#include <unordered_map>

#include "decode/scan.hpp"
#include "tokki/decode.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

struct Places {
  Extent first;
  std::size_t last_key;  // of the last member of that name: where a duplicate stands
};
using Wanted = std::unordered_map<std::string, std::optional<Places>>;

std::string parent_of(const std::string& pointer) {
  return pointer.substr(0, pointer.rfind('/') == std::string::npos ? 0 : pointer.rfind('/'));
}

// An absent member is shown where its nearest present ancestor stands.
std::size_t offset_of(const Location& location, const Wanted& wanted) {
  for (std::string pointer = location.pointer;; pointer = parent_of(pointer)) {
    if (const auto found = wanted.find(pointer); found != wanted.end() && found->second) {
      const bool whole = pointer.size() == location.pointer.size();
      return location.at_key && whole ? found->second->last_key : found->second->first.begin;
    }
    if (pointer.empty()) return 0;
  }
}

template <class Visit>
void each_location(std::vector<Finding>& findings, Visit&& visit) {
  for (Finding& finding : findings) {
    visit(finding.at);
    for (Location& related : finding.related) visit(related);
  }
}

}  // namespace

void locate(std::string_view json, std::vector<Finding>& findings, bool keep_values) {
  const std::size_t skipped = json.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
  json.remove_prefix(skipped);
  Wanted wanted;
  std::vector<Location*> open;
  each_location(findings, [&](Location& location) {
    if (location.position && !keep_values) return;
    open.push_back(&location);
    for (std::string pointer = location.pointer;; pointer = parent_of(pointer)) {
      if (!wanted.emplace(pointer, std::nullopt).second || pointer.empty()) break;
    }
  });
  if (open.empty()) return;
  scan(json, [&](const std::string& pointer, const Extent& extent) {
    const auto found = wanted.find(pointer);
    if (found == wanted.end()) return;
    if (!found->second) found->second = Places{extent, extent.key};
    found->second->last_key = extent.key;
  });

  // One pass over the text counts lines and columns for all of them, in order of offset.
  std::vector<std::pair<std::size_t, Location*>> targets;
  targets.reserve(open.size());
  for (Location* location : open) targets.emplace_back(offset_of(*location, wanted), location);
  std::ranges::sort(targets, {}, &std::pair<std::size_t, Location*>::first);
  Position here;
  for (const auto& [offset, location] : targets) {
    while (here.offset < offset && here.offset < json.size()) {
      if (json[here.offset] == '\n') {
        ++here.line;
        here.column = 1;
        ++here.offset;
      } else {
        (void)next_character(json, here.offset);
        ++here.column;
      }
    }
    if (!location->position) {
      location->position = here;
      location->position->offset += skipped;
    }
    const auto& found = wanted.find(location->pointer)->second;
    if (keep_values && found) {
      location->value =
          unquoted(json.substr(found->first.begin, found->first.end - found->first.begin));
    }
  }
}

}  // namespace tokki
