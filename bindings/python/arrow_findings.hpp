// arrow_findings.hpp: findings as a table, exported through the Arrow C stream interface.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "arrow_c_data.hpp"

namespace tokki::python {

/// A column of texts, in Arrow's layout. An empty text is null when the column may have nulls.
struct ArrowTexts {
  std::vector<std::int32_t> offsets{0};
  std::string data;
  std::vector<std::uint8_t> validity;
  std::int64_t nulls = 0;
  void add(std::string_view text);
};

/// Some rows of the table.
struct ArrowFindings {
  std::vector<std::int64_t> rows;
  ArrowTexts severity, rule, clause, pointer, message;
  [[nodiscard]] std::size_t bytes() const noexcept;
};

using ArrowFindingsTable = std::vector<std::shared_ptr<const ArrowFindings>>;

/// A schema that its receiver releases: row int64, severity, rule, clause, pointer, message utf8;
/// all but clause never null.
void export_schema(ArrowSchema* out);

/// A stream over the table that its receiver releases. The table stays alive as long as needed.
void export_stream(std::shared_ptr<const ArrowFindingsTable> table, ArrowArrayStream* out);

}  // namespace tokki::python
