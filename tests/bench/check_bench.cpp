// What a full check costs beside merely reading the same JSON, and beside validating it with a JSON
// Schema. All three run interleaved over the same declarations; only the ratios mean something.
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
constexpr std::size_t kSlowForms = 2'000;  // for the slow one; times are per declaration

// Padded, so that simdjson need not copy a text before it reads: its best case.
const std::vector<Form>& all_forms() {
  static const std::vector<Form> all = [] {
    std::vector<Form> made = forms(kForms);
    for (Form& form : made) form.json.reserve(form.json.size() + simdjson::SIMDJSON_PADDING);
    return made;
  }();
  return all;
}

CheckOptions options() {
  CheckOptions given;
  given.as_of = std::chrono::year(2026) / 4 / 1;
  return given;
}

struct Touched {
  std::size_t keys = 0, strings = 0;
  std::size_t sum = 0;  // of sizes and first bytes
};

// Touches every key and every value.
void visit(simdjson::dom::element value, Touched& touched) {
  const auto touch = [&touched](std::string_view text) {
    touched.sum += text.size() + (text.empty() ? 0 : static_cast<unsigned char>(text[0]));
  };
  switch (value.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, member] : simdjson::dom::object(value)) {
        ++touched.keys;
        touch(key);
        visit(member, touched);
      }
      break;
    case simdjson::dom::element_type::ARRAY:
      for (const auto item : simdjson::dom::array(value)) visit(item, touched);
      break;
    case simdjson::dom::element_type::STRING:
      ++touched.strings;
      touch(std::string_view(value));
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

void read(benchmark::State& state) {
  simdjson::dom::parser parser;
  for (auto _ : state) {
    std::size_t sum = 0;
    for (const Form& form : all_forms()) sum += read_one(parser, form.json).sum;
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kForms));
}

void check_all(benchmark::State& state) {
  Checker checker(options());
  for (auto _ : state) {
    std::size_t sum = 0;
    for (const Form& form : all_forms()) sum += checker.check(form.json).findings.size();
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kForms));
}

void schema(benchmark::State& state) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  const auto json = nlohmann::json::parse(
      declaration_schema(*Edition::builtin(), {SchemaDraft::draft_07, false}));
  valijson::Schema compiled;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(json), compiled);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  for (auto _ : state) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < kSlowForms; ++i) {
      const auto document = nlohmann::json::parse(all_forms()[i].json);
      valijson::ValidationResults results;
      if (!validator.validate(compiled, Adapter(document), &results)) sum += results.numErrors();
    }
    benchmark::DoNotOptimize(sum);
  }
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kSlowForms));
}

double mean(std::size_t sum, std::size_t count) {
  return static_cast<double>(sum) / static_cast<double>(count);
}

// What is measured, before it is: the declarations, and what checking a clean one allocates. False
// when tokki and the generator disagree about what is an error.
bool describe() {
  Checker checker(options());
  simdjson::dom::parser parser;
  std::size_t bytes = 0;
  std::size_t wrong = 0;
  std::size_t disputed = 0;
  Touched touched;
  std::vector<const std::string*> clean;
  for (const auto& [json, spoiled] : all_forms()) {
    bytes += json.size();
    const Touched one = read_one(parser, json);
    touched.keys += one.keys;
    touched.strings += one.strings;
    const auto gravest = checker.check(json).gravest();
    if (gravest == Severity::error) ++wrong;
    if ((gravest == Severity::error) != spoiled && ++disputed <= 3) {
      std::printf("%s, but %s:\n%s\n", spoiled ? "spoiled" : "valid",
                  gravest ? checker.check(json).findings.front().rule->id.data() : "no finding",
                  json.c_str());
    }
    if (!gravest) clean.push_back(&json);
  }
  const std::size_t before = allocation_count();
  for (const std::string* json : clean) benchmark::DoNotOptimize(&checker.check(*json));
  const std::size_t made = allocation_count() - before;
  const double percent = 100.0 / static_cast<double>(kForms);
  std::printf("%zu declarations of %.0f bytes, %.1f keys and %.1f strings on average\n", kForms,
              mean(bytes, kForms), mean(touched.keys, kForms), mean(touched.strings, kForms));
  std::printf("%.1f %% with an error, %.1f %% without any finding\n",
              percent * static_cast<double>(wrong), percent * static_cast<double>(clean.size()));
  std::printf("%.2f allocations per check of a declaration without finding (%zu in %zu)\n",
              mean(made, clean.size()), made, clean.size());
  return disputed == 0;
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
      std::printf("%-6s %7.2f us a declaration (%.2f to %.2f)\n", name.c_str(), medians[name],
                  times.front(), times.back());
    }
    if (medians.size() < 3) return;  // filtered
    std::printf("check / read = %.2fx; schema / check = %.1fx (medians of %zu, %zu declarations)\n",
                medians["check"] / medians["read"], medians["schema"] / medians["check"], rounds,
                kForms);
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
  benchmark::RegisterBenchmark("read", read);
  benchmark::RegisterBenchmark("check", check_all);
  benchmark::RegisterBenchmark("schema", schema);
  if (!describe()) return 1;
  Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
