// Says what changed, through the C++ API: diff FORMAT forms OLD NEW, or diff FORMAT AS_OF DOSSIER…
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "tokki/changes_report.hpp"
#include "tokki/decode.hpp"

namespace {

std::string content(const std::string& name) {
  std::ifstream file(name, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 4) return 2;
  const tokki::ChangesFormat* const format = tokki::find_changes_format(arguments[1]);
  if (format == nullptr) return 2;
  tokki::ChangesReportOptions options;
  options.style.language = tokki::Language::en;
  options.style.show_values = true;
  const std::string wanted = arguments[2];
  if (wanted == "forms") {
    if (count != 5) return 2;
    options.before_name = arguments[3];
    options.after_name = arguments[4];
    const std::string texts[] = {content(options.before_name), content(options.after_name)};
    tokki::Document before;
    tokki::Document after;
    before.read(texts[0]);
    after.read(texts[1]);
    if (before.declaration() == nullptr || after.declaration() == nullptr) return 1;
    std::cout << format->forms(compare(*before.declaration(), *after.declaration()), options);
    return 0;
  }
  const tokki::Instant as_of{tokki::Str(wanted)};
  if (!as_of.value) return 2;
  for (int i = 3; i < count; ++i) {
    tokki::Assessor records;
    records.add(content(arguments[i]), arguments[i]);
    options.records = &records;
    std::cout << format->facts(records.changes({.as_of = as_of.value->hi}), options);
  }
}
