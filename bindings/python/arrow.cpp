// tokki.check_arrow: a column of documents in, a table of findings out, without Arrow.
#include <tokki/report.hpp>

#include "arrow_column.hpp"
#include "arrow_findings.hpp"
#include "binding.hpp"

namespace tokki::python {
namespace {

constexpr const char* kStream = "arrow_array_stream";
constexpr const char* kSchema = "arrow_schema";
constexpr const char* kArray = "arrow_array";

// Where a batch of findings ends, well below the 2 GiB of a utf8 column.
constexpr std::size_t kBatchRows = 65'536;
constexpr std::size_t kBatchBytes = std::size_t{64} << 20U;

// A table of findings for Python. May be exported any number of times.
struct Findings {
  std::shared_ptr<const ArrowFindingsTable> table;
  std::size_t rows = 0;
};

// Checks the documents of a column one array after the other.
class ArrowCheck {
 public:
  ArrowCheck(Checker& checker, Language language) : checker_(checker), language_(language) {}

  void add(const ArrowColumn& column, const ArrowArray& array) {
    for (std::int64_t i = 0; i < array.length; ++i, ++row_) {
      const auto text = column.at(array, i);
      if (!text) continue;  // null: there is no document
      checker_.check(*text, report_);
      add(report_);
    }
  }

  Findings finish() {
    flush();
    return {std::make_shared<const ArrowFindingsTable>(std::move(table_)), rows_};
  }

 private:
  void add(const Report& report) {
    for (const Finding& finding : report.findings) {
      const Words texts = words(finding, *report.edition, language_);
      batch_->rows.push_back(row_);
      batch_->severity.add(key_of_choice(finding.severity));
      batch_->rule.add(finding.rule->id);
      batch_->clause.add(texts.clause);
      batch_->pointer.add(finding.at.pointer());
      batch_->message.add(texts.message);
    }
    if (batch_->rows.size() >= kBatchRows || batch_->bytes() >= kBatchBytes) flush();
  }
  void flush() {
    if (batch_->rows.empty()) return;
    rows_ += batch_->rows.size();
    table_.push_back(std::exchange(batch_, std::make_shared<ArrowFindings>()));
  }

  Checker& checker_;
  Report report_;
  Language language_;
  std::int64_t row_ = 0;
  std::size_t rows_ = 0;
  std::shared_ptr<ArrowFindings> batch_ = std::make_shared<ArrowFindings>();
  ArrowFindingsTable table_;
};

template <class T>
Owned<T> taken(const py::object& capsule, const char* name) {
  auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (held == nullptr) throw py::error_already_set();
  if (held->release == nullptr) throw py::value_error("the Arrow data was already consumed");
  return Owned<T>(*held);
}

ArrowColumn column_of(const ArrowSchema& schema) {
  if (const char* fault = ArrowColumn::fault(schema)) {
    throw py::type_error(std::string("check_arrow takes a column of text, not ") + fault);
  }
  return ArrowColumn(schema);
}

Findings check_stream(ArrowCheck& check, Owned<ArrowArrayStream>& stream) {
  const auto demand = [&](int code) {
    if (code == 0) return;
    const char* reason = stream->get_last_error(stream.get());
    throw std::runtime_error(reason == nullptr ? "the Arrow stream failed" : reason);
  };
  ArrowSchema given{};
  demand(stream->get_schema(stream.get(), &given));
  const Owned<ArrowSchema> schema(given);
  const ArrowColumn column = column_of(*schema);
  while (true) {
    ArrowArray next{};
    demand(stream->get_next(stream.get(), &next));
    if (next.release == nullptr) return check.finish();
    const Owned<ArrowArray> array(next);
    check.add(column, *array);
  }
}

Findings check_arrow(const py::object& data, Checker& checker, std::string_view lang) {
  ArrowCheck check(checker, choice_of<Language>(lang));
  if (py::hasattr(data, "__arrow_c_stream__")) {
    auto stream = taken<ArrowArrayStream>(data.attr("__arrow_c_stream__")(), kStream);
    const py::gil_scoped_release unlocked;
    return check_stream(check, stream);
  }
  if (py::hasattr(data, "__arrow_c_array__")) {
    const py::tuple capsules = data.attr("__arrow_c_array__")();
    const auto schema = taken<ArrowSchema>(capsules[0], kSchema);
    const auto array = taken<ArrowArray>(capsules[1], kArray);
    const ArrowColumn column = column_of(*schema);
    const py::gil_scoped_release unlocked;
    check.add(column, *array);
    return check.finish();
  }
  throw py::type_error(
      "check_arrow takes what has __arrow_c_stream__ or __arrow_c_array__: a column of pyarrow, "
      "polars, nanoarrow …");
}

// A capsule that releases its structure unless a consumer has taken it.
template <class T>
py::capsule capsule(std::unique_ptr<T> held, const char* name) {
  py::capsule made(held.get(), name, [](PyObject* dying) {
    const std::unique_ptr<T> kept(
        static_cast<T*>(PyCapsule_GetPointer(dying, PyCapsule_GetName(dying))));
    if (kept && kept->release != nullptr) kept->release(kept.get());
  });
  static_cast<void>(held.release());
  return made;
}

}  // namespace

void bind_arrow(py::module_& module) {
  py::class_<Findings>(module, "ArrowFindings",
                       "Findings as a table for anything that takes Arrow: row (of the column, "
                       "from 0), severity, rule, clause, pointer, message.")
      .def("__len__", [](const Findings& self) { return self.rows; })
      .def(
          "__arrow_c_schema__",
          [](const Findings&) {
            auto schema = std::make_unique<ArrowSchema>();
            export_schema(schema.get());
            return capsule(std::move(schema), kSchema);
          },
          "The table's schema.")
      .def(
          "__arrow_c_stream__",
          [](const Findings& self, const py::object&) {
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(self.table, stream.get());
            return capsule(std::move(stream), kStream);
          },
          py::arg("requested_schema") = py::none(), "The table, as often as it is asked for.");
  module.def("check_arrow", &check_arrow, py::arg("column"), py::arg("checker"), py::arg("lang"));
}

}  // namespace tokki::python
