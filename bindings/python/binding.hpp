// binding.hpp: what the files of the extension module share.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <tokki/check.hpp>

#include <memory>
#include <string>
#include <string_view>

#include "choices.hpp"

namespace tokki::python {

namespace py = pybind11;

/// The choice spelt so; ValueError when there is none.
template <Enumeration E>
E choice_of(std::string_view key) {
  for (const auto& choice : Description<E>::choices) {
    if (choice.key == key) return choice.value;
  }
  throw py::value_error("no " + std::string(Description<E>::name) + ": " + std::string(key));
}

/// An Edition is never changed, but pybind11 has no holder of constants.
struct EditionHandle {
  std::shared_ptr<const Edition> edition;
};

void bind_arrow(py::module_& module);

}  // namespace tokki::python
