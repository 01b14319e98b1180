// binding.hpp: shared by the files of the extension module.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <tokki/assessor.hpp>
#include <tokki/chain.hpp>
#include <tokki/check.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "choices.hpp"
#include "days.hpp"

namespace tokki::python {

/// The choice with that spelling; ValueError when there is none.
template <Enumeration E>
E choice_of(std::string_view key) {
  if (const auto value = value_of<E>(key)) return *value;
  throw py::value_error("no " + std::string(Description<E>::name) + ": " + std::string(key));
}

/// An Edition is never changed, but pybind11 has no holder of constants.
struct EditionHandle {
  std::shared_ptr<const Edition> edition;
};

/// A document from Python: JSON, name, line, and whether positions are wanted. They are meaningless
/// in JSON that the package itself made.
using BatchItem = std::tuple<py::bytes, std::string, std::optional<std::uint64_t>, bool>;

/// The same as C++ values, usable without the interpreter lock while the items live.
struct Input {
  std::string_view json;
  std::string uri;
  std::optional<std::uint64_t> line;
  bool positions;
};

inline std::vector<Input> inputs_of(const std::vector<BatchItem>& batch) {
  std::vector<Input> inputs;
  inputs.reserve(batch.size());
  for (const auto& [json, uri, line, positions] : batch) {
    inputs.push_back({std::string_view(json), uri, line, positions});
  }
  return inputs;
}

/// Documents joined into one dossier; shared by what is made of them.
struct Records {
  std::shared_ptr<const Assessor> joined;
  std::vector<bool> positions;  // whether those in a document mean anything; empty: all do
};

/// The chain of a dossier, and the reports on its documents.
struct CheckedChain {
  Chain chain;
  std::vector<Report> reports;
};

inline void forget_positions(Finding& finding) {
  finding.at.position.reset();
  for (Place& other : finding.related) other.position.reset();
}
inline void forget_positions(Report& report) {
  for (Finding& finding : report.findings) forget_positions(finding);
}

/// The first edition is the default; none means the built-in one.
inline Editions editions_of(const std::vector<EditionHandle>& editions) {
  if (editions.empty()) return {};
  Editions made(editions.front().edition);
  for (std::size_t i = 1; i < editions.size(); ++i) made.add(editions[i].edition);
  return made;
}

inline CheckOptions options_of(const std::vector<EditionHandle>& editions, const PyDate& as_of) {
  CheckOptions options;
  options.editions = editions_of(editions);
  options.as_of = as_of.value();
  return options;
}

/// `as_of`, `known_at`: seconds since 1970-01-01T00:00:00Z.
inline AssessOptions assess_options_of(const std::vector<EditionHandle>& editions,
                                       std::optional<std::int64_t> as_of,
                                       std::optional<std::int64_t> known_at) {
  const auto second = [](std::optional<std::int64_t> given) {
    return given ? std::optional(Second(std::chrono::seconds(*given))) : std::nullopt;
  };
  return {.editions = editions_of(editions), .as_of = second(as_of), .known_at = second(known_at)};
}

/// Paths and errors (errno) of what could not be read.
using UnreadableFiles = std::vector<std::pair<py::bytes, int>>;

void bind_arrow(py::module_& module);
void bind_assess(py::module_& module);
void bind_chain(py::module_& module);
void bind_changes(py::module_& module);
void bind_files(py::module_& module);

}  // namespace tokki::python
