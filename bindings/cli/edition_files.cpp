#include "edition_files.hpp"

#include <fmt/format.h>

#include <array>
#include <cerrno>
#include <cstdio>
#include <memory>

#include "io_error.hpp"
#include "output.hpp"

namespace tokki::cli {
namespace {

struct Source {
  std::string path;
  std::string json;
  std::shared_ptr<const Edition> edition{};
  std::vector<Finding> faults{};
};

std::string localized(Language language, const char* ja, const char* en) {
  return language == Language::ja ? ja : en;
}

// The text of a file, or nothing after setting `error` to an errno.
std::optional<std::string> read(const std::string& path, int& error) {
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"),
                                                             &std::fclose);
  std::string text;
  if (file) {
    std::array<char, 1U << 16U> chunk{};
    while (std::feof(file.get()) == 0 && std::ferror(file.get()) == 0) {
      text.append(chunk.data(), std::fread(chunk.data(), 1, chunk.size(), file.get()));
    }
    if (std::ferror(file.get()) == 0) return text;
  }
  error = errno;
  return std::nullopt;
}

// Loads editions in rounds, since one may extend another, until a round loads none.
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
    int error = 0;
    if (Edition::builtin()->matches_reference(path)) {
      sources.push_back({path, {}, Edition::builtin()});
    } else if (auto json = read(path, error)) {
      sources.push_back({path, *std::move(json)});
    } else {
      const IoError why = io_error({path, error}, style.language);
      print_error(
          style.language == Language::ja
              ? fmt::format("{}: 版のファイルを読めません（{}）。{}", path, why.reason, why.remedy)
              : fmt::format("{}: the edition cannot be read ({}); {}", path, why.reason,
                            why.remedy));
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
    print_error(localized(style.language, "版のファイルに誤りがあります", "the edition is faulty") +
                "\n\n" + to_text(report, style));
  }
  if (!sound) return std::nullopt;
  if (sources.empty()) return Editions();
  Editions editions(sources.front().edition);
  for (std::size_t i = 1; i < sources.size(); ++i) editions.add(sources[i].edition);
  return editions;
}

}  // namespace tokki::cli
