#include "arrow_findings.hpp"

#include <array>
#include <cerrno>

namespace tokki::python {
namespace {

struct Column {
  const char* format;
  const char* name;
  std::int64_t flags;
};
constexpr std::array<Column, 6> kColumns{{{"l", "row", 0},
                                          {"u", "severity", 0},
                                          {"u", "rule", 0},
                                          {"u", "clause", kArrowNullable},
                                          {"u", "pointer", 0},
                                          {"u", "message", 0}}};

// What a parent keeps. Its children may be moved out and outlive it, so they keep nothing here.
template <class T>
struct Parent {
  std::array<T, kColumns.size()> children{};
  std::array<T*, kColumns.size()> pointers{};
  const void* validity = nullptr;  // none: no row is null

  Parent() {
    for (std::size_t i = 0; i < children.size(); ++i) pointers[i] = &children[i];
  }
  static void release(T* released) {
    auto* self = static_cast<Parent*>(released->private_data);
    for (T& child : self->children) {
      if (child.release != nullptr) child.release(&child);
    }
    delete self;
    released->release = nullptr;
  }
};

struct ColumnArray {
  std::shared_ptr<const ArrowFindings> kept;
  std::array<const void*, 3> buffers{};

  static void release(ArrowArray* released) {
    delete static_cast<ColumnArray*>(released->private_data);
    released->release = nullptr;
  }
};

void column_array(const std::shared_ptr<const ArrowFindings>& findings, std::size_t column,
                  ArrowArray& out) {
  const std::array texts{&findings->severity, &findings->rule, &findings->clause,
                         &findings->pointer, &findings->message};
  auto kept = std::make_unique<ColumnArray>();
  kept->kept = findings;
  out.length = static_cast<std::int64_t>(findings->rows.size());
  if (column == 0) {
    kept->buffers[1] = findings->rows.data();
    out.n_buffers = 2;
  } else {
    const ArrowTexts& text = *texts[column - 1];
    const bool may_be_null = kColumns[column].flags == kArrowNullable;
    out.null_count = may_be_null ? text.nulls : 0;
    kept->buffers = {may_be_null ? text.validity.data() : nullptr, text.offsets.data(),
                     text.data.data()};
    out.n_buffers = 3;
  }
  out.buffers = kept->buffers.data();
  out.release = &ColumnArray::release;
  out.private_data = kept.release();
}

void export_array(const std::shared_ptr<const ArrowFindings>& findings, ArrowArray* out) {
  auto parent = std::make_unique<Parent<ArrowArray>>();
  *out = {};
  out->length = static_cast<std::int64_t>(findings->rows.size());
  out->n_buffers = 1;
  out->n_children = kColumns.size();
  out->release = &Parent<ArrowArray>::release;
  out->children = parent->pointers.data();
  out->buffers = &parent->validity;
  for (std::size_t i = 0; i < kColumns.size(); ++i) column_array(findings, i, parent->children[i]);
  out->private_data = parent.release();
}

struct Stream {
  std::shared_ptr<const ArrowFindingsTable> table;
  std::size_t next = 0;

  static int get_schema(ArrowArrayStream*, ArrowSchema* out) {
    try {
      export_schema(out);
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
    return 0;
  }
  static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto* self = static_cast<Stream*>(stream->private_data);
    *out = {};  // released: the end
    if (self->next == self->table->size()) return 0;
    try {
      export_array((*self->table)[self->next], out);
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
    ++self->next;
    return 0;
  }
  static const char* get_last_error(ArrowArrayStream*) { return nullptr; }
  static void release(ArrowArrayStream* stream) {
    delete static_cast<Stream*>(stream->private_data);
    stream->release = nullptr;
  }
};

}  // namespace

void ArrowTexts::add(std::string_view text) {
  const std::size_t row = offsets.size() - 1;
  if (row % 8 == 0) validity.push_back(0);
  if (text.empty()) {
    ++nulls;
  } else {
    validity.back() = static_cast<std::uint8_t>(validity.back() | 1U << (row % 8));
  }
  data.append(text);
  offsets.push_back(static_cast<std::int32_t>(data.size()));
}

std::size_t ArrowFindings::bytes() const noexcept {
  return severity.data.size() + rule.data.size() + clause.data.size() + pointer.data.size() +
         message.data.size();
}

void export_schema(ArrowSchema* out) {
  auto parent = std::make_unique<Parent<ArrowSchema>>();
  for (std::size_t i = 0; i < kColumns.size(); ++i) {
    ArrowSchema& child = parent->children[i];
    child.format = kColumns[i].format;
    child.name = kColumns[i].name;
    child.flags = kColumns[i].flags;
    child.release = [](ArrowSchema* released) { released->release = nullptr; };
  }
  *out = {};
  out->format = "+s";
  out->name = "";
  out->n_children = kColumns.size();
  out->children = parent->pointers.data();
  out->release = &Parent<ArrowSchema>::release;
  out->private_data = parent.release();
}

void export_stream(std::shared_ptr<const ArrowFindingsTable> table, ArrowArrayStream* out) {
  auto stream = std::make_unique<Stream>();
  stream->table = std::move(table);
  *out = {&Stream::get_schema, &Stream::get_next, &Stream::get_last_error, &Stream::release,
          stream.release()};
}

}  // namespace tokki::python
