// choices.hpp: enumerations that reach Python besides those described in include/tokki.
#pragma once

#include <tokki/chain.hpp>
#include <tokki/describe.hpp>

namespace tokki {

// date.hpp lies beneath describe.hpp and cannot describe it there.
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
      {DateReading::weekday_mismatch, "weekday_mismatch"}};
};

namespace python {

/// The spelling of a choice.
template <Enumeration E>
constexpr std::string_view key_of_choice(E value) {
  for (const auto& choice : Description<E>::choices) {
    if (choice.value == value) return choice.key;
  }
  return {};
}

}  // namespace python
}  // namespace tokki
