// drafts.hpp: the URIs of the drafts of JSON Schema.
#pragma once

#include <string_view>

#include "tokki/schema.hpp"

namespace tokki::inline v0::internal {

constexpr std::string_view uri_of(SchemaDraft draft) {
  return draft == SchemaDraft::draft_07 ? "http://json-schema.org/draft-07/schema#"
                                        : "https://json-schema.org/draft/2020-12/schema";
}

}  // namespace tokki::inline v0::internal
