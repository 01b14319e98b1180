// What holds of every assessment, whatever the records.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <set>

#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

// A busy contract: something of most kinds, in time, late and open.
Json busy() {
  return with(R"({
    "persons": [{"id": "sato", "role": "worker", "engaged": {"from": "2025-04-10"}},
                {"id": "mori", "role": "worker", "party": "suzume", "engaged": {"from": "2025-05-01"}}],
    "trainings": [{"id": "t-1", "at": "2025-04-15", "security_awareness": true,
                   "for_this_work": true, "attendees": ["sato"]}],
    "assets": [{"id": "disc", "origin": "client", "at": "2025-04-02"},
               {"id": "list", "origin": "client", "at": "2025-04-03", "personal": true}],
    "transfers": [{"id": "tr-1", "kind": "provision", "assets": ["list"], "to": "suzume",
                   "learnt_in_work": true, "at": "2025-05-02T09:30:00+09:00"}],
    "assents": [{"id": "ok-1", "kind": "approval", "giver": "client", "covers": ["tr-1"],
                 "at": "2025-05-02T09:00:00+09:00"}],
    "incidents": [{"id": "inc-1", "at": "2025-06-01T08:00:00+09:00", "kinds": ["security"],
                   "occurred": true},
                  {"id": "inc-2", "at": "2025-07-01", "kinds": ["breach"], "party": "suzume"}],
    "recognitions": [{"id": "r-1", "incident": "inc-1", "at": "2025-06-01T09:00:00+09:00",
                      "of": "occurrence", "first": true},
                     {"id": "r-2", "incident": "inc-2", "party": "suzume", "at": "2025-07-01",
                      "of": "fear"}],
    "communications": [{"id": "c-1", "acts": ["contact"], "window": "情報政策課", "about": ["inc-1"],
                        "at": "2025-06-01T10:05:00+09:00",
                        "reached_at": "2025-06-01T10:05:00+09:00"}],
    "instructions": [{"id": "o-1", "at": "2025-06-02", "basis": "A9.3.obey", "items": ["一", "二"],
                      "due": "2025-06-10"},
                     {"id": "o-2", "at": "2025-08-01", "basis": "A8", "about": ["list"]}],
    "completions": [{"id": "d-1", "instruction": "o-1", "item": 1, "at": "2025-06-09"},
                    {"id": "d-2", "instruction": "o-1", "item": 2, "at": "2025-06-12"}],
    "requests": [{"id": "q-1", "at": "2025-09-01", "due": "2025-09-10"}],
    "waivers": [{"id": "w-1", "as": "client", "duty": "B2.time", "about": ["inc-1"],
                 "at": "2025-11-01"}]
  })");
}

std::map<std::string, std::string> statuses(const Assessment& assessment) {
  std::map<std::string, std::string> all;
  for (const DutyInstance& each : assessment.instances) {
    all[each.key] = std::string(key_of(each.status)) + (each.overdue ? " overdue" : "");
  }
  return all;
}

Json shuffled(Json dossier, unsigned seed) {
  std::mt19937 random(seed);
  for (auto& member : dossier) {
    if (member.is_array()) std::shuffle(member.begin(), member.end(), random);
  }
  return dossier;
}

RC_GTEST_PROP(Assessments, DoNotDependOnTheOrderOfRecords, (unsigned seed)) {
  RC_ASSERT(statuses(assess_json(shuffled(busy(), seed))) == statuses(assess_json(busy())));
}

RC_GTEST_PROP(Assessments, KeysAreUnique, (unsigned seed)) {
  const Assessment assessment = assess_json(shuffled(busy(), seed));
  std::set<std::string> keys;
  for (const DutyInstance& each : assessment.instances) RC_ASSERT(keys.insert(each.key).second);
}

// As time passes: a breach stays one, or is waived; a waived duty stays waived; what was done once
// stays done.
RC_GTEST_PROP(Assessments, ABreachStaysAsTimePasses, ()) {
  const int first = *rc::gen::inRange(0, 400);
  const int later = *rc::gen::inRange(first, 401);
  const auto on = [](int day) { return iso(end("2025-03-15") + std::chrono::hours(24 * day)); };
  const Json dossier = busy();
  const Assessment before = assess_json(dossier, on(first));
  const Assessment after = assess_json(dossier, on(later));
  const std::set<std::string_view> once{"B2.time",  "A9.1.answer", "A9.3.obey",
                                        "A12.obey", "A5.consent",  "A3.4.declare"};
  for (const DutyInstance& each : before.instances) {
    const DutyInstance* const now = find(after, each.key);
    const bool aggregate = each.duty == "A1" || each.duty == "A2";  // a waiver of another ends it
    if (each.status == Status::breached && !aggregate) {
      RC_ASSERT(now != nullptr);
      RC_ASSERT(now->status == Status::breached || now->status == Status::waived);
    }
    if (each.status == Status::fulfilled && once.contains(each.duty)) {
      RC_ASSERT(now != nullptr);
      RC_ASSERT(now->status == Status::fulfilled);
    }
  }
}

TEST(Assessments, RecordsOfAnotherPartyChangeNothingForTheOthers) {
  Json dossier = busy();
  const auto before = statuses(assess_json(dossier));
  dossier["parties"].push_back(Json::parse(R"({"id": "tsubame", "name": "つばめ株式会社"})"));
  dossier["incidents"].push_back(Json::parse(
      R"({"id": "inc-9", "party": "tsubame", "at": "2025-06-01", "kinds": ["security"]})"));
  dossier["persons"].push_back(
      Json::parse(R"({"id": "kato", "role": "worker", "party": "tsubame"})"));
  const auto after = statuses(assess_json(dossier));
  for (const auto& [key, status] : before) {
    if (key.find("/hibari") == std::string::npos || key.starts_with("A1/") ||
        key.starts_with("A13/"))
      continue;
    const auto now = after.find(key);
    ASSERT_NE(now, after.end()) << key;
    EXPECT_EQ(now->second, status) << key;
  }
}

TEST(Assessments, DoNotDependOnTheMachinesZone) {
  const auto here = statuses(assess_json(busy()));
  ::setenv("TZ", "America/New_York", 1);
  ::tzset();
  EXPECT_EQ(statuses(assess_json(busy())), here);
  ::unsetenv("TZ");
  ::tzset();
}

// The words of the built-in edition are not in the code: the same duties under other keys stand as
// they do here.
TEST(Assessments, AnEditionMayCallItsDutiesOtherwise) {
  std::ifstream file(std::string(TOKKI_SOURCE_DIR) + "/editions/itaku-kunren.json");
  std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto replace = [&](const std::string& from, const std::string& to) {
    for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) {
      text.replace(at, from.size(), to);
    }
  };
  replace("\"B2.time\"", "\"第8条.2\"");
  replace("\"A12.obey\"", "\"指示\"");
  replace("\"id\": \"itaku-kunren\"", "\"id\": \"seiran\"");
  const Edition::Loaded loaded = Edition::load(text);
  ASSERT_NE(loaded.edition, nullptr) << loaded.faults.size();
  Document document;
  const std::string dossier = busy().dump();
  document.read(dossier);
  AssessOptions options;
  options.editions = Editions(loaded.edition);
  options.as_of = end("2025-10-01");
  EXPECT_EQ(standing(assess(*document.dossier(), options), "第8条.2@inc-1/hibari"), "breached");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
