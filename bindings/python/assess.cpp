// How the duties of contracts stand.
#include <pybind11/functional.h>
#include <tokki/assessment_report.hpp>
#include <tokki/file_assessor.hpp>

#include "binding.hpp"

namespace tokki::python {
namespace {

struct Assessed {
  Assessment assessment;
  std::shared_ptr<const Assessor> records;
};

Records joined(const std::vector<BatchItem>& documents) {
  const std::vector<Input> inputs = inputs_of(documents);
  const py::gil_scoped_release unlocked;
  auto records = std::make_shared<Assessor>();
  std::vector<bool> positions;
  for (const Input& input : inputs) {
    records->add(input.json, input.uri, input.line);
    positions.push_back(input.positions);
  }
  return {std::move(records), std::move(positions)};
}

Assessed assessed(const Records& self, const std::vector<EditionHandle>& editions,
                  std::optional<std::int64_t> as_of, std::optional<std::int64_t> known_at) {
  const AssessOptions options = assess_options_of(editions, as_of, known_at);
  const py::gil_scoped_release unlocked;
  Assessment made = self.joined->assess(options);
  for (Finding& finding : made.findings) {
    const std::uint32_t document = finding.at.document;
    if (!self.positions.empty() && !self.positions[document]) forget_positions(finding);
  }
  return {std::move(made), self.joined};
}

UnreadableFiles assess_path(const py::bytes& path, const std::vector<EditionHandle>& editions,
                            std::optional<std::int64_t> as_of, std::optional<std::int64_t> known_at,
                            const std::function<bool(Assessed)>& take) {
  const AssessOptions options = assess_options_of(editions, as_of, known_at);
  std::vector<UnreadableFile> found;
  AssessVisitor visitor;
  visitor.taken = [&](Assessor records) {
    auto kept = std::make_shared<const Assessor>(std::move(records));
    Assessment assessment = kept->assess(options);
    return take({std::move(assessment), std::move(kept)});
  };
  visitor.unreadable = [&](const UnreadableFile& file) { found.push_back(file); };
  {
    const std::string name(path);
    const py::gil_scoped_release unlocked;  // which `take` holds while it is called
    FileAssessor({}, std::move(visitor)).read(name);
  }
  UnreadableFiles unreadable;
  for (const UnreadableFile& file : found) unreadable.emplace_back(file.path, file.error);
  return unreadable;
}

std::string written(const Assessed& self, std::string_view format, std::string_view lang,
                    std::size_t width, std::string_view order, std::optional<std::size_t> next,
                    bool all, std::optional<std::string> party, const std::string& incident,
                    bool show_values) {
  const AssessmentFormat* const found = find_assessment_format(format);
  if (found == nullptr) throw py::key_error(std::string(format));
  AssessmentReportOptions options;
  options.style.language = choice_of<Language>(lang);
  options.style.width = width;
  options.style.show_values = show_values;
  options.by = choice_of<AssessmentOrder>(order);
  options.next = next;
  options.all = all;
  options.records = self.records.get();
  if (party) {
    options.bearer = self.records->bearer(*party);
    if (!options.bearer) throw py::key_error("no party has that id, corporate number or name");
  }
  if (!incident.empty()) {
    const auto known = self.records->incident(incident);
    if (!known) throw py::key_error("no record of an incident has that id");
    options.incident = *known;
  }
  const py::gil_scoped_release unlocked;
  return found->write(self.assessment, options);
}

}  // namespace

void bind_assess(py::module_& module) {
  py::class_<Records> records(module, "Records",
                              "Documents joined into one dossier. See tokki.Assessor.");
  py::class_<Assessed>(module, "Assessment", "How duties stand. See tokki.Assessment.")
      .def("__len__", [](const Assessed& self) { return self.assessment.instances.size(); })
      .def_property_readonly("holds_dossier",
                             [](const Assessed& self) { return self.records->holds_dossier(); })
      .def_property_readonly("records",
                             [](const Assessed& self) { return Records{self.records, {}}; })
      .def(
          "findings",
          [](const Assessed& self) {
            return to_json(findings_report(self.assessment, *self.records));
          },
          py::call_guard<py::gil_scoped_release>(), "What could not be read, as a JSON report.")
      .def("write", &written, py::arg("format"), py::arg("lang"), py::arg("width"),
           py::arg("order"), py::arg("next"), py::arg("all"), py::arg("party"), py::arg("incident"),
           py::arg("show_values"));
  records.def(py::init(&joined), py::arg("documents"))
      .def("assess", &assessed, py::arg("editions"), py::arg("as_of"), py::arg("known_at"));
  module.def("assess_path", &assess_path, py::arg("path"), py::arg("editions"), py::arg("as_of"),
             py::arg("known_at"), py::arg("take"),
             "Gives how the duties of each contract stand to `take` until that returns False; "
             "returns the files that could not be read, each with its errno.");
  module.def("assessment_formats", [] {
    std::vector<std::string> names;
    for (const AssessmentFormat& format : assessment_formats()) names.emplace_back(format.name);
    return names;
  });
  module.def(
      "status_name",
      [](std::string_view status, std::string_view lang) {
        return std::string(status_name(choice_of<Status>(status), choice_of<Language>(lang)));
      },
      py::arg("status"), py::arg("lang"));
}

}  // namespace tokki::python
