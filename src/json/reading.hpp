// reading.hpp: one document of any described kind, read from JSON into a record that is reused.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "json/record_reader.hpp"
#include "json/tokens.hpp"

namespace tokki::inline v0::internal {

/// The result of reading a document of any kind.
struct ReadingResult {
  bool decoded = false;
  std::vector<Finding> findings;
  // Sorted. Findings at, above or below these are left out.
  std::vector<Place> faulty;

  void clear() {
    decoded = false;
    findings.clear();
    faulty.clear();
  }
  /// To be called once the text has been read: completes the findings. If the text was refused, the
  /// reason replaces them.
  void finish(const Tokens& tokens, const Limits& limits);
};

/// Reads the document of a known kind whose tokens were found.
template <DocumentRecord T>
void read_record(Tokens& tokens, const Limits& limits, ReaderStorage& storage, T& record,
                 ReadingResult& result) {
  result.decoded = RecordReader(tokens, limits, storage, result.findings).document(record);
}

/// Reads a document of a known kind. The record borrows from `tokens` and `storage`.
template <DocumentRecord T>
ReadingResult read_document(std::string_view json, const Limits& limits, Tokens& tokens,
                            ReaderStorage& storage, T& record) {
  ReadingResult result;
  if (tokens.take(json, limits)) read_record(tokens, limits, storage, record, result);
  result.finish(tokens, limits);
  return result;
}

}  // namespace tokki::inline v0::internal
