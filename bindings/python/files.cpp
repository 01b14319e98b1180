// Checks files and folders as FileChecker does.
#include <pybind11/functional.h>
#include <tokki/file_checker.hpp>

#include "binding.hpp"

namespace tokki::python {
namespace {

// Runs without the interpreter lock, which `visitor` takes when it calls back.
UnreadableFiles check_path(const py::bytes& path, CheckOptions options, FileVisitor visitor) {
  std::vector<UnreadableFile> found;
  visitor.unreadable = [&](const UnreadableFile& file) { found.push_back(file); };
  options.across = std::make_shared<AcrossContracts>();
  {
    const std::string name(path);
    const py::gil_scoped_release unlocked;
    FileChecker(std::move(options), std::move(visitor)).check(name);
  }
  UnreadableFiles unreadable;
  for (const UnreadableFile& file : found) unreadable.emplace_back(file.path, file.error);
  return unreadable;
}

UnreadableFiles check_reports(const py::bytes& path, const std::vector<EditionHandle>& editions,
                              const PyDate& as_of, const std::function<bool(const Report&)>& take) {
  FileVisitor visitor;
  visitor.report = take;
  return check_path(path, options_of(editions, as_of), std::move(visitor));
}

UnreadableFiles check_chains(const py::bytes& path, const std::vector<EditionHandle>& editions,
                             const PyDate& as_of, const std::function<bool(CheckedChain)>& take) {
  std::vector<Report> reports;
  FileVisitor visitor;
  visitor.report = [&](const Report& report) {
    reports.push_back(report);
    return true;
  };
  visitor.chain = [&](Chain chain) { return take({std::move(chain), std::exchange(reports, {})}); };
  return check_path(path, options_of(editions, as_of), std::move(visitor));
}

}  // namespace

void bind_files(py::module_& module) {
  module.def("check_path", &check_reports, py::arg("path"), py::arg("editions"), py::arg("as_of"),
             py::arg("take"),
             "Gives the report on each document to `take` until that returns False; returns the "
             "files that could not be read, each with its errno.");
  module.def("chains_of_path", &check_chains, py::arg("path"), py::arg("editions"),
             py::arg("as_of"), py::arg("take"), "The same for the chain of each dossier.");
}

}  // namespace tokki::python
