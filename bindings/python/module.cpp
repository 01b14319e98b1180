// The extension module: bytes in, reports out. Records, findings and everything else that Python
// can do well by itself are made in Python, from JSON.
//
// Text of documents is taken as `bytes`; the interpreter lock is released while tokki works.
#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <pybind11/typing.h>
#include <tokki/report.hpp>
#include <tokki/report_writer.hpp>
#include <tokki/rule.hpp>
#include <tokki/tokki.hpp>

#include "binding.hpp"
#include "days.hpp"
#include "plain.hpp"

namespace tokki::python {
namespace {

Language language(std::string_view key) { return choice_of<Language>(key); }

std::string faults_json(const std::vector<Finding>& findings) {
  Report report;
  report.edition = Edition::builtin();
  report.findings = findings;
  return to_json(report);
}

using SharedEdition = std::shared_ptr<const Edition>;

std::pair<std::optional<EditionHandle>, std::string> load_edition(
    const py::bytes& json, const std::vector<EditionHandle>& known) {
  const auto text = std::string_view(json);
  std::vector<SharedEdition> others;
  for (const EditionHandle& one : known) others.push_back(one.edition);
  const py::gil_scoped_release unlocked;
  Edition::Loaded loaded = Edition::load(text, others);
  std::string faults = faults_json(loaded.faults);
  if (!loaded.edition) return {std::nullopt, std::move(faults)};
  return {EditionHandle{std::move(loaded.edition)}, std::move(faults)};
}

const Clause& clause_of(const EditionHandle& self, std::string_view citation) {
  const auto found = self.edition->cited(citation);
  if (found.empty()) throw py::key_error("no clause is cited so");
  return *found.front();
}

std::string wording(const Wording& text, Language wanted) {
  return (wanted == Language::ja ? text.ja : text.en).str();
}

void bind_edition(py::module_& module) {
  py::class_<EditionHandle>(module, "Edition",
                            "The terms of one office as data, immutable. See tokki.load_edition.")
      .def_static(
          "builtin", [] { return EditionHandle{Edition::builtin()}; },
          "The edition that comes with tokki.")
      .def_property_readonly(
          "id", [](const EditionHandle& self) { return self.edition->file().id.str(); })
      .def_property_readonly(
          "version", [](const EditionHandle& self) { return self.edition->file().version.str(); })
      .def_property_readonly(
          "reference", [](const EditionHandle& self) { return self.edition->reference(); },
          "\"id/version\".")
      .def_property_readonly(
          "digest", [](const EditionHandle& self) { return self.edition->digest(); },
          "SHA-256 of all that it says, in hexadecimal: the same however its file is laid out.")
      .def(
          "title",
          [](const EditionHandle& self, std::string_view lang) {
            return wording(self.edition->file().title, language(lang));
          },
          py::kw_only(), py::arg("lang") = "ja")
      .def(
          "citation",
          [](const EditionHandle& self, std::string_view clause, std::string_view lang) {
            return self.edition->citation(clause_of(self, clause).key, language(lang));
          },
          py::arg("clause"), py::pos_only(), py::kw_only(), py::arg("lang") = "ja",
          "The clause as it is cited, by its key or any citation (A3.4, 特記事項３(4)). KeyError "
          "when nothing is cited so.")
      .def(
          "wording",
          [](const EditionHandle& self, std::string_view clause, std::string_view lang) {
            const Clause& found = clause_of(self, clause);
            return wording(found.wording, language(lang));
          },
          py::arg("clause"), py::pos_only(), py::kw_only(), py::arg("lang") = "ja",
          "The clause word for word, or its translation.")
      .def("__eq__",
           [](const EditionHandle& self, const py::object& other) {
             return py::isinstance<EditionHandle>(other) &&
                    other.cast<EditionHandle>().edition == self.edition;
           })
      .def(
          "__hash__",
          [](const EditionHandle& self) { return std::hash<const Edition*>{}(self.edition.get()); })
      .def("__repr__", [](const EditionHandle& self) {
        return "<tokki.Edition " + self.edition->reference() + ">";
      });
  module.def("load_edition", &load_edition, py::arg("json"), py::arg("known"),
             "The edition, or None, and its faults as a JSON report.");
}

void bind_report(const py::module_& module) {
  py::class_<Report>(module, "Report", "The findings on one document. See tokki.Report.")
      .def("__len__", [](const Report& self) { return self.findings.size(); })
      .def_property_readonly(
          "uri",
          [](const Report& self) {
            return py::str(py::bytes(self.document.uri).attr("decode")("utf-8", "replace"));
          })
      .def_property_readonly("line", [](const Report& self) { return self.document.line; })
      .def_property_readonly("kind", [](const Report& self) { return self.document.kind; })
      .def_property_readonly("edition",
                             [](const Report& self) { return EditionHandle{self.edition}; })
      .def(
          "to_json", [](const Report& self) { return to_json(self); },
          py::call_guard<py::gil_scoped_release>())
      .def(
          "render",
          [](const Report& self, std::string_view format, std::string_view lang,
             std::size_t width) {
            const ReportFormat* const found = find_report_format(format);
            if (found == nullptr) throw py::key_error(std::string(format));
            const TextStyle style{.language = language(lang), .width = width};
            const py::gil_scoped_release unlocked;
            return to_string(self, *found, {.style = style});
          },
          py::arg("format"), py::arg("lang"), py::arg("width"));
}

Report checked(Checker& checker, const Input& input) {
  Report report = checker.check(input.json, input.uri, input.line);
  if (!input.positions) forget_positions(report);
  return report;
}

void bind_checker(const py::module_& module) {
  py::class_<Checker>(module, "Checker", "Checks one document after the other; one per thread.")
      .def(py::init([](const std::vector<EditionHandle>& editions, const PyDate& as_of) {
             return Checker(options_of(editions, as_of));
           }),
           py::arg("editions"), py::arg("as_of"))
      .def(
          "check",
          [](Checker& self, const std::vector<BatchItem>& batch) {
            const std::vector<Input> inputs = inputs_of(batch);
            std::vector<Report> reports;
            reports.reserve(batch.size());
            {
              const py::gil_scoped_release unlocked;
              for (const Input& input : inputs) reports.push_back(checked(self, input));
            }
            return reports;
          },
          py::arg("batch"),
          "Checks documents given as (json, uri, line, positions): a report of each. Positions "
          "mean nothing for text that the caller made.");
}

// A document read from JSON: its kind, its record as plain values (None when nothing could be
// decoded), and its structural faults as a JSON report.
std::tuple<py::str, std::optional<py::typing::Dict<py::str, py::object>>, std::string> decode(
    const py::bytes& json) {
  const auto text = std::string_view(json);
  Document document;
  std::string faults;
  {
    const py::gil_scoped_release unlocked;
    document.read(text);
    faults = faults_json(document.findings());
  }
  std::optional<py::typing::Dict<py::str, py::object>> record;
  if (const auto* declaration = document.declaration()) record = plain(*declaration);
  if (const auto* dossier = document.dossier()) record = plain(*dossier);
  if (const auto* part = document.dossier_record()) record = plain(*part);
  return {plain_text(document.kind()), record, std::move(faults)};
}

}  // namespace
}  // namespace tokki::python

PYBIND11_MODULE(_tokki, module) {
  using namespace tokki;          // NOLINT(google-build-using-namespace)
  using namespace tokki::python;  // NOLINT(google-build-using-namespace)
  module.doc() = "tokki's extension module: bytes in, reports out. Use the package tokki.";
  bind_edition(module);
  bind_report(module);
  bind_checker(module);
  bind_arrow(module);
  bind_assess(module);
  bind_chain(module);
  bind_changes(module);
  bind_files(module);
  module.def("version", [] { return std::string(version()); });
  module.def("decode", &decode, py::arg("json"));
  module.def("today_in_japan", [] { return PyDate(today_in_japan()); });
  module.def(
      "read_date",
      [](std::string_view text) {
        const Date date{Str(text)};
        return std::pair(to_python(date.value), plain_text(key_of_choice(date.reading)));
      },
      py::arg("written"));
  module.def(
      "read_instant",
      [](std::string_view text) {
        const Instant instant{Str(text)};
        std::optional<std::pair<std::int64_t, std::int64_t>> interval;
        if (instant.value) {
          interval.emplace(instant.value->lo.time_since_epoch().count(),
                           instant.value->hi.time_since_epoch().count());
        }
        return std::pair(interval, plain_text(key_of_choice(instant.reading)));
      },
      py::arg("written"));
  module.def(
      "read_country",
      [](std::string_view text) {
        const Country country{Str(text)};
        return country.value ? std::optional(std::string(country.value->view())) : std::nullopt;
      },
      py::arg("written"));
  module.def(
      "severity_name",
      [](std::string_view severity, std::string_view lang) {
        return plain_text(severity_name(choice_of<Severity>(severity), language(lang)));
      },
      py::arg("severity"), py::arg("lang"));
  module.def(
      "explain",
      [](std::string_view rule, const EditionHandle& edition, std::string_view lang,
         std::size_t width) {
        const RuleInfo* info = find_rule(rule);
        if (info == nullptr) {
          throw py::key_error("no such rule; nearest: " + std::string(closest_rule(rule)));
        }
        return explain(*info, *edition.edition,
                       TextStyle{.language = language(lang), .width = width});
      },
      py::arg("rule"), py::arg("edition"), py::arg("lang"), py::arg("width"));
  module.def("report_formats", [] {
    std::vector<std::string> names;
    for (const ReportFormat& format : report_formats()) names.emplace_back(format.name);
    return names;
  });
  module.def("rules", [] {
    std::vector<std::string> ids;
    for (const RuleInfo* rule : all_rules()) ids.emplace_back(rule->id);
    return ids;
  });
}
