#include "tokki/dossier_checker.hpp"

#include <algorithm>
#include <cstring>
#include <memory_resource>
#include <stdexcept>

#include "check/dossier_check.hpp"
#include "check/kept_texts.hpp"
#include "json/locate.hpp"

namespace tokki::inline v0 {
using namespace internal;

struct DossierChecker::State {
  explicit State(CheckOptions given) : options(std::move(given)) {}

  /// A document, compact: there may be a million, a line each.
  struct Source {
    std::string_view uri;
    std::uint32_t line;  // 0: the whole file
  };

  std::string_view keep_uri(std::string_view uri) {
    if (uri.empty()) return {};
    auto* const copy = static_cast<char*>(uris->allocate(uri.size(), 1));
    std::memcpy(copy, uri.data(), uri.size());
    return {copy, uri.size()};
  }

  [[nodiscard]] std::string name_of(std::uint32_t document) const {
    const Source& source = sources[document];
    std::string name(source.uri);
    if (source.line != 0) name += ":" + std::to_string(source.line);
    return name;
  }

  // Finds the positions of all findings, document by document, so that each text is read once.
  void find_positions() {
    std::vector<Place*> places;
    const auto add = [&](Place& place) {  // not when it is in another dossier
      if (place.document < check->documents()) places.push_back(&place);
    };
    for (std::uint32_t document = 0; document < check->documents(); ++document) {
      auto* const findings = check->findings(document);
      if (findings == nullptr) continue;
      for (Finding& finding : *findings) {
        add(finding.at);
        for (Place& related : finding.related) add(related);
      }
    }
    std::ranges::stable_sort(places, {}, &Place::document);
    for (auto begin = places.begin(); begin != places.end();) {
      const std::uint32_t document = (*begin)->document;
      const auto end = std::find_if(begin, places.end(), [document](const Place* place) {
        return place->document != document;
      });
      tokens.take(texts.text(document), options.limits);
      locate(tokens, {begin, end}, options.keep_values);
      begin = end;
    }
  }

  DossierCheck& dossier() {
    if (!check) check.emplace(options, options.day());
    return *check;
  }

  void clear() {
    check.reset();
    sources.clear();
    texts.clear();
    uris.reset();
    last_uri = {};
  }

  CheckOptions options;
  Document reader;
  std::optional<DossierCheck> check;
  Tokens tokens;  // of the text in which positions are looked up
  KeptTexts texts;
  std::optional<std::pmr::monotonic_buffer_resource> uris;
  std::vector<Source> sources;
  std::string_view last_uri;  // lines of one file share its name
};

DossierChecker::DossierChecker(CheckOptions options)
    : state_(std::make_unique<State>(std::move(options))) {}
DossierChecker::DossierChecker(DossierChecker&&) noexcept = default;
DossierChecker& DossierChecker::operator=(DossierChecker&&) noexcept = default;
DossierChecker::~DossierChecker() = default;

DossierChecker::State& DossierChecker::state() {
  if (!state_) throw std::logic_error("tokki::DossierChecker: moved from");
  return *state_;
}

void DossierChecker::add(std::string_view json, std::string_view uri,
                         std::optional<std::uint64_t> line) {
  State& state = this->state();
  DossierCheck& check = state.dossier();
  if (!state.uris) state.uris.emplace();
  if (state.last_uri != uri) state.last_uri = state.keep_uri(uri);
  // A text over the limit is read, and kept, only up to it.
  const std::string_view text =
      state.texts.add(json.substr(0, state.options.limits.enough_bytes()));
  state.sources.push_back({state.last_uri, static_cast<std::uint32_t>(line.value_or(0))});
  state.reader.read(text, state.options.limits);
  check.add(state.reader);
}

Chain DossierChecker::finish(const std::function<bool(const Report& report)>& visit) {
  State& state = this->state();
  const struct Spent {  // even when `visit` throws
    State& state;
    ~Spent() { state.clear(); }
  } spent{state};
  DossierCheck& check = state.dossier();
  Chain chain = check.finish([&](std::uint32_t document) { return state.name_of(document); });
  state.find_positions();
  Report report;
  report.as_of = check.as_of();
  for (std::uint32_t document = 0; document < check.documents(); ++document) {
    const auto& source = state.sources[document];
    report.document.uri = source.uri;
    report.document.line =
        source.line == 0 ? std::nullopt : std::optional<std::uint64_t>(source.line);
    report.document.kind = check.kind(document);
    report.edition = check.edition(document);
    report.index = document;
    report.other_documents.clear();
    report.findings.clear();
    if (auto* const findings = check.findings(document)) {
      report.findings = std::move(*findings);
      report.other_documents = check.names_for(report.findings, document);
    }
    if (!visit(report)) break;
  }
  return chain;
}

}  // namespace tokki::inline v0
