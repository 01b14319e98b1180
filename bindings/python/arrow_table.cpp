#include "arrow_table.hpp"

#include <cerrno>
#include <utility>

namespace tokki::python {
namespace {

// What a parent keeps. Its children may be moved out and outlive it, so they keep nothing here.
template <class T>
struct Parent {
  std::vector<T> children;
  std::vector<T*> pointers;
  const void* validity = nullptr;  // none: no row is null

  explicit Parent(std::size_t count) : children(count) {
    for (T& child : children) pointers.push_back(&child);
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
  std::shared_ptr<const ArrowBatch> kept;
  std::array<const void*, 3> buffers{};

  static void release(ArrowArray* released) {
    delete static_cast<ColumnArray*>(released->private_data);
    released->release = nullptr;
  }
};

bool is_text(const ArrowField& field) { return field.format[0] == 'u'; }

void column_array(const std::shared_ptr<const ArrowBatch>& batch, const ArrowField& field,
                  const ArrowCells& cells, ArrowArray& out) {
  auto kept = std::make_unique<ColumnArray>();
  kept->kept = batch;
  kept->buffers = cells.buffers(field);
  out.length = static_cast<std::int64_t>(batch->rows);
  out.null_count = field.nullable ? cells.nulls() : 0;
  out.n_buffers = is_text(field) ? 3 : 2;
  out.buffers = kept->buffers.data();
  out.release = &ColumnArray::release;
  out.private_data = kept.release();
}

void export_array(ArrowFields fields, const std::shared_ptr<const ArrowBatch>& batch,
                  ArrowArray* out) {
  auto parent = std::make_unique<Parent<ArrowArray>>(fields.size());
  *out = {};
  out->length = static_cast<std::int64_t>(batch->rows);
  out->n_buffers = 1;
  out->n_children = static_cast<std::int64_t>(fields.size());
  out->children = parent->pointers.data();
  out->buffers = &parent->validity;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    column_array(batch, fields[i], batch->cells[i], parent->children[i]);
  }
  out->release = &Parent<ArrowArray>::release;
  out->private_data = parent.release();
}

struct Stream {
  std::shared_ptr<const ArrowTable> table;
  std::size_t next = 0;

  static int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
    try {
      export_schema(static_cast<Stream*>(stream->private_data)->table->fields(), out);
    } catch (const std::bad_alloc&) {
      return ENOMEM;
    }
    return 0;
  }
  static int get_next(ArrowArrayStream* stream, ArrowArray* out) {
    auto* self = static_cast<Stream*>(stream->private_data);
    *out = {};  // released: the end
    if (self->next == self->table->batches().size()) return 0;
    try {
      export_array(self->table->fields(), self->table->batches()[self->next], out);
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

void ArrowCells::add_bit(std::vector<std::uint8_t>& bits, bool bit) const {
  if (size_ % 8 == 0) bits.push_back(0);
  if (bit) bits.back() = static_cast<std::uint8_t>(bits.back() | 1U << (size_ % 8));
}

void ArrowCells::end_cell(bool valid) {
  add_bit(validity_, valid);
  if (!valid) ++nulls_;
  ++size_;
}

void ArrowCells::add(std::string_view text) {
  data_.append(text);
  offsets_.push_back(static_cast<std::int32_t>(data_.size()));
  end_cell(!text.empty());
}

void ArrowCells::add(std::optional<std::int64_t> number) {
  numbers_.push_back(number.value_or(0));
  end_cell(number.has_value());
}

void ArrowCells::add(std::optional<bool> flag) {
  add_bit(flags_, flag.value_or(false));
  end_cell(flag.has_value());
}

std::array<const void*, 3> ArrowCells::buffers(const ArrowField& field) const noexcept {
  const void* const validity = field.nullable ? validity_.data() : nullptr;
  if (is_text(field)) return {validity, offsets_.data(), data_.data()};
  if (field.format[0] == 'b') return {validity, flags_.data(), nullptr};
  return {validity, numbers_.data(), nullptr};
}

std::size_t ArrowBatch::bytes() const noexcept {
  std::size_t all = 0;
  for (const ArrowCells& column : cells) all += column.bytes();
  return all;
}

void ArrowTable::flush() {
  if (!batch_) return;
  rows_ += batch_->rows;
  batches_.push_back(std::exchange(batch_, nullptr));
}

void export_schema(ArrowFields fields, ArrowSchema* out) {
  auto parent = std::make_unique<Parent<ArrowSchema>>(fields.size());
  for (std::size_t i = 0; i < fields.size(); ++i) {
    ArrowSchema& child = parent->children[i];
    child.format = fields[i].format;
    child.name = fields[i].name;
    child.flags = fields[i].nullable ? kArrowNullable : 0;
    child.release = [](ArrowSchema* released) { released->release = nullptr; };
  }
  *out = {};
  out->format = "+s";
  out->name = "";
  out->n_children = static_cast<std::int64_t>(fields.size());
  out->children = parent->pointers.data();
  out->release = &Parent<ArrowSchema>::release;
  out->private_data = parent.release();
}

void export_stream(std::shared_ptr<const ArrowTable> table, ArrowArrayStream* out) {
  auto stream = std::make_unique<Stream>();
  stream->table = std::move(table);
  *out = {&Stream::get_schema, &Stream::get_next, &Stream::get_last_error, &Stream::release,
          stream.release()};
}

}  // namespace tokki::python
