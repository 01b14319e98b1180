// member.hpp: the member of any record at a JSON Pointer, found by the record's description.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "tokki/describe.hpp"
#include "tokki/tokki.h"

namespace tokki::c {

/// A member's values; which ones are set depends on its type. Texts are borrowed from the record.
struct Member {
  tokki_type type = TOKKI_NO_MEMBER;
  std::string_view text{};  // as written; a choice's key; JSON
  std::optional<Day> day{};
  std::optional<TimeInterval> interval{};
  std::string_view country{};
  std::optional<bool> boolean{};
  std::optional<std::int64_t> number{};
  std::size_t size = 0;  // of a list
};

inline Member member(const Str& cell) { return {.type = TOKKI_TEXT, .text = cell}; }
inline Member member(const Date& cell) {
  return {.type = TOKKI_DAY, .text = cell.written, .day = cell.value};
}
inline Member member(const Instant& cell) {
  return {.type = TOKKI_INSTANT, .text = cell.written, .interval = cell.value};
}
inline Member member(const Country& cell) {
  return {.type = TOKKI_COUNTRY,
          .text = cell.written,
          .country = cell.value ? cell.value->view() : std::string_view()};
}
inline Member member(const Raw& raw) { return {.type = TOKKI_JSON, .text = raw.json}; }
inline Member member(const std::optional<bool>& value) {
  return {.type = TOKKI_BOOLEAN, .boolean = value};
}
inline Member member(const std::optional<std::int64_t>& value) {
  return {.type = TOKKI_NUMBER, .number = value};
}
template <Enumeration E>
Member member(const std::optional<E>& value) {
  Member found{.type = TOKKI_CHOICE};
  if (value) found.text = key_of(*value);
  return found;
}
template <class T>
Member member(const List<T>& list) {
  return {.type = TOKKI_LIST, .size = list.size()};
}
template <class E>
Member member(const Ticked<E>& group) {
  Member found{.type = TOKKI_LIST};
  for (const auto& choice : Description<E>::choices) found.size += group.has(choice.value) ? 1 : 0;
  return found;
}
template <Record T>
Member member(const T&) {
  return {.type = TOKKI_GROUP};
}

/// The number of an entry, as RFC 6901 writes it.
inline std::optional<std::size_t> entry_number(std::string_view step) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(step.data(), step.data() + step.size(), number);
  const bool whole = error == std::errc() && end == step.data() + step.size();
  return whole && (step.size() == 1 || step.front() != '0') ? std::optional(number) : std::nullopt;
}

// Keys of descriptions hold neither ~ nor /, so a step need not be unescaped.
template <class T>
Member member_at(const T& value, std::string_view pointer) {
  if (pointer.empty()) return member(value);
  if (pointer.front() != '/') return {};
  const std::size_t end = std::min(pointer.find('/', 1), pointer.size());
  const std::string_view step = pointer.substr(1, end - 1);
  [[maybe_unused]] const std::string_view rest = pointer.substr(end);
  Member found;
  if constexpr (Record<T>) {
    for_each_field<T>([&](const auto& field) {
      if (field.key == step) found = member_at(value.*field.member, rest);
    });
  } else if constexpr (is_list<T>) {
    const auto entry = entry_number(step);
    if (entry && *entry < value.size()) found = member_at(value[*entry], rest);
  } else if constexpr (is_ticked<T>) {
    auto entry = entry_number(step);
    for (const auto& choice : Description<typename T::choice_type>::choices) {
      if (!entry || !rest.empty() || !value.has(choice.value)) continue;
      if (*entry == 0) return {.type = TOKKI_CHOICE, .text = choice.key};
      --*entry;
    }
  }
  return found;
}

}  // namespace tokki::c
