#include "json/decoder.hpp"

#include <algorithm>

#include "cell/world.hpp"
#include "tokki/closest.hpp"

namespace tokki {
std::string_view type_of(simdjson::dom::element value) {
  using simdjson::dom::element_type;
  switch (value.type()) {
    case element_type::ARRAY: return "array";
    case element_type::OBJECT: return "object";
    case element_type::STRING: return "string";
    case element_type::BOOL: return "boolean";
    case element_type::NULL_VALUE: return "null";
    default: return "number";
  }
}

// One more than the limit is kept, to show that it is exceeded.
void Decoder::report(const RuleInfo& rule, Place at, std::vector<Argument> arguments) {
  if (findings_.size() > limits_.findings) return;
  at.kind = kind_;
  Finding& finding = findings_.emplace_back();
  finding.rule = &rule;
  finding.severity = rule.severity;
  finding.at = std::move(at);
  finding.arguments = std::move(arguments);
}

void Decoder::wrong_type(std::string_view expected, Element found) {
  report(structural("wrong-type"), path_,
         {{"expected", Term{expected}}, {"found", Term{type_of(found)}}});
}

void Decoder::unknown_field(std::string_view key, std::span<const std::string_view> known) {
  Place place(path_);
  place.below.emplace_back(key);
  place.unknown = true;
  if (key.size() > limits_.key_bytes) {
    report(structural("limit-exceeded"), place,
           {{"what", Term{"limit-key"}}, {"limit", static_cast<std::int64_t>(limits_.key_bytes)}});
  }
  const std::string_view near = closest(key, known);
  place.at_key = true;
  report(structural("unknown-field"), std::move(place),
         {{"suggestion", Token{std::string(near.empty() ? "none" : near)}}});
}

void Decoder::no_such_choice(std::string_view known, std::string_view found) {
  report(structural("unknown-choice"), path_,
         {{"choices", Token{std::string(known)}}, {"found", Value{std::string(found)}}});
}

void Decoder::beyond(std::string_view what, std::size_t limit) {
  report(structural("limit-exceeded"), path_,
         {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}});
}

void Decoder::check_text(std::string_view value) {
  if (value.size() > limits_.string_bytes) beyond("limit-string", limits_.string_bytes);
  if (escapes_ && value.find('\0') != std::string_view::npos) {
    report(structural("nul-character"), path_);
  }
}

void Decoder::into(Element value, Country& out) {
  into(value, out.written);
  read_country(out, scratch_.text);
}

std::vector<std::string> Decoder::RawPlace::steps() const {
  std::vector<std::string> steps;
  for (const RawPlace* place = this; place->parent != nullptr; place = place->parent) {
    steps.push_back(place->key.data() == nullptr ? std::to_string(place->index)
                                                 : std::string(place->key));
  }
  std::ranges::reverse(steps);
  return steps;
}

// Extensions are anybody's JSON: only what would make them unsafe to keep is judged. Depth was
// bounded by the parser.
void Decoder::check_raw(Element value, const RawPlace& place) {
  const auto report_at = [&](const RawPlace& where, const RuleInfo& rule,
                             std::vector<Argument> arguments, bool at_key) {
    Place at(path_);
    at.below = where.steps();
    at.at_key = at_key;
    report(rule, std::move(at), std::move(arguments));
  };
  const auto too_long = [&](const RawPlace& where, std::string_view what, std::size_t limit,
                            bool at_key) {
    report_at(where, structural("limit-exceeded"),
              {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}}, at_key);
  };
  if (std::string_view content; !value.get(content)) {
    if (content.size() > limits_.string_bytes) {
      too_long(place, "limit-string", limits_.string_bytes, false);
    }
    if (content.find('\0') != std::string_view::npos) {
      report_at(place, structural("nul-character"), {}, false);
    }
  } else if (simdjson::dom::array items; !value.get(items)) {
    std::size_t index = 0;
    for (const Element item : items) {
      if (index == limits_.array_items) {
        return too_long(place, "limit-array", limits_.array_items, false);
      }
      check_raw(item, {&place, {}, index++});
    }
  } else if (Object object; !value.get(object)) {
    auto& keys = scratch_.keys;
    const std::size_t first = keys.size();
    for (const auto [key, member] : object) check_raw(member, {&place, key});
    for (const auto [key, member] : object) keys.push_back(key);
    std::sort(keys.begin() + static_cast<std::ptrdiff_t>(first), keys.end());
    for (std::size_t i = first; i < keys.size(); ++i) {
      const RawPlace where{&place, keys[i]};
      if (keys[i].size() > limits_.key_bytes) too_long(where, "limit-key", limits_.key_bytes, true);
      if (keys[i].find('\0') != std::string_view::npos) {
        report_at(where, structural("nul-character"), {}, true);
      }
      if (i > first && keys[i] == keys[i - 1]) {
        report_at(where, structural("duplicate-key"), {}, true);
      }
    }
    keys.resize(first);
  }
}

}  // namespace tokki
