// tokki.check_arrow, tokki.assess_arrow: a column of documents in, a table out, without Arrow.
#include <tokki/assessment_report.hpp>
#include <tokki/report.hpp>

#include "arrow_column.hpp"
#include "arrow_table.hpp"
#include "binding.hpp"

namespace tokki::python {
namespace {

constexpr const char* kStream = "arrow_array_stream";
constexpr const char* kSchema = "arrow_schema";
constexpr const char* kArray = "arrow_array";

// A table for Python. May be exported any number of times.
struct Table {
  std::shared_ptr<const ArrowTable> table;
};

constexpr ArrowField kFindingFields[] = {
    {"l", "row"},     {"u", "severity"},
    {"u", "rule"},    {.format = "u", .name = "clause", .nullable = true},
    {"u", "pointer"}, {"u", "message"}};

// Checks documents one after the other.
class RowCheck {
 public:
  RowCheck(Checker& checker, Language language) : checker_(checker), language_(language) {}

  void document(std::int64_t row, std::string_view text) {
    checker_.check(text, report_);
    for (const Finding& finding : report_.findings) {
      const Words texts = words(finding, *report_.edition, language_);
      table_.add(std::optional(row), key_of_choice(finding.severity), finding.rule->id,
                 texts.clause, finding.at.pointer(), texts.message);
    }
  }
  ArrowTable& table() noexcept { return table_; }

 private:
  Checker& checker_;
  Report report_;
  Language language_;
  ArrowTable table_{kFindingFields};
};

constexpr const char* kTime = "tsu:Asia/Tokyo";
constexpr ArrowField kInstanceFields[] = {
    {"l", "row"},
    {"u", "key", true},
    {"u", "duty", true},
    {"u", "clause", true},
    {"u", "trigger", true},
    {"u", "bearer", true},
    {"b", "mirror", true},
    {"u", "status", true},
    {"u", "underlying", true},
    {"b", "overdue", true},
    {kTime, "since", true},
    {kTime, "until", true},
    {kTime, "remedied_at", true},
    {"l", "delay_seconds", true},
    {"u", "reasons", true},
    {"u", "message"},
};

// Assesses dossiers one after the other.
class RowAssessment {
 public:
  RowAssessment(AssessOptions options, Language language)
      : options_(std::move(options)), language_(language) {}

  void document(std::int64_t row, std::string_view text) {
    records_.clear();
    records_.add(text);
    const Assessment assessment = records_.assess(options_);
    if (!records_.holds_dossier()) return no_dossier(row, assessment);
    for (const DutyInstance& each : assessment.instances) instance(row, assessment, each);
  }
  ArrowTable& table() noexcept { return table_; }

 private:
  static std::optional<std::int64_t> microseconds(const std::optional<Second>& second) {
    if (!second) return std::nullopt;
    return std::chrono::microseconds(second->time_since_epoch()).count();
  }

  void instance(std::int64_t row, const Assessment& assessment, const DutyInstance& each) {
    const Edition& edition = *assessment.edition;
    const Duty* const duty = edition.duty(each.duty);
    std::string reasons;
    std::string message;
    for (const Reason& why : each.reasons) {
      reasons.append(reasons.empty() ? "" : " ").append(why.info->id);
      message.append(message.empty() ? "" : "\n").append(words(why, edition, language_).message);
    }
    table_.add(std::optional(row), each.key, each.duty,
               duty == nullptr ? std::string_view() : duty->clause.view(), each.trigger,
               each.bearer, std::optional(each.mirror), key_of_choice(each.status),
               key_of_choice(each.underlying), std::optional(each.overdue),
               microseconds(each.since), microseconds(each.until), microseconds(each.remedied_at),
               each.delay ? std::optional<std::int64_t>(each.delay->count()) : std::nullopt,
               reasons, message);
  }

  void no_dossier(std::int64_t row, const Assessment& assessment) {
    std::string message(language_ == Language::ja ? "案件（tokki.dossier/1）ではありません"
                                                  : "no dossier (tokki.dossier/1)");
    for (const Finding& finding : assessment.findings) {
      message += "\n" + words(finding, *assessment.edition, language_).message;
    }
    constexpr std::string_view kNone;
    constexpr std::optional<bool> kNo;
    constexpr std::optional<std::int64_t> kNever;
    table_.add(std::optional(row), kNone, kNone, kNone, kNone, kNone, kNo, kNone, kNone, kNo,
               kNever, kNever, kNever, kNever, kNone, message);
  }

  AssessOptions options_;
  Language language_;
  Assessor records_;
  ArrowTable table_{kInstanceFields};
};

template <class T>
Owned<T> taken(const py::object& capsule, const char* name) {
  auto* held = static_cast<T*>(PyCapsule_GetPointer(capsule.ptr(), name));
  if (held == nullptr) throw py::error_already_set();
  if (held->release == nullptr) throw py::value_error("the Arrow data was already consumed");
  return Owned<T>(*held);
}

ArrowColumn column_of(const ArrowSchema& schema, const std::string& function) {
  if (const char* fault = ArrowColumn::fault(schema)) {
    throw py::type_error(function + " takes a column of text, not " + fault);
  }
  return ArrowColumn(schema);
}

// Gives the documents of an array to `rows`. `first`: the row of the first one.
template <class Rows>
void each_document(const ArrowColumn& column, const ArrowArray& array, std::int64_t first,
                   Rows& rows) {
  for (std::int64_t i = 0; i < array.length; ++i) {
    // null: there is no document
    if (const auto text = column.at(array, i)) rows.document(first + i, *text);
  }
}

template <class Rows>
void each_document(Owned<ArrowArrayStream>& stream, const std::string& function, Rows& rows) {
  const auto demand = [&](int code) {
    if (code == 0) return;
    const char* reason = stream->get_last_error(stream.get());
    throw std::runtime_error(reason == nullptr ? "the Arrow stream failed" : reason);
  };
  ArrowSchema given{};
  demand(stream->get_schema(stream.get(), &given));
  const Owned<ArrowSchema> schema(given);
  const ArrowColumn column = column_of(*schema, function);
  for (std::int64_t first = 0;;) {
    ArrowArray next{};
    demand(stream->get_next(stream.get(), &next));
    if (next.release == nullptr) return;
    const Owned<ArrowArray> array(next);
    each_document(column, *array, first, rows);
    first += (*array).length;
  }
}

// Gives the documents of a column to `rows`, and returns the table that they made.
template <class Rows>
Table table_of(const py::object& data, const std::string& function, Rows rows) {
  if (py::hasattr(data, "__arrow_c_stream__")) {
    auto stream = taken<ArrowArrayStream>(data.attr("__arrow_c_stream__")(), kStream);
    const py::gil_scoped_release unlocked;
    each_document(stream, function, rows);
  } else if (py::hasattr(data, "__arrow_c_array__")) {
    const py::tuple capsules = data.attr("__arrow_c_array__")();
    const auto schema = taken<ArrowSchema>(capsules[0], kSchema);
    const auto array = taken<ArrowArray>(capsules[1], kArray);
    const ArrowColumn column = column_of(*schema, function);
    const py::gil_scoped_release unlocked;
    each_document(column, *array, 0, rows);
  } else {
    throw py::type_error(function +
                         " takes what has __arrow_c_stream__ or __arrow_c_array__: a column of "
                         "pyarrow, polars, nanoarrow …");
  }
  rows.table().finish();
  return {std::make_shared<const ArrowTable>(std::move(rows.table()))};
}

Table check_arrow(const py::object& data, Checker& checker, std::string_view lang) {
  return table_of(data, "check_arrow", RowCheck(checker, choice_of<Language>(lang)));
}

Table assess_arrow(const py::object& data, const std::vector<EditionHandle>& editions,
                   std::optional<std::int64_t> as_of, std::optional<std::int64_t> known_at,
                   std::string_view lang) {
  return table_of(
      data, "assess_arrow",
      RowAssessment(assess_options_of(editions, as_of, known_at), choice_of<Language>(lang)));
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
  py::class_<Table>(module, "ArrowTable", "A table for anything that takes Arrow.")
      .def("__len__", [](const Table& self) { return self.table->rows(); })
      .def(
          "__arrow_c_schema__",
          [](const Table& self) {
            auto schema = std::make_unique<ArrowSchema>();
            export_schema(self.table->fields(), schema.get());
            return capsule(std::move(schema), kSchema);
          },
          "The table's schema.")
      .def(
          "__arrow_c_stream__",
          [](const Table& self, const py::object&) {
            auto stream = std::make_unique<ArrowArrayStream>();
            export_stream(self.table, stream.get());
            return capsule(std::move(stream), kStream);
          },
          py::arg("requested_schema") = py::none(), "The table, as often as it is asked for.");
  module.def("check_arrow", &check_arrow, py::arg("column"), py::arg("checker"), py::arg("lang"));
  module.def("assess_arrow", &assess_arrow, py::arg("column"), py::arg("editions"),
             py::arg("as_of"), py::arg("known_at"), py::arg("lang"));
}

}  // namespace tokki::python
