#include "json/diagnose.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>

#include "json/scan.hpp"
#include "rules/catalog/structural_rules.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

Position position_of(std::string_view text, std::size_t offset) {
  Position here;
  while (here.offset < std::min(offset, text.size())) {
    if (text[here.offset] == '\n') {
      ++here.line;
      here.column = 1;
      ++here.offset;
    } else {
      (void)next_character(text, here.offset);
      ++here.column;
    }
  }
  return here;
}

Finding finding(std::string_view text, const RuleInfo& rule, std::size_t offset,
                std::vector<Argument> arguments = {}) {
  Finding made;
  made.rule = &rule;
  made.severity = rule.severity;
  made.at.position = position_of(text, offset);
  made.arguments = std::move(arguments);
  return made;
}

std::size_t first_malformed_byte(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    if (next_character(text, at) == 0xFFFD && text.substr(start, 3) != "\uFFFD") return start;
  }
  return text.size();
}

// UTF-16 of any JSON has a NUL in every ASCII character, on one side.
std::string_view utf16_name(std::string_view bytes) {
  if (bytes.starts_with("\xFF\xFE")) return "UTF-16LE";
  if (bytes.starts_with("\xFE\xFF")) return "UTF-16BE";
  if (bytes.size() < 4) return {};
  if (bytes[0] != 0 && bytes[1] == 0 && bytes[3] == 0) return "UTF-16LE";
  if (bytes[0] == 0 && bytes[1] != 0 && bytes[2] == 0) return "UTF-16BE";
  return {};
}

// Whether the bytes can be in that encoding at all; the last character may be cut off.
bool is_in(std::string_view encoding, std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(
      ucnv_open(std::string(encoding).c_str(), &status), ucnv_close);
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  std::array<UChar, 1024> units{};
  while (U_SUCCESS(status) && at != end) {
    UChar* out = units.data();
    ucnv_toUnicode(converter.get(), &out, out + units.size(), &at, end, nullptr, 0, &status);
    if (status == U_BUFFER_OVERFLOW_ERROR) status = U_ZERO_ERROR;
  }
  return U_SUCCESS(status);
}

// "unknown" when it is none that Japanese offices use: most often UTF-8 that was damaged.
std::string guess_encoding(std::string_view bytes) {
  constexpr std::array<std::string_view, 3> kJapanese{"Shift_JIS", "EUC-JP", "ISO-2022-JP"};
  constexpr std::size_t kEnough = 8192;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, void (*)(UCharsetDetector*)> detector(
      ucsdet_open(&status), ucsdet_close);
  const std::string_view sample = bytes.substr(0, kEnough);
  ucsdet_setText(detector.get(), std::data(sample), static_cast<int32_t>(sample.size()), &status);
  int32_t count = 0;
  const UCharsetMatch** matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return "unknown";
  for (int32_t i = 0; i < count; ++i) {
    const std::string_view name = ucsdet_getName(matches[i], &status);
    if (std::ranges::find(kJapanese, name) != kJapanese.end() && is_in(name, sample)) {
      return std::string(name);
    }
  }
  return "unknown";
}

// nlohmann's parser is slower, iterative, and knows where it stopped.
class ErrorPlace : public nlohmann::json_sax<nlohmann::json> {
 public:
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&,
                   const nlohmann::detail::exception& error) override {
    offset = position == 0 ? 0 : position - 1;
    trailing =
        std::string_view(error.what()).find("; expected end of input") != std::string_view::npos;
    return false;
  }
  std::optional<std::size_t> offset;
  bool trailing = false;
};

// Numbers that do not fit 64 bits are well-formed to nlohmann's parser, but cannot be kept.
// Returns where the value ends, and sets `bad` at the first such number.
std::size_t find_bad_number(std::string_view json, std::size_t begin, simdjson::dom::parser& parser,
                            std::optional<std::size_t>& bad) {
  if (!bad && is_container(json, begin)) {
    return each_child(json, begin,
                      [&](std::string_view, std::size_t, std::size_t, std::size_t child) {
                        return find_bad_number(json, child, parser, bad);
                      });
  }
  const std::size_t end = end_of_value(json, begin);
  const std::string_view token = json.substr(begin, end - begin);
  if (!bad && token.find_first_of("-0123456789") == 0 &&
      parser.parse(token.data(), token.size()).error() != simdjson::SUCCESS) {
    bad = begin;
  }
  return end;
}

std::string_view problem(simdjson::error_code error, const ErrorPlace& place,
                         std::size_t text_size) {
  if (place.trailing) return "trailing-content";
  if (place.offset && *place.offset >= text_size) return "truncated";
  switch (error) {
    case simdjson::UNESCAPED_CHARS: return "control-in-string";
    case simdjson::STRING_ERROR: return "bad-escape";
    case simdjson::NUMBER_ERROR: return "bad-number";
    default: return "syntax";
  }
}

}  // namespace

Finding diagnose(std::string_view json, simdjson::error_code error, const Limits& limits) {
  const auto limit_exceeded = [&](std::string_view what, std::size_t limit) {
    return finding(json, structural("limit-exceeded"), 0,
                   {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}});
  };
  if (json.size() > limits.document_bytes)
    return limit_exceeded("limit-document", limits.document_bytes);
  if (is_blank(json)) return finding(json, structural("document-empty"), 0);
  if (const std::string_view name = utf16_name(json); !name.empty()) {
    return finding(json, structural("not-utf8"), 0, {{"encoding", Token{std::string(name)}}});
  }
  if (const std::size_t bad = first_malformed_byte(json); bad < json.size()) {
    return finding(json, structural("not-utf8"), bad, {{"encoding", Token{guess_encoding(json)}}});
  }
  if (const auto nul = json.find('\0'); nul != std::string_view::npos) {
    return finding(json, structural("nul-character"), nul);
  }
  if (error == simdjson::DEPTH_ERROR) return limit_exceeded("limit-depth", limits.depth);
  if (json.find("\x1B$") != std::string_view::npos) {
    return finding(json, structural("not-utf8"), json.find("\x1B$"),
                   {{"encoding", Token{"ISO-2022-JP"}}});
  }
  ErrorPlace place;
  nlohmann::json::sax_parse(json, &place);
  if (!place.offset && error == simdjson::NUMBER_ERROR) {
    simdjson::dom::parser parser;
    find_bad_number(json, skip_space(json, 0), parser, place.offset);
  }
  const std::size_t text_end = json.find_last_not_of(" \t\r\n") + 1;
  return finding(json, structural("json-malformed"), place.offset.value_or(0),
                 {{"problem", Term{problem(error, place, text_end)}}});
}

}  // namespace tokki
