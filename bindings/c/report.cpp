// report.cpp: findings, their texts, and reports in all formats.
#include "guard.hpp"
#include "handles.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/text.hpp"

using namespace tokki::c;
using tokki::Report;

namespace {

tokki::TextStyle style_given(const tokki_style* style) {
  const tokki_style asked = adopted(style);
  return tokki::c::style_given(asked.width, asked.language, asked.flags,
                               TOKKI_COLOUR | TOKKI_QUOTE | TOKKI_SHOW_VALUES);
}

std::size_t index_given(const tokki_report& report, std::size_t index) {
  if (index >= report.report.findings.size()) {
    refuse(TOKKI_NOT_FOUND,
           {"その番号の指摘はありません", "the report has no finding of that index"});
  }
  return index;
}

// Of a document that is not UTF-8 the value is its bytes, which cannot be given as text.
bool is_utf8(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = tokki::next_character(text, at);
    if (c == 0xFFFD && text.substr(start, at - start) != "\uFFFD") return false;
  }
  return true;
}

/// The places of a finding as text, which the report owns.
const std::vector<tokki_report::PrintedPlace>& printed_places(const tokki_report& report,
                                                              std::size_t index) {
  std::call_once(report.places.made, [&] {
    std::vector<std::vector<tokki_report::PrintedPlace>> printed;
    for (const tokki::Finding& finding : report.report.findings) {
      auto& places = printed.emplace_back();
      places.push_back({finding.at.pointer(), finding.at.cell()});
      for (const tokki::Place& related : finding.related) {
        places.push_back({related.pointer(), related.cell()});
      }
    }
    report.places.of_findings = std::move(printed);
  });
  return report.places.of_findings[index];
}

tokki_text or_nothing(const tokki_report* report, std::string_view (*part)(const tokki_report&)) {
  return report == nullptr ? tokki_text{nullptr, 0} : lent(part(*report));
}

}  // namespace

namespace tokki::c {

TextStyle style_given(std::size_t width, std::int32_t language, std::uint32_t flags,
                      std::uint32_t known_flags) {
  only_flags(flags, known_flags);
  TextStyle made;
  made.language = given_language(language);
  if (width != 0) made.width = width;
  made.colour = (flags & TOKKI_COLOUR) != 0;
  made.quote = (flags & TOKKI_QUOTE) != 0;
  made.show_values = (flags & TOKKI_SHOW_VALUES) != 0;
  return made;
}

std::unique_ptr<tokki_report> report_of(std::vector<Finding> faults, std::string_view kind) {
  Report report;
  report.document.kind = kind;
  report.edition = Edition::builtin();
  report.as_of = today_in_japan();
  report.findings = std::move(faults);
  return std::make_unique<tokki_report>(std::move(report));
}

}  // namespace tokki::c

tokki_text tokki_severity_name(int32_t severity, tokki_language language) {
  if (severity < TOKKI_NOTE || severity > TOKKI_ERROR) return {nullptr, 0};
  return lent(severity_name(static_cast<tokki::Severity>(severity), number_of(language) == TOKKI_EN
                                                                        ? tokki::Language::en
                                                                        : tokki::Language::ja));
}

tokki_text tokki_report_uri(const tokki_report* report) {
  return or_nothing(
      report, [](const tokki_report& of) -> std::string_view { return of.report.document.uri; });
}
uint64_t tokki_report_line(const tokki_report* report) {
  return report == nullptr ? 0 : report->report.document.line.value_or(0);
}
tokki_text tokki_report_kind(const tokki_report* report) {
  return or_nothing(
      report, [](const tokki_report& of) -> std::string_view { return of.report.document.kind; });
}
tokki_text tokki_report_edition(const tokki_report* report) {
  return or_nothing(report, [](const tokki_report& of) -> std::string_view { return of.edition; });
}
size_t tokki_report_size(const tokki_report* report) {
  return report == nullptr ? 0 : report->report.findings.size();
}
int32_t tokki_report_gravest(const tokki_report* report) {
  const auto gravest = report == nullptr ? std::nullopt : report->report.gravest();
  return gravest ? static_cast<int32_t>(*gravest) : -1;
}

tokki_status tokki_report_finding(const tokki_report* report, size_t index, tokki_finding* out,
                                  tokki_error* error) {
  return guarded(error, [&] {
    const auto& finding = given(report).report.findings[index_given(*report, index)];
    fill_struct(out, {.size = 0,
                      .rule = lent(finding.rule->id),
                      .severity = static_cast<int32_t>(finding.severity),
                      .related_count = static_cast<uint32_t>(finding.related.size())});
  });
}

tokki_status tokki_report_location(const tokki_report* report, size_t index, size_t place,
                                   tokki_location* out, tokki_error* error) {
  return guarded(error, [&] {
    const auto& finding = given(report).report.findings[index_given(*report, index)];
    if (place > finding.related.size()) {
      refuse(TOKKI_NOT_FOUND,
             {"その番号の箇所はありません", "the finding has no place of that number"});
    }
    const tokki::Place& at = place == 0 ? finding.at : finding.related[place - 1];
    const tokki_report::PrintedPlace& printed = printed_places(*report, index)[place];
    const tokki::Position position = at.position.value_or(tokki::Position{0, 0, 0});
    // A value that was kept is there even when it is empty.
    const tokki_text value = at.value && is_utf8(*at.value)
                                 ? tokki_text{at.value->data(), at.value->size()}
                                 : tokki_text{nullptr, 0};
    fill_struct(out, {.size = 0,
                      .pointer = lent(printed.pointer),
                      .cell = lent(printed.cell),
                      .value = value,
                      .document = lent(report->report.name_of(at)),
                      .offset = position.offset,
                      .line = position.line,
                      .column = position.column});
  });
}

tokki_status tokki_report_words(const tokki_report* report, size_t index, tokki_language language,
                                tokki_words* out, tokki_error* error) {
  return guarded(error, [&] {
    index_given(given(report), index);
    const tokki::Language asked = given_language(number_of(language));
    auto& in_words = report->languages[static_cast<std::size_t>(asked)];
    std::call_once(in_words.made, [&] {
      std::vector<tokki::Words> words;
      for (const tokki::Finding& finding : report->report.findings) {
        words.push_back(tokki::words(finding, *report->report.edition, asked));
      }
      in_words.words = std::move(words);
    });
    const tokki::Words& words = in_words.words[index];
    fill_struct(out, {.size = 0,
                      .message = lent(words.message),
                      .remedy = lent(words.remedy),
                      .place = lent(words.place),
                      .label = lent(words.label),
                      .clause = lent(words.clause),
                      .citation = lent(words.citation)});
  });
}

tokki_status tokki_report_render(const tokki_report* report, tokki_text format,
                                 const tokki_style* style, tokki_string** out, tokki_error* error) {
  return guarded(error, [&] {
    tokki_string*& made = emptied(out);
    const tokki::ReportFormat& chosen = format_given<&tokki::report_formats>(format);
    made = new tokki_string{to_string(given(report).report, chosen, {.style = style_given(style)})};
  });
}

void tokki_report_free(tokki_report* report) { delete report; }

tokki_text tokki_string_text(const tokki_string* string) {
  return string == nullptr ? tokki_text{nullptr, 0} : lent(string->text);
}
void tokki_string_free(tokki_string* string) { delete string; }
