#include "options.hpp"

#include <fmt/format.h>
#include <tokki/closest.hpp>

#include <algorithm>

namespace tokki::cli {

std::string not_among(std::string_view given, const std::vector<std::string_view>& words) {
  const std::string_view near = closest(given, words);
  const std::string all = fmt::format("{} ({})", given, fmt::join(words, ", "));
  return near.empty() ? all : fmt::format("{} → {}?", all, near);
}

std::string choice_of(const std::vector<std::string_view>& words) {
  return fmt::format("{}", fmt::join(words, "|"));
}

CLI::Option* take_one_of(CLI::Option* option, std::vector<std::string_view> words) {
  option->type_name(choice_of(words));
  return option->check({[words = std::move(words)](std::string& given) {
                          return std::ranges::find(words, given) != words.end()
                                     ? std::string()
                                     : not_among(given, words);
                        },
                        ""});
}

}  // namespace tokki::cli
