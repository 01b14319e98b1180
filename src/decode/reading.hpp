// reading.hpp: one document of any described kind, read from JSON into a record that is reused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "decode/decoder.hpp"
#include "decode/json_source.hpp"
#include "decode/scan.hpp"

namespace tokki {

/// What came of reading, whatever the kind.
struct ReadingResult {
  bool decoded = false;
  std::vector<Finding> findings;
  std::vector<std::string> faulty;  // pointers at, above and below which nothing more is said
  Traits traits = Traits::plain;

  void clear() {
    decoded = false;
    traits = Traits::plain;
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
        faulty.push_back(finding.at.pointer);
      }
    }
  }
};

template <DocumentRecord T>
class Reading {
 public:
  T record;

  /// Fills the record from what `source` has parsed.
  void read(const JsonSource& source, const Limits& limits, ReadingResult& result) {
    simdjson::dom::object object;
    Decoder decoder(limits, result.findings, scratch_);
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
    result.traits = decoder.traits();
    if (decoder.met_raw()) cut(source.text());
  }

 private:
  // Raw members keep the document's own bytes: a number or a space rewritten would be a change.
  // They are copied, since the text is the caller's.
  void cut(std::string_view text) {
    std::vector<Raw*> members;
    std::vector<std::string> pointers;
    Path path;
    each_raw(record, path, [&](Raw& member) {
      if (member.json.empty()) return;
      members.push_back(&member);
      pointers.push_back(path.pointer());
    });
    slices_.clear();
    for (const std::string_view value : values_at(text, pointers)) slices_.append().assign(value);
    for (std::size_t i = 0; i < members.size(); ++i) {
      members[i]->json = Str::borrow(slices_[i]);
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

  template <class M, class Visit>
  static void each_raw(M& member, Path& path, const Visit& visit) {
    if constexpr (std::is_same_v<M, Raw>) {
      visit(member);
    } else if constexpr (Record<M>) {
      for_each_field<M>([&]<class O, class F>(const Field<O, F>& field) {
        if constexpr (holds_raw<F>()) {
          path.into(field.key);
          each_raw(member.*field.member, path, visit);
          path.out();
        }
      });
    } else if constexpr (is_list<M>) {
      for (std::size_t i = 0; i < member.size(); ++i) {
        path.into(i);
        each_raw(member[i], path, visit);
        path.out();
      }
    }
  }

  List<std::string> slices_;  // what the record's Raw members borrow
  Decoder::Scratch scratch_;
};

/// Reads one document of a kind that is known.
template <DocumentRecord T>
ReadingResult read_document(std::string_view json, const Limits& limits, JsonSource& source,
                            Reading<T>& reading) {
  ReadingResult result;
  if (source.parse(json, limits, result.findings)) reading.read(source, limits, result);
  result.finish(json);
  return result;
}

}  // namespace tokki
