#include "did_you_mean.hpp"

#include <fmt/format.h>

namespace tokki::cli {

std::string did_you_mean(std::string_view near, Language language) {
  if (near.empty()) return {};
  return language == Language::ja ? fmt::format("（もしかして {}）", near)
                                  : fmt::format("; did you mean {}?", near);
}

}  // namespace tokki::cli
