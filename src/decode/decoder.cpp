#include "decode/decoder.hpp"

#include <algorithm>

#include "place/world.hpp"
#include "text/closest.hpp"

namespace tokki {
namespace {

std::string escaped(std::string_view key) {
  Path path;
  return path.into(key).pointer();
}

}  // namespace

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

void Decoder::report(const RuleInfo& rule, const Path& path, std::vector<Argument> arguments,
                     bool at_key) {
  if (findings_.size() > limits_.findings) return;
  Finding finding;
  finding.rule = &rule;
  finding.severity = rule.severity;
  if (findings_.size() == limits_.findings) {
    finding.rule = &structural("findings-truncated");
    finding.severity = finding.rule->severity;
    arguments = {{"limit", static_cast<std::int64_t>(limits_.findings)}};
  } else {
    finding.at = {path.pointer(), path.cell(kind_), at_key, std::nullopt};
  }
  finding.arguments = std::move(arguments);
  findings_.push_back(std::move(finding));
}

void Decoder::wrong_type(std::string_view expected, Element found) {
  report(structural("wrong-type"), path_,
         {{"expected", Term{expected}}, {"found", Term{type_of(found)}}});
}

void Decoder::unknown_field(std::string_view key, std::span<const std::string_view> known) {
  check_key(key);
  const std::string_view near = closest(key, known);
  report(structural("unknown-field"), path_,
         {{"suggestion", Token{std::string(near.empty() ? "none" : near)}}}, true);
}

void Decoder::no_such_choice(std::string_view known, std::string_view found) {
  report(structural("unknown-choice"), path_,
         {{"choices", Token{std::string(known)}}, {"found", Value{std::string(found)}}});
}

void Decoder::beyond(std::string_view what, std::size_t limit) {
  report(structural("limit-exceeded"), path_,
         {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}});
}

void Decoder::check_key(std::string_view key) {
  if (key.size() > limits_.key_bytes) beyond("limit-key", limits_.key_bytes);
}

std::string_view Decoder::text(std::string_view value) {
  if (value.size() > limits_.string_bytes) beyond("limit-string", limits_.string_bytes);
  const Traits traits = traits_of(value);
  traits_ |= traits;
  if (has(traits, Traits::control) && value.find('\0') != std::string_view::npos) {
    report(structural("nul-character"), path_);
  }
  return value;
}

void Decoder::into(Element value, Country& out) {
  into(value, out.written);
  out.value = out.written.empty() ? std::nullopt : world().country(out.written, traits_, scratch_);
}

// Extensions are anybody's JSON: only what would make them unsafe to keep is judged. Depth was
// bounded by the parser.
void Decoder::check_raw(Element value, std::string pointer) {
  const auto report_at = [&](const RuleInfo& rule, std::vector<Argument> arguments, bool at_key) {
    report(rule, path_, std::move(arguments), at_key);
    if (findings_.size() <= limits_.findings) findings_.back().at.pointer = pointer;
  };
  const std::size_t own_size = pointer.size();
  if (std::string_view content; !value.get(content)) {
    if (content.size() > limits_.string_bytes) {
      report_at(structural("limit-exceeded"),
                {{"what", Term{"limit-string"}},
                 {"limit", static_cast<std::int64_t>(limits_.string_bytes)}},
                false);
    }
    if (content.find('\0') != std::string_view::npos) {
      report_at(structural("nul-character"), {}, false);
    }
  } else if (simdjson::dom::array items; !value.get(items)) {
    std::size_t index = 0;
    for (const Element item : items) {
      if (index == limits_.array_items) {
        report_at(structural("limit-exceeded"),
                  {{"what", Term{"limit-array"}},
                   {"limit", static_cast<std::int64_t>(limits_.array_items)}},
                  false);
        return;
      }
      check_raw(item, std::string(pointer).append("/").append(std::to_string(index++)));
    }
  } else if (Object object; !value.get(object)) {
    std::vector<std::string_view> keys;
    for (const auto [key, member] : object) {
      keys.push_back(key);
      check_raw(member, pointer + escaped(key));
    }
    std::ranges::sort(keys);
    for (std::size_t i = 0; i < keys.size(); ++i) {
      pointer.resize(own_size);
      pointer += escaped(keys[i]);
      if (keys[i].size() > limits_.key_bytes) {
        report_at(
            structural("limit-exceeded"),
            {{"what", Term{"limit-key"}}, {"limit", static_cast<std::int64_t>(limits_.key_bytes)}},
            true);
      }
      if (keys[i].find('\0') != std::string_view::npos) {
        report_at(structural("nul-character"), {}, true);
      }
      if (i > 0 && keys[i] == keys[i - 1]) report_at(structural("duplicate-key"), {}, true);
    }
  }
}

}  // namespace tokki
