// A dossier that several documents make up, and its chain.
#include <tokki/chain_report.hpp>
#include <tokki/dossier_checker.hpp>

#include <algorithm>

#include "binding.hpp"

namespace tokki::python {
namespace {

TextStyle style_of(std::string_view lang, std::size_t width) {
  return {.language = choice_of<Language>(lang), .width = width};
}

CheckedChain check_dossier(const std::vector<BatchItem>& documents,
                           const std::vector<EditionHandle>& editions, const PyDate& as_of) {
  const std::vector<Input> inputs = inputs_of(documents);
  DossierChecker checker(options_of(editions, as_of));
  const py::gil_scoped_release unlocked;
  for (const Input& input : inputs) checker.add(input.json, input.uri, input.line);
  std::vector<Report> reports;
  Chain chain = checker.finish([&](const Report& report) {
    reports.push_back(report);
    if (!inputs[reports.size() - 1].positions) forget_positions(reports.back());
    return true;
  });
  return {std::move(chain), std::move(reports)};
}

std::string shown(const CheckedChain& self, std::string_view format, std::string_view lang,
                  std::size_t width) {
  DossierReports reports;
  for (const Report& report : self.reports) reports.add(report);
  return to_string(self.chain, reports, choice_of<ChainFormat>(format), style_of(lang, width));
}

std::string party_shown(const CheckedChain& self, std::string_view reference, std::string_view lang,
                        std::size_t width) {
  const ChainIndex party = self.chain.find(reference);
  if (party == kNoIndex) throw py::key_error("no party has that id, corporate number or name");
  // The dossier's own edition; a form may have been made under another.
  const auto own = std::ranges::find_if(self.reports, [](const Report& report) {
    return report.document.kind != Description<Declaration>::kind;
  });
  const Report& report = own == self.reports.end() ? self.reports.front() : *own;
  return describe_party(self.chain, party, *report.edition, style_of(lang, width));
}

}  // namespace

void bind_chain(py::module_& module) {
  py::class_<CheckedChain>(module, "Chain", "A dossier's chain and its reports. See tokki.Chain.")
      .def_property_readonly("reports", [](const CheckedChain& self) { return self.reports; })
      .def("to_string", &shown, py::arg("format"), py::arg("lang"), py::arg("width"))
      .def("describe_party", &party_shown, py::arg("reference"), py::arg("lang"), py::arg("width"));
  module.def("check_dossier", &check_dossier, py::arg("documents"), py::arg("editions"),
             py::arg("as_of"));
}

}  // namespace tokki::python
