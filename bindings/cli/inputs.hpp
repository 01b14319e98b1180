// inputs.hpp: from the arguments of a command to documents, one at a time.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tokki/tokki.hpp"

namespace tokki::cli {

/// How the text of an input is divided into documents.
enum class InputKind : std::uint8_t {
  automatic,  ///< by the file's name, else by its first line
  json,       ///< one document
  ndjson,     ///< one document a line
};

/// An input that could not be read, why, and what to do.
struct Unreadable {
  std::string name;
  std::string reason;
  std::string remedy;
};

/// The same as one line.
[[nodiscard]] std::string complaint(const Unreadable& input, Language language);

struct InputEvents {
  /// A document. Return false to stop reading.
  std::function<bool(std::string_view text, const std::string& name,
                     std::optional<std::uint64_t> line)>
      document;
  std::function<void(const Unreadable&)> unreadable;
  /// Around the documents that make up one dossier together.
  std::function<void()> open_dossier, close_dossier;
};

/// Documents make up one dossier when they are lines of one file that begins with a
/// tokki.dossier-record, or files of one folder: if a folder holds dossiers and, there or in
/// folders below that hold none, declarations or dossiers without a contract, then all these are
/// one.
///
/// Reads files, directories (their *.json, *.ndjson and *.jsonl, recursively, in order of name;
/// hidden files are left out) and "-" for standard input. An input that cannot be read is reported
/// and the others go on. NDJSON is read line by line in bounded memory. Of a document longer than
/// `enough` (Limits::enough_bytes) only the beginning is handed on, which is over the limit.
void read_inputs(const std::vector<std::string>& arguments, InputKind kind, std::size_t enough,
                 const InputEvents& events, Language language);

}  // namespace tokki::cli
