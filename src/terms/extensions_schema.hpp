// extensions_schema.hpp: an office's own JSON Schema for the `extensions` of a declaration.
//
// The validator is valijson. It crashes, hangs or is quadratic on patterns, recursive references
// and uniqueItems, so a schema may use only the keywords that are listed here; the values it sees
// have passed the decoder's limits.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tokki::inline v0::internal {

/// A keyword that is not known or not allowed, or a schema that cannot be compiled (no keyword).
struct SchemaFault {
  std::vector<std::string> below;  // steps from the schema's root
  std::string keyword;
};

/// A value that the schema does not accept, and the part of the schema that says so; or a member
/// that it asks for.
struct ExtensionFault {
  std::vector<std::string> below;  // steps from the root of `extensions`
  std::string expected;            // that part's members as JSON, without the schemas within it
  std::string missing;             // of a member that is not there: its title, else its name
};

class ExtensionsSchema {
 public:
  /// All that is wrong with a schema; empty when it can be compiled.
  [[nodiscard]] static std::vector<SchemaFault> faults_of(std::string_view json);

  explicit ExtensionsSchema(std::string_view json);
  ExtensionsSchema(const ExtensionsSchema&) = delete;
  ExtensionsSchema& operator=(const ExtensionsSchema&) = delete;
  ~ExtensionsSchema();

  /// What is wrong with a declaration's `extensions`; empty when nothing is. None are `{}`.
  [[nodiscard]] std::vector<ExtensionFault> faults_in(std::string_view extensions) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace tokki::inline v0::internal
