#include "terms_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tokki/edition_diff_report.hpp>
#include <tokki/rule.hpp>
#include <tokki/terms_report.hpp>

#include <algorithm>
#include <set>

#include "common_options.hpp"
#include "edition_files.hpp"
#include "exit_codes.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

enum class TermsOutput : std::uint8_t { text, json, markdown, oscal };

struct TermsArguments {
  CommonOptions common;
  std::vector<std::string> citations;
  std::string search;
  bool duties = false;
  std::optional<Bearer> bearer;
  std::optional<Modality> modality;
  std::optional<Promptness> promptness;
  std::optional<RecordType> record;
  std::string clause;  // with duties: only those of this clause and below
  std::string rule;
  std::vector<std::string> diff;  // two editions: files, or the built-in one's id
  TermsOutput format = TermsOutput::text;

  [[nodiscard]] bool duties_wanted() const {
    return duties || bearer || modality || promptness || record || !clause.empty() || !rule.empty();
  }
};

std::string localized(const TextStyle& style, const char* ja, const char* en) {
  return style.language == Language::ja ? ja : en;
}

TermsFormat format_of(TermsOutput output) {
  switch (output) {
    case TermsOutput::json: return TermsFormat::json;
    case TermsOutput::markdown: return TermsFormat::markdown;
    case TermsOutput::text:
    case TermsOutput::oscal: break;  // written by oscal_catalog()
  }
  return TermsFormat::text;
}

// The part of that key or name: 特記事項, 遵守事項. Null when there is none.
const Part* part_named(const Edition& edition, std::string_view name) {
  const auto& parts = edition.file().parts;
  const auto* const part = std::ranges::find_if(parts, [&](const Part& one) {
    return one.key == name || one.brief.ja == name || one.brief.en == name ||
           one.title.ja == name || one.title.en == name;
  });
  return part == parts.end() ? nullptr : part;
}

// The clause most likely meant by each citation, or nothing after printing errors. When several
// parts have the citation the first is taken, and the others are mentioned.
std::optional<std::vector<const Clause*>> clauses_of(const std::vector<std::string>& citations,
                                                     const Edition& edition,
                                                     const TextStyle& style) {
  std::vector<const Clause*> clauses;
  for (const std::string& citation : citations) {
    const auto found = edition.cited(citation);
    if (found.empty()) {
      if (const Part* part = part_named(edition, citation)) {
        for (const ClauseNode& node : edition.tree()) {
          if (node.clause->part == part->key) clauses.push_back(node.clause);
        }
        continue;
      }
      print_error(
          fmt::format("{}: {}", citation,
                      localized(style, "このように引用される条項はありません（tokki terms で一覧）",
                                "no clause is cited so (see tokki terms)")));
      return std::nullopt;
    }
    clauses.push_back(found.front());
    std::set<std::string> others;
    for (const Clause* clause : found) others.insert(edition.citation(clause->key, style.language));
    others.erase(edition.citation(found.front()->key, style.language));
    if (!others.empty()) {
      print_error(fmt::format("{}: {}{}", citation, localized(style, "ほかに：", "also: "),
                              fmt::join(others, ", ")));
    }
  }
  return clauses;
}

// Exit code 1 when nothing was found, 2 for an unknown citation.
int run_terms(const TermsArguments& arguments, const Edition& edition, const TextStyle& style) {
  if (arguments.format == TermsOutput::oscal)
    return print_output(oscal_catalog(edition), kClean, style.language);
  const TermsFormat format = format_of(arguments.format);
  if (!arguments.search.empty()) {
    const auto hits = edition.search(arguments.search);
    return print_output(terms_found(edition, hits, format, style),
                        hits.empty() ? kFindings : kClean, style.language);
  }
  if (arguments.duties_wanted()) {
    if (!arguments.rule.empty() && find_rule(arguments.rule) == nullptr) {
      print_error(fmt::format("{}: {}", arguments.rule,
                              localized(style, "そのような規則はありません（tokki rules で一覧）",
                                        "no such rule (see tokki rules)")));
      return kUsage;
    }
    DutyFilter filter{
        arguments.bearer, arguments.modality, arguments.promptness, arguments.record, {},
        arguments.rule};
    if (!arguments.clause.empty()) {
      if (const Part* part = part_named(edition, arguments.clause)) {
        filter.clause = part->key;
      } else {
        const auto within = clauses_of({arguments.clause}, edition, style);
        if (!within) return kUsage;
        filter.clause = within->front()->key;
      }
    }
    const auto duties = edition.duties(filter);
    return print_output(terms_duties(edition, duties, format, style),
                        duties.empty() ? kFindings : kClean, style.language);
  }
  if (arguments.citations.empty())
    return print_output(terms_tree(edition, format, style), kClean, style.language);
  const auto clauses = clauses_of(arguments.citations, edition, style);
  if (!clauses) return kUsage;
  return print_output(terms_clauses(edition, *clauses, format, style), kClean, style.language);
}

// Exit code 1 when the editions differ.
int run_terms_diff(const TermsArguments& arguments, const TextStyle& style) {
  const auto editions = load_editions(arguments.diff, style);
  if (!editions) return kUsage;
  const EditionDiff diff = compare(*editions->all()[0], *editions->all()[1]);
  std::string text;
  switch (arguments.format) {
    case TermsOutput::json: text = to_json(diff); break;
    case TermsOutput::markdown: text = to_markdown(diff); break;
    case TermsOutput::text: text = to_text(diff, style); break;
    case TermsOutput::oscal:
      print_error(localized(
          style, "--diff の出力の形式は text、json、markdown です（oscal は版全体の形式です）",
          "--diff goes with --format text, json or markdown (oscal holds an edition)"));
      return kUsage;
  }
  return print_output(text, diff.empty() ? kClean : kFindings, style.language);
}

int terms(const TermsArguments& arguments, const Settings& settings) {
  if (!arguments.diff.empty()) return run_terms_diff(arguments, settings.style);
  const auto known = load_editions(settings);
  return known ? run_terms(arguments, *known->first(), settings.style) : kUsage;
}

// An option that takes one of an enumeration's values; they are appended to the footer, as there
// are too many for the option's own lines.
template <Enumeration E>
void add_filter(Command& command, const std::string& name, std::optional<E>& chosen,
                const std::string& purpose, std::string& footer) {
  command.add_choice(name, chosen, keys_of<E>(), {.purpose = purpose, .value = "WHICH"});
  constexpr std::size_t kWidth = 76;
  std::string lines;
  std::string line = "  " + name + " ";
  for (const auto& choice : Description<E>::choices) {
    if (line.size() + choice.key.size() > kWidth) lines += std::exchange(line, "    ") + "\n";
    line.append(choice.key).append(" ");
  }
  footer += "\n" + lines + line;
}

}  // namespace

void add_terms_command(CommandLine& line) {
  const auto arguments = std::make_shared<TermsArguments>();
  Command command = line.add(
      "terms", line.localized("特記事項の条項と義務を示します", "Show the terms: clauses, duties"));
  command.add("citation", arguments->citations,
              {.purpose = line.localized("条項の引用又はキー（特記事項3(4)、A3.4）",
                                         "Citations or keys (Special Terms 3(4), A3.4)"),
               .value = "CLAUSE ..."});
  command.add("--search", arguments->search,
              {.purpose = line.localized("文言、訳、用語、義務からさがします",
                                         "Search wording, translation, terms and duties"),
               .value = "TEXT"});
  command.add_flag("--duties", arguments->duties,
                   line.localized("義務の一覧を示します", "List the duties"));
  std::string footer = line.localized(
      "例：\n  tokki terms \"特記事項3(4)\"\n  tokki terms --search 承認\n"
      "  tokki terms --duties --bearer client\n値：",
      "Examples:\n  tokki terms \"Special Terms 3(4)\" --lang en\n"
      "  tokki terms --search 承認\n  tokki terms --duties --bearer client\nValues:");
  const std::string narrowing = line.localized("--duties をしぼります", "With --duties");
  add_filter(command, "--bearer", arguments->bearer, narrowing, footer);
  add_filter(command, "--modality", arguments->modality, narrowing, footer);
  add_filter(command, "--promptness", arguments->promptness, narrowing, footer);
  add_filter(command, "--record", arguments->record, narrowing, footer);
  command.set_footer(footer);
  command.add("--clause", arguments->clause, {.purpose = narrowing, .value = "CLAUSE"});
  command.add("--rule", arguments->rule,
              {.purpose = narrowing, .value = "RULE", .kind = ValueKind::rule});
  command.add("--diff", arguments->diff,
              {.purpose = line.localized("二つの版を比べます（組み込みの版は itaku-kunren）",
                                         "Compare two editions (built-in: itaku-kunren)"),
               .value = "EDITION EDITION",
               .kind = ValueKind::file,
               .count = 2});
  command.add_choice("--format", arguments->format,
                     Keys<TermsOutput>{{"text", TermsOutput::text},
                                       {"json", TermsOutput::json},
                                       {"markdown", TermsOutput::markdown},
                                       {"oscal", TermsOutput::oscal}},
                     {.purpose = line.localized("出力の形式", "Output format"),
                      .value = line.localized("text|json|markdown|oscal（既定：text）",
                                              "text|json|markdown|oscal (default: text)")});
  add_common_options(command, arguments->common, line);
  add_edition_option(command, arguments->common, line);
  runs(command, line, arguments, terms);
}

}  // namespace tokki::cli
