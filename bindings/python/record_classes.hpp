// record_classes.hpp: writes the Python classes of described records and enumerations. Labels and
// clauses are those of the built-in edition.
#pragma once

#include <tokki/edition.hpp>
#include <tokki/records/dossier.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>

#include "choices.hpp"

namespace tokki::python {

/// "クラウド … · Names of … (届出書1 · Form 1)", or nothing for what no form has.
inline std::string described(const std::string& cell_key) {
  const Edition& edition = *Edition::builtin();
  const Cell* cell = edition.cell(cell_key);
  if (cell == nullptr) return {};
  return cell->label.ja.str() + " · " + cell->label.en.str() + " (" +
         edition.citation(cell->clause, Language::ja) + " · " +
         edition.citation(cell->clause, Language::en) + ")";
}

/// A name that Python takes: from_ for from, since that is one of its keywords.
inline std::string attribute(std::string_view key) {
  static constexpr std::string_view keywords[] = {
      "and",    "as",   "assert", "async",  "await",  "break",   "class",    "continue",
      "def",    "del",  "elif",   "else",   "except", "finally", "for",      "from",
      "global", "if",   "import", "in",     "is",     "lambda",  "nonlocal", "not",
      "or",     "pass", "raise",  "return", "try",    "while",   "with",     "yield"};
  std::string name(key);
  if (std::ranges::find(keywords, key) != std::end(keywords)) name += '_';
  return name;
}

template <class T>
inline constexpr bool is_optional = false;
template <class T>
inline constexpr bool is_optional<std::optional<T>> = true;

template <class T>
std::string annotation() {
  if constexpr (std::is_same_v<T, Str>) return "str";
  if constexpr (std::is_same_v<T, Date>) return "Date";
  if constexpr (std::is_same_v<T, Instant>) return "Instant";
  if constexpr (std::is_same_v<T, Country>) return "Country";
  if constexpr (std::is_same_v<T, Raw>) return "Json";
  if constexpr (std::is_same_v<T, bool>) return "bool";
  if constexpr (std::is_same_v<T, std::int64_t>) return "int";
  if constexpr (is_optional<T>) return annotation<typename T::value_type>() + " | None";
  if constexpr (is_list<T>) return "tuple[" + annotation<typename T::value_type>() + ", ...]";
  if constexpr (is_ticked<T>) return "Ticked[" + annotation<typename T::choice_type>() + "]";
  if constexpr (Record<T> || Enumeration<T>) return std::string(Description<T>::name);
}

template <class T>
std::string empty_value() {
  if constexpr (std::is_same_v<T, Str>) return "\"\"";
  if constexpr (is_optional<T>) return "None";
  if constexpr (is_list<T>) return "()";
  if constexpr (is_ticked<T>) return "Ticked()";
  return annotation<T>() + "()";
}

/// Calls `visit.template operator()<E>()` for the enumerations that a member's type is made of, and
/// for those of the records in it; for some of them more than once.
template <class T, class Visit>
void for_each_choice(const Visit& visit) {
  if constexpr (Enumeration<T>) {
    visit.template operator()<T>();
  } else if constexpr (is_ticked<T>) {
    visit.template operator()<typename T::choice_type>();
  } else if constexpr (is_optional<T> || is_list<T>) {
    for_each_choice<typename T::value_type>(visit);
  } else if constexpr (Record<T>) {
    for_each_field<T>([&]<class O, class M>(const Field<O, M>&) { for_each_choice<M>(visit); });
  }
}

/// Writes the classes of enumerations.
class ChoiceClasses {
 public:
  explicit ChoiceClasses(std::ostream& out) : out_(out) {}

  /// Those that the records in a document have members of.
  template <DocumentRecord... Documents>
  void define_of() {
    const auto define_one = [this]<class E> { this->define<E>(); };
    (for_each_choice<Documents>(define_one), ...);
  }

  template <Enumeration E>
  void define() {
    static_assert(is_complete<E>(), "the description lacks an enumerator");
    if (!done_.insert(Description<E>::name).second) return;
    out_ << "\n\nclass " << Description<E>::name << "(StrEnum):\n";
    for (const auto& choice : Description<E>::choices) {
      std::string name(choice.key);
      std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      });
      out_ << "    " << name << " = \"" << choice.key << "\"\n";
    }
  }

 private:
  std::ostream& out_;
  std::set<std::string_view> done_;
};

/// Writes the classes of records.
class RecordClasses {
 public:
  explicit RecordClasses(std::ostream& out) : out_(out) {}

  /// The module of records: its imports, then the classes that the documents are made of.
  template <DocumentRecord... Documents>
  void write_module() {
    std::set<std::string_view> choices;
    const auto note = [&]<class E> { choices.insert(Description<E>::name); };
    (for_each_choice<Documents>(note), ...);
    out_ << "from dataclasses import dataclass\nfrom typing import ClassVar\n\n"
            "from tokki._cells import Country, Date, Instant, Json, Ticked\n";
    write_import("tokki._choices", choices);
    out_ << "from tokki._record import Record, Standing\n";
    (define_document<Documents>(), ...);
    write_all();
  }

 private:
  // On one line where it fits, as ruff formats it.
  void write_import(std::string_view module, const std::set<std::string_view>& names) {
    std::string line("from ");
    line.append(module).append(" import ");
    std::string lines = line + "(\n";
    const char* comma = "";
    for (const std::string_view name : names) {
      line.append(comma).append(name);
      lines.append("    ").append(name).append(",\n");
      comma = ", ";
    }
    constexpr std::size_t kLineLength = 100;
    out_ << (line.size() <= kLineLength ? line : lines + ")") << "\n";
  }

  // Defines the records that T has members of, then T. `cell` is T's cell key, `standing` its
  // place in a document, as Python.
  template <Record T>
  void define(const std::string& cell, const std::string& standing) {
    if (!done_.insert(Description<T>::name).second) return;
    for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
      const std::string key(field.key);
      if constexpr (Record<M>) {
        define_part<M>(cell + "." + key, standing + ", \"" + key + "\"");
      } else if constexpr (is_list<M>) {
        if constexpr (Record<typename M::value_type>) {
          define_part<typename M::value_type>(cell + "." + key, standing + ", \"" + key + "\", 0");
        }
      }
    });
    out_ << "\n\n@dataclass(frozen=True, kw_only=True, slots=True)\nclass " << Description<T>::name
         << "(Record):\n";
    write_docstring<T>(cell);
    if constexpr (DocumentRecord<T>) {
      out_ << "    format: ClassVar[str] = \"" << Description<T>::format << "\"\n";
    }
    out_ << "    _standing: ClassVar[Standing] = (" << standing << (DocumentRecord<T> ? ",)" : ")")
         << "\n\n";
    for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
      out_ << "    " << attribute(field.key) << ": " << annotation<M>() << " = " << empty_value<M>()
           << "\n";
    });
  }

  template <Record T>
  void define_part(const std::string& cell, const std::string& standing) {
    if constexpr (DocumentRecord<T>) {
      define_document<T>();
    } else {
      define<T>(cell, standing);
    }
  }

  template <DocumentRecord T>
  void define_document() {
    std::string standing = "\"";
    standing.append(Description<T>::format).append("\"");
    define<T>(std::string(Description<T>::kind), standing);
  }

  // What the package takes from the module: all classes.
  void write_all() const {
    out_ << "\n\n__all__ = [\n";
    for (const std::string_view name : done_) out_ << "    \"" << name << "\",\n";
    out_ << "]\n";
  }

  template <Record T>
  void write_docstring(const std::string& cell) {
    const std::string said = described(cell);
    out_ << "    \"\"\"" << (said.empty() ? std::string(Description<T>::name) : said) << "\n\n";
    for_each_field<T>([&]<class O, class M>(const Field<O, M>& field) {
      const std::string member = cell + "." + std::string(field.key);
      const std::string label = described(member);
      out_ << "    " << attribute(field.key) << (label.empty() ? "" : ": ") << label << "\n";
      if constexpr (is_ticked<M>) {
        for (const auto& choice : Description<typename M::choice_type>::choices) {
          const std::string key(choice.key);
          out_ << "        " << key << ": "
               << described(std::string(member).append(".").append(key)) << "\n";
        }
      }
    });
    out_ << "    \"\"\"\n\n";
  }

  std::ostream& out_;
  std::set<std::string_view> done_;
};

}  // namespace tokki::python
