// straight_reader.hpp: from text to record in one pass, for documents that are as most are.
//
// It knows from a record's description what must come next, and compares. A document that is not
// JSON, has a structural fault or anything unusual (an escape, extensions, a number that is no
// plain integer) it gives up: the decoder, which walks over what simdjson parsed, then reads it
// from the start and tells what is wrong. So this only ever says yes, and must never say it where
// the decoder would not, or fill a record differently.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

#include "cell/world.hpp"
#include "json/json_source.hpp"
#include "json/same_bytes.hpp"
#include "record/reset.hpp"
#include "text/borrow.hpp"
#include "tokki/decode.hpp"
#include "tokki/describe.hpp"

namespace tokki {

class StraightReader {
 public:
  /// The text must not have any backslash: then a string ends where the next quote is. `scratch` is
  /// for folding.
  StraightReader(const JsonSource::Tokens& tokens, const Limits& limits, std::string& scratch)
      : text_(tokens.text),
        next_(tokens.begin),
        end_(tokens.end),
        limits_(limits),
        scratch_(scratch) {}

  /// Fills the record from the whole text. False: given up, and `out` is to be filled anew.
  template <DocumentRecord T>
  bool document(T& out) {
    if (limits_.depth <= depth_of<T>()) return false;
    return members<T, true>(out) && next_ == end_;
  }

 private:
  // How deep values of that type are nested.
  template <class T>
  static constexpr std::size_t depth_of() {
    if constexpr (Record<T>) {
      std::size_t deepest = 0;
      for_each_field<T>([&]<class O, class M>(const Field<O, M>&) {
        deepest = std::max(deepest, depth_of<M>());
      });
      return deepest + 1;
    } else if constexpr (is_list<T>) {
      return depth_of<typename T::value_type>() + 1;
    }
    return is_ticked<T> ? 1 : 0;
  }

  // What begins at the next token; NUL behind the last one.
  [[nodiscard]] const char* token() const { return text_ + *next_; }

  bool skip(char wanted) {
    if (*token() != wanted) return false;
    ++next_;
    return true;
  }
  template <std::size_t size>
  bool skip_word(std::string_view word) {
    const char* const at = token();
    if (!same_bytes<size>(at, word) || !ends_scalar(at[size])) return false;
    ++next_;
    return true;
  }
  bool skip_null() { return skip_word<4>("null"); }
  static bool ends_scalar(char c) {
    return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\n' || c == '\r' || c == '\t';
  }

  // A string of that text.
  template <std::size_t size>
  bool skip_quoted(std::string_view text) {
    static_assert(size + 2 < JsonSource::Tokens::kPadding);
    const char* const at = token();
    if (*at != '"' || !same_bytes<size>(at + 1, text) || at[size + 1] != '"') return false;
    ++next_;
    return true;
  }

  // Calls `item()` for each item of an array or object whose opening bracket was skipped.
  template <class Item>
  bool items(char closing, Item&& item) {
    if (skip(closing)) return true;
    do {
      if (!item()) return false;
    } while (skip(','));
    return skip(closing);
  }

  template <Record T, bool root = false>
  bool members(T& out) {
    static_assert((std::uint64_t{1} << field_count<T>) <= kFormat);
    if (!skip('{')) return false;
    std::uint32_t seen = 0;
    std::size_t expected = 0;  // forms are written in the order of the form: look there first
    const bool read = items('}', [&] {
      return member(out, seen, expected, std::make_index_sequence<field_count<T>>());
    });
    if (!read || (root && (seen & kFormat) == 0)) return false;
    std::size_t index = 0;
    for_each_field<T>([&](const auto& field) {
      if ((seen & (1U << index++)) == 0) reset(out.*field.member);
    });
    return true;
  }

  // Keys are compared from the `expected` one on, then from the first.
  template <class T, std::size_t... I>
  bool member(T& out, std::uint32_t& seen, std::size_t& expected, std::index_sequence<I...>) {
    bool read = false;
    // Whether it is the member of that index; then `read` says whether it was read.
    const auto is_at = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
      constexpr auto& field = field_at<index>(Description<T>::fields);
      if (!skip_quoted<field.key.size()>(field.key)) return false;
      expected = index + 1;
      read = first_time(seen, 1U << index) && skip(':') && into(out.*field.member);
      return true;
    };
    for (std::size_t from = expected;; from = 0) {
      if (((I >= from && is_at(std::integral_constant<std::size_t, I>())) || ...)) return read;
      if (from == 0) return format<T>(seen);
    }
  }

  // The member that names the format.
  template <class T>
  bool format(std::uint32_t& seen) {
    if constexpr (DocumentRecord<T>) {
      constexpr std::string_view format = Description<T>::format;
      return skip_quoted<6>("format") && first_time(seen, kFormat) && skip(':') &&
             skip_quoted<format.size()>(format);
    }
    return false;
  }

  static bool first_time(std::uint32_t& seen, std::uint32_t bit) {
    const bool first = (seen & bit) == 0;
    seen |= bit;
    return first;
  }

  // Each `into` overwrites `out` completely, or gives up. JSON null is an empty cell everywhere.
  bool into(Str& out) {
    const char* const begin = token();
    if (*begin != '"') {
      reset(out);
      return skip_null();
    }
    // Behind a string there are but spaces, up to the next token: anything else would be one.
    const char* end = text_ + *++next_ - 1;
    while (*end != '"') --end;
    out = borrow({begin + 1, static_cast<std::size_t>(end - begin - 1)});
    return out.size() <= limits_.string_bytes;
  }
  bool into(Date& out) {
    if (!into(out.written)) return false;
    read_date(out);
    return true;
  }
  bool into(Country& out) {
    if (!into(out.written)) return false;
    read_country(out, scratch_);
    return true;
  }
  bool into(std::optional<bool>& out) {
    out.reset();
    if (skip_word<4>("true")) {
      out = true;
    } else if (skip_word<5>("false")) {
      out = false;
    } else {
      return skip_null();
    }
    return true;
  }
  bool into(std::optional<std::int64_t>& out) {
    constexpr std::ptrdiff_t kDigits = 15;  // however large, it fits
    out.reset();
    const char* const begin = token();
    if (*begin == 'n') return skip_null();
    std::int64_t number = 0;
    const char* at = begin;
    for (; *at >= '0' && *at <= '9' && at - begin < kDigits; ++at) {
      number = number * 10 + (*at - '0');
    }
    if (at == begin || (*begin == '0' && at - begin != 1) || !ends_scalar(*at)) return false;
    out = number;
    ++next_;
    return true;
  }
  bool into(Raw& out) {
    reset(out);
    return skip_null();
  }
  template <class T>
  bool into(List<T>& out) {
    out.clear();
    if (!skip('[')) return skip_null();
    return items(']', [&] { return out.size() < limits_.array_items && into(out.append()); });
  }
  template <Enumeration E>
  bool into(Ticked<E>& out) {
    out.clear();
    if (!skip('[')) return skip_null();
    return items(']', [&] {
      const auto choice = this->choice<E>();
      if (choice) out.tick(*choice);
      return choice.has_value();
    });
  }
  template <Enumeration E>
  bool into(std::optional<E>& out) {
    out = choice<E>();
    return out || skip_null();
  }
  template <Record T>
  bool into(T& out) {
    if (*token() == '{') return members(out);
    reset(out);
    return skip_null();
  }

  template <Enumeration E>
  std::optional<E> choice() {
    std::optional<E> chosen;
    constexpr auto& choices = Description<E>::choices;
    const auto is_at = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
      if (!skip_quoted<choices[index].key.size()>(choices[index].key)) return false;
      chosen = choices[index].value;
      return true;
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (void)(is_at(std::integral_constant<std::size_t, I>()) || ...);
    }(std::make_index_sequence<std::size(choices)>());
    return chosen;
  }

  static constexpr std::uint32_t kFormat = 1U << 31U;

  const char* text_;
  const std::uint32_t* next_;  // where the next token begins
  const std::uint32_t* end_;
  const Limits& limits_;
  std::string& scratch_;
};

/// What the format is when it comes first, as it mostly does; else empty.
inline std::string_view first_format(const JsonSource::Tokens& tokens) {
  constexpr std::string_view kKey = "\"format\"";
  constexpr std::ptrdiff_t kTokens = 5;  // brace, key, colon, value, and what comes behind
  if (tokens.end - tokens.begin < kTokens) return {};
  const char* const key = tokens.text + tokens.begin[1];
  const char* const value = tokens.text + tokens.begin[3];
  if (!same_bytes<kKey.size()>(key, kKey) || *value != '"') return {};
  const std::string_view rest(value + 1, tokens.text + tokens.begin[4]);
  return rest.substr(0, rest.find('"'));
}

}  // namespace tokki
