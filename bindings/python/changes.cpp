// What changed in what was declared.
#include <tokki/changes_report.hpp>
#include <tokki/decode.hpp>

#include <array>
#include <variant>

#include "binding.hpp"

namespace tokki::python {
namespace {

struct Compared {
  std::variant<FormDiff, FactsDiff> diff;
  std::array<std::string, 2> names;         // of two declarations
  std::shared_ptr<const Assessor> records;  // of facts
};

std::optional<Compared> compared_forms(const BatchItem& before, const BatchItem& after,
                                       const std::vector<EditionHandle>& editions) {
  const std::vector<Input> inputs = inputs_of({before, after});
  const Editions known = editions_of(editions);
  const py::gil_scoped_release unlocked;
  std::array<Document, 2> documents;
  for (std::size_t i = 0; i < documents.size(); ++i) {
    documents[i].read(inputs[i].json);
    if (documents[i].declaration() == nullptr) return std::nullopt;
  }
  return Compared{compare(*documents[0].declaration(), *documents[1].declaration(), known),
                  {inputs[0].uri, inputs[1].uri},
                  nullptr};
}

std::string written(const Compared& self, std::string_view format, std::string_view lang,
                    std::size_t width, bool show_values) {
  const ChangesFormat* const found = find_changes_format(format);
  if (found == nullptr) throw py::key_error(std::string(format));
  ChangesReportOptions options;
  options.style.language = choice_of<Language>(lang);
  options.style.width = width;
  options.style.show_values = show_values;
  options.before_name = self.names[0];
  options.after_name = self.names[1];
  options.records = self.records.get();
  const py::gil_scoped_release unlocked;
  if (const auto* const forms = std::get_if<FormDiff>(&self.diff)) {
    return found->forms(*forms, options);
  }
  return found->facts(std::get<FactsDiff>(self.diff), options);
}

Compared compared_facts(const Records& records, const std::vector<EditionHandle>& editions,
                        std::optional<std::int64_t> as_of, std::optional<std::int64_t> known_at) {
  const AssessOptions options = assess_options_of(editions, as_of, known_at);
  const py::gil_scoped_release unlocked;
  return {records.joined->changes(options), {}, records.joined};
}

}  // namespace

void bind_changes(py::module_& module) {
  py::class_<Compared>(module, "Changes", "What changed. See tokki.Changes.")
      .def_property_readonly("found",
                             [](const Compared& self) {
                               return std::visit([](const auto& diff) { return diff.changed(); },
                                                 self.diff);
                             })
      .def("write", &written, py::arg("format"), py::arg("lang"), py::arg("width"),
           py::arg("show_values"));
  module.def("compare", &compared_forms, py::arg("before"), py::arg("after"), py::arg("editions"),
             "What changed between two declarations; None when one of them is none.");
  module.def("compare_facts", &compared_facts, py::arg("records"), py::arg("editions"),
             py::arg("as_of"), py::arg("known_at"),
             "The facts on record that declarations do not state.");
  module.def("changes_formats", [] {
    std::vector<std::string> names;
    for (const ChangesFormat& format : changes_formats()) names.emplace_back(format.name);
    return names;
  });
}

}  // namespace tokki::python
