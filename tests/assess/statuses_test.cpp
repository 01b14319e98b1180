// Each duty of the edition in each status that its clause allows, as far as the tests of the kinds
// of decision do not show it: nothing sets it off, and 甲 waives it.
#include <algorithm>
#include <map>
#include <set>

#include "assess/assessed.hpp"

namespace tokki {
namespace statuses_test {
namespace {

using namespace assess_test;

// Something on record for every duty.
Json eventful() {
  return with(R"({
    "persons": [{"id": "sato", "role": "worker", "engaged": {"from": "2025-04-10"}}],
    "assets": [{"id": "list-1", "origin": "client", "at": "2025-04-10"}],
    "transfers": [{"id": "use-of-list", "kind": "use", "learnt_in_work": true,
                   "purpose": "other", "at": "2025-06-03"},
                  {"id": "tr-1", "kind": "provision", "assets": ["list-1"], "to": "外部の者",
                   "at": "2025-06-03"}],
    "declarations": [{"party": "hibari", "declaration": {"format": "tokki.declaration/1",
        "contract": {"concluded_on": "2025-04-01"}, "declared_on": "2025-04-03",
        "declarant": {"name": "株式会社ひばり"}, "online_storage": {"ticked": ["no"]},
        "subcontracting": {"ticked": ["no"]}}}],
    "service_uses": [{"id": "cloud-1", "service": "みどりクラウド", "at": "2025-03-01",
                      "online_storage": true},
                     {"id": "tool-1", "service": "そら便", "at": "2025-08-01", "online_storage": true,
                      "internet": true, "kind": "file_exchange"}],
    "instructions": [{"id": "order-7", "basis": "A8", "about": ["list-1"], "at": "2025-07-01"},
                     {"id": "order-2", "basis": "A9.2.obey", "at": "2025-07-01"},
                     {"id": "order-3", "basis": "A9.3.obey", "at": "2025-07-01"},
                     {"id": "order-12", "at": "2025-07-01"}],
    "requests": [{"id": "ask-1", "at": "2025-06-01"}],
    "incidents": [{"id": "inc-1", "at": "2025-06-01", "kinds": ["breach", "security"],
                   "occurred": true}],
    "damages": [{"id": "damage-1", "personal_information": true}],
    "costs": [{"id": "cost-1", "at": "2025-06-10", "damage": "damage-1"}],
    "devices": [{"id": "pc-1", "kind": "notebook"},
                {"id": "tel-1", "kind": "phone", "for_work": true,
                 "in_use": {"from": "2025-04-02"}}],
    "carry_outs": [{"id": "out-1", "at": "2025-06-03T09:00:00+09:00", "device": "pc-1",
                    "returned_at": "2025-06-05T18:00:00+09:00", "items": [{"secret": true}]}],
    "images": [{"id": "image-1", "at": "2025-06-03"}],
    "mails": [{"id": "mail-1", "at": "2025-06-03", "attachment": true}]
  })");
}
constexpr std::string_view kNow = "2026-04-10";  // the term is over, the work not completed

// Of each duty an instance that the records above set off, and the record that a waiver names;
// none where only the contract sets it off.
struct Waivable {
  const char* key;
  const char* about;
};
constexpr Waivable kWaivable[] = {
    {"A3.1@use-of-list/hibari", "use-of-list"},
    {"A3.2@list-1/hibari", "list-1"},
    {"A3.3@tr-1/list-1/hibari", "tr-1"},
    {"A3.3.safeguards@tr-1/list-1/hibari", "tr-1"},
    {"A3.4.declare/hibari", ""},
    {"A3.4.provider@cloud-1/hibari", "cloud-1"},
    {"A3.4.change@tool-1/hibari", "tool-1"},
    {"A4@sato/hibari", "sato"},
    {"A5.consent@edge-1/hibari", "edge-1"},
    {"A5.flow_down@edge-1/hibari", "edge-1"},
    {"A7@list-1/hibari", "list-1"},
    {"A8@order-7/list-1/hibari", "order-7"},
    {"A9.1.answer@ask-1/hibari", "ask-1"},
    {"A9.2@inc-1/hibari", "inc-1"},
    {"A9.2.obey@order-2/hibari", "order-2"},
    {"A9.3@inc-1/hibari", "inc-1"},
    {"A9.3.obey@order-3/hibari", "order-3"},
    {"A12.obey@order-12/hibari", "order-12"},
    {"A14@cost-1/hibari", "cost-1"},
    {"B2.window@inc-1/hibari", "inc-1"},
    {"B2.time@inc-1/hibari", "inc-1"},
    {"B3.minimum@out-1/hibari", "out-1"},
    {"B3.wipe@out-1/hibari", "out-1"},
    {"B3.two_factor@out-1/hibari", "out-1"},
    {"B3.approval@out-1/hibari", "out-1"},
    {"B3.approval@out-1/return/hibari", "out-1"},
    {"B3.encryption@out-1/hibari", "out-1"},
    {"B3.drinking@out-1/hibari", "out-1"},
    {"B4.permission@out-1/hibari", "out-1"},
    {"B4.minimum@out-1/hibari", "out-1"},
    {"B4.loss@out-1/hibari", "out-1"},
    {"B4.drinking@out-1/hibari", "out-1"},
    {"B5.lock@tel-1/hibari", "tel-1"},
    {"B5.remote_lock@tel-1/hibari", "tel-1"},
    {"B5.strap@tel-1/hibari", "tel-1"},
    {"B5.history@tel-1/hibari", "tel-1"},
    {"B5.phone_book@tel-1/hibari", "tel-1"},
    {"B5.camera@image-1/hibari", "image-1"},
    {"B6.check@mail-1/hibari", "mail-1"},
    {"B6.protect@mail-1/hibari", "mail-1"},
    {"B6.anonymous@tool-1/hibari", "tool-1"},
    {"B7.services@tool-1/hibari", "tool-1"},
    {"F.change@tool-1/hibari", "tool-1"},
    {"F.note3/suzume", ""},
};

std::string duty_of(std::string_view key) {
  return std::string(key.substr(0, key.find_first_of("@/")));
}
Json waiver_of(const Waivable& each, std::string_view at) {
  Json waiver{{"as", "client"}, {"duty", duty_of(each.key)}, {"at", at}};
  if (*each.about == 0) {
    waiver["span"] = {{"from", "2025-04-01"}};
  } else {
    waiver["about"] = Json::array({each.about});
  }
  return waiver;
}

// Those that are decided, each for itself: not 甲's powers, nor what follows from other duties.
std::set<std::string> decided_duties(const Edition& edition) {
  using enum DecisionKind;
  std::set<std::string> duties;
  for (const Duty& duty : edition.file().duties) {
    const auto kind = duty.decision.kind;
    if (!kind || kind == power || kind == liability || kind == same_as || kind == aggregate)
      continue;
    duties.emplace(duty.key.view());
  }
  return duties;
}

TEST(Statuses, EachDutyCanBeWaived) {
  const Assessment before = assess_json(eventful(), kNow);
  Json waived = eventful();
  Json later = eventful();
  std::set<std::string> named;
  for (const Waivable& each : kWaivable) {
    if (!named.insert(duty_of(each.key)).second) continue;
    waived["waivers"].push_back(waiver_of(each, "2026-04-01"));
    later["waivers"].push_back(waiver_of(each, "2026-04-11"));
  }
  EXPECT_EQ(named, decided_duties(*before.edition));
  const Assessment after = assess_json(waived, kNow);
  const Assessment ahead = assess_json(later, kNow);
  for (const Waivable& each : kWaivable) {
    const DutyInstance* const was = find(before, each.key);
    const DutyInstance* const is = find(after, each.key);
    ASSERT_TRUE(was != nullptr && is != nullptr) << each.key;
    EXPECT_TRUE(was->status == Status::breached || was->status == Status::due ||
                was->status == Status::undetermined || was->status == Status::fulfilled)
        << standing(before, each.key) << " " << each.key;
    EXPECT_EQ(is->status, Status::waived) << each.key;
    EXPECT_EQ(is->underlying, was->status) << each.key;
    EXPECT_EQ(find(ahead, each.key)->status, was->status) << each.key;
  }
}

// 特記事項1 and 2 are all duties together: a waiver names one.
TEST(Statuses, TheTermsAsAWholeAreNeverWaived) {
  Json dossier = eventful();
  dossier["waivers"] = Json::parse(R"([
    {"as": "client", "duty": "A1", "at": "2026-04-01", "span": {"from": "2025-04-01"}},
    {"as": "client", "duty": "A2", "at": "2026-04-01", "span": {"from": "2025-04-01"}}])");
  EXPECT_EQ(standing(dossier, "A1/hibari", kNow), standing(eventful(), "A1/hibari", kNow));
  EXPECT_EQ(standing(dossier, "A2/hibari", kNow), standing(eventful(), "A2/hibari", kNow));
}

TEST(Statuses, WhatThirdPartiesPaidIsNotTheClientsToWaive) {
  Json dossier = eventful();
  dossier["waivers"] =
      Json::parse(R"([{"as": "client", "duty": "A14", "about": ["cost-1"], "at": "2026-04-01"}])");
  ASSERT_EQ(standing(dossier, "A14@cost-1/hibari", kNow), "waived");
  dossier["costs"][0]["paid_by"] = "third_party";
  dossier["costs"][0]["settled"] = true;
  dossier["costs"][0]["refused"] = true;
  EXPECT_EQ(standing(dossier, "A14@cost-1/hibari", kNow), "breached");
}

// Before the contract, and with nothing but the contract, nothing on record sets a duty off.
TEST(Statuses, NothingOnRecordSetsNothingOff) {
  Json bare = base();
  bare.erase("subcontracts");
  for (const DutyInstance& each : assess_json(bare, "2025-03-31").instances) {
    const bool power = each.status == Status::exercisable ||
                       each.status == Status::not_exercisable ||
                       each.status == Status::undetermined;
    EXPECT_TRUE(each.status == Status::not_triggered || power) << each.key;
  }
  std::set<std::string> set_off;
  const Assessment assessment = assess_json(bare);
  const std::set<std::string> decided = decided_duties(*assessment.edition);
  for (const DutyInstance& each : assessment.instances) {
    const std::string duty = duty_of(each.key);
    if (each.status != Status::not_triggered && decided.contains(duty)) set_off.insert(each.key);
  }
  // What the contract itself asks for: the declaration, a roster and a log of the mails sent.
  EXPECT_EQ(set_off, (std::set<std::string>{"A3.4.declare/hibari", "A4@roster/hibari",
                                            "B6.check@send-log/hibari"}));
}

// A duty, records, an instant, and how it stands then.
struct Row {
  const char* key;
  const char* records;
  const char* as_of;
  const char* stands;
};
constexpr const char* kPhone = R"({"devices": [{"id": "tel-1", "kind": "phone", "for_work": true,
                                   "in_use": {"from": "2025-04-02"}}]})";
constexpr Row kRows[] = {
    {"A1/hibari", R"({"judgements": [{"duty": "A1", "as": "client", "answer": true,
                                      "at": "2025-12-31"}]})",
     "2025-12-30", "fulfilled"},
    {"A2/hibari", "{}", "2025-12-31", "not_triggered"},
    {"A3.1@act-1/hibari", R"({"transfers": [{"id": "act-1", "kind": "use", "purpose": "other",
        "learnt_in_work": true, "planned": true, "at": "2025-09-01"}]})",
     "2025-08-31", "due"},
    {"A3.4.declare/hibari", R"({"coverages": [{"kinds": ["filing"], "at": "2026-04-05"}]})",
     "2026-04-10", "undetermined (overdue)"},
    {"A9.2.obey@o-1/hibari",
     R"({"instructions": [{"id": "o-1", "basis": "A9.2", "at": "2025-06-01"}]})", "2025-12-31",
     "due"},
    {"A9.2.obey@o-1/hibari", R"({"instructions": [{"id": "o-1", "basis": "A9.2", "at": "2025-06-01",
        "due": "2025-06-05"}]})",
     "2025-06-06", "undetermined (overdue)"},
    {"A9.2.obey@o-1/hibari",
     R"({"instructions": [{"id": "o-1", "basis": "A9.2", "at": "2025-06-01"}],
        "completions": [{"instruction": "o-1", "at": "2025-06-02", "refused": true}]})",
     "2025-12-31", "breached"},
    {"A9.2.obey@o-1/hibari",
     R"({"instructions": [{"id": "o-1", "basis": "A9.2", "at": "2025-06-01"}],
        "completions": [{"instruction": "o-1", "at": "2025-06-02"}]})",
     "2025-12-31", "fulfilled"},
    {"A9.3.obey@o-1/hibari", R"({"instructions": [{"id": "o-1", "basis": "A9.3", "at": "2025-06-01",
        "due": "2025-06-05"}]})",
     "2025-06-06", "undetermined (overdue)"},
    {"B4.minimum@out-1/hibari", "{}", "2025-12-31", "absent"},
    {"B5.lock@tel-1/hibari", kPhone, "2025-12-31", "undetermined"},
    {"B5.lock@tel-1/hibari", kPhone, "2025-04-01", "not_triggered"},
    {"B5.remote_lock@tel-1/hibari", kPhone, "2025-12-31", "undetermined"},
    {"B5.strap@tel-1/hibari", kPhone, "2025-12-31", "undetermined"},
    {"B5.history@tel-1/hibari", kPhone, "2025-12-31", "undetermined"},
    {"B5.phone_book@tel-1/hibari", kPhone, "2025-04-01", "not_triggered"},
};

TEST(Statuses, OfTheRest) {
  for (const Row& row : kRows) {
    EXPECT_EQ(standing(with(row.records), row.key, row.as_of), row.stands)
        << row.key << " as of " << row.as_of << " " << row.records;
  }
  Json completed = with(R"({"coverages": [{"kinds": ["filing"], "at": "2026-04-05"}]})");
  completed["contract"]["completed_at"] = "2026-03-31";
  EXPECT_EQ(standing(completed, "A3.4.declare/hibari", "2026-04-10"), "breached");
  // 特記事項1, once all that is left is due.
  Json quiet = base();
  quiet.erase("subcontracts");
  quiet.merge_patch(Json::parse(R"({"persons": [{"id": "sato", "role": "worker",
      "engaged": {"from": "2025-04-10"}}]})"));
  EXPECT_EQ(standing(quiet, "A1/hibari", "2025-03-31"), "not_triggered");
}

// What people attested of a phone counts for the span that they name.
TEST(Statuses, OfPhonesByAttestation) {
  for (const char* const duty : {"B5.strap", "B5.history", "B5.phone_book"}) {
    for (const bool observed : {true, false}) {
      Json dossier = with(kPhone);
      dossier["attestations"] =
          Json::array({{{"id", "said-1"},
                        {"duty", duty},
                        {"about", {"tel-1"}},
                        {"as", "responsible_person"},
                        {"at", "2025-07-01"},
                        {"span", {{"from", "2025-04-02"}, {"through", "2025-06-30"}}},
                        {"observed", observed}}});
      EXPECT_EQ(standing(dossier, std::string(duty) + "@tel-1/said-1/hibari"),
                observed ? "fulfilled" : "breached")
          << duty;
    }
  }
}

}  // namespace
}  // namespace statuses_test
}  // namespace tokki
