// Prints tokki's reports on files, through the C++ API: dump (ja|en|FORMAT) FILE… As of 2026-11-24,
// like the corpus. A file that ends in .ndjson holds a document a line; one that ends in
// records.ndjson, the records of one dossier; one that ends in a slash is a folder.
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>

#include "tokki/file_checker.hpp"
#include "tokki/report_writer.hpp"
#include "tokki/tokki.hpp"

int main(int count, char** arguments) {
  if (count < 2) return 2;
  const std::string wanted = arguments[1];
  using namespace std::chrono_literals;
  tokki::CheckOptions options;
  options.as_of = 2026y / 11 / 24;
  tokki::Checker checker(options);
  tokki::TextStyle style;
  style.language = wanted == "en" ? tokki::Language::en : tokki::Language::ja;
  const auto print = [&](const tokki::Report& report) {
    const tokki::ReportFormat* const format =
        tokki::find_report_format(wanted == "ja" || wanted == "en" ? "text" : wanted);
    if (format == nullptr) std::exit(2);
    std::cout << to_string(report, *format, {.style = style}) << (wanted == "json" ? "\n" : "");
  };
  for (int i = 2; i < count; ++i) {
    const std::string name = arguments[i];
    if (name.ends_with('/')) {
      tokki::CheckOptions with_comparison = options;
      with_comparison.across = std::make_shared<tokki::AcrossContracts>();
      tokki::FileVisitor visitor;
      visitor.report = [&](const tokki::Report& report) {
        print(report);
        return true;
      };
      tokki::FileChecker(with_comparison, visitor).check(name);
      continue;
    }
    std::ifstream file(name, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file) return 1;
    if (!name.ends_with(".ndjson")) {
      print(checker.check(all, name));
      continue;
    }
    std::istringstream lines(all);
    tokki::DossierChecker dossier(options);
    const bool joined = name.ends_with("records.ndjson");
    std::uint64_t number = 0;
    for (std::string line; std::getline(lines, line);) {
      if (++number; line.empty()) continue;
      if (joined)
        dossier.add(line, name, number);
      else
        print(checker.check(line, name, number));
    }
    if (joined) {
      dossier.finish([&](const tokki::Report& report) {
        print(report);
        return true;
      });
    }
  }
}
