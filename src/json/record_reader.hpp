// record_reader.hpp: reads every described record from the tokens of a JSON text.
//
// It expects what a record's description gives as the next member, and compares. When something
// else comes it makes sure that the text is JSON at all, reports the fault, and continues.
// Records and lists are refilled in place, so a reused record costs no allocation.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "cell/world.hpp"
#include "json/any_value.hpp"
#include "json/structural_faults.hpp"
#include "json/tokens.hpp"
#include "json/unescape.hpp"
#include "record/reset.hpp"
#include "text/borrow.hpp"
#include "tokki/describe.hpp"

namespace tokki::inline v0::internal {

/// What is kept from one document to the next, so that nothing need be allocated. The strings of a
/// record borrow from it.
struct ReaderStorage {
  UnescapedTexts texts;
  std::string key;
  std::string folded;
  AnyValue any_value;
};

class RecordReader {
 public:
  RecordReader(Tokens& tokens, const Limits& limits, ReaderStorage& storage,
               std::vector<Finding>& findings);

  /// Fills the record from the whole text and reports what is at fault. False when the text is
  /// not such a document; unless the fault was reported, the tokens' refusal() says why.
  template <DocumentRecord T>
  bool document(T& out) {
    if (limits_.applied_depth() <= depth_of<T>() && !tokens_.validate()) return false;
    if (!is_document(Description<T>::format)) return false;
    faults_.set_kind(Description<T>::kind);
    const bool whole = members(out) && cursor_.at_end();
    return whole || (tokens_.validate(), false);
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

  // All functions below return false only where the text is not JSON within the limits.

  template <Record T>
  bool members(T& out) {
    static_assert((std::uint64_t{1} << field_count<T>) <= kFormat);
    if (!cursor_.skip('{')) return false;
    std::uint64_t seen = 0;
    std::size_t expected = 0;  // members mostly come in the order of the form
    const bool read = cursor_.items('}', [&] {
      return member(out, seen, expected, std::make_index_sequence<field_count<T>>());
    });
    if (!read) return false;
    std::size_t index = 0;
    for_each_field<T>([&](const auto& field) {
      if ((seen & (std::uint64_t{1} << index++)) == 0) reset(out.*field.member);
    });
    return true;
  }

  // Keys are compared from the `expected` one on, then from the first.
  template <class T, std::size_t... I>
  bool member(T& out, std::uint64_t& seen, std::size_t& expected, std::index_sequence<I...>) {
    const char* const key = plain_key();
    bool read = false;
    // Whether it is the member of that index; then `read` says whether it was read.
    const auto is_at = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
      constexpr auto& field = field_at<index>(Description<T>::fields);
      if (!Cursor::is_quoted<field.key.size()>(key, field.key)) return false;
      expected = index + 1;
      read = known_member(field.key, seen, std::uint64_t{1} << index,
                          [&] { return into(out.*field.member); });
      return true;
    };
    for (std::size_t from = expected;; from = 0) {
      if (((I >= from && is_at(std::integral_constant<std::size_t, I>())) || ...)) return read;
      if (from == 0) break;
    }
    if constexpr (DocumentRecord<T>) {
      constexpr std::string_view kKey = "format";
      if (Cursor::is_quoted<kKey.size()>(key, kKey)) {
        return known_member(kKey, seen, kFormat, [&] { return format(Description<T>::format); });
      }
    }
    static constexpr auto kKeys = keys_of<T>();
    return unknown_member(kKeys);
  }

  template <class T>
  static constexpr auto keys_of() {
    std::array<std::string_view, field_count<T>> keys;
    std::size_t i = 0;
    for_each_field<T>([&](const auto& field) { keys[i++] = field.key; });
    return keys;
  }

  // The key at the cursor as it would be without escapes, from its opening quote on.
  const char* plain_key() { return tokens_.has_escapes() ? unescaped_key() : cursor_.token(); }
  const char* unescaped_key();

  // `read` reads the value.
  template <class Read>
  bool known_member(std::string_view key, std::uint64_t& seen, std::uint64_t bit, Read&& read) {
    const std::size_t offset = cursor_.offset();
    cursor_.next();
    if (!cursor_.skip(':')) return false;
    path_.into(key);
    const bool is_read = (seen & bit) == 0 ? read() : duplicate_member(offset);
    path_.out();
    seen |= bit;
    return is_read;
  }
  bool duplicate_member(std::size_t key_offset);
  bool unknown_member(std::span<const std::string_view> known);

  // Each `into` overwrites `out` completely. JSON null is an empty cell everywhere.
  bool into(Str& out) {
    const std::size_t offset = cursor_.offset();
    if (cursor_.peek() != '"') {
      reset(out);
      return null_or_fault("string");
    }
    std::string_view text = cursor_.quoted();
    if (tokens_.has_escapes()) text = storage_.texts.text_of(text);
    out = borrow(text);
    return (text.size() <= limits_.string_bytes && !tokens_.has_escapes()) ||
           check_text(text, offset);
  }
  bool into(Date& out) {
    if (!into(out.written)) return false;
    read_date(out);
    return true;
  }
  bool into(Instant& out) {
    if (!into(out.written)) return false;
    read_instant(out);
    return true;
  }
  bool into(Country& out) {
    if (!into(out.written)) return false;
    read_country(out, storage_.folded);
    return true;
  }
  bool into(std::optional<bool>& out) {
    out.reset();
    if (cursor_.skip_word<4>("true")) {
      out = true;
    } else if (cursor_.skip_word<5>("false")) {
      out = false;
    } else {
      return null_or_fault("boolean");
    }
    return true;
  }
  bool into(std::optional<std::int64_t>& out) {
    constexpr std::ptrdiff_t kDigits = 15;  // however large, it fits
    out.reset();
    const char* const begin = cursor_.token();
    std::int64_t number = 0;
    const char* at = begin;
    for (; *at >= '0' && *at <= '9' && at - begin < kDigits; ++at) {
      number = number * 10 + (*at - '0');
    }
    if (at == begin || (*begin == '0' && at - begin != 1) || !Cursor::ends_scalar(*at)) {
      return cursor_.skip_null() || any_number(out);
    }
    out = number;
    cursor_.next();
    return true;
  }
  bool into(Raw& out) {
    reset(out);
    return cursor_.skip_null() || any_object(out);
  }
  template <class T>
  bool into(List<T>& out) {
    out.clear();
    const std::size_t offset = cursor_.offset();
    if (!cursor_.skip('[')) return null_or_fault("array");
    bool beyond = false;
    return cursor_.items(']', [&] {
      if (out.size() >= limits_.array_items)
        return item_beyond(offset, std::exchange(beyond, true));
      path_.into(out.size());
      const bool read = into(out.append());
      path_.out();
      return read;
    });
  }
  template <Enumeration E>
  bool into(Ticked<E>& out) {
    out.clear();
    if (!cursor_.skip('[')) return null_or_fault("array");
    std::size_t index = 0;
    return cursor_.items(']', [&] {
      path_.into(index++);
      std::optional<E> choice;
      choice = this->choice<E>();
      const bool read = choice.has_value() || other_choice(choice);
      path_.out();
      if (choice) out.tick(*choice);
      return read;
    });
  }
  template <Enumeration E>
  bool into(std::optional<E>& out) {
    out = choice<E>();
    return out || cursor_.skip_null() || other_choice(out);
  }
  template <Record T>
  bool into(T& out) {
    if (cursor_.peek() == '{') return members(out);
    reset(out);
    return null_or_fault("object");
  }

  // The choice at the cursor, written without escapes.
  template <Enumeration E>
  std::optional<E> choice() {
    std::optional<E> chosen;
    constexpr auto& choices = Description<E>::choices;
    const auto is_at = [&]<std::size_t index>(std::integral_constant<std::size_t, index>) {
      if (!cursor_.skip_quoted<choices[index].key.size()>(choices[index].key)) return false;
      chosen = choices[index].value;
      return true;
    };
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (void)(is_at(std::integral_constant<std::size_t, I>()) || ...);
    }(std::make_index_sequence<std::size(choices)>());
    return chosen;
  }
  template <Enumeration E>
  bool other_choice(std::optional<E>& out) {
    if (cursor_.peek() != '"') return wrong_type("string");
    const std::size_t offset = cursor_.offset();
    const std::string_view key = storage_.texts.text_of(cursor_.quoted());
    out = value_of<E>(key);
    if (out) return true;
    Choices all;
    for (const auto& choice : Description<E>::choices) all.keys.push_back(choice.key);
    return unknown_choice(key, offset, std::move(all));
  }

  bool null_or_fault(std::string_view wanted) { return cursor_.skip_null() || wrong_type(wanted); }

  bool is_document(std::string_view format);
  bool format(std::string_view expected);
  bool format_is(std::string_view expected);
  bool any_number(std::optional<std::int64_t>& out);
  bool any_object(Raw& out);

  // Each reports a fault at the path.
  bool report(const RuleInfo& rule, std::size_t offset, std::vector<Argument> arguments = {});
  bool beyond(std::string_view what, std::size_t limit, std::size_t offset);
  bool wrong_type(std::string_view wanted);
  bool item_beyond(std::size_t array_offset, bool reported);
  bool unknown_choice(std::string_view found, std::size_t offset, Choices choices);
  bool check_text(std::string_view text, std::size_t offset);

  static constexpr std::uint64_t kFormat = std::uint64_t{1} << 63U;  // among the members seen

  Tokens& tokens_;
  Cursor cursor_;
  const Limits& limits_;
  ReaderStorage& storage_;
  StructuralFaults faults_;
  Path path_;
};

}  // namespace tokki::inline v0::internal
