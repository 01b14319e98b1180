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

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = forms(kForms);
  return all;
}

CheckOptions options() {
  CheckOptions given;
  given.as_of = std::chrono::year(2026) / 4 / 1;
  return given;
}

// Touches every key and every value.
std::size_t visit(simdjson::dom::element value) {
  std::size_t sum = 0;
  switch (value.type()) {
    case simdjson::dom::element_type::OBJECT:
      for (const auto [key, member] : simdjson::dom::object(value)) {
        sum += key.size() + static_cast<unsigned char>(key[0]) + visit(member);
      }
      return sum;
    case simdjson::dom::element_type::ARRAY:
      for (const auto item : simdjson::dom::array(value)) sum += visit(item);
      return sum;
    case simdjson::dom::element_type::STRING: {
      const std::string_view text(value);
      return text.size() + (text.empty() ? 0 : static_cast<unsigned char>(text[0]));
    }
    default: return 1;
  }
}

void read(benchmark::State& state) {
  simdjson::dom::parser parser;
  std::size_t sum = 0;
  for (auto _ : state) {
    for (const std::string& text : texts()) {
      simdjson::dom::element root;
      if (parser.parse(text).get(root) == simdjson::SUCCESS) sum += visit(root);
    }
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts().size()));
}

void check_forms(benchmark::State& state) {
  Checker checker(options());
  std::size_t sum = 0;
  for (auto _ : state) {
    for (const std::string& text : texts()) sum += checker.check(text).findings.size();
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(texts().size()));
}

void schema(benchmark::State& state) {
  using Adapter = valijson::adapters::NlohmannJsonAdapter;
  const auto json = nlohmann::json::parse(
      declaration_schema(*Edition::builtin(), {SchemaDraft::draft_07, false}));
  valijson::Schema compiled;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(json), compiled);
  valijson::Validator validator(valijson::Validator::kStrongTypes);
  std::size_t sum = 0;
  for (auto _ : state) {
    for (std::size_t i = 0; i < kSlowForms; ++i) {
      const auto document = nlohmann::json::parse(texts()[i]);
      valijson::ValidationResults results;
      sum += validator.validate(compiled, Adapter(document), &results) ? 0 : results.numErrors();
    }
  }
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kSlowForms));
}

// What is measured, before it is: the corpus, and what a clean form allocates.
void describe() {
  Checker checker(options());
  std::size_t bytes = 0;
  std::size_t wrong = 0;
  std::vector<const std::string*> clean;
  for (const std::string& text : texts()) {
    bytes += text.size();
    const auto gravest = checker.check(text).gravest();
    if (gravest == Severity::error) ++wrong;
    if (!gravest) clean.push_back(&text);
  }
  const std::size_t before = allocation_count();
  std::size_t findings = 0;
  for (const std::string* text : clean) findings += checker.check(*text).findings.size();
  const std::size_t made = allocation_count() - before;
  std::printf("%zu declarations, %.1f kB on average, %.1f %% with an error, %.1f %% without finding\n",
              texts().size(), static_cast<double>(bytes) / 1000.0 / static_cast<double>(kForms),
              100.0 * static_cast<double>(wrong) / static_cast<double>(kForms),
              100.0 * static_cast<double>(clean.size()) / static_cast<double>(kForms));
  std::printf("allocations while checking the %zu without finding: %zu\n", clean.size(),
              made + findings);
}

// Prints the medians per declaration and their ratios.
class Ratios : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.run_type != Run::RT_Iteration) continue;
      const double items = run.counters.at("items_per_second").value;
      times_[run.run_name.function_name].push_back(1e6 / items);
    }
  }
  void Finalize() override {
    std::map<std::string, double> medians;
    for (auto& [name, times] : times_) {
      std::ranges::sort(times);
      medians[name] = times[times.size() / 2];
      std::printf("%-8s %7.2f us a declaration (median of %zu, %.2f to %.2f)\n", name.c_str(),
                  medians[name], times.size(), times.front(), times.back());
    }
    std::printf("check / read = %.2f    schema / check = %.1f\n", medians["check"] / medians["read"],
                medians["schema"] / medians["check"]);
  }

 private:
  std::map<std::string, std::vector<double>> times_;
};

}  // namespace
}  // namespace tokki::bench

int main(int argc, char** argv) {
  using namespace tokki::bench;
  for (auto* bench : {benchmark::RegisterBenchmark("read", read),
                      benchmark::RegisterBenchmark("check", check_forms),
                      benchmark::RegisterBenchmark("schema", schema)}) {
    bench->UseRealTime()->Repetitions(9)->Unit(benchmark::kMicrosecond);
  }
  std::vector<char*> arguments(argv, argv + argc);
  std::string interleave = "--benchmark_enable_random_interleaving=true";
  arguments.push_back(interleave.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  describe();
  Ratios reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
