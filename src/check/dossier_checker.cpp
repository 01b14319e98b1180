#include "tokki/dossier_checker.hpp"

#include <algorithm>
#include <cstring>
#include <memory_resource>

#include "check/dossier_judge.hpp"

namespace tokki {

struct DossierChecker::State {
  explicit State(CheckOptions given)
      : options(std::move(given)), as_of(options.as_of ? *options.as_of : today_in_japan()) {}

  /// A document, compact: there may be a million, a line each.
  struct Source {
    std::string_view text, uri;
    std::uint32_t line;  // 0: the whole file
  };

  std::string_view keep(std::string_view text) {
    if (text.empty()) return {};
    auto* const copy = static_cast<char*>(texts->allocate(text.size(), 1));
    std::memcpy(copy, text.data(), text.size());
    return {copy, text.size()};
  }

  [[nodiscard]] std::string name_of(std::uint32_t document) const {
    const Source& source = sources[document];
    std::string name(source.uri);
    if (source.line != 0) name += ":" + std::to_string(source.line);
    return name;
  }

  // Every place of every finding, by the document it stands in, so that each text is read once.
  void find_positions() {
    std::unordered_map<std::uint32_t, std::vector<Location*>> places;
    for (std::uint32_t document = 0; document < judge->documents(); ++document) {
      auto* const findings = judge->findings(document);
      if (findings == nullptr) continue;
      for (Finding& finding : *findings) {
        places[document].push_back(&finding.at);
        for (Location& related : finding.related) {
          const auto other = related.document.empty() ? document : judge->named(related.document);
          if (other) places[*other].push_back(&related);
        }
      }
    }
    for (const auto& [document, wanted] : places) {
      locate(sources[document].text, wanted, options.keep_values);
    }
  }

  void clear() {
    judge.reset();
    sources.clear();
    texts.reset();
    last_uri = {};
  }

  CheckOptions options;
  Day as_of;
  Document reader;
  std::optional<DossierJudge> judge;
  std::optional<std::pmr::monotonic_buffer_resource> texts;
  std::vector<Source> sources;
  std::string_view last_uri;  // lines of one file share its name
};

DossierChecker::DossierChecker(CheckOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}
DossierChecker::DossierChecker(DossierChecker&&) noexcept = default;
DossierChecker& DossierChecker::operator=(DossierChecker&&) noexcept = default;
DossierChecker::~DossierChecker() = default;

void DossierChecker::add(std::string_view json, std::string_view uri,
                         std::optional<std::uint64_t> line) {
  State& state = *state_;
  if (!state.judge) state.judge.emplace(state.options, state.as_of);
  if (!state.texts) state.texts.emplace();
  if (state.last_uri != uri) state.last_uri = state.keep(uri);
  // What is over the limit is not read beyond it, and need not be kept either.
  const std::string_view text = state.keep(json.substr(0, state.options.limits.document_bytes + 1));
  state.sources.push_back({text, state.last_uri, static_cast<std::uint32_t>(line.value_or(0))});
  state.reader.read(text, state.options.limits);
  state.judge->add(state.reader);
}

Chain DossierChecker::finish(const std::function<bool(const Report& report)>& visit) {
  State& state = *state_;
  if (!state.judge) state.judge.emplace(state.options, state.as_of);
  DossierJudge& judge = *state.judge;
  Chain chain = judge.judge([&](std::uint32_t document) { return state.name_of(document); });
  state.find_positions();
  Report report;
  for (std::uint32_t document = 0; document < judge.documents(); ++document) {
    const auto& source = state.sources[document];
    report.document.uri = source.uri;
    report.document.line =
        source.line == 0 ? std::nullopt : std::optional<std::uint64_t>(source.line);
    report.document.kind = judge.kind(document);
    report.edition = judge.edition(document);
    report.findings.clear();
    if (auto* const findings = judge.findings(document)) report.findings = std::move(*findings);
    if (!visit(report)) break;
  }
  state.clear();
  return chain;
}

}  // namespace tokki
