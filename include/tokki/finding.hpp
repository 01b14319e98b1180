// finding.hpp: what tokki has to say about a document, as data. Words are made last, by a report.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tokki/date.hpp"
#include "tokki/describe.hpp"
#include "tokki/export.hpp"
#include "tokki/location.hpp"

namespace tokki {

/// How much a finding weighs, from least to most. It never depends on the language.
enum class Severity : std::uint8_t {
  note,          ///< 参考: nothing to do, or a fix that is offered
  undetermined,  ///< 未確定: the terms leave it open, or evidence is wanting that would settle it
  review,        ///< 要確認: the text leaves it to a person, who is told what to look at
  warning,       ///< 注意: probably wrong
  error,         ///< 誤り: the document must be corrected
};
template <>
struct Description<Severity> {
  static constexpr std::string_view name = "Severity";
  static constexpr Choice<Severity> choices[] = {{Severity::note, "note"},
                                                 {Severity::undetermined, "undetermined"},
                                                 {Severity::review, "review"},
                                                 {Severity::warning, "warning"},
                                                 {Severity::error, "error"}};
};

/// The way from a document's root to a member, while walking. At most 12 steps: described records
/// are not deeper. Keys are borrowed.
class TOKKI_EXPORT Path {
 public:
  Path() noexcept {}  // NOLINT(modernize-use-equals-default): the steps stay uninitialised
  Path(const Path& other) noexcept : size_(other.size_) {
    std::copy_n(other.steps_.begin(), size_, steps_.begin());
  }
  Path& operator=(const Path& other) noexcept {
    size_ = other.size_;
    std::copy_n(other.steps_.begin(), size_, steps_.begin());
    return *this;
  }
  ~Path() = default;

  Path& into(std::string_view key) noexcept { return push({key.data(), key.size()}); }
  Path& into(std::size_t index) noexcept { return push({nullptr, index}); }
  void out() noexcept { --size_; }
  /// Goes on by the steps of another.
  Path& then(const Path& on) noexcept {
    for (std::size_t i = 0; i < on.size_; ++i) push(on.steps_[i]);
    return *this;
  }
  /// Without its first steps.
  [[nodiscard]] Path after(std::size_t first) const noexcept {
    Path rest;
    for (std::size_t i = first; i < size_; ++i) rest.push(steps_[i]);
    return rest;
  }
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  /// The key of the last step.
  [[nodiscard]] std::string_view last_key() const noexcept {
    return {steps_[size_ - 1].key, steps_[size_ - 1].size};
  }

  /// RFC 6901: "/online_storage/services/0/name".
  [[nodiscard]] std::string pointer() const;
  /// The cell key below the document kind: "declaration.online_storage.services.name". A record of
  /// a dossier has the same key wherever it stands: alone in a line, or among others.
  [[nodiscard]] std::string cell(std::string_view kind) const;

  friend bool operator==(const Path& a, const Path& b) noexcept {
    return std::equal(a.steps_.begin(), a.steps_.begin() + a.size_, b.steps_.begin(),
                      b.steps_.begin() + b.size_, &Path::same_step);
  }

 private:
  struct Step {
    const char* key;   // null for an index …
    std::size_t size;  // … which is this
  };
  static bool same_step(const Step& a, const Step& b) noexcept {
    if (a.key == nullptr || b.key == nullptr) return a.key == b.key && a.size == b.size;
    return std::string_view(a.key, a.size) == std::string_view(b.key, b.size);
  }
  Path& push(Step step) noexcept {
    if (size_ < steps_.size()) steps_[size_++] = step;
    return *this;
  }
  std::array<Step, 12> steps_;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::size_t size_ = 0;
};

/// The cell key of a member, from the kind of document and the keys on the way to it, joined by
/// dots: what several kinds of document hold has one key.
[[nodiscard]] TOKKI_EXPORT std::string cell_key(std::string way);

/// A typed path: at(&Declaration::online_storage, &OnlineStorage::services, 0, &Service::name).
template <class... Steps>
[[nodiscard]] Path at(const Steps&... steps) {
  Path path;
  [[maybe_unused]] const auto step = [&path]<class S>(const S& to) {
    if constexpr (std::is_integral_v<S>) {
      path.into(static_cast<std::size_t>(to));
    } else {
      path.into(key_of(to));
    }
  };
  (step(steps), ...);
  return path;
}

/// A place in the text of a document.
struct Position {
  std::size_t offset = 0;    ///< bytes from the start, 0-based
  std::uint32_t line = 1;    ///< 1-based
  std::uint32_t column = 1;  ///< 1-based, in code points
  friend bool operator==(const Position&, const Position&) = default;
};

/// Where a finding points. The pointer addresses the document as it was supplied.
struct Location {
  std::string pointer;                 ///< RFC 6901; where an absent member would be
  std::string cell;                    ///< the cell key; empty outside described members
  bool at_key = false;                 ///< means the key (unknown and duplicate members)
  std::optional<Position> position{};  ///< when the input was text
  std::optional<std::string> value{};  ///< what stands there; only when values were asked for
  std::string document{};              ///< its name, where it is not the report's own
};

/// A word of tokki's own vocabulary, translated by the report ("string", "truncated").
struct Term {
  std::string_view key;
};
/// A word of a format or of an edition, the same in every language ("storage_media", "Shift_JIS").
struct Token {
  std::string text;
};
/// A cell of the form, shown as the edition's place (３ ウ) or its label (日本国内のみ).
struct CellPlace {
  std::string_view key;
};
struct CellLabel {
  std::string_view key;
};
/// The wording of a clause of the edition, where it is what leaves something open.
struct ClauseWording {
  std::string_view key;
};
/// Text of the document. Withheld by reports unless asked for.
struct Value {
  std::string text;
};

/// A named, typed argument of a message.
struct Argument {
  std::string_view name;
  std::variant<std::int64_t, Day, CountryCode, Term, Token, CellPlace, CellLabel, ClauseWording,
               Value>
      content;
};

/// One step of a fix: replace the text at `pointer` (an RFC 6902 "replace" operation).
struct Replacement {
  std::string pointer;
  std::string value;
};

/// Everything about a rule but its check: one row, which also feeds `tokki explain`, the rule
/// reference and the tests.
struct RuleInfo {
  std::string_view id;         ///< public and permanent, kebab-case
  Severity severity;           ///< an edition may set another
  std::string_view clause;     ///< the clause it serves; empty: the clause of the cell it points at
  Text message;                ///< what is wrong; ICU message patterns with the finding's arguments
  Text remedy;                 ///< what to do
  Text why;                    ///< why the rule exists
  std::string_view fires;      ///< an example: a JSON merge patch (RFC 7396) on the sample form,
                               ///< or a JSON patch (RFC 6902) on the sample dossier
  std::string_view near_miss;  ///< looks alike, and the rule is silent
  bool whole_documents = false;  ///< the two examples are whole documents, not patches
  std::string_view reads = {};   ///< the edition's settings that the check looks at, by a space
  std::string_view under = {};   ///< the edition of the examples: what it adds to the default one
};

/// One finding.
struct Finding {
  const RuleInfo* rule = nullptr;  ///< never null in a report; lives as long as the program
  Severity severity = Severity::error;
  Location at;
  std::vector<Location> related;
  std::vector<Argument> arguments;
  std::vector<Replacement> fix;
};

}  // namespace tokki
