// What a full check costs beside merely reading the same JSON, through both of simdjson's
// interfaces, and beside validating it with a JSON Schema: the lenient one, which knows structure
// only, and the complete one, which asks for what the form asks for, as a check does. All run
// interleaved over the same declarations, and once more over the clean and the faulty ones alone,
// and over declarations of which no two have a medium, a service, a place or a work in common, so
// that remembering texts is of no use; only the ratios mean something.
#include <benchmark/benchmark.h>
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validator.hpp>

#include "allocations.hpp"
#include "forms.hpp"
#include "tokki/tokki.hpp"

namespace tokki::bench {
namespace {

constexpr std::size_t kForms = 20'000;

CheckOptions options() {
  CheckOptions given;
  given.as_of = std::chrono::year(2026) / 4 / 1;
  return given;
}

using Texts = std::vector<const std::string*>;

// What is measured.
struct Corpus {
  std::vector<Form> forms = bench::forms(kForms);
  Texts all;
  Texts clean;   // without any finding
  Texts faulty;  // with an error
  std::vector<Form> unlike_forms = bench::forms(kForms, true);
  Texts unlike;           // no two of which have a text on a thing in common
  bool disputed = false;  // tokki and the generator disagree about what is an error

  Corpus() {
    for (Form& form : forms) {
      // Padded, so that simdjson need not copy a text before it reads: its best case.
      form.json.reserve(form.json.size() + simdjson::SIMDJSON_PADDING);
      all.push_back(&form.json);
      const auto gravest = judged(form);
      if (!gravest) clean.push_back(&form.json);
      if (gravest == Severity::error) faulty.push_back(&form.json);
    }
    for (const Form& form : unlike_forms) {
      unlike.push_back(&form.json);
      judged(form);
    }
  }

 private:
  std::optional<Severity> judged(const Form& form) {
    const auto gravest = checker_.check(form.json).gravest();
    if ((gravest == Severity::error) != form.spoiled) {
      disputed = true;
      std::printf("%s, but tokki says otherwise:\n%s\n", form.spoiled ? "spoiled" : "valid",
                  form.json.c_str());
    }
    return gravest;
  }

  Checker checker_{options()};
};

const Corpus& corpus() {
  static const Corpus made;
  return made;
}

struct Touched {
  std::size_t keys = 0, strings = 0;
  std::size_t sum = 0;  // of sizes and first bytes
  void text(std::string_view text) {
    sum += text.size() + (text.empty() ? 0 : static_cast<unsigned char>(text[0]));
  }
  friend bool operator==(const Touched&, const Touched&) = default;
};

// Touches every key and every value.
void visit(simdjson::dom::element value, Touched& touched) {
  switch (value.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, member] : simdjson::dom::object(value)) {
        ++touched.keys;
        touched.text(key);
        visit(member, touched);
      }
      break;
    case simdjson::dom::element_type::ARRAY:
      for (const auto item : simdjson::dom::array(value)) visit(item, touched);
      break;
    case simdjson::dom::element_type::STRING:
      ++touched.strings;
      touched.text(std::string_view(value));
      break;
    default: ++touched.sum;
  }
}

Touched read_one(simdjson::dom::parser& parser, const std::string& json) {
  Touched touched;
  simdjson::dom::element root;
  if (parser.parse(json).get(root) == simdjson::SUCCESS) visit(root, touched);
  return touched;
}

// The same through the On-Demand interface, which walks over the text itself. False: not
// well-formed.
bool visit(simdjson::ondemand::value value, Touched& touched) {
  namespace json = simdjson::ondemand;
  json::json_type type{};
  if (value.type().get(type)) return false;
  switch (type) {
    case json::json_type::object: {
      json::object object;
      if (value.get_object().get(object)) return false;
      for (auto member : object) {
        std::string_view key;
        json::value inner;
        if (member.unescaped_key().get(key) || member.value().get(inner)) return false;
        ++touched.keys;
        touched.text(key);
        if (!visit(inner, touched)) return false;
      }
      return true;
    }
    case json::json_type::array: {
      json::array array;
      if (value.get_array().get(array)) return false;
      for (auto item : array) {
        json::value inner;
        if (item.get(inner) || !visit(inner, touched)) return false;
      }
      return true;
    }
    case json::json_type::string: {
      std::string_view text;
      if (value.get_string().get(text)) return false;
      ++touched.strings;
      touched.text(text);
      return true;
    }
    default: ++touched.sum; return true;
  }
}

Touched read_one(simdjson::ondemand::parser& parser, const std::string& json) {
  Touched touched;
  simdjson::ondemand::document document;
  simdjson::ondemand::value root;
  if (!parser.iterate(json).get(document) && !document.get_value().get(root)) visit(root, touched);
  return touched;
}

// Runs `each(text)`, which returns a number that depends on its work, over all texts, again and
// again.
template <class Each>
void run(benchmark::State& state, const Texts& texts, Each&& each) {
  for (auto _ : state) {
    std::size_t sum = 0;
    for (const std::string* text : texts) sum += each(*text);
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts.size()));
}

template <class Parser>
void read(benchmark::State& state, const Texts& texts) {
  Parser parser;
  run(state, texts, [&](const std::string& json) { return read_one(parser, json).sum; });
}

void check(benchmark::State& state, const Texts& texts) {
  Checker checker(options());
  Report report;
  run(state, texts, [&](const std::string& json) {
    checker.check(json, report);
    return report.findings.size();
  });
}

void schema(benchmark::State& state, const Texts& texts, bool complete) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  const auto json = nlohmann::json::parse(
      declaration_schema(*Edition::builtin(), {SchemaDraft::draft_07, complete}));
  valijson::Schema compiled;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(json), compiled);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  run(state, texts, [&](const std::string& text) {
    const auto document = nlohmann::json::parse(text);
    valijson::ValidationResults results;
    return validator.validate(compiled, Adapter(document), &results) ? 0 : results.numErrors();
  });
}

double mean(std::size_t sum, std::size_t count) {
  return static_cast<double>(sum) / static_cast<double>(count);
}

// Says what is measured, before it is, and what checking a clean one allocates. False: simdjson's
// two interfaces read different things, so that their times cannot be compared.
bool describe() {
  simdjson::dom::parser parser;
  simdjson::ondemand::parser on_demand;
  std::size_t bytes = 0;
  Touched touched;
  bool alike = true;
  for (const std::string* json : corpus().all) {
    bytes += json->size();
    const Touched one = read_one(parser, *json);
    alike = alike && one == read_one(on_demand, *json);
    touched.keys += one.keys;
    touched.strings += one.strings;
  }
  const Texts& clean = corpus().clean;
  Checker checker(options());
  Report report;
  const auto check_clean = [&] {
    for (const std::string* json : clean) {
      checker.check(*json, report);
      benchmark::DoNotOptimize(report);
    }
  };
  check_clean();  // once, since storage grows with the largest form met
  const std::size_t before = allocation_count();
  check_clean();
  const std::size_t made = allocation_count() - before;
  std::printf("%zu declarations of %.0f bytes, %.1f keys and %.1f strings on average\n", kForms,
              mean(bytes, kForms), mean(touched.keys, kForms), mean(touched.strings, kForms));
  std::printf("%.1f %% with an error, %.1f %% without any finding\n",
              100 * mean(corpus().faulty.size(), kForms), 100 * mean(clean.size(), kForms));
  std::printf("%.2f allocations per check of a declaration without finding (%zu in %zu)\n",
              mean(made, clean.size()), made, clean.size());
  return alike;
}

// Prints the medians per declaration and their ratios.
class Ratios : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration || run.error_occurred) continue;
      times_[run.run_name.function_name].push_back(1e6 / run.counters.at("items_per_second").value);
    }
  }
  void Finalize() override {
    std::map<std::string, double> medians;
    std::size_t rounds = 0;
    for (auto& [name, times] : times_) {
      std::ranges::sort(times);
      rounds = times.size();
      medians[name] = times[rounds / 2];
      std::printf("%-15s %7.2f us a declaration (%.2f to %.2f)\n", name.c_str(), medians[name],
                  times.front(), times.back());
    }
    if (medians.size() < 8) return;  // filtered
    const double check = medians["check"];
    std::printf(
        "check / read = %.2fx; check / read-on-demand = %.2fx; schema / check = %.1fx; "
        "schema-complete / check = %.1fx (medians of %zu, %zu declarations)\n",
        check / medians["read"], check / medians["read-on-demand"], medians["schema"] / check,
        medians["schema-complete"] / check, rounds, kForms);
  }

 private:
  std::map<std::string, std::vector<double>> times_;  // in us a declaration
};

}  // namespace
}  // namespace tokki::bench

int main(int argc, char** argv) {
  using namespace tokki::bench;
  // Ours come first, so that the command line can change them.
  std::string rounds = "--benchmark_repetitions=7";
  std::string interleaved = "--benchmark_enable_random_interleaving=true";
  std::vector<char*> arguments{argv[0], rounds.data(), interleaved.data()};
  arguments.insert(arguments.end(), argv + 1, argv + argc);
  int count = static_cast<int>(arguments.size());
  arguments.push_back(nullptr);
  benchmark::Initialize(&count, arguments.data());
  if (benchmark::ReportUnrecognizedArguments(count, arguments.data())) return 2;
  if (corpus().disputed) return 1;
  using State = benchmark::State;
  const auto measure = [](const char* name, void (*what)(State&)) {
    benchmark::RegisterBenchmark(name, what);
  };
  measure("read", [](State& state) { read<simdjson::dom::parser>(state, corpus().all); });
  measure("read-on-demand",
          [](State& state) { read<simdjson::ondemand::parser>(state, corpus().all); });
  measure("check", [](State& state) { check(state, corpus().all); });
  measure("check-clean", [](State& state) { check(state, corpus().clean); });
  measure("check-faulty", [](State& state) { check(state, corpus().faulty); });
  measure("check-unlike", [](State& state) { check(state, corpus().unlike); });
  measure("schema", [](State& state) { schema(state, corpus().all, false); });
  measure("schema-complete", [](State& state) { schema(state, corpus().all, true); });
  if (!describe()) return 1;
  Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
