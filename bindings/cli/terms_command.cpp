#include "terms_command.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tokki/edition_diff_report.hpp>
#include <tokki/rule.hpp>

#include <algorithm>
#include <set>

#include "edition_files.hpp"
#include "exit_codes.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

std::string say(const TextStyle& style, const char* ja, const char* en) {
  return style.language == Language::ja ? ja : en;
}

TermsFormat format_of(TermsOutput output) {
  switch (output) {
    case TermsOutput::json: return TermsFormat::json;
    case TermsOutput::markdown: return TermsFormat::markdown;
    case TermsOutput::text:
    case TermsOutput::oscal: break;  // which is a catalog of its own
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

// The clause most likely meant by each citation, or nothing after complaining. A citation that
// several parts have names the first; the others are mentioned.
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
      complain(fmt::format("{}: {}", citation,
                           say(style, "このように引用される条項はありません（tokki terms で一覧）",
                               "no clause is cited so (see tokki terms)")));
      return std::nullopt;
    }
    clauses.push_back(found.front());
    std::set<std::string> others;
    for (const Clause* clause : found) others.insert(edition.citation(clause->key, style.language));
    others.erase(edition.citation(found.front()->key, style.language));
    if (!others.empty()) {
      complain(fmt::format("{}: {}{}", citation, say(style, "ほかに：", "also: "),
                           fmt::join(others, ", ")));
    }
  }
  return clauses;
}

}  // namespace

int run_terms(const TermsArguments& arguments, const Editions& editions) {
  const Edition& edition = *editions.first();
  const TextStyle& style = arguments.style;
  if (arguments.format == TermsOutput::oscal)
    return written(oscal_catalog(edition), kClean, style.language);
  const TermsFormat format = format_of(arguments.format);
  if (!arguments.search.empty()) {
    const auto hits = edition.search(arguments.search);
    return written(terms_found(edition, hits, format, style), hits.empty() ? kFindings : kClean,
                   style.language);
  }
  if (arguments.duties) {
    if (!arguments.rule.empty() && find_rule(arguments.rule) == nullptr) {
      complain(fmt::format("{}: {}", arguments.rule,
                           say(style, "そのような規則はありません（tokki rules で一覧）",
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
    return written(terms_duties(edition, duties, format, style),
                   duties.empty() ? kFindings : kClean, style.language);
  }
  if (arguments.citations.empty())
    return written(terms_tree(edition, format, style), kClean, style.language);
  const auto clauses = clauses_of(arguments.citations, edition, style);
  if (!clauses) return kUsage;
  return written(terms_clauses(edition, *clauses, format, style), kClean, style.language);
}

int run_terms_diff(const TermsArguments& arguments) {
  const auto editions = load_editions(arguments.diff, arguments.style);
  if (!editions) return kUsage;
  const EditionDiff diff = compare(*editions->all()[0], *editions->all()[1]);
  std::string text;
  switch (arguments.format) {
    case TermsOutput::json: text = to_json(diff); break;
    case TermsOutput::markdown: text = to_markdown(diff); break;
    case TermsOutput::text: text = to_text(diff, arguments.style); break;
    case TermsOutput::oscal:
      complain(say(arguments.style,
                   "--diff の出力の形式は text、json、markdown です（oscal は版全体の形式です）",
                   "--diff goes with --format text, json or markdown (oscal holds an edition)"));
      return kUsage;
  }
  return written(text, diff.empty() ? kClean : kFindings, arguments.style.language);
}

}  // namespace tokki::cli
