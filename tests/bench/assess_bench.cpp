// What assessments of up to a million records cost: the decisions alone, the records a line with
// reading, a million records about one incident, and a hundred thousand small contracts.
#include <array>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "growth.hpp"
#include "tokki/assessor.hpp"

namespace tokki::bench {
namespace {

constexpr std::string_view kContract =
    R"({"format":"tokki.dossier-record/1","contract":{"client":"そよかぜ県","contractor":"hibari",)"
    R"("concluded_on":"2025-04-01","windows":[{"name":"情報政策課"}]}})";
constexpr std::string_view kParty =
    R"({"format":"tokki.dossier-record/1","party":{"id":"hibari","name":"株式会社ひばり"}})";

// A year of work, over and over. N stands for the record's number, P for that of the one before,
// D for its day.
constexpr std::string_view kYear[] = {
    R"("mail":{"id":"mail-N","to":"甲","at":"2025-06-D1T10:00:00+09:00","attachment":false,)"
    R"("addressee_checked":true,"body_checked":true,"checked_at":"2025-06-D1T09:58:00+09:00"})",
    R"("mail":{"id":"mail-N","to":"甲","at":"2025-07-D1T10:00:00+09:00","attachment":true,)"
    R"("checked":true,"checked_at":"2025-07-D1T09:55:00+09:00","protection":"password",)"
    R"("password_route":"another_route"})",
    R"("carry_out":{"id":"out-N","at":"2025-08-D1T08:30:00+09:00","purpose":"出張研修",)"
    R"("items":[{"what":"教材","needed":true,"secret":false}],)"
    R"("returned_at":"2025-08-D1T18:00:00+09:00","complete":true})",
    R"("assent":{"id":"assent-N","kind":"approval","giver":"responsible_person",)"
    R"("at":"2025-08-D1T08:00:00+09:00","covers":["out-P"]})",
    R"("asset":{"id":"asset-N","name":"受講者名簿","origin":"client","at":"2025-04-D1",)"
    R"("important":true,"lockable_store":true})",
    R"("return":{"id":"return-N","asset":"asset-P","at":"2026-03-D1"})",
    R"("service_use":{"id":"use-N","at":"2025-09-D1","service":"そらメモ","secret":false})",
    R"("image":{"id":"image-N","at":"2025-09-D1T10:00:00+09:00",)"
    R"("confirmed_at":"2025-09-D1T09:00:00+09:00","shooting_confirmed":true,)"
    R"("handling_confirmed":true})",
    R"("instruction":{"id":"order-N","by":"甲","at":"2025-10-D1","basis":"other",)"
    R"("items":["座席表の訂正"],"due":"2025-11-D1"})",
    R"("completion":{"id":"done-N","instruction":"order-P","at":"2025-10-D2"})",
    R"("incident":{"id":"incident-N","kinds":["security"],"occurred":true,)"
    R"("at":"2025-12-D1T09:00:00+09:00"})",
    R"("recognition":{"id":"recognition-N","incident":"incident-P","of":"occurrence",)"
    R"("at":"2025-12-D1T09:10:00+09:00"})",
};
// All of them about one incident.
constexpr std::string_view kOneIncident[] = {
    R"("communication":{"id":"told-N","acts":["contact"],"to":"甲","about":["incident-1"],)"
    R"("at":"2025-12-D1T09:20:00+09:00","reached_at":"2025-12-D1T09:20:00+09:00"})",
};
constexpr std::string_view kThatIncident =
    R"({"format":"tokki.dossier-record/1","incident":{"id":"incident-1","kinds":["security"],)"
    R"("occurred":true,"at":"2025-12-01T09:00:00+09:00"}})";

std::string line(std::string_view pattern, std::uint32_t number) {
  std::string made = R"({"format":"tokki.dossier-record/1",)";
  for (const char c : pattern) {
    switch (c) {
      case 'N': made += std::to_string(number); break;
      case 'P': made += std::to_string(number - 1); break;
      case 'D': made += std::to_string(number / 7 % 3); break;
      default: made += c;
    }
  }
  return made + "}";
}

template <std::size_t Size>
std::vector<std::string> lines(const std::string_view (&patterns)[Size], std::uint32_t count) {
  std::vector<std::string> made{std::string(kContract), std::string(kParty)};
  for (std::uint32_t i = 0; i < count; ++i) made.push_back(line(patterns[i % Size], i + 1));
  return made;
}

AssessOptions options() {
  AssessOptions asked;
  asked.as_of = end_of(std::chrono::year(2026) / 3 / 31);
  return asked;
}

void add_all(Assessor& assessor, const std::vector<std::string>& documents) {
  std::uint64_t number = 0;
  for (const std::string& each : documents) assessor.add(each, "records.ndjson", ++number);
  if (assessor.undecoded() != 0) std::abort();
}

// The decisions alone: the records are in memory.
template <const auto& Patterns>
Measured decided(std::uint32_t count) {
  return measured([=] {
    auto assessor = std::make_shared<Assessor>();
    add_all(*assessor, lines(Patterns, count));
    if (&Patterns[0] == &kOneIncident[0]) assessor->add(kThatIncident);
    return [=] {
      if (assessor->assess(options()).instances.size() < 10) std::abort();
    };
  });
}

// The same with reading, from text.
template <const auto& Patterns>
Measured read_and_decided(std::uint32_t count) {
  return measured([=] {
    return [made = lines(Patterns, count)] {
      Assessor assessor;
      add_all(assessor, made);
      if (assessor.assess(options()).instances.size() < 10) std::abort();
    };
  });
}

// So many contracts of 60 records each, one after the other.
Measured contracts(std::uint32_t count) {
  return measured([=] {
    return [=, made = lines(kYear, 60)] {
      Assessor assessor;
      for (std::uint32_t i = 0; i < count; ++i) {
        add_all(assessor, made);
        if (assessor.assess(options()).instances.size() < 10) std::abort();
        assessor.clear();
      }
    };
  });
}

}  // namespace
}  // namespace tokki::bench

// Arguments: the rows wanted, by the beginning of their names. Without any: all.
int main(int argc, char** argv) {
  using namespace tokki::bench;
  const std::vector<std::string> wanted(argv + 1, argv + argc);
  print_heading("records");
  const auto row = [&wanted](const std::string& name, const auto& measure, std::uint32_t smallest,
                             std::uint32_t largest) {
    const auto begins = [&name](const std::string& with) { return name.starts_with(with); };
    if (wanted.empty() || std::ranges::any_of(wanted, begins)) {
      grow(name, measure, smallest, largest);
    }
  };
  constexpr std::uint32_t kMillion = 1'000'000;
  row("a year, decisions", &decided<kYear>, 100, kMillion);
  row("a year, lines", &read_and_decided<kYear>, 100, kMillion);
  row("one incident, decisions", &decided<kOneIncident>, 100, kMillion);
  row("contracts of 60 records", &contracts, 100, 10'000);
  return 0;
}
