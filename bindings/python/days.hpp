// days.hpp: conversion between tokki's days and Python's.
#pragma once

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>
#include <tokki/date.hpp>

namespace tokki::python {

namespace py = pybind11;

inline bool is_date(PyObject* object) {
  return py::isinstance(object, py::module_::import("datetime").attr("date"));
}

/// A datetime.date, to Python and its type checkers.
class PyDate : public py::object {
 public:
  PYBIND11_OBJECT(PyDate, py::object, is_date)
  explicit PyDate(Day day)
      : py::object(py::module_::import("datetime")
                       .attr("date")(static_cast<int>(day.year()),
                                     static_cast<unsigned>(day.month()),
                                     static_cast<unsigned>(day.day()))) {}
  [[nodiscard]] Day value() const {
    return {std::chrono::year(attr("year").cast<int>()),
            std::chrono::month(attr("month").cast<unsigned>()),
            std::chrono::day(attr("day").cast<unsigned>())};
  }
};

inline std::optional<PyDate> to_python(const std::optional<Day>& day) {
  return day ? std::optional<PyDate>(PyDate(*day)) : std::nullopt;
}

}  // namespace tokki::python

template <>
struct pybind11::detail::handle_type_name<tokki::python::PyDate> {
  static constexpr auto name = const_name("datetime.date");
};
