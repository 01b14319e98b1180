// guard.hpp: the boundary between C and C++: catches every exception, checks every argument.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>

#include "tokki/date.hpp"
#include "tokki/report.hpp"
#include "tokki/tokki.h"

namespace tokki::c {

/// Why a function fails; thrown within it.
struct Refusal {
  tokki_status status;
  Text why;
};

[[noreturn]] inline void refuse(tokki_status status, Text why) { throw Refusal{status, why}; }
[[noreturn]] inline void refuse(Text why) { refuse(TOKKI_INVALID_ARGUMENT, why); }

void fill(tokki_error* error, tokki_status status, Text why) noexcept;

inline constexpr Text kNoMemory{"メモリーが足りません", "out of memory"};

/// Runs the body of a function of the interface. The only try in the binding.
template <class Body>
tokki_status guarded(tokki_error* error, const Body& body) noexcept {
  tokki_status status = TOKKI_OK;
  Text why{};
  try {
    body();
    fill(error, status, why);
    return status;
  } catch (const Refusal& refusal) {
    status = refusal.status;
    why = refusal.why;
  } catch (const std::bad_alloc&) {
    status = TOKKI_NO_MEMORY;
    why = kNoMemory;
  } catch (const std::exception& defect) {
    fill(error, TOKKI_INTERNAL, {defect.what(), defect.what()});
    return TOKKI_INTERNAL;
  } catch (...) {
    status = TOKKI_INTERNAL;
    why = {"不明な障害です", "unknown failure"};
  }
  fill(error, status, why);
  return status;
}

/// An `out` argument, which must not be NULL. A handle is set to NULL until there is a result.
template <class T>
T& wanted(T* out) {
  if (out == nullptr) {
    refuse({"結果を受け取るポインターがNULLです", "the pointer for the result is NULL"});
  }
  return *out;
}
template <class Handle>
Handle*& emptied(Handle** out) {
  return wanted(out) = nullptr;
}

template <class Handle>
const Handle& given(const Handle* handle) {
  if (handle == nullptr) refuse({"ハンドルがNULLです", "the handle is NULL"});
  return *handle;
}

inline std::string_view given(tokki_text text) {
  if (text.data == nullptr && text.size != 0) {
    refuse({"文字列のdataがNULLで、sizeが0ではありません",
            "a text has data NULL and a size that is not 0"});
  }
  return text.data == nullptr ? std::string_view() : std::string_view(text.data, text.size);
}

inline tokki_text lent(std::string_view text) noexcept {
  return text.empty() ? tokki_text{nullptr, 0} : tokki_text{text.data(), text.size()};
}

/// The number that a caller in C gave for an enumeration. It may be none of the enumerators, and
/// must not be read as one before that is known.
template <class E>
std::int32_t number_of(const E& given) noexcept {
  std::int32_t number = 0;
  static_assert(sizeof given == sizeof number);
  std::memcpy(&number, &given, sizeof number);
  return number;
}

inline Language given_language(std::int32_t language) {
  if (language == TOKKI_JA) return Language::ja;
  if (language == TOKKI_EN) return Language::en;
  refuse({"言語はTOKKI_JAかTOKKI_ENを指定してください", "the language is TOKKI_JA or TOKKI_EN"});
}

/// The format of that name in a table of formats; the refusal names them all.
template <auto formats>
const auto& format_given(tokki_text text) {
  const std::string_view name = given(text);
  for (const auto& format : formats()) {
    if (format.name == name) return format;
  }
  static const std::string names = [] {
    std::string all;
    for (const auto& format : formats()) all.append(all.empty() ? "" : ", ").append(format.name);
    return all;
  }();
  static const std::string ja = "知らない形式です。次のものがあります：" + names;
  static const std::string en = "unknown format; there are " + names;
  refuse({ja, en});
}

inline std::optional<Day> given(tokki_day day) {
  if (day.year == 0 && day.month == 0 && day.day == 0) return std::nullopt;
  const auto small = [](int number) { return number > 0 && number <= 31; };
  const Day given(std::chrono::year(day.year),
                  std::chrono::month(small(day.month) ? static_cast<unsigned>(day.month) : 0),
                  std::chrono::day(small(day.day) ? static_cast<unsigned>(day.day) : 0));
  if (!given.ok() || day.year < 1 || day.year > 9999) {
    refuse({"そのような日はありません", "there is no such day"});
  }
  return given;
}

inline tokki_day lent(const std::optional<Day>& day) noexcept {
  if (!day) return {0, 0, 0};
  return {static_cast<int>(day->year()), static_cast<int>(static_cast<unsigned>(day->month())),
          static_cast<int>(static_cast<unsigned>(day->day()))};
}

inline constexpr Text kNoSize{"構造体のsizeが設定されていません",
                              "the size of a struct is not set"};

/// The members of a caller's struct, which may be an older, shorter one. A newer one is
/// accepted as long as members unknown here are zero.
template <class Struct>
Struct adopted(const Struct* from) {
  static_assert(std::is_trivially_copyable_v<Struct>);
  Struct to{};
  if (from == nullptr) return to;
  const std::size_t size = from->size;
  if (size < sizeof(size)) refuse(kNoSize);
  const auto* const bytes = reinterpret_cast<const unsigned char*>(from);
  const auto unknown = size > sizeof(to) ? size - sizeof(to) : 0;
  if (std::any_of(bytes + sizeof(to), bytes + sizeof(to) + unknown, [](auto b) { return b != 0; }))
    refuse({"このライブラリーが知らない項目が構造体に設定されています",
            "a struct sets a member that this library does not know; a newer one is needed"});
  std::memcpy(&to, from, std::min(size, sizeof(to)));
  return to;
}

/// Fills in a caller's struct, which may be shorter or longer; members unknown here become zero.
template <class Struct>
void fill_struct(Struct* out, Struct full) {
  static_assert(std::is_trivially_copyable_v<Struct>);
  const std::size_t size = wanted(out).size;
  if (size < sizeof(size)) refuse(kNoSize);
  full.size = size;
  std::memcpy(out, &full, std::min(size, sizeof(full)));
  if (size > sizeof(full)) {
    std::memset(reinterpret_cast<unsigned char*>(out) + sizeof(full), 0, size - sizeof(full));
  }
}

inline void only_flags(std::uint32_t flags, std::uint32_t known) {
  if ((flags & ~known) != 0) {
    refuse({"知らないフラグです", "a flag is set that this library does not know"});
  }
}

Limits adopted_limits(const tokki_limits* limits);

inline std::string path_given(tokki_text path) {
  const std::string_view name = given(path);
  if (name.empty() || name.find('\0') != std::string_view::npos) {
    refuse({"パスが空か、NULを含んでいます", "the path is empty or holds a NUL"});
  }
  return std::string(name);
}

}  // namespace tokki::c
