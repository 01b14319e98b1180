// options.hpp: options that take one of a few words.
#pragma once

#include <tokki/describe.hpp>

#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tokki::cli {

/// The words an option takes and what they mean.
template <class E>
using Keys = std::vector<std::pair<std::string_view, E>>;

template <Enumeration E>
Keys<E> keys_of() {
  Keys<E> keys;
  for (const auto& choice : Description<E>::choices) keys.emplace_back(choice.key, choice.value);
  return keys;
}

/// What is said of a word that is not among them: all of them, and the one that may be meant.
[[nodiscard]] std::string not_among(std::string_view given,
                                    const std::vector<std::string_view>& words);

/// "ja|en": what an option takes, as help and completions show it.
[[nodiscard]] std::string choice_of(const std::vector<std::string_view>& words);

/// Lets the option take only those words.
CLI::Option* take_one_of(CLI::Option* option, std::vector<std::string_view> words);

/// The same for an option that is kept as what its word means.
template <class E>
CLI::Option* take_one_of(CLI::Option* option, const Keys<E>& keys) {
  std::vector<std::string_view> words;
  for (const auto& [word, value] : keys) words.push_back(word);
  option->type_name(choice_of(words));
  return option->transform({[keys, words = std::move(words)](std::string& given) {
                              for (const auto& [word, value] : keys) {
                                if (given != word) continue;
                                given = std::to_string(static_cast<int>(value));
                                return std::string();
                              }
                              return not_among(given, words);
                            },
                            ""});
}

}  // namespace tokki::cli
