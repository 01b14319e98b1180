// Says how duties stand, through the C++ API: status FORMAT AS_OF PATH… A *.json is given as bytes,
// all else by its path.
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tokki/assessment_report.hpp"
#include "tokki/file_assessor.hpp"

int main(int count, char** arguments) {
  if (count < 3) return 2;
  const tokki::AssessmentFormat* const format = tokki::find_assessment_format(arguments[1]);
  const tokki::Instant as_of{tokki::Str(arguments[2])};
  if (format == nullptr || !as_of.value) return 2;
  const auto say = [&](const tokki::Assessor& records) {
    tokki::AssessmentReportOptions options;
    options.style.language = tokki::Language::en;
    options.records = &records;
    std::cout << format->write(records.assess({.as_of = as_of.value->hi}), options);
    return true;
  };
  tokki::AssessVisitor visitor;
  visitor.dossier = say;
  tokki::FileAssessor files({}, visitor);
  tokki::Assessor one;
  for (int i = 3; i < count; ++i) {
    const std::string name = arguments[i];
    if (!name.ends_with(".json")) {
      files.read(name);
      continue;
    }
    std::ifstream file(name, std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    if (!file) return 1;
    one.clear();
    one.add(all, name);
    say(one);
  }
}
