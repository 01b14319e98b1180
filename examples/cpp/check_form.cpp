// Checks one declaration and prints what a clerk would say.
#include <iostream>
#include <tokki/tokki.hpp>

int main() {
  const tokki::Report report = tokki::check(R"({"format": "tokki.declaration/1",
    "storage_location": {"ticked": ["japan_only", "abroad"]}})");
  for (const tokki::Finding& finding : report.findings) {
    const tokki::Words said = tokki::words(finding, *report.edition, tokki::Language::ja);
    std::cout << said.place << ": " << said.message << '\n';
  }
}
