// place.hpp: positions in documents: paths, places that findings point to, records.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "tokki/describe.hpp"
#include "tokki/export.hpp"

namespace tokki::inline v0 {

/// The keys and indices that lead from a document's root to a member. At most kDeepest steps:
/// described records are not deeper, which a test checks. Keys are borrowed: those of descriptions
/// live as long as the program.
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

  /// The most steps that a path can have; further ones are dropped.
  static constexpr std::size_t kDeepest = 12;

  /// Appends a step: a member's key, which must outlive the path, or an index into a list.
  Path& into(std::string_view key) noexcept {
    return push({key.data(), static_cast<std::uint32_t>(key.size())});
  }
  Path& into(std::size_t index) noexcept {
    return push({nullptr, static_cast<std::uint32_t>(index)});
  }
  /// Removes the last step; there must be one.
  void out() noexcept { --size_; }
  /// Appends the steps of another.
  Path& then(const Path& on) noexcept {
    for (std::size_t i = 0; i < on.size_; ++i) push(on.steps_[i]);
    return *this;
  }
  /// The path without its `first` steps.
  [[nodiscard]] Path after(std::size_t first) const noexcept {
    Path rest;
    for (std::size_t i = first; i < size_; ++i) rest.push(steps_[i]);
    return rest;
  }

  /// The number of steps.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }
  /// Whether a step is an index; else it is a key. `step` must be less than size(), here and below.
  [[nodiscard]] bool is_index(std::size_t step) const noexcept {
    return steps_[step].key == nullptr;
  }
  /// The index at a step. Meaningless for a key.
  [[nodiscard]] std::size_t index(std::size_t step) const noexcept { return steps_[step].number; }
  /// The key at a step; empty for an index.
  [[nodiscard]] std::string_view key(std::size_t step) const noexcept {
    return is_index(step) ? std::string_view()
                          : std::string_view(steps_[step].key, steps_[step].number);
  }

  /// RFC 6901: "/online_storage/services/0/name".
  [[nodiscard]] std::string pointer() const;

  friend bool operator==(const Path& a, const Path& b) noexcept {
    return std::equal(a.steps_.begin(), a.steps_.begin() + a.size_, b.steps_.begin(),
                      b.steps_.begin() + b.size_);
  }
  /// Orders paths so that the members of a member come right after it.
  friend bool operator<(const Path& a, const Path& b) noexcept {
    return std::lexicographical_compare(a.steps_.begin(), a.steps_.begin() + a.size_,
                                        b.steps_.begin(), b.steps_.begin() + b.size_);
  }

 private:
  struct Step {
    const char* key;       // null for an index …
    std::uint32_t number;  // … which is this; else the size of the key
    [[nodiscard]] std::string_view view() const noexcept { return {key, number}; }
    friend bool operator==(const Step& a, const Step& b) noexcept {
      if (a.key == nullptr || b.key == nullptr) return a.key == b.key && a.number == b.number;
      return a.view() == b.view();
    }
    friend bool operator<(const Step& a, const Step& b) noexcept {
      if (a.key == nullptr) return b.key != nullptr || a.number < b.number;
      return b.key != nullptr && a.view() < b.view();
    }
  };
  Path& push(Step step) noexcept {
    if (size_ < steps_.size()) steps_[size_++] = step;
    return *this;
  }
  std::array<Step, kDeepest> steps_;  // NOLINT(cppcoreguidelines-pro-type-member-init)
  std::size_t size_ = 0;
};

/// A step of a path: a member of a record, or an index.
template <class T>
concept PathStep = std::is_integral_v<T> || std::is_member_object_pointer_v<T>;

/// A typed path: at(&Declaration::online_storage, &OnlineStorage::services, 0, &Service::name).
template <PathStep... Steps>
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

/// A position in the text of a document.
struct Position {
  std::size_t offset = 0;    ///< bytes from the start, 0-based
  std::uint32_t line = 1;    ///< 1-based
  std::uint32_t column = 1;  ///< 1-based, in code points
  friend bool operator==(const Position&, const Position&) = default;
};

/// One record of a dossier: of which kind it is ("party", "filing"; empty: of none), and which
/// entry of its list. A declaration that is a document of its own is a filing.
struct RecordRef {
  std::string_view kind{};
  std::uint32_t index = 0;
  friend bool operator==(const RecordRef&, const RecordRef&) = default;
};

/// The kind of a document that holds records of a dossier: a whole dossier, one record alone, or
/// just the form that was filed. `none`: it could not be read.
enum class DocumentKind : std::uint8_t { none, declaration, dossier, record };

/// Where a record comes from: the number of its document (from 0), the document's kind, and the
/// record's index in its list there.
struct RecordSource {
  constexpr RecordSource() noexcept : RecordSource(0, 0) {}
  constexpr RecordSource(std::uint32_t in_document, std::size_t entry,
                         DocumentKind of_kind = DocumentKind::dossier) noexcept
      : document(in_document), index(entry & 0x3FFFFFFFU), in(of_kind) {}

  std::uint32_t document;
  std::uint32_t index : 30;
  DocumentKind in : 2;
};

/// Where a finding points: into which document, and to which member of it. The member may be
/// absent: then this is where it would be.
struct TOKKI_EXPORT Place {
  Place() = default;
  /// A place relative to the record that a rule checks; made absolute when the finding is kept.
  Place(const Path& below_subject) : path(below_subject) {}  // NOLINT(*-explicit-*)
  /// A place in the document numbered `in`; without a path, the document as a whole.
  Place(std::uint32_t in, std::string_view kind_of_document, const Path& from_root = {})
      : document(in), kind(kind_of_document), path(from_root) {}

  std::uint32_t document = 0;  ///< among those checked together: see Report::name_of()
  std::string_view kind{};     ///< Description<T>::kind of the document; empty when it is not known
  Path path{};                 ///< described members, from the document's root
  /// Further steps below `path`, where nothing is described: within a Raw member, or the one key of
  /// an unknown member. Indices are in decimal; nothing is escaped.
  std::vector<std::string> below{};
  bool unknown = false;  ///< `below` is the key of an unknown member
  bool at_key = false;   ///< the member's key is meant (unknown and duplicate members)
  std::optional<Position> position{};  ///< when the input was text
  std::optional<std::string> value{};  ///< what is written there; only when values were asked for

  /// True for the document as a whole.
  [[nodiscard]] bool is_root() const noexcept { return path.empty() && below.empty(); }
  /// RFC 6901: "/online_storage/services/0/name". Addresses the document as it was supplied.
  [[nodiscard]] std::string pointer() const;
  /// The pointer's last step, unescaped; empty for the document as a whole.
  [[nodiscard]] std::string last_step() const;
  /// The cell key: "declaration.online_storage.services.name". A record of a dossier has the same
  /// key wherever it is, and so has a form. Empty for the document as a whole.
  [[nodiscard]] std::string cell() const;
  /// The record of the dossier that this is in; of no kind when it is in none.
  [[nodiscard]] RecordRef record() const;
  /// How many steps of the path lead to the form that this is within; nothing when it is in none.
  [[nodiscard]] std::optional<std::size_t> form() const;
  /// The index of the list entry that this is in: of the form's own list, else of the dossier's or
  /// the edition's; nothing when it is in none.
  [[nodiscard]] std::optional<std::size_t> entry() const;
};

}  // namespace tokki::inline v0
