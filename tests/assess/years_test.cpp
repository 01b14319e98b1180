// Years of contracts, told record by record, and how every duty stands at several instants: read
// out of the terms, not out of what tokki says. See tests/corpus/years/README.md.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "assess/dossiers.hpp"
#include "files.hpp"
#include "tokki/assessor.hpp"

namespace tokki {
namespace years_test {
namespace {

namespace fs = std::filesystem;
using assess_test::Json;

const fs::path kYears = kSourceDir / "tests/corpus/years";

std::vector<fs::path> years() {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(kYears)) {
    if (entry.path().extension() == ".json") found.push_back(entry.path());
  }
  std::ranges::sort(found);
  return found;
}

// "1:00:01", hours as many as there are.
std::string shown(std::chrono::seconds span) {
  std::ostringstream text;
  text.fill('0');
  text << span.count() / 3600 << ':';
  text.width(2);
  text << span.count() / 60 % 60 << ':';
  text.width(2);
  text << span.count() % 60;
  return text.str();
}

// As a cell of the table says it.
std::string shown(const DutyInstance& instance) {
  std::string text(key_of(instance.status));
  if (instance.status == Status::waived) {
    if (instance.underlying != Status::waived) {
      text.append(" (").append(key_of(instance.underlying)).append(")");
    }
    return text;
  }
  if (instance.overdue) text += " overdue";
  if (instance.status == Status::due && instance.until) text += " until=" + iso(*instance.until);
  if (instance.remedied_at) text += " remedied=" + iso(*instance.remedied_at);
  const bool open = instance.status == Status::undetermined || instance.status == Status::breached;
  if (open && instance.delay) text += " delay=" + shown(*instance.delay);
  return text;
}

Assessment assess_text(const std::string& text, Second as_of, std::optional<Second> known_at = {}) {
  Assessor assessor;
  assessor.add(text);
  return assessor.assess({.editions = {}, .as_of = as_of, .known_at = known_at});
}

using Row = std::vector<std::string>;

std::vector<Row> table(const fs::path& path) {
  std::ifstream file(path);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    Row& row = rows.emplace_back();
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.push_back(cell);
  }
  return rows;
}

class Years : public testing::TestWithParam<fs::path> {
 protected:
  [[nodiscard]] std::string text() const { return text_of(GetParam()); }
};

// Whether the edition does not say yet how the duty of a row is decided.
bool undecided(const Assessment& assessment, const std::string& row) {
  const std::string duty = row.substr(0, row.find_first_of("@/"));
  return std::ranges::find(assessment.undecided, duty) != assessment.undecided.end();
}

// Every instance that something sets off has its row, and every row its instance.
TEST_P(Years, StandAsTheTermsSay) {
  const std::string dossier = text();
  const std::vector<Row> rows = table(fs::path(GetParam()).replace_extension(".expected.tsv"));
  ASSERT_GT(rows.size(), 2U);
  const std::size_t width = rows.front().size();
  ASSERT_GE(width, 5U) << "at least three instants";
  for (const Row& row : rows) ASSERT_EQ(row.size(), width) << row.front();
  for (std::size_t column = 1; column + 1 < width; ++column) {
    const std::string& instant = rows.front()[column];
    constexpr std::string_view kKnownAt = " known at ";
    const std::size_t at = instant.find(kKnownAt);
    std::optional<Second> known_at;
    if (at != std::string::npos) known_at = assess_test::end(instant.substr(at + kKnownAt.size()));
    const Assessment assessment =
        assess_text(dossier, assess_test::end(instant.substr(0, at)), known_at);
    std::map<std::string, std::string> standing;
    std::size_t not_triggered = 0;
    for (const DutyInstance& each : assessment.instances) {
      if (each.status == Status::not_triggered) {
        ++not_triggered;
      } else {
        standing[each.key] = shown(each);
      }
    }
    for (const Row& row : rows) {
      if (&row == &rows.front()) continue;
      if (row.front() == "not_triggered") {
        EXPECT_EQ(row[column], std::to_string(not_triggered)) << instant;
        continue;
      }
      if (undecided(assessment, row.front())) continue;
      const auto got = standing.find(row.front());
      EXPECT_EQ(got == standing.end() ? "-" : got->second, row[column])
          << row.front() << " as of " << instant << ": " << row.back();
      if (got != standing.end()) standing.erase(got);
    }
    for (const auto& [key, status] : standing) {
      ADD_FAILURE() << key << " as of " << instant << " has no row: " << status;
    }
  }
}

std::map<std::string, std::string> all_of(const Assessment& assessment) {
  std::map<std::string, std::string> all;
  for (const DutyInstance& each : assessment.instances) all[each.key] = shown(each);
  return all;
}

TEST_P(Years, DoNotDependOnTheOrderOfRecords) {
  const Json dossier = Json::parse(text());
  const auto expected = all_of(assess_text(dossier.dump(), assess_test::end("2026-01-31")));
  for (unsigned seed = 1; seed <= 5; ++seed) {
    std::mt19937 random(seed);
    Json shuffled = dossier;
    for (auto& member : shuffled) {
      if (member.is_array()) std::shuffle(member.begin(), member.end(), random);
    }
    EXPECT_EQ(all_of(assess_text(shuffled.dump(), assess_test::end("2026-01-31"))), expected)
        << seed;
  }
}

// Duties that are done once: fulfilled, they stay so.
bool once(std::string_view duty, const Edition& edition) {
  using enum DecisionKind;
  const Duty* const known = edition.duty(duty);
  if (known == nullptr || !known->decision.kind) return false;
  switch (*known->decision.kind) {
    case prior_assent:
    case within:
    case at_once:
    case obey:
    case answer:
    case handback:
    case recall:
    case per_person:
    case contact_window:
    case checked: return true;
    case filing: return known->decision.occasion != Occasion::subcontractor;
    default: return false;
  }
}

// With the same records, from day to day: a breach stays one or is waived, a waived duty stays
// waived, what was done once stays done, and what is due does not turn into nothing.
TEST_P(Years, GoOnlyForwardAsTimePasses) {
  const std::string dossier = text();
  const std::set<Status> after_breach{Status::breached, Status::waived};
  std::map<std::string, DutyInstance> before;
  for (Second now = assess_test::end("2025-03-28"); now <= assess_test::end("2026-05-05");
       now += std::chrono::hours(24)) {
    const Assessment assessment = assess_text(dossier, now);
    std::map<std::string, DutyInstance> today;
    for (const DutyInstance& each : assessment.instances) today.emplace(each.key, each);
    for (const auto& [key, then] : before) {
      const auto found = today.find(key);
      ASSERT_NE(found, today.end()) << key << " vanished on " << iso(now);
      const DutyInstance& is = found->second;
      const std::string what = key + " on " + iso(now) + ": " + shown(then) + " -> " + shown(is);
      const DecisionKind kind = *assessment.edition->duty(is.duty)->decision.kind;
      // 甲's powers come and go; a waiver of one duty ends what an aggregate of them says.
      if (kind == DecisionKind::power || kind == DecisionKind::aggregate) continue;
      if (then.status == Status::breached) {
        EXPECT_TRUE(after_breach.contains(is.status)) << what;
      }
      if (then.status == Status::waived) {
        EXPECT_EQ(is.status, Status::waived) << what;
      }
      if (then.status == Status::fulfilled && once(is.duty, *assessment.edition)) {
        EXPECT_TRUE(is.status == Status::fulfilled || is.status == Status::waived) << what;
      }
    }
    before = std::move(today);
  }
}

INSTANTIATE_TEST_SUITE_P(Contracts, Years, testing::ValuesIn(years()), [](const auto& instance) {
  std::string name = instance.param.stem().string();
  std::ranges::replace(name, '-', '_');
  return name;
});

TEST(YearsOnFile, AreAtLeastTwelve) { EXPECT_GE(years().size(), 12U); }

}  // namespace
}  // namespace years_test
}  // namespace tokki
