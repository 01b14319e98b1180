#include "json/record_reader.hpp"

#include <charconv>
#include <cmath>
#include <utility>

#include "json/format_member.hpp"
#include "rules/catalog/catalog.hpp"
#include "tokki/closest.hpp"

namespace tokki::inline v0::internal {
namespace {

// The JSON type of the value that begins so, as a word of tokki's vocabulary.
std::string_view type_of(char first) {
  switch (first) {
    case '[': return "array";
    case '{': return "object";
    case '"': return "string";
    case 't':
    case 'f': return "boolean";
    case 'n': return "null";
    default: return "number";
  }
}

template <class T>
std::optional<T> number_in(std::string_view json) {
  T number{};
  const char* const begin = json.data();
  const char* const end = begin + json.size();
  const auto [stop, error] = std::from_chars(begin, end, number);
  // Out of range means too small: texts with numbers too large have been refused as malformed.
  if (std::is_integral_v<T> && error != std::errc()) return std::nullopt;
  return stop == end ? std::optional(number) : std::nullopt;
}

bool is_whole(double number) {
  constexpr double kExact = 9007199254740992.0;  // 2^53: beyond it doubles skip integers
  return number >= -kExact && number <= kExact && std::trunc(number) == number;
}

}  // namespace

RecordReader::RecordReader(Tokens& tokens, const Limits& limits, ReaderStorage& storage,
                           std::vector<Finding>& findings)
    : tokens_(tokens),
      cursor_(tokens.cursor()),
      limits_(limits),
      storage_(storage),
      faults_(limits, findings) {
  storage_.texts.begin(tokens.has_escapes() ? tokens.text().size() : 0);
}

bool RecordReader::report(const RuleInfo& rule, std::size_t offset,
                          std::vector<Argument> arguments) {
  if (!tokens_.validate()) return false;
  faults_.add(rule, path_, offset, std::move(arguments));
  return true;
}

bool RecordReader::beyond(std::string_view what, std::size_t limit, std::size_t offset) {
  if (!tokens_.validate()) return false;
  faults_.add_beyond(what, limit, path_, offset);
  return true;
}

bool RecordReader::is_document(std::string_view format) {
  if (tokens_.has_mark() && !report(rule("byte-order-mark"), cursor_.offset())) return false;
  if (cursor_.peek() != '{') {
    wrong_type("object");
    return false;
  }
  path_.into(kFormatKey);
  const auto value = find_format(cursor_);
  bool right = false;
  if (value) {
    const Cursor start = std::exchange(cursor_, *value);
    right = format_is(format);
    cursor_ = start;
  } else {
    report(rule("format-missing"), cursor_.offset(), {{"expected", Token{std::string(format)}}});
  }
  path_.out();
  return right;
}

// That of the whole document was read before the walk. A document within another may leave it out.
bool RecordReader::format(std::string_view expected) {
  if (path_.size() == 1) {
    cursor_.skip_value();
    return true;
  }
  return cursor_.skip_null() || format_is(expected) || tokens_.validate();
}

bool RecordReader::format_is(std::string_view expected) {
  const std::string_view family = expected.substr(0, expected.rfind('/') + 1);
  const std::size_t offset = cursor_.offset();
  const auto wanted = [&] { return Argument{"expected", Token{std::string(expected)}}; };
  if (cursor_.skip_null()) {
    report(rule("format-missing"), offset, {wanted()});
    return false;
  }
  if (cursor_.peek() != '"') {
    wrong_type("string");
    return false;
  }
  const std::string_view found = storage_.texts.text_of(cursor_.quoted());
  if (found == expected) return true;
  const std::string_view problem = !found.starts_with(family)           ? "other-format"
                                   : found.substr(family.size()) == "0" ? "older-format"
                                                                        : "newer-format";
  report(rule("format-unknown"), offset,
         {wanted(), {"problem", Term{problem}}, {"found", Value{std::string(found)}}});
  return false;
}

// Known keys contain neither escapes nor quotes, so an escaped quote must not end a key.
const char* RecordReader::unescaped_key() {
  if (cursor_.peek() != '"') return cursor_.token();
  std::string& key = storage_.key;
  key.clear();
  append_unescaped(Cursor(cursor_).quoted(), key);
  std::ranges::replace(key, '"', '\0');
  key.insert(0, 1, '"').append(1, '"').append(Cursor::kPadding, '\0');
  return key.data();
}

bool RecordReader::duplicate_member(std::size_t key_offset) {
  if (!tokens_.validate()) return false;
  Place at(path_);
  at.at_key = true;
  faults_.add(rule("duplicate-key"), std::move(at), key_offset);
  cursor_.skip_value();
  return true;
}

bool RecordReader::unknown_member(std::span<const std::string_view> known) {
  if (cursor_.peek() != '"' || !tokens_.validate()) return false;
  const std::size_t key_offset = cursor_.offset();
  const std::string_view key = storage_.texts.text_of(cursor_.quoted());
  cursor_.skip(':');
  Place at(path_);
  at.below.emplace_back(key);
  at.unknown = true;
  if (key.size() > limits_.key_bytes) {
    faults_.add_beyond("limit-key", limits_.key_bytes, at, cursor_.offset());
  }
  at.at_key = true;
  const std::string_view near = closest(key, known);
  faults_.add(rule("unknown-field"), std::move(at), key_offset,
              {{"suggestion", Token{std::string(near.empty() ? "none" : near)}}});
  cursor_.skip_value();
  return true;
}

bool RecordReader::any_number(std::optional<std::int64_t>& out) {
  if (!tokens_.validate()) return false;
  const std::string_view value = Cursor(cursor_).skip_value();
  out = number_in<std::int64_t>(value);
  if (!out) {
    const auto real = number_in<double>(value);
    if (!real || !is_whole(*real)) return wrong_type("integer");
    out = static_cast<std::int64_t>(*real);  // 60.0 is an integer to JSON Schema
  }
  cursor_.next();
  return true;
}

// Keeps the document's own bytes, numbers and spaces included.
bool RecordReader::any_object(Raw& out) {
  if (cursor_.peek() != '{') return wrong_type("object");
  if (!tokens_.validate()) return false;
  const std::size_t begin = cursor_.offset();
  storage_.any_value.check(cursor_, storage_.texts, path_, limits_, faults_);
  out.json = borrow(cursor_.text_from(begin));
  return true;
}

bool RecordReader::wrong_type(std::string_view wanted) {
  const Term found{type_of(cursor_.peek())};
  if (!report(rule("wrong-type"), cursor_.offset(),
              {{"expected", Term{wanted}}, {"found", found}})) {
    return false;
  }
  cursor_.skip_value();
  return true;
}

bool RecordReader::item_beyond(std::size_t array_offset, bool reported) {
  if (!reported && !beyond("limit-array", limits_.array_items, array_offset)) return false;
  cursor_.skip_value();
  return true;
}

bool RecordReader::unknown_choice(std::string_view found, std::size_t offset, Choices choices) {
  return report(rule("unknown-choice"), offset,
                {{"choices", std::move(choices)}, {"found", Value{std::string(found)}}});
}

bool RecordReader::check_text(std::string_view text, std::size_t offset) {
  if (text.size() > limits_.string_bytes && !beyond("limit-string", limits_.string_bytes, offset)) {
    return false;
  }
  return text.find('\0') == std::string_view::npos || report(rule("nul-character"), offset);
}

}  // namespace tokki::inline v0::internal
