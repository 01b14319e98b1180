#include "json/diagnose.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "json/syntax_error.hpp"
#include "rules/catalog/catalog.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0::internal {
namespace {

Finding fault_at(std::size_t offset, const RuleInfo& rule, std::vector<Argument> arguments = {}) {
  Finding fault;
  fault.rule = &rule;
  fault.severity = rule.severity;
  fault.at.position = Position{.offset = offset};
  fault.arguments = std::move(arguments);
  return fault;
}

Finding not_utf8(std::size_t offset, std::string_view encoding) {
  return fault_at(offset, rule("not-utf8"), {{"encoding", Token{std::string(encoding)}}});
}

Finding beyond(std::string_view what, std::size_t limit) {
  return fault_at(0, rule("limit-exceeded"),
                  {{"what", Term{what}}, {"limit", static_cast<std::int64_t>(limit)}});
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

// The encoding in common use in Japan that fits; else "unknown", most often damaged UTF-8.
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

std::string_view problem(Refusal refusal, const SyntaxError& error, std::size_t text_size) {
  if (error.trailing) return "trailing-content";
  if (error.offset >= text_size) return "truncated";
  switch (refusal) {
    case Refusal::control_in_string: return "control-in-string";
    case Refusal::bad_escape: return "bad-escape";
    case Refusal::bad_number: return "bad-number";
    default: return "syntax";
  }
}

Finding malformed(std::string_view text, Refusal refusal) {
  SyntaxError error;
  if (const auto found = find_syntax_error(text)) {
    error = *found;
  } else if (refusal == Refusal::bad_number) {
    error.offset = find_huge_integer(text).value_or(0);
  }
  const std::size_t size = text.find_last_not_of(" \t\r\n") + 1;
  return fault_at(error.offset, rule("json-malformed"),
                  {{"problem", Term{problem(refusal, error, size)}}});
}

}  // namespace

Finding diagnose(const Tokens& tokens, const Limits& limits) {
  const std::string_view text = tokens.text();
  const Refusal refusal = tokens.refusal();
  if (refusal == Refusal::document_size) return beyond("limit-document", limits.document_bytes);
  if (is_blank(text)) return fault_at(0, rule("document-empty"));
  if (const std::string_view name = utf16_name(text); !name.empty()) return not_utf8(0, name);
  if (const std::size_t bad = first_malformed_byte(text); bad < text.size()) {
    return not_utf8(bad, guess_encoding(text));
  }
  if (const auto nul = text.find('\0'); nul != std::string_view::npos) {
    return fault_at(nul, rule("nul-character"));
  }
  if (refusal == Refusal::depth) return beyond("limit-depth", limits.applied_depth());
  if (const auto escape = text.find("\x1B$"); escape != std::string_view::npos) {
    return not_utf8(escape, "ISO-2022-JP");
  }
  return malformed(text, refusal);
}

}  // namespace tokki::inline v0::internal
