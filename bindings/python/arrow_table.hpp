// arrow_table.hpp: a table, exported through the Arrow C stream interface.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_c_data.hpp"

namespace tokki::python {

/// A column: its format as Arrow writes it, of a text ("u"), an int64 ("l", "tsu:…") or a boolean
/// ("b"). Where it may have nulls, an empty text is one.
struct ArrowField {
  const char* format;
  const char* name;
  bool nullable = false;
};
using ArrowFields = std::span<const ArrowField>;  // which live as long as the program

/// The cells of a column, in Arrow's layout.
class ArrowCells {
 public:
  void add(std::string_view text);
  void add(std::optional<std::int64_t> number);
  void add(std::optional<bool> flag);

  [[nodiscard]] std::size_t bytes() const noexcept { return data_.size(); }
  [[nodiscard]] std::int64_t nulls() const noexcept { return nulls_; }
  /// Validity, values, and of texts their data.
  [[nodiscard]] std::array<const void*, 3> buffers(const ArrowField& field) const noexcept;

 private:
  void add_bit(std::vector<std::uint8_t>& bits, bool bit) const;
  void end_cell(bool valid);

  std::size_t size_ = 0;
  std::int64_t nulls_ = 0;
  std::vector<std::uint8_t> validity_;
  std::vector<std::uint8_t> flags_;
  std::vector<std::int64_t> numbers_;
  std::vector<std::int32_t> offsets_{0};
  std::string data_;
};

/// Some rows of a table.
struct ArrowBatch {
  explicit ArrowBatch(std::size_t columns) : cells(columns) {}
  [[nodiscard]] std::size_t bytes() const noexcept;

  std::vector<ArrowCells> cells;
  std::size_t rows = 0;
};

class ArrowTable {
 public:
  explicit ArrowTable(ArrowFields fields) noexcept : fields_(fields) {}

  /// Adds a row, a cell a column.
  template <class... Cells>
  void add(const Cells&... cells) {
    if (!batch_) batch_ = std::make_shared<ArrowBatch>(fields_.size());
    std::size_t column = 0;
    (batch_->cells[column++].add(cells), ...);
    ++batch_->rows;
    if (batch_->rows >= kBatchRows || batch_->bytes() >= kBatchBytes) flush();
  }
  /// Nothing is added afterwards.
  void finish() { flush(); }

  [[nodiscard]] ArrowFields fields() const noexcept { return fields_; }
  [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
  [[nodiscard]] const std::vector<std::shared_ptr<const ArrowBatch>>& batches() const noexcept {
    return batches_;
  }

 private:
  // Where a batch ends, well below the 2 GiB of a utf8 column.
  static constexpr std::size_t kBatchRows = 65'536;
  static constexpr std::size_t kBatchBytes = std::size_t{64} << 20U;

  void flush();

  ArrowFields fields_;
  std::size_t rows_ = 0;
  std::shared_ptr<ArrowBatch> batch_;
  std::vector<std::shared_ptr<const ArrowBatch>> batches_;
};

/// A schema that its receiver releases.
void export_schema(ArrowFields fields, ArrowSchema* out);

/// A stream over the table that its receiver releases. The table stays alive as long as needed.
void export_stream(std::shared_ptr<const ArrowTable> table, ArrowArrayStream* out);

}  // namespace tokki::python
