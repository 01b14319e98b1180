// choices.hpp: descriptions of further enumerations that Python uses.
#pragma once

#include <tokki/chain.hpp>
#include <tokki/describe.hpp>

#include <iterator>
#include <string_view>
#include <utility>

namespace tokki {

// Not described in date.hpp, since describe.hpp includes that.
template <>
struct Description<DateReading> {
  static constexpr std::string_view name = "DateReading";
  static constexpr Choice<DateReading> choices[] = {
      {DateReading::blank, "blank"},
      {DateReading::plain, "plain"},
      {DateReading::normalised, "normalised"},
      {DateReading::era_missing, "era_missing"},
      {DateReading::era_mismatch, "era_mismatch"},
      {DateReading::impossible, "impossible"},
      {DateReading::unreadable, "unreadable"},
      {DateReading::weekday_mismatch, "weekday_mismatch"},
      {DateReading::order_open, "order_open"}};
};

namespace python {

// True for an enumerator: compilers print any other value as a cast, "value = (tokki::Place)2".
template <auto value>
constexpr bool is_enumerator() {
  return std::string_view(__PRETTY_FUNCTION__).find("value = (") == std::string_view::npos;
}

/// Whether a description holds all of an enumeration, which counts from 0.
template <Enumeration E>
constexpr bool is_complete() {
  return []<std::size_t... values>(std::index_sequence<values...>) {
    return (is_enumerator<static_cast<E>(values)>() && ...) &&
           !is_enumerator<static_cast<E>(sizeof...(values))>();
  }(std::make_index_sequence<std::size(Description<E>::choices)>());
}

/// The spelling of a choice. Does not compile while a choice lacks its spelling.
template <Enumeration E>
constexpr std::string_view key_of_choice(E value) {
  static_assert(is_complete<E>(), "the description lacks an enumerator");
  for (const auto& choice : Description<E>::choices) {
    if (choice.value == value) return choice.key;
  }
  return {};
}

}  // namespace python
}  // namespace tokki
