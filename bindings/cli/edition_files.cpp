#include "edition_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "output.hpp"

namespace tokki::cli {
namespace {

struct Source {
  std::string path;
  std::string json;
  std::shared_ptr<const Edition> edition{};
  std::vector<Finding> faults{};
};

std::string say(Language language, const char* ja, const char* en) {
  return language == Language::ja ? ja : en;
}

std::optional<std::string> read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  return file.is_open() && !file.bad() ? std::optional(std::move(text)) : std::nullopt;
}

// Loads what can be loaded, until a round loads nothing more: one may extend another.
void load_all(std::vector<Source>& sources) {
  std::vector<std::shared_ptr<const Edition>> known;
  for (bool progress = true; std::exchange(progress, false);) {
    for (Source& source : sources) {
      if (source.edition) continue;
      Edition::Loaded loaded = Edition::load(source.json, known);
      source.faults = std::move(loaded.faults);
      source.edition = std::move(loaded.edition);
      if (!source.edition) continue;
      known.push_back(source.edition);
      progress = true;
    }
  }
}

}  // namespace

std::optional<Editions> load_editions(const std::vector<std::string>& paths,
                                      const TextStyle& style) {
  std::vector<Source> sources;
  bool sound = true;
  for (const std::string& path : paths) {
    if (Edition::builtin()->answers_to(path)) {
      sources.push_back({path, {}, Edition::builtin()});
    } else if (auto json = read(path)) {
      sources.push_back({path, *std::move(json)});
    } else {
      complain(fmt::format(
          "{}: {}", path,
          say(style.language, "版のファイルを読めません", "the edition cannot be read")));
      sound = false;
    }
  }
  load_all(sources);
  for (const Source& source : sources) {
    if (source.edition) continue;
    sound = false;
    Report report;
    report.document.uri = source.path;
    report.edition = Edition::builtin();
    report.findings = source.faults;
    complain(say(style.language, "版のファイルに誤りがあります", "the edition is faulty") + "\n\n" +
             to_text(report, style));
  }
  if (!sound) return std::nullopt;
  if (sources.empty()) return Editions();
  Editions editions(sources.front().edition);
  for (std::size_t i = 1; i < sources.size(); ++i) editions.add(sources[i].edition);
  return editions;
}

}  // namespace tokki::cli
