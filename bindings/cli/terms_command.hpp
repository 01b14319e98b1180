// terms_command.hpp: tokki terms.
#pragma once

#include <tokki/editions.hpp>
#include <tokki/terms_report.hpp>

#include <optional>
#include <string>
#include <vector>

namespace tokki::cli {

enum class TermsOutput : std::uint8_t { text, json, markdown, oscal };

struct TermsArguments {
  std::vector<std::string> citations;
  std::string search;
  bool duties = false;
  std::optional<Bearer> bearer;
  std::optional<Modality> modality;
  std::optional<Promptness> promptness;
  std::optional<RecordType> record;
  std::string clause;  // with duties: beneath this citation
  std::string rule;
  std::vector<std::string> diff;  // two editions: files, or the built-in one's id
  TermsOutput format = TermsOutput::text;
  TextStyle style;
};

/// Returns the exit code: 1 when nothing was found, 2 for a citation that nothing is cited by.
int run_terms(const TermsArguments& arguments, const Editions& editions);

/// `tokki terms --diff A B`. Exit code 1 when they differ.
int run_terms_diff(const TermsArguments& arguments);

}  // namespace tokki::cli
