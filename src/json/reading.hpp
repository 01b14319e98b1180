// reading.hpp: one document of any described kind, read from JSON into a record that is reused.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "json/decoder.hpp"
#include "json/json_source.hpp"
#include "json/scan.hpp"
#include "json/straight_reader.hpp"
#include "record/overlap.hpp"
#include "rules/catalog/emit.hpp"
#include "text/borrow.hpp"

namespace tokki {

/// What came of reading, whatever the kind.
struct ReadingResult {
  bool decoded = false;
  std::vector<Finding> findings;
  // Sorted places, at, above and below which nothing more is found.
  std::vector<Place> faulty;

  void clear() {
    decoded = false;
    findings.clear();
    faulty.clear();
  }
  /// Finds the positions of the findings in the text that was read.
  void finish(std::string_view json) {
    if (findings.empty()) return;
    locate(json, findings);
    for (const Finding& finding : findings) {
      const std::string_view rule = finding.rule->id;
      if (rule == "wrong-type" || rule == "unknown-choice" || rule == "limit-exceeded") {
        faulty.push_back(finding.at);
      }
    }
    sort_places(faulty);
  }
};

template <DocumentRecord T>
class Reading {
 public:
  T record;

  /// Fills the record from the tokens of `source`. False when they do not suffice, so that it has
  /// to be parsed.
  bool read_straight(const JsonSource& source, const Limits& limits) {
    return source.is_usual() &&
           StraightReader(source.tokens(), limits, scratch_.text).document(record);
  }

  /// Fills the record from what `source` has parsed.
  void read(const JsonSource& source, const Limits& limits, ReadingResult& result) {
    simdjson::dom::object object;
    Decoder decoder(limits, source.has_escapes(), result.findings, scratch_);
    if (source.root().get(object)) return decoder.wrong_type("object", source.root());
    Path path;
    path.into(std::string_view("format"));
    simdjson::dom::element format;
    if (object.at_key("format").get(format)) {
      constexpr std::string_view expected = Description<T>::format;
      return decoder.report(structural("format-missing"), path,
                            {{"expected", Token{std::string(expected)}}});
    }
    if (!decoder.format_is_right<T>(format, path)) return;
    decoder.document(object, record);
    result.decoded = true;
    if (decoder.met_raw()) cut(source.text(), skip_space(source.text(), 0), record);
  }

 private:
  // Raw members keep the document's own bytes: a number or a space rewritten would be a change.
  // Walks over the text of the value that begins at `begin`, and over `member`, which was decoded
  // from it. Returns where the value ends.
  template <class M>
  std::size_t cut(std::string_view text, std::size_t begin, M& member) {
    if constexpr (std::is_same_v<M, Raw>) {
      const std::size_t end = end_of_value(text, begin);
      if (!member.json.empty()) {
        member.json = borrow(text.substr(begin, end - begin));
      }
      return end;
    } else if constexpr (!holds_raw<M>()) {
      return end_of_value(text, begin);
    } else if constexpr (is_list<M>) {
      if (text[begin] != '[') return end_of_value(text, begin);
      return each_child(
          text, begin, [&](std::string_view, std::size_t i, std::size_t, std::size_t at) {
            return i < member.size() ? cut(text, at, member[i]) : end_of_value(text, at);
          });
    } else {
      if (text[begin] != '{') return end_of_value(text, begin);
      std::uint32_t seen = 0;  // of a repeated member the first counts
      return each_child(text, begin,
                        [&](std::string_view key, std::size_t, std::size_t, std::size_t at) {
                          std::size_t end = 0;
                          std::uint32_t bit = 1;
                          for_each_field<M>([&](const auto& field) {
                            if ((seen & bit) == 0 && is_key(key, field.key)) {
                              seen |= bit;
                              end = cut(text, at, member.*field.member);
                            }
                            bit <<= 1U;
                          });
                          return end != 0 ? end : end_of_value(text, at);
                        });
    }
  }

  template <class M>
  static constexpr bool holds_raw() {
    if constexpr (std::is_same_v<M, Raw>) {
      return true;
    } else if constexpr (Record<M>) {
      bool holds = false;
      for_each_field<M>(
          [&]<class O, class F>(const Field<O, F>&) { holds = holds || holds_raw<F>(); });
      return holds;
    } else if constexpr (is_list<M>) {
      return holds_raw<typename M::value_type>();
    }
    return false;
  }

  Decoder::Scratch scratch_;
};

/// Reads one document of a kind that is known.
template <DocumentRecord T>
ReadingResult read_document(std::string_view json, const Limits& limits, JsonSource& source,
                            Reading<T>& reading) {
  ReadingResult result;
  if (source.take(json, limits, result.findings)) {
    result.decoded = reading.read_straight(source, limits);
    if (!result.decoded && source.parse(limits, result.findings)) {
      reading.read(source, limits, result);
      truncate(result.findings, limits.findings);
    }
  }
  result.finish(json);
  return result;
}

}  // namespace tokki
