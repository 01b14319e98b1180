// How people behave with devices, mails, services and material: each row of the decision tables
// that is about that, by what is on record.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "assess/dossiers.hpp"

namespace tokki {
namespace conduct_test {

using namespace assess_test;
using enum Status;

constexpr std::string_view kNow = "2025-06-30";
constexpr std::string_view kOut = "2025-06-04";  // while the outings of these tests last

Json parse(std::string_view text) { return Json::parse(text); }
Json one(const char* list, Json record, std::string_view more = "{}") {
  record.update(parse(more));
  return {{list, Json::array({record})}};
}

// An outing from 3 to 5 June, with more members, or other ones. Null leaves one out.
Json outing(std::string_view more = "{}") {
  Json record = parse(R"({"id": "out-1", "at": "2025-06-03T09:00:00+09:00", "person": "hana",
                          "device": "pc-1", "returned_at": "2025-06-05T18:00:00+09:00"})");
  record.merge_patch(parse(more));
  return one("carry_outs", record);
}
Json notebook(std::string_view more = "{}") {
  return one("devices", parse(R"({"id": "pc-1", "kind": "notebook"})"), more);
}
Json phone(std::string_view more = "{}") {
  Json record = parse(R"({"id": "tel-1", "kind": "phone", "for_work": true,
                          "in_use": {"from": "2025-04-02"}})");
  record.merge_patch(parse(more));
  return one("devices", record);
}
Json mail(std::string_view more) {
  return one("mails", parse(R"({"id": "mail-1", "at": "2025-06-03T10:00:00+09:00"})"), more);
}
Json image(std::string_view more) {
  return one("images", parse(R"({"id": "image-1", "at": "2025-06-03T10:00:00+09:00"})"), more);
}
Json service(std::string_view more) {
  return one("service_uses", parse(R"({"id": "use-1", "at": "2025-05-01", "service": "そらメモ"})"),
             more);
}
Json asset(std::string_view more) {
  return one("assets", parse(R"({"id": "list-1", "at": "2025-04-10", "origin": "client"})"), more);
}
Json attestation(std::string_view duty, std::string_view about, std::string_view at, bool observed,
                 std::string_view more = R"({"as": "responsible_person"})") {
  return one("attestations",
             {{"id", "said-" + std::string(at) + (observed ? "+" : "-")},
              {"at", at},
              {"duty", duty},
              {"about", Json::array({about})},
              {"observed", observed}},
             more);
}
// That 甲 judges it, or settles a reading.
Json judgement(std::string_view duty, std::string_view about, bool answer) {
  return one("judgements", {{"id", "judged-1"},
                            {"at", "2025-06-20"},
                            {"as", "client"},
                            {"duty", duty},
                            {"about", Json::array({about})},
                            {"answer", answer}});
}
Json settled(std::string_view question, std::string_view about, bool answer) {
  return one("judgements", {{"id", "settled-1"},
                            {"at", "2025-06-20"},
                            {"as", "client"},
                            {"question", question},
                            {"about", Json::array({about})},
                            {"answer", answer}});
}
Json lost(std::string_view more) {
  return one("incidents", parse(R"({"id": "inc-1", "at": "2025-06-04", "kinds": ["security"],
                       "carry_out": "out-1", "occurred": true})"),
             more);
}

Json subcontracted(bool bound) {
  Json records = parse(R"({
    "parties": [{"id": "tsubame", "name": "つばめ印刷", "address": "青嵐県青嵐市2"}],
    "subcontracts": [{"id": "edge-1", "from": "hibari", "to": "tsubame", "work": "印刷"}]})");
  if (bound) {
    records["subcontracts"][0]["flow_down"] = {
        {"special_terms", true}, {"compliance_items", true}, {"agreed_on", "2025-04-02"}};
  }
  return records;
}

// B3.minimum and B4.minimum: what is carried out is needed.

TEST(Conduct, OnlyNeededInformationOnANotebook) {
  const auto stands = [](std::string_view more, std::string_view as_of = kNow) {
    return status(outing(more), as_of, "B3.minimum@out-1/hibari");
  };
  EXPECT_EQ(status({}, kNow, "B3.minimum@out-1/hibari"), not_triggered);
  EXPECT_EQ(stands(R"({"items": [{"needed": true}, {"needed": true}]})"), fulfilled);
  EXPECT_EQ(stands(R"({"items": [{"needed": true}, {"needed": false}]})"), breached);
  EXPECT_EQ(stands(R"({"items": [{"needed": true}, {"what": "名簿"}]})"), undetermined);
  EXPECT_EQ(stands("{}"), undetermined);
  EXPECT_EQ(stands(R"({"all_needed": true, "items": [{"needed": false}]})"), undetermined);
  // Planned: not yet, even where something not needed is on the list.
  EXPECT_EQ(stands(R"({"items": [{"needed": false}]})", "2025-06-02"), due);
  EXPECT_EQ(stands(R"({"planned": true, "at": null, "returned_at": null})"), due);
  // Without a notebook it is no such outing.
  EXPECT_EQ(stands(R"({"device": null, "items": [{"needed": false}]})"), not_triggered);
}

TEST(Conduct, WhatIsOnANotebookIsVouchedForByTheResponsiblePersonOnly) {
  const auto said = [](std::string_view who, std::string_view at) {
    return status(joined({outing(), attestation("B3.minimum", "out-1", at, true, who)}), kNow,
                  "B3.minimum@out-1/hibari");
  };
  EXPECT_EQ(said(R"({"as": "responsible_person"})", "2025-06-06"), fulfilled);
  EXPECT_EQ(said(R"({"by": "hana"})", "2025-06-06"), undetermined);
  EXPECT_EQ(said(R"({"as": "responsible_person"})", "2025-06-02"), undetermined);
  // The day of the leaving: before or after it.
  EXPECT_EQ(said(R"({"as": "responsible_person"})", "2025-06-03"), undetermined);
}

TEST(Conduct, JudgedToBeNeededIsForTheClient) {
  const Json records = outing();
  EXPECT_EQ(status(joined({records, judgement("B3.minimum", "out-1", true)}), kNow,
                   "B3.minimum@out-1/hibari"),
            fulfilled);
  EXPECT_EQ(status(joined({records, judgement("B3.minimum", "out-1", false)}), kNow,
                   "B3.minimum@out-1/hibari"),
            breached);
  EXPECT_EQ(status(joined({records, judgement("B3.minimum", "out-2", true)}), kNow,
                   "B3.minimum@out-1/hibari"),
            undetermined);
}

TEST(Conduct, NothingUnneededIsCarriedOut) {
  const auto stands = [](std::string_view more, std::string_view as_of = kNow) {
    return status(outing(more), as_of, "B4.minimum@out-1/hibari");
  };
  EXPECT_EQ(stands(R"({"purpose": "実習", "items": [{"needed": true}]})"), fulfilled);
  EXPECT_EQ(stands(R"({"items": [{"needed": true}]})"), undetermined);  // for which purpose?
  EXPECT_EQ(stands(R"({"items": [{"needed": false}]})"), breached);
  EXPECT_EQ(stands(R"({"purpose": "実習"})"), undetermined);
  EXPECT_EQ(stands(R"({"purpose": "実習"})", "2025-06-02"), due);
  // Paper too.
  EXPECT_EQ(stands(R"({"device": null, "items": [{"needed": false}]})"), breached);
}

// B3.wipe: saved, and deleted at the return.

TEST(Conduct, ANotebookIsWipedAtItsReturn) {
  const auto stands = [](std::string_view more, std::string_view as_of = kNow) {
    return status(outing(more), as_of, "B3.wipe@out-1/hibari");
  };
  EXPECT_EQ(stands("{}", kOut), not_triggered);  // not returned
  EXPECT_EQ(stands(R"({"returned_at": null})"), not_triggered);
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "all"})"), fulfilled);
  EXPECT_EQ(stands(R"({"created_data": false, "deleted": "all"})"), fulfilled);
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "all",
                       "deleted_at": "2025-06-05T18:00:00+09:00"})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "partly"})"), breached);
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "none"})"), breached);
  EXPECT_EQ(stands(R"({"created_data": true, "saved": false, "deleted": "all"})"), breached);
  EXPECT_EQ(stands("{}"), due);
  // Deleted later, by however much; not saved to where it should be, as far as is known.
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "all",
                       "deleted_at": "2025-06-05T18:00:01+09:00"})"),
            undetermined);
  EXPECT_EQ(stands(R"({"deleted": "all"})"), undetermined);
  EXPECT_EQ(stands(R"({"saved": false, "deleted": "all"})"), undetermined);
  // Saved only after it was deleted.
  EXPECT_EQ(stands(R"({"saved": true, "deleted": "all",
                       "saved_at": "2025-06-05T17:00:00+09:00",
                       "deleted_at": "2025-06-05T16:00:00+09:00"})"),
            undetermined);
}

TEST(Conduct, ALateWipeIsShownAndJudged) {
  const Json late = outing(R"({"saved": true, "deleted": "all",
                               "deleted_at": "2025-06-05T20:00:00+09:00"})");
  const Assessment assessment = assessed(late, kNow);
  EXPECT_EQ(find(assessment, "B3.wipe@out-1/hibari")->delay, std::chrono::hours(2));
  EXPECT_EQ(
      status(joined({late, judgement("B3.wipe", "out-1", true)}), kNow, "B3.wipe@out-1/hibari"),
      fulfilled);
  const Assessment owed = assessed(outing(), kNow);
  EXPECT_EQ(find(owed, "B3.wipe@out-1/hibari")->since, end("2025-06-05T18:00:00+09:00"));
}

// B3.two_factor and B3.encryption: on while the notebook is out.

TEST(Conduct, TwoFactorWhileANotebookIsOut) {
  const auto stands = [](std::string_view settings, std::string_view as_of = kNow,
                         std::string_view more = "{}") {
    return status(joined({outing(more), notebook(settings)}), as_of, "B3.two_factor@out-1/hibari");
  };
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01"}}]})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01",
                       "through": "2025-06-05T18:00:00+09:00"}}]})"),
            fulfilled);
  // Till the morning of the return.
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01",
                       "through": "2025-06-05T09:00:00+09:00"}}]})"),
            undetermined);
  // The day of the leaving: before it, or after.
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-06-03"}}]})"),
            undetermined);
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from":
                       "2025-06-03T09:00:00+09:00"}}]})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01"}},
                       {"on": false, "during": {"from": "2025-06-04T10:00:00+09:00",
                       "through": "2025-06-04T11:00:00+09:00"}}]})"),
            breached);  // switched off while out
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01",
                       "through": "2025-06-06"}},
                       {"on": false, "during": {"from": "2025-06-04T10:00:00+09:00",
                       "through": "2025-06-04T11:00:00+09:00"}}]})"),
            undetermined);  // on and off at once
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01",
                       "through": "2025-06-04T09:00:00+09:00"}},
                       {"on": false, "during": {"from": "2025-06-04T10:00:00+09:00"}}]})"),
            breached);
  EXPECT_EQ(stands(R"({"two_factor": [{"on": false, "during": {"from": "2025-05-01"}}]})"),
            breached);
  EXPECT_EQ(stands(R"({"two_factor": [{"on": false, "during": {"from": "2025-05-01",
                       "through": "2025-06-02"}}]})"),
            undetermined);
  // Since when is not said; nothing is said.
  EXPECT_EQ(stands(R"({"two_factor": [{"on": true}]})"), undetermined);
  EXPECT_EQ(stands("{}"), undetermined);
  EXPECT_EQ(status(outing(), kNow, "B3.two_factor@out-1/hibari"), undetermined);
  EXPECT_EQ(status({}, kNow, "B3.two_factor@out-1/hibari"), not_triggered);
  // Planned, and off.
  EXPECT_EQ(
      stands(R"({"two_factor": [{"on": false, "during": {"from": "2025-05-01"}}]})", "2025-06-02"),
      due);
}

TEST(Conduct, SecretInformationOnANotebookIsEncrypted) {
  const std::string_view on = R"({"encryption": [{"on": true, "during": {"from": "2025-05-01"}}]})";
  const std::string_view off =
      R"({"encryption": [{"on": false, "during": {"from": "2025-05-01"}}]})";
  const std::string_view secret = R"({"items": [{"secret": true}]})";
  const auto stands = [](std::string_view items, std::string_view settings,
                         std::string_view as_of = kNow) {
    return status(joined({outing(items), notebook(settings)}), as_of, "B3.encryption@out-1/hibari");
  };
  EXPECT_EQ(stands(R"({"items": [{"secret": false}]})", off), not_triggered);
  EXPECT_EQ(stands(secret, on), fulfilled);
  EXPECT_EQ(stands("{}", on), fulfilled);  // whatever the content
  EXPECT_EQ(stands(secret, off), breached);
  // It is owed while the outing lasts: planned, it is due, on or off.
  EXPECT_EQ(stands(secret, off, "2025-06-02"), due);
  EXPECT_EQ(stands(secret, on, "2025-06-02"), due);
  EXPECT_EQ(stands("{}", off), undetermined);
  EXPECT_EQ(stands(secret, "{}"), undetermined);
  EXPECT_EQ(stands(R"({"device": null, "items": [{"secret": true}]})", off), not_triggered);
  // 甲 says that it is secret, or that it is not.
  EXPECT_EQ(status(joined({outing(), notebook(off), settled("is-secret", "out-1", true)}), kNow,
                   "B3.encryption@out-1/hibari"),
            breached);
  EXPECT_EQ(status(joined({outing(), notebook(off), settled("is-secret", "out-1", false)}), kNow,
                   "B3.encryption@out-1/hibari"),
            not_triggered);
}

// B3.drinking and B4.drinking.

class Drinking : public testing::TestWithParam<const char*> {
 public:
  static Status stands(std::string_view more, const Json& said = Json::object(),
                       std::string_view as_of = kNow) {
    return status(joined({outing(more), said}), as_of, std::string(GetParam()) + "@out-1/hibari");
  }
};
INSTANTIATE_TEST_SUITE_P(Conduct, Drinking, testing::Values("B3.drinking", "B4.drinking"));

TEST_P(Drinking, IsNeverRuledOutBySilence) {
  const std::string_view secret = R"({"items": [{"secret": true}]})";
  EXPECT_EQ(stands(secret), undetermined);
  EXPECT_EQ(stands(R"({"items": [{"secret": false}], "drinking": true})"), not_triggered);
  EXPECT_EQ(stands(secret, {}, "2025-06-02"), not_triggered);  // planned
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": true})"), breached);
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": true})", {}, kOut), breached);
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": false})"), fulfilled);
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": false,
                       "recorded_at": "2025-06-04"})"),
            undetermined);  // said before the return
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": false})", {}, kOut), undetermined);
  // Which information is secret is nowhere defined.
  EXPECT_EQ(stands(R"({"drinking": true})"), undetermined);
  EXPECT_EQ(stands(R"({"drinking": false})"), undetermined);
}

TEST_P(Drinking, IsAttestedAfterTheReturnByWhoKnows) {
  const std::string_view secret = R"({"items": [{"secret": true}]})";
  EXPECT_EQ(stands(secret, attestation(GetParam(), "out-1", "2025-06-06", true)), fulfilled);
  EXPECT_EQ(
      stands(secret, attestation(GetParam(), "out-1", "2025-06-06", true, R"({"by": "hana"})")),
      fulfilled);
  EXPECT_EQ(
      stands(secret, attestation(GetParam(), "out-1", "2025-06-06", true, R"({"by": "taro"})")),
      undetermined);
  EXPECT_EQ(stands(secret, attestation(GetParam(), "out-1", "2025-06-04", true)), undetermined);
  // As of a day on which it was still out, the rest is to come, whatever was said later.
  EXPECT_EQ(stands(secret, attestation(GetParam(), "out-1", "2025-06-06", true), kOut),
            undetermined);
  EXPECT_EQ(stands(secret, attestation(GetParam(), "out-1", "2025-06-06", false)), breached);
  EXPECT_EQ(stands(R"({"items": [{"secret": true}], "drinking": true})",
                   attestation(GetParam(), "out-1", "2025-06-06", true)),
            undetermined);
  EXPECT_EQ(stands(secret, joined({attestation(GetParam(), "out-1", "2025-06-06", true),
                                   attestation(GetParam(), "out-1", "2025-06-06", false)})),
            undetermined);
}

TEST(Conduct, DrinkingWithPaperIsNotWithANotebook) {
  const Json paper = outing(R"({"device": null, "items": [{"secret": true}], "drinking": true})");
  EXPECT_EQ(status(paper, kNow, "B3.drinking@out-1/hibari"), not_triggered);
  EXPECT_EQ(status(paper, kNow, "B4.drinking@out-1/hibari"), breached);
}

// B4.loss.

TEST(Conduct, WhatIsCarriedOutIsNotLost) {
  const auto stands = [](std::string_view more, const Json& incident = Json::object(),
                         std::string_view as_of = kNow) {
    return status(joined({outing(more), incident}), as_of, "B4.loss@out-1/hibari");
  };
  EXPECT_EQ(status({}, kNow, "B4.loss@out-1/hibari"), not_triggered);
  EXPECT_EQ(stands("{}", {}, "2025-06-02"), not_triggered);
  EXPECT_EQ(stands(R"({"complete": true})"), fulfilled);
  EXPECT_EQ(stands(R"({"complete": true})", {}, kOut), undetermined);
  EXPECT_EQ(stands("{}"), undetermined);
  EXPECT_EQ(stands(R"({"complete": true})", lost(R"({"cause": "left_behind"})")), breached);
  EXPECT_EQ(stands("{}", lost(R"({"cause": "lost"})")), breached);
  EXPECT_EQ(stands("{}", lost(R"({"cause": "lost"})"), kOut), breached);
  EXPECT_EQ(stands("{}", lost(R"({"cause": "stolen"})")), undetermined);
  EXPECT_EQ(stands("{}", lost(R"({"cause": "destroyed"})")), undetermined);
  EXPECT_EQ(stands(R"({"complete": true})", lost(R"({"cause": "lost", "occurred": false})")),
            fulfilled);
  EXPECT_EQ(stands(R"({"complete": true})", lost(R"({"cause": "lost", "carry_out": "out-2"})")),
            fulfilled);
  Json feared = lost(R"({"cause": "lost"})");
  feared["incidents"][0].erase("occurred");
  EXPECT_EQ(stands(R"({"complete": true})", feared), undetermined);
}

// B5: phones.

class PhoneSetting : public testing::TestWithParam<std::pair<const char*, const char*>> {
 public:
  static Status stands(const Json& settings, std::string_view more = "{}",
                       const Json& said = Json::object()) {
    Json record = phone(more);
    if (!settings.is_null()) record["devices"][0][GetParam().second] = settings;
    return status(joined({record, said}), kNow, std::string(GetParam().first) + "@tel-1/hibari");
  }
};
INSTANTIATE_TEST_SUITE_P(Conduct, PhoneSetting,
                         testing::Values(std::pair("B5.lock", "lock"),
                                         std::pair("B5.remote_lock", "remote_lock")));

TEST_P(PhoneSetting, IsOnAllTheTime) {
  const Json on = parse(R"([{"on": true, "during": {"from": "2025-04-01"}}])");
  EXPECT_EQ(stands(on), fulfilled);
  EXPECT_EQ(stands(nullptr), undetermined);
  EXPECT_EQ(stands(parse(R"([{"on": true, "during": {"from": "2025-06-02T09:00:00+09:00",
                              "through": "2025-06-02T09:00:00+09:00"}}])")),
            undetermined);  // a point in time
  EXPECT_EQ(stands(parse(R"([{"on": true, "during": {"from": "2025-04-01",
                              "through": "2025-05-31"}}])")),
            undetermined);
  EXPECT_EQ(stands(parse(R"([{"on": false, "during": {"from": "2025-06-02",
                              "through": "2025-06-02"}}])")),
            breached);
  EXPECT_EQ(stands(parse(R"([{"on": true, "during": {"from": "2025-04-01"}},
                             {"on": false, "during": {"from": "2025-06-02"}}])")),
            breached);
  EXPECT_EQ(stands(parse(R"([{"on": false}])")), undetermined);  // since when?
  // Off before it was used, and after.
  EXPECT_EQ(stands(parse(R"([{"on": false, "during": {"from": "2025-03-01",
                              "through": "2025-03-31"}},
                             {"on": true, "during": {"from": "2025-04-01"}}])")),
            fulfilled);
  EXPECT_EQ(stands(parse(R"([{"on": true, "during": {"from": "2025-04-01"}},
                             {"on": false, "during": {"from": "2025-06-02"}}])"),
                   R"({"in_use": {"from": "2025-04-02", "through": "2025-05-31"}})"),
            fulfilled);
}

TEST_P(PhoneSetting, IsOwedForWorkPhonesInUse) {
  const Json on = parse(R"([{"on": true, "during": {"from": "2025-04-01"}}])");
  const Json off = parse(R"([{"on": false, "during": {"from": "2025-04-01"}}])");
  EXPECT_EQ(stands(off, R"({"for_work": false})"), not_triggered);
  EXPECT_EQ(stands(off, R"({"for_work": null})"), undetermined);
  EXPECT_EQ(stands(on, R"({"for_work": null})"), undetermined);
  EXPECT_EQ(stands(off, R"({"in_use": {"from": "2025-07-01"}})"), not_triggered);
  EXPECT_EQ(stands(off, R"({"kind": "notebook"})"), not_triggered);
  EXPECT_EQ(stands(on, R"({"in_use": null})"), undetermined);  // since when?
}

TEST_P(PhoneSetting, IsOwedUpToNowWhileThePhoneIsInUse) {
  EXPECT_EQ(stands(parse(R"([{"on": true, "during": {"from": "2025-04-01"}},
                             {"on": false, "during": {"from": "2025-08-01"}}])"),
                   R"({"in_use": {"from": "2025-04-02", "through": "2025-12-31"}})"),
            fulfilled);
}

TEST_P(PhoneSetting, IsAttested) {
  const char* const duty = GetParam().first;
  EXPECT_EQ(stands(nullptr, "{}", attestation(duty, "tel-1", "2025-07-01", true)), fulfilled);
  EXPECT_EQ(stands(nullptr, "{}", attestation(duty, "tel-1", "2025-06-01", true)), undetermined);
  EXPECT_EQ(stands(nullptr, "{}", attestation(duty, "tel-1", "2025-06-01", false)), breached);
}

class PhoneCare : public testing::TestWithParam<const char*> {
 public:
  // How the time stands of which nobody has said anything.
  static Status rest(const Json& said, std::string_view more = "{}") {
    return status(joined({phone(more), said}), kNow, std::string(GetParam()) + "@tel-1/hibari");
  }
  // How it stands in the span of one attestation.
  static Status span(const Json& said, std::string_view more = "{}",
                     std::string_view as_of = kNow) {
    const std::string id = said["attestations"][0]["id"];
    return status(joined({phone(more), said}), as_of,
                  std::string(GetParam()) + "@tel-1/" + id + "/hibari");
  }
};
INSTANTIATE_TEST_SUITE_P(Conduct, PhoneCare,
                         testing::Values("B5.strap", "B5.history", "B5.phone_book"));

TEST_P(PhoneCare, IsShownByStatementsOnlyEachForItsSpan) {
  const char* const duty = GetParam();
  EXPECT_EQ(rest({}), undetermined);
  EXPECT_EQ(status({}, kNow, std::string(duty) + "@tel-1/hibari"), not_triggered);
  const Json whole = attestation(duty, "tel-1", "2025-07-01", true);
  EXPECT_EQ(span(whole), fulfilled);
  EXPECT_EQ(rest(whole), not_triggered);                               // no time is left
  const Json so_far = attestation(duty, "tel-1", "2025-06-30", true);  // till then
  EXPECT_EQ(span(so_far), fulfilled);
  EXPECT_EQ(rest(so_far), undetermined);
  EXPECT_EQ(rest(attestation(duty, "tel-2", "2025-07-01", true)), undetermined);
  EXPECT_EQ(span(whole, R"({"for_work": null})"), undetermined);
  const Json not_so = attestation(duty, "tel-1", "2025-06-01", false);
  EXPECT_EQ(span(not_so), breached);
  EXPECT_EQ(rest(not_so), undetermined);
  EXPECT_EQ(span(not_so, "{}", "2025-05-31"), not_triggered);  // when it was not is not said
}

TEST_P(PhoneCare, IsOpenWhereAttestationsContradictOneAnother) {
  const char* const duty = GetParam();
  const Json whole = attestation(duty, "tel-1", "2025-07-01", true);
  const Json not_so = attestation(duty, "tel-1", "2025-06-01", false,
                                  R"({"span": {"from": "2025-05-01", "through": "2025-05-31"}})");
  EXPECT_EQ(span(joined({whole, not_so})), undetermined);
  EXPECT_EQ(span(joined({not_so, whole})), undetermined);
  // When in its span it was not is not said: perhaps when nobody says that it was.
  const Json till_may = attestation(duty, "tel-1", "2025-05-15", true);
  EXPECT_EQ(span(joined({till_may, not_so})), fulfilled);
  EXPECT_EQ(span(joined({not_so, till_may})), breached);
  // Two that say so of half of it each.
  const Json from_may =
      attestation(duty, "tel-1", "2025-06-02", true,
                  R"({"as": "responsible_person", "span": {"from": "2025-05-15"}})");
  EXPECT_EQ(span(joined({not_so, till_may, from_may})), undetermined);
  EXPECT_EQ(span(joined({from_may, till_may, not_so})), undetermined);
}

TEST_P(PhoneCare, IsOpenForSpansAfterTheContractsEnd) {
  const Json ended = parse(R"({"contract": {"ends_on": "2025-05-15"}})");
  const auto stands = [&](std::string_view from, bool observed, const Json& more = Json::object()) {
    Json said = attestation(GetParam(), "tel-1", "2025-06-01", observed);
    said["attestations"][0]["span"] = {{"from", from}, {"through", "2025-05-31"}};
    return span(joined({said, ended, more}));
  };
  const Json owed = settled("duties-after-end", "tel-1", true);
  const Json over = settled("duties-after-end", "tel-1", false);
  EXPECT_EQ(stands("2025-05-16", true), undetermined);
  EXPECT_EQ(stands("2025-05-16", false), undetermined);
  EXPECT_EQ(stands("2025-05-16", false, owed), breached);
  EXPECT_EQ(stands("2025-05-16", false, over), not_triggered);
  EXPECT_EQ(stands("2025-05-01", true), fulfilled);
  EXPECT_EQ(stands("2025-05-01", false), undetermined);
  EXPECT_EQ(stands("2025-05-01", false, owed), breached);
  EXPECT_EQ(stands("2025-05-01", false, over), undetermined);
}

TEST_P(PhoneCare, IsJudgedForTheTimeThatAJudgementIsAbout) {
  Json judged = judgement(GetParam(), "tel-1", true);
  EXPECT_EQ(rest(judged), undetermined);  // of 2025-06-20
  judged["judgements"][0]["at"] = "2025-07-01";
  EXPECT_EQ(rest(judged), fulfilled);
  judged["judgements"][0]["span"] = {{"through", "2025-06-29"}};
  EXPECT_EQ(rest(judged), undetermined);
  // Attested throughout; but 甲 found otherwise.
  const Json whole = attestation(GetParam(), "tel-1", "2025-07-01", true);
  EXPECT_EQ(rest(joined({whole, judgement(GetParam(), "tel-1", false)})), breached);
}

TEST_P(PhoneCare, IsAttestedForSpansThatReachFromTheFirstDayToTheLast) {
  const auto said = [](std::string_view from, std::string_view through) {
    return one("attestations", {{"id", "said-" + std::string(from)},
                                {"at", "2025-07-02"},
                                {"duty", GetParam()},
                                {"span", {{"from", from}, {"through", through}}},
                                {"observed", true}});
  };
  EXPECT_EQ(rest(said("2025-04-01", "2025-06-30")), not_triggered);
  EXPECT_EQ(rest(said("2025-04-01", "2025-06-29")), undetermined);
  EXPECT_EQ(rest(said("2025-04-03", "2025-06-30")), undetermined);
  EXPECT_EQ(rest(joined({said("2025-04-01", "2025-05-31"), said("2025-06-01", "2025-06-30")})),
            not_triggered);
  EXPECT_EQ(rest(joined({said("2025-04-01", "2025-05-30"), said("2025-06-01", "2025-06-30")})),
            undetermined);
  EXPECT_EQ(span(said("2025-05-01", "2025-05-31")), fulfilled);
}

// B5.camera.

TEST(Conduct, ImagesAreConfirmedBeforehand) {
  const auto stands = [](std::string_view more, std::string_view as_of = kNow) {
    return status(image(more), as_of, "B5.camera@image-1/hibari");
  };
  EXPECT_EQ(status({}, kNow, "B5.camera@image-1/hibari"), not_triggered);
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": true,
                       "confirmed_at": "2025-06-03T09:30:00+09:00"})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": true,
                       "confirmed_at": "2025-06-03T10:30:00+09:00"})"),
            breached);
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": true,
                       "confirmed_at": "2025-06-03T10:00:00+09:00"})"),
            breached);  // the same second is not before
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": true,
                       "confirmed_at": "2025-06-03"})"),
            undetermined);
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": false,
                       "confirmed_at": "2025-06-03T09:30:00+09:00"})"),
            undetermined);
  EXPECT_EQ(stands(R"({"shooting_confirmed": false, "handling_confirmed": false})"), breached);
  EXPECT_EQ(stands("{}"), undetermined);
  EXPECT_EQ(stands("{}", "2025-06-02"), due);
  EXPECT_EQ(stands(R"({"shooting_confirmed": true, "handling_confirmed": true,
                       "confirmed_at": "2025-06-01"})",
                   "2025-06-02"),
            fulfilled);
}

TEST(Conduct, ImagesAreDeletedOnceTheyAreSaved) {
  const auto stands = [](std::string_view more, const Json& said = Json::object()) {
    return status(joined({image(more), said}), kNow, "B5.camera@image-1/deletion/hibari");
  };
  EXPECT_EQ(stands("{}"), not_triggered);
  EXPECT_EQ(stands(R"({"saved_at": "2025-06-03T12:00:00+09:00"})"), due);
  EXPECT_EQ(stands(R"({"saved_at": "2025-06-03T12:00:00+09:00",
                       "deleted_at": "2025-06-03T12:00:00+09:00"})"),
            fulfilled);
  const std::string_view later = R"({"saved_at": "2025-06-03T12:00:00+09:00",
                                     "deleted_at": "2025-06-03T12:00:01+09:00"})";
  EXPECT_EQ(stands(later), undetermined);
  EXPECT_EQ(stands(later, judgement("B5.camera", "image-1", true)), fulfilled);
  EXPECT_EQ(stands(later, judgement("B5.camera", "image-1", false)), breached);
  EXPECT_EQ(stands(R"({"saved_at": "2025-06-03T12:00:00+09:00", "kept": true})"), breached);
}

// B6.

TEST(Conduct, MailsAreCheckedBeforeTheyAreSent) {
  const auto stands = [](std::string_view more) {
    return status(mail(more), kNow, "B6.check@mail-1/hibari");
  };
  EXPECT_EQ(status({}, kNow, "B6.check@mail-1/hibari"), not_triggered);
  EXPECT_EQ(stands(R"({"addressee_checked": true, "body_checked": true, "attachment": false,
                       "checked_at": "2025-06-03T09:59:59+09:00"})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"addressee_checked": true, "body_checked": true, "attachment": true,
                       "checked_at": "2025-06-03T09:59:59+09:00"})"),
            undetermined);
  EXPECT_EQ(stands(R"({"addressee_checked": true, "body_checked": true,
                       "attachment_checked": true, "checked_at": "2025-06-03T10:00+09:00"})"),
            undetermined);
  EXPECT_EQ(stands(R"({"addressee_checked": true, "body_checked": true,
                       "attachment_checked": true, "checked_at": "2025-06-03T10:01+09:00"})"),
            breached);
  EXPECT_EQ(stands(R"({"checked": false})"), breached);
  EXPECT_EQ(stands(R"({"checked": true, "checked_at": "2025-06-03T09:00:00+09:00"})"),
            undetermined);
  EXPECT_EQ(stands("{}"), undetermined);
  EXPECT_EQ(stands(R"({"at": "2025-07-01"})"), due);
  EXPECT_EQ(status(one("mails", parse(R"({"id": "mail-1", "queued": true})")), kNow,
                   "B6.check@mail-1/hibari"),
            due);
}

TEST(Conduct, AttachmentsAreProtectedAndTheirPasswordsToldApart) {
  const auto stands = [](std::string_view more, const Json& said = Json::object()) {
    return status(joined({mail(more), said}), kNow, "B6.protect@mail-1/hibari");
  };
  EXPECT_EQ(stands(R"({"attachment": false})"), not_triggered);
  EXPECT_EQ(stands("{}"), not_triggered);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "password",
                       "password_route": "another_route"})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "encrypted",
                       "password_route": "not_needed"})"),
            fulfilled);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "none"})"), breached);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "password",
                       "password_route": "same_mail"})"),
            breached);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "password",
                       "password_route": "not_yet"})"),
            due);
  EXPECT_EQ(stands(R"({"attachment": true, "protection": "password"})"), undetermined);
  EXPECT_EQ(stands(R"({"attachment": true, "password_route": "another_route"})"), undetermined);
  EXPECT_EQ(stands(R"({"attachment": true})"), undetermined);
  EXPECT_EQ(stands(R"({"attachment": false, "link": true})"), undetermined);
  const std::string_view second =
      R"({"attachment": true, "protection": "password", "password_route": "second_mail"})";
  EXPECT_EQ(stands(second), undetermined);
  EXPECT_EQ(stands(second, settled("second-mail-is-separate", "mail-1", true)), fulfilled);
  EXPECT_EQ(stands(second, settled("second-mail-is-separate", "mail-1", false)), breached);
}

TEST(Conduct, WithoutAnyMailNobodyKnowsWhatWasSent) {
  const std::string key = "B6.check@send-log/hibari";
  EXPECT_EQ(status({}, kNow, key), undetermined);
  EXPECT_EQ(status({}, "2025-03-31", key), not_triggered);
  EXPECT_EQ(status(mail("{}"), kNow, key), not_triggered);
  const auto all_on_file = [](std::string_view through) {
    return one("coverages", {{"at", "2025-07-10"},
                             {"kinds", Json::array({"mail"})},
                             {"span", {{"from", "2025-04-01"}, {"through", through}}}});
  };
  EXPECT_EQ(status(all_on_file("2025-06-30"), kNow, key), not_triggered);
  EXPECT_EQ(status(all_on_file("2025-06-29"), kNow, key), undetermined);
}

TEST(Conduct, ToolsForExchangeIdentifyTheOtherParty) {
  const auto stands = [](std::string_view more) {
    return status(service(more), kNow, "B6.anonymous@use-1/hibari");
  };
  EXPECT_EQ(stands("{}"), not_triggered);
  EXPECT_EQ(stands(R"({"exchanged": false, "identifies": false})"), not_triggered);
  EXPECT_EQ(stands(R"({"exchanged": true, "identifies": true})"), fulfilled);
  EXPECT_EQ(stands(R"({"exchanged": true, "identifies": false})"), breached);
  EXPECT_EQ(stands(R"({"identifies": false})"), undetermined);
  EXPECT_EQ(stands(R"({"exchanged": true, "kind": "file_exchange"})"), undetermined);
  EXPECT_EQ(stands(R"({"kind": "anonymous_mail"})"), undetermined);
  EXPECT_EQ(stands(R"({"exchanged": true, "identifies": false, "at": "2025-07-01"})"),
            not_triggered);
}

// A mail by a tool: what is on record of the tool decides, else what the edition knows of it.
TEST(Conduct, ToolsOfMailsIdentifyTheOtherParty) {
  const std::string key = "B6.anonymous@mail-1/hibari";
  const auto stands = [&](std::string_view tool, std::string_view use) {
    return status(joined({mail(R"({"tool": ")" + std::string(tool) + R"("})"), service(use)}), kNow,
                  key);
  };
  EXPECT_EQ(status(mail("{}"), kNow, key), not_triggered);
  for (const char* const tool : {"use-1", "そらメモ"}) {
    EXPECT_EQ(stands(tool, R"({"identifies": true})"), fulfilled) << tool;
    EXPECT_EQ(stands(tool, R"({"identifies": false})"), breached) << tool;
    EXPECT_EQ(stands(tool, R"({"kind": "anonymous_mail"})"), undetermined) << tool;
  }
  EXPECT_EQ(stands("窓口のメール", R"({"identifies": false})"), not_triggered);
  EXPECT_EQ(stands("ProtonMail", "{}"), undetermined);
  EXPECT_EQ(status(joined({mail(R"({"tool": "use-1", "queued": true, "at": "2026-07-01"})"),
                           service(R"({"identifies": false})")}),
                   kNow, key),
            not_triggered);
}

// B7.services.

TEST(Conduct, NoSecretInformationInOnlineServices) {
  const auto stands = [](std::string_view more, const Json& others = Json::object()) {
    return status(joined({service(more), others}), kNow, "B7.services@use-1/hibari");
  };
  const std::string_view shared = R"({"internet": true, "kind": "data_sharing", "secret": true})";
  EXPECT_EQ(status({}, kNow, "B7.services@use-1/hibari"), not_triggered);
  EXPECT_EQ(stands(R"({"internet": false, "secret": true, "kind": "map"})"), not_triggered);
  EXPECT_EQ(stands(R"({"internet": true, "secret": false, "kind": "map"})"), fulfilled);
  EXPECT_EQ(stands(shared), breached);
  EXPECT_EQ(stands(R"({"internet": true, "kind": "data_sharing"})"), undetermined);
  EXPECT_EQ(stands(R"({"internet": true, "kind": "storage", "secret": true})"), undetermined);
  EXPECT_EQ(stands(R"({"internet": true, "secret": true})"), undetermined);
  EXPECT_EQ(stands(R"({"kind": "data_sharing", "secret": true})"), undetermined);
  EXPECT_EQ(stands(R"({"internet": true, "kind": "storage", "secret": true})",
                   judgement("B7.services", "use-1", false)),
            breached);
  EXPECT_EQ(stands(R"({"internet": true, "kind": "data_sharing"})",
                   attestation("B7.services", "use-1", "2025-07-01", true)),
            fulfilled);
  const auto declared = [](std::string_view on, std::string_view name) {
    const Json services = Json::array({{{"name", name}}});
    return Json{
        {"declarations",
         Json::array({{{"party", "hibari"},
                       {"declaration",
                        {{"declared_on", on},
                         {"online_storage",
                          {{"ticked", Json::array({"yes"})}, {"services", services}}}}}}})}};
  };
  EXPECT_EQ(stands(shared, declared("2025-04-01", "そらメモ")), undetermined);
  EXPECT_EQ(stands(shared, declared("2025-04-01", "そらノート")), breached);
  EXPECT_EQ(stands(shared, declared("2025-05-02", "そらメモ")), breached);  // after it began
}

// After the contract's end.

TEST(Conduct, WhetherDutiesOutliveTheContractIsOpen) {
  const Json ended = parse(R"({"contract": {"ends_on": "2025-05-31"}})");
  const auto stands = [&](const Json& records, std::string_view key,
                          const Json& more = Json::object()) {
    return status(joined({ended, records, more}), kNow, key);
  };
  const std::string_view drank = R"({"drinking": true, "items": [{"secret": true}]})";
  const std::string_view key = "B4.drinking@out-1/hibari";  // out on 3 June
  EXPECT_EQ(status(outing(drank), kNow, key), breached);
  EXPECT_EQ(stands(outing(drank), key), undetermined);
  EXPECT_EQ(stands(outing(drank), key, settled("duties-after-end", "out-1", true)), breached);
  EXPECT_EQ(stands(outing(drank), key, settled("duties-after-end", "out-1", false)), not_triggered);
  EXPECT_EQ(stands(mail(R"({"checked": false})"), "B6.check@mail-1/hibari"), undetermined);
  // What was before the end is as certain as ever.
  EXPECT_EQ(stands(mail(R"({"checked": false, "at": "2025-05-31T10:00:00+09:00"})"),
                   "B6.check@mail-1/hibari"),
            breached);
  // 特記事項3(1) expressly survives it.
  EXPECT_EQ(stands(one("transfers", parse(R"({"id": "act-1", "at": "2025-06-03", "kind": "use",
                       "learnt_in_work": true, "purpose": "other",
                       "assents": [{"kind": "permission", "given": false}]})")),
                   "A3.1@act-1/hibari"),
            breached);
}

TEST(Conduct, WhatLastsBeyondTheContractIsOpenOnlyWhereThatMatters) {
  const auto stands = [](std::string_view ends_on, const Json& records) {
    return status(joined({Json{{"contract", {{"ends_on", ends_on}}}}, records}), kNow,
                  "B5.lock@tel-1/hibari");
  };
  const Json off_in_june = phone(R"({"lock": [{"on": true, "during": {"from": "2025-04-01"}},
                                              {"on": false, "during": {"from": "2025-06-05"}}]})");
  EXPECT_EQ(stands("2026-03-31", off_in_june), breached);
  EXPECT_EQ(stands("2025-05-31", off_in_june), undetermined);
  EXPECT_EQ(
      stands("2025-05-31", joined({off_in_june, settled("duties-after-end", "tel-1", false)})),
      fulfilled);
  EXPECT_EQ(stands("2025-05-31", phone(R"({"lock": [{"on": false,
                                       "during": {"from": "2025-04-01"}}]})")),
            breached);
}

// A3.2.

constexpr std::string_view kManaged = R"({"important": true, "lockable_store": true,
    "measures": [{"what": "暗号化", "during": {"from": "2025-04-01"}}]})";

TEST(Conduct, MaterialIsManagedProtectedAndLockedAway) {
  const Json said = attestation("A3.2", "list-1", "2025-07-01", true);
  const auto stands = [&](std::string_view more) {
    return status(joined({asset(more), said}), kNow, "A3.2@list-1/hibari");
  };
  EXPECT_EQ(stands(kManaged), fulfilled);
  EXPECT_EQ(status(asset(kManaged), kNow, "A3.2@list-1/hibari"), undetermined);
  EXPECT_EQ(stands(R"({"at": "2025-07-01"})"), not_triggered);
  EXPECT_EQ(stands(R"({"important": false, "lockable_store": true})"), fulfilled);
  // 厳重
  EXPECT_EQ(stands(R"({"important": true, "lockable_store": true, "protected": false})"), breached);
  EXPECT_EQ(stands(R"({"personal": true, "lockable_store": true, "protected": false})"), breached);
  EXPECT_EQ(stands(R"({"lockable_store": true, "protected": false})"), undetermined);
  EXPECT_EQ(stands(R"({"important": true, "lockable_store": true})"), undetermined);
  EXPECT_EQ(stands(R"({"important": true, "lockable_store": true,
      "measures": [{"what": "暗号化", "during": {"from": "2025-04-01", "through": "2025-05-31"}},
                   {"what": "施錠", "during": {"from": "2025-06-02"}}]})"),
            undetermined);
  EXPECT_EQ(stands(R"({"important": true, "lockable_store": true,
      "measures": [{"what": "暗号化", "during": {"from": "2025-04-01", "through": "2025-06-02"}},
                   {"what": "施錠", "during": {"from": "2025-05-31"}}]})"),
            fulfilled);
  // 施錠ができる書庫等
  const std::string measures =
      R"("measures": [{"what": "暗号化", "during": {"from": "2025-04-01"}}])";
  const auto with = [&](std::string_view more) { return "{" + measures + std::string(more) + "}"; };
  EXPECT_EQ(stands(with(R"(, "important": true)")), undetermined);
  EXPECT_EQ(stands(with(R"(, "important": true, "in_use": [{"from": "2025-04-10"}])")), fulfilled);
  EXPECT_EQ(stands(with(R"(, "important": true, "lockable_store": false,
                           "in_use": [{"from": "2025-04-10", "through": "2025-05-31"}])")),
            breached);
  EXPECT_EQ(stands(with(R"(, "important": true, "lockable_store": false)")), undetermined);
  // In use all the time, from some hour of the day on which it was obtained.
  EXPECT_EQ(stands(with(R"(, "important": true, "lockable_store": false,
                           "in_use": [{"from": "2025-04-10"}])")),
            undetermined);
  EXPECT_EQ(stands(with(R"(, "important": true, "lockable_store": false,
                           "in_use": [{"from": "2025-04-01"}])")),
            fulfilled);
  EXPECT_EQ(stands(with(R"(, "important": true, "lockable_store": false, "electronic": true,
                           "in_use": [{"from": "2025-04-10", "through": "2025-05-31"}])")),
            undetermined);
}

TEST(Conduct, WhetherUnimportantMaterialIsLockedAwayIsOpen) {
  const Json paper = joined({asset(R"({"important": false, "lockable_store": false,
                                       "in_use": [{"from": "2025-04-10", "through": "2025-04-30"}]})"),
                             attestation("A3.2", "list-1", "2025-07-01", true)});
  EXPECT_EQ(status(paper, kNow, "A3.2@list-1/hibari"), undetermined);
  EXPECT_EQ(
      status(joined({paper, settled("lock-away-all", "list-1", true)}), kNow, "A3.2@list-1/hibari"),
      breached);
  EXPECT_EQ(status(joined({paper, settled("lock-away-all", "list-1", false)}), kNow,
                   "A3.2@list-1/hibari"),
            fulfilled);
}

TEST(Conduct, ManagementIsJudged) {
  // Of 2025-06-20, and of no day after it.
  const Json judged = joined({asset(kManaged), judgement("A3.2", "list-1", true)});
  EXPECT_EQ(status(judged, "2025-06-19", "A3.2@list-1/hibari"), fulfilled);
  EXPECT_EQ(status(judged, kNow, "A3.2@list-1/hibari"), undetermined);
  EXPECT_EQ(status(joined({asset(kManaged), judgement("A3.2", "list-1", false)}), kNow,
                   "A3.2@list-1/hibari"),
            breached);
}

// A3.3.safeguards.

TEST(Conduct, ApprovedActsAreSafeguarded) {
  const std::string_view approved = R"({"id": "ok-1", "at": "2025-06-01", "kind": "approval",
                                        "giver": "client", "covers": ["act-1"]})";
  const auto stands = [&](std::string_view more, std::string_view assent, bool judged = false) {
    Json records =
        joined({asset("{}"), one("transfers", parse(R"({"id": "act-1", "kind": "provision",
                               "assets": ["list-1"], "to": "そら倉庫", "at": "2025-06-03"})"),
                                 more)});
    if (!assent.empty()) records = joined({records, one("assents", parse(assent))});
    if (judged) records = joined({records, judgement("A3.3.safeguards", "act-1", true)});
    return status(records, kNow, "A3.3.safeguards@act-1/list-1/hibari");
  };
  const std::string_view measures = R"({"measures": ["暗号化"]})";
  EXPECT_EQ(stands(measures, approved, true), fulfilled);
  EXPECT_EQ(stands(measures, approved), undetermined);
  EXPECT_EQ(stands("{}", approved), undetermined);
  EXPECT_EQ(stands("{}", approved, true), undetermined);  // which measures were judged?
  EXPECT_EQ(stands(R"({"protected": false})", approved), breached);
  EXPECT_EQ(stands(R"({"at": "2025-07-01", "planned": true})", approved), due);
  // Not approved: that is another duty's. Whether it was, is open.
  EXPECT_EQ(
      stands(R"({"protected": false, "assents": [{"kind": "approval", "given": false}]})", ""),
      not_triggered);
  EXPECT_EQ(stands(R"({"protected": false})", ""), undetermined);
  EXPECT_EQ(stands(R"({"at": "2025-07-01", "planned": true})", ""), not_triggered);
}

// A14.

TEST(Conduct, TheContractorBearsTheCostsOfDamage) {
  const auto stands = [](std::string_view damage, std::string_view cost,
                         std::string_view as_of = kNow) {
    return status(joined({one("damages", parse(R"({"id": "damage-1"})"), damage),
                          one("costs", parse(R"({"id": "cost-1", "at": "2025-06-10",
                                        "damage": "damage-1"})"),
                              cost)}),
                  as_of, "A14@cost-1/hibari");
  };
  const std::string_view personal = R"({"personal_information": true})";
  EXPECT_EQ(status({}, kNow, "A14@cost-1/hibari"), not_triggered);
  EXPECT_EQ(stands(R"({"personal_information": false})", "{}"), not_triggered);
  EXPECT_EQ(stands(personal, "{}", "2025-06-09"), not_triggered);
  EXPECT_EQ(stands(personal, R"({"paid_by": "contractor", "settled": true})"), fulfilled);
  EXPECT_EQ(stands(personal, R"({"paid_by": "client", "settled": true, "refused": true})"),
            breached);
  EXPECT_EQ(stands(personal, R"({"paid_by": "third_party", "settled": true, "refused": true})"),
            breached);
  EXPECT_EQ(stands(personal, R"({"paid_by": "client", "settled": true})"), undetermined);
  EXPECT_EQ(stands(personal, R"({"paid_by": "client", "settled": false})"), due);
  EXPECT_EQ(stands(personal, "{}"), due);
  EXPECT_EQ(stands(personal, R"({"settled": true})"), undetermined);
  EXPECT_EQ(stands("{}", R"({"paid_by": "contractor", "settled": true})"), undetermined);
  EXPECT_EQ(stands(personal, R"({"damage": "damage-2", "settled": false})"), undetermined);
  // Through a subcontractor's handling.
  EXPECT_EQ(status(joined({subcontracted(true),
                           one("damages", parse(R"({"id": "damage-1", "party": "tsubame",
                                                    "personal_information": true})")),
                           one("costs", parse(R"({"id": "cost-1", "damage": "damage-1",
                                                  "paid_by": "contractor", "settled": true})"))}),
                   kNow, "A14@cost-1/hibari"),
            undetermined);
}

// What holds for all.

TEST(Conduct, WaiversNameTheRecordOfAnyAspect) {
  const Json records =
      joined({image(R"({"saved_at": "2025-06-03T12:00:00+09:00", "kept": true})"),
              one("waivers", parse(R"({"id": "waiver-1", "at": "2025-06-20", "as": "client",
                                       "duty": "B5.camera", "about": ["image-1"]})"))});
  const Assessment assessment = assessed(records, kNow);
  const DutyInstance* const instance = find(assessment, "B5.camera@image-1/deletion/hibari");
  EXPECT_EQ(instance->status, waived);
  EXPECT_EQ(instance->underlying, breached);
}

TEST(Conduct, RecordsOfOneIdThatDifferDecideNothing) {
  const Json twice = joined({outing(R"({"drinking": true, "items": [{"secret": true}]})"),
                             outing(R"({"drinking": false, "items": [{"secret": true}]})")});
  EXPECT_EQ(status(twice, kNow, "B4.drinking@out-1/hibari"), undetermined);
  const Json devices = joined(
      {outing(), notebook(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01"}}]})"),
       notebook(R"({"two_factor": [{"on": false, "during": {"from": "2025-05-01"}}]})")});
  EXPECT_EQ(status(devices, kNow, "B3.two_factor@out-1/hibari"), undetermined);
}

TEST(Conduct, SubcontractorsBearItWhereTheTermsFlowDownToThem) {
  const std::string_view drunk =
      R"({"party": "tsubame", "drinking": true, "items": [{"secret": true}]})";
  const Json records = joined({subcontracted(true), outing(drunk)});
  const Assessment assessment = assessed(records, kNow);
  const DutyInstance* const mirror = find(assessment, "B4.drinking@out-1/tsubame");
  EXPECT_EQ(mirror->status, breached);
  EXPECT_TRUE(mirror->mirror);
  EXPECT_EQ(find(assessment, "B4.drinking@out-1/hibari"), nullptr);
  EXPECT_EQ(
      status(joined({subcontracted(false), outing(drunk)}), kNow, "B4.drinking@out-1/tsubame"),
      undetermined);
}

// How each instance stands, and why, apart from where its facts are in the file.
using Picture = std::map<std::string, std::pair<Status, std::vector<std::string>>>;

bool is_of_conduct(const Assessment& assessment, std::string_view duty) {
  const auto kind = assessment.edition->duty(duty)->decision.kind;
  return kind == DecisionKind::ban || kind == DecisionKind::state ||
         kind == DecisionKind::checked || kind == DecisionKind::attested ||
         kind == DecisionKind::bear_cost;
}

Picture picture_of(const Assessment& assessment) {
  Picture picture;
  for (const DutyInstance& each : assessment.instances) {
    if (!is_of_conduct(assessment, each.duty)) continue;
    std::vector<std::string> reasons;
    for (const Reason& reason : each.reasons) reasons.emplace_back(reason.info->id);
    picture.emplace(each.key, std::pair(each.status, std::move(reasons)));
  }
  return picture;
}

Json many() {
  return joined(
      {subcontracted(true),
       outing(R"({"items": [{"secret": true, "needed": true}, {"needed": false}],
                  "complete": true, "deleted": "all"})"),
       one("carry_outs", parse(R"({"id": "out-2", "at": "2025-06-10", "party": "tsubame",
                                   "device": "pc-2", "drinking": true})")),
       notebook(R"({"two_factor": [{"on": true, "during": {"from": "2025-05-01"}},
                                   {"on": false, "during": {"from": "2025-06-04"}}],
                    "encryption": [{"on": true, "during": {"from": "2025-05-01"}}]})"),
       phone(R"({"lock": [{"on": true, "during": {"from": "2025-04-01"}}]})"),
       attestation("B5.strap", "tel-1", "2025-07-01", true),
       attestation("B4.drinking", "out-1", "2025-06-06", true),
       attestation("B3.drinking", "out-1", "2025-06-06", false),
       mail(R"({"attachment": true, "protection": "password", "password_route": "second_mail",
                "checked": false})"),
       image(R"({"saved_at": "2025-06-03", "deleted_at": "2025-06-04"})"),
       service(R"({"internet": true, "kind": "map", "secret": true, "exchanged": true})"),
       asset(kManaged), judgement("A3.2", "list-1", true),
       one("incidents", parse(R"({"id": "inc-1", "at": "2025-06-04", "cause": "stolen",
                                  "occurred": true, "carry_out": "out-1"})")),
       one("damages", parse(R"({"id": "damage-1", "personal_information": true})")),
       one("costs", parse(R"({"id": "cost-1", "at": "2025-06-10", "damage": "damage-1"})"))});
}

RC_GTEST_PROP(ConductOf, AnyOrderOfTheRecordsIsTheSame, (std::uint32_t seed)) {
  Json records = many();
  const Picture before = picture_of(assessed(records, kNow));
  RC_ASSERT(before.size() > 15U);
  std::mt19937 random(seed);
  for (auto& [key, value] : records.items()) {
    if (value.is_array()) std::shuffle(value.begin(), value.end(), random);
  }
  RC_ASSERT(picture_of(assessed(records, kNow)) == before);
}

TEST(Conduct, ABreachRemainsOneAsTimePasses) {
  const Json records =
      joined({many(), outing(R"({"id": "out-3", "deleted": "partly", "drinking": true,
                          "items": [{"secret": true}]})"),
              one("devices", parse(R"({"id": "tel-2", "kind": "phone", "for_work": true,
                                "in_use": {"from": "2025-04-02", "through": "2025-06-10"},
                                "lock": [{"on": false, "during": {"from": "2025-06-04"}}],
                                "remote_lock": [{"on": false}]})")),
              attestation("B5.strap", "tel-2", "2025-06-12", false),
              one("assets", parse(R"({"id": "list-2", "at": "2025-05-28", "important": true,
                               "lockable_store": false, "in_use": [{"from": "2025-06-08"}],
                               "protected": false})"))});
  std::set<std::string> breaches;
  for (std::chrono::sys_days day = std::chrono::year(2025) / 5 / 25;
       day < std::chrono::sys_days(std::chrono::year(2025) / 7 / 10); day += std::chrono::days(1)) {
    Second last = end_of(Day(day));
    const Picture picture = picture_of(assessed(records, iso(last)));
    for (const std::string& key : breaches) {
      EXPECT_EQ(picture.at(key).first, breached) << key << " " << iso(last);
    }
    for (const auto& [key, stands] : picture) {
      if (stands.first == breached) breaches.insert(key);
    }
  }
  EXPECT_GT(breaches.size(), 7U);
}

// A record that takes any of what records say, of another party than those of `many`.
RC_GTEST_PROP(ConductOf, ARecordOfAnotherPartyChangesNoOtherInstance, ()) {
  const auto pick = [](std::initializer_list<const char*> members) {
    return parse(*rc::gen::elementOf(std::vector<const char*>(members)));
  };
  const auto truly = [] { return *rc::gen::arbitrary<bool>(); };
  Json added = pick({R"({"carry_outs": [{}]})", R"({"mails": [{}]})", R"({"images": [{}]})",
                     R"({"service_uses": [{}]})", R"({"devices": [{}]})"});
  const std::string list = added.begin().key();
  Json& record = added[list][0];
  record = {{"id", "new-1"}, {"party", "kasasagi"}, {"at", "2025-06-03"}};
  if (list == "carry_outs") {
    record["drinking"] = truly();
    record["device"] = "pc-1";
    record["all_needed"] = truly();
  } else if (list == "mails") {
    record["checked"] = truly();
    record["attachment"] = truly();
  } else if (list == "images") {
    record["kept"] = truly();
    record["saved_at"] = "2025-06-03";
  } else if (list == "service_uses") {
    record["secret"] = truly();
    record["identifies"] = truly();
  } else {
    record["kind"] = truly() ? "phone" : "notebook";
    record["lock"] = Json::array({{{"on", truly()}}});
  }
  const Json others = joined(
      {many(), parse(R"({"parties": [{"id": "kasasagi", "name": "かささぎ", "address": "青嵐県"}],
                         "subcontracts": [{"id": "edge-2", "from": "hibari", "to": "kasasagi",
                                           "work": "発送"}]})")});
  const Picture before = picture_of(assessed(others, kNow));
  const Picture after = picture_of(assessed(joined({others, added}), kNow));
  for (const auto& [key, stands] : before) RC_ASSERT(after.at(key) == stands);
  for (const auto& [key, stands] : after) {
    RC_ASSERT(before.contains(key) || key.ends_with("/kasasagi"));
  }
}

}  // namespace conduct_test
}  // namespace tokki
