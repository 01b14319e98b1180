#include <fmt/format.h>

#include "report/vocabulary.hpp"
#include "tokki/encode.hpp"
#include "tokki/report.hpp"

namespace tokki {
namespace {

template <Enumeration E>
std::string_view key_of_choice(E value) {
  for (const auto& choice : Description<E>::choices) {
    if (choice.value == value) return choice.key;
  }
  return {};
}

// An object, written as it comes: nlohmann's values allocate while they are destroyed, and so could
// not give way when memory runs out.
class Object {
 public:
  explicit Object(std::string& out) : out_(out) { out_ += '{'; }
  Object(const Object&) = delete;
  Object& operator=(const Object&) = delete;
  ~Object() = default;

  /// The value is written behind what this returns.
  std::string& member(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    return out_.append(json_string(key)).append(":");
  }
  Object& text(std::string_view key, std::string_view value) {
    member(key) += json_string(value);
    return *this;
  }
  Object& number(std::string_view key, auto value) {
    fmt::format_to(std::back_inserter(member(key)), "{}", value);
    return *this;
  }
  Object& both(std::string_view key, std::string_view ja, std::string_view en) {
    Object(member(key)).text("ja", ja).text("en", en).end();
    return *this;
  }
  /// An array of whatever `write(item, out)` writes.
  template <class Items, class Write>
  Object& array(std::string_view key, const Items& items, const Write& write) {
    member(key) += '[';
    for (const auto& item : items) {
      if (out_.back() != '[') out_ += ',';
      write(item, out_);
    }
    out_ += ']';
    return *this;
  }
  void end() { out_ += '}'; }

 private:
  std::string& out_;
};

void write_location(const Location& at, bool show_values, std::string& out) {
  Object object(out);
  if (!at.document.empty()) object.text("document", at.document);
  object.text("pointer", at.pointer);
  if (at.position) {
    object.number("offset", at.position->offset);
    object.number("line", at.position->line).number("column", at.position->column);
  }
  if (!at.cell.empty()) object.text("cell", at.cell);
  if (show_values && at.value) object.text("value", *at.value);
  object.end();
}

struct ArgumentWriter {
  void operator()(std::int64_t number) const { type("number").number("value", number).end(); }
  void operator()(Day day) const { text("date", iso(day)); }
  void operator()(CountryCode code) const { text("country", code.view()); }
  void operator()(const Term& term) const { text("term", term.key); }
  void operator()(const Token& token) const { text("token", token.text); }
  void operator()(const CellPlace& cell) const { text("cell", cell.key); }
  void operator()(const CellLabel& cell) const { text("cell", cell.key); }
  void operator()(const ClauseWording& clause) const { text("clause", clause.key); }
  void operator()(const Value& value) const {
    if (show_values) return text("value", value.text);
    type("value").end();
  }

  Object& type(std::string_view name) const { return object.text("type", name); }
  void text(std::string_view name, std::string_view value) const {
    type(name).text("value", value).end();
  }
  Object& object;
  bool show_values;
};

void write_finding(const Finding& finding, const Edition& edition, bool show_values,
                   std::string& out) {
  const Words ja = words(finding, edition, Language::ja);
  const Words en = words(finding, edition, Language::en);
  Object object(out);
  object.text("rule", finding.rule->id).text("severity", key_of_choice(finding.severity));
  if (!ja.clause.empty()) {
    Object(object.member("clause"))
        .text("key", ja.clause)
        .text("ja", ja.citation)
        .text("en", en.citation)
        .end();
  }
  const auto write_place = [show_values](const Location& at, std::string& to) {
    write_location(at, show_values, to);
  };
  write_place(finding.at, object.member("at"));
  if (!ja.place.empty()) object.both("place", ja.place, en.place);
  if (!finding.related.empty()) object.array("related", finding.related, write_place);
  if (!finding.arguments.empty()) {
    Object arguments(object.member("arguments"));
    for (const Argument& argument : finding.arguments) {
      Object written(arguments.member(argument.name));
      std::visit(ArgumentWriter{written, show_values}, argument.content);
    }
    arguments.end();
  }
  object.both("message", ja.message, en.message).both("remedy", ja.remedy, en.remedy);
  if (show_values && !finding.fix.empty()) {  // RFC 6902
    object.array("fix", finding.fix, [](const Replacement& step, std::string& to) {
      Object(to).text("op", "replace").text("path", step.pointer).text("value", step.value).end();
    });
  }
  object.end();
}

}  // namespace

std::string to_json(const Report& report, bool show_values) {
  const Edition& edition = *report.edition;
  std::string out;
  Object object(out);
  object.text("uri", report.document.uri);  // a path is bytes; what is no UTF-8 is replaced
  if (report.document.line) object.number("line", *report.document.line);
  if (!report.document.kind.empty()) object.text("kind", report.document.kind);
  object.text("edition", edition.reference());
  object.array("findings", report.findings, [&](const Finding& finding, std::string& to) {
    write_finding(finding, edition, show_values, to);
  });
  object.end();
  return out;
}

std::string to_json(const Summary& summary) {
  std::string out;
  Object object(out);
  object.number("documents", summary.documents)
      .number("documents_with_findings", summary.documents_with_findings)
      .number("unreadable_inputs", summary.unreadable_inputs);
  for (std::size_t i = summary.findings.size(); i-- > 0;) {
    object.number(key_of_choice(static_cast<Severity>(i)), summary.findings[i]);
  }
  object.end();
  return out;
}

}  // namespace tokki
