// Changes in what was declared (特記事項3(4), 届出書 注記), and the services of which 甲 is to be
// informed.
#include "assess/assessed.hpp"

#include <gtest/gtest.h>

namespace tokki {
namespace assess_test {
namespace {

// A declaration of a day with further cells.
Json form(const std::string& day, const std::string& cells = "{}",
          const std::string& party = "hibari") {
  Json filing = Json::parse(R"({"declaration": {"format": "tokki.declaration/1",
      "contract": {"concluded_on": "2025-04-01"}}})");
  filing["party"] = party;
  filing["declaration"]["declared_on"] = day;
  filing["declaration"]["declarant"]["name"] =
      party == "hibari" ? "株式会社ひばり" : "株式会社すずめ";
  filing["declaration"].update(Json::parse(cells));
  return filing;
}
const std::string kCloud = R"({"online_storage": {"ticked": ["yes"], "services": [
    {"name": "みどりクラウド", "provider": "みどり情報株式会社", "data_location": "日本"}]}})";
const std::string kNoCloud = R"({"online_storage": {"ticked": ["no"]}})";
const std::string kSuzume = R"({"subcontracting": {"ticked": ["yes"], "subcontractors": [
    {"name": "（株）すずめ", "work": "入力"}]}})";

// The base, with these declarations and without its subcontract.
Json filed(std::initializer_list<Json> forms) {
  Json dossier = base();
  dossier.erase("subcontracts");
  dossier["declarations"] = Json::array();
  for (const Json& each : forms) dossier["declarations"].push_back(each);
  return dossier;
}
Json plus(Json dossier, const std::string& records) {
  const Json added = Json::parse(records);
  for (const auto& [key, value] : added.items()) {
    for (const auto& each : value) dossier[key].push_back(each);
  }
  return dossier;
}

const std::string kUse = R"({"service_uses": [{"id": "use-1", "service": "ミドリクラウド",
    "at": "2025-08-01", "online_storage": true}]})";
// みどり and ミドリ are not the same name.
const std::string kUsedCloud = R"({"service_uses": [{"id": "use-1", "service": "みどり クラウド",
    "at": "2025-08-01", "online_storage": true}]})";
const std::string kReport = "A3.4.change@use-1/hibari";
const std::string kAgain = "F.change@use-1/hibari";
const std::string kAllOnFile =
    R"({"coverages": [{"kinds": ["filing", "communication"], "at": "2026-04-10",
                       "span": {"from": "2025-04-01", "through": "2026-03-31"}}]})";

TEST(Redeclare, AServiceThatBeginsAfterTheDeclaration) {
  const Json dossier = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  EXPECT_EQ(standing(dossier, kReport), "due");
  EXPECT_EQ(standing(dossier, kAgain), "due");
  const Assessment assessment = assess_json(dossier);
  EXPECT_EQ(find(assessment, kReport)->since, Instant(Str("2025-08-01")).value->lo);
  EXPECT_FALSE(find(assessment, kReport)->until.has_value());
  EXPECT_EQ(standing(dossier, kReport, "2025-07-31"), "absent");
}

TEST(Redeclare, NoChangeWhereTheFormStatesItAlreadyOrNothingWasDeclared) {
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kCloud)}), kUsedCloud), kReport), "absent");
  EXPECT_EQ(standing(plus(filed({}), kUsedCloud), kReport), "absent");
  EXPECT_EQ(standing(plus(filed({form("2025-08-01", kNoCloud)}), kUsedCloud), kReport), "absent");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kCloud)}), kUse), kReport), "due");
  // A plan is not use, and what is no online storage is not declared.
  Json planned = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  planned["service_uses"][0]["planned"] = true;
  EXPECT_EQ(standing(planned, kReport), "absent");
  Json map = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  map["service_uses"][0]["online_storage"] = false;
  EXPECT_EQ(standing(map, kReport), "absent");
  map["service_uses"][0].erase("online_storage");
  EXPECT_EQ(standing(map, kReport), "undetermined");
}

TEST(Redeclare, ARedeclarationFulfilsWheneverAReportOnlyAtOnce) {
  const Json later =
      plus(filed({form("2025-04-01", kNoCloud), form("2025-09-01", kCloud)}), kUsedCloud);
  EXPECT_EQ(standing(later, kAgain), "fulfilled");
  EXPECT_EQ(standing(later, kReport), "undetermined");  // 速やかに is no number
  EXPECT_EQ(standing(later, kReport, "2025-08-31"), "due");
  const Json in_advance =
      plus(filed({form("2025-04-01", kNoCloud), form("2025-07-01", kCloud)}), kUsedCloud);
  EXPECT_EQ(standing(in_advance, kReport), "fulfilled");
  EXPECT_EQ(standing(in_advance, kAgain), "fulfilled");
  Json judged = later;
  judged["judgements"] = Json::parse(
      R"([{"as": "client", "duty": "A3.4.change", "about": ["use-1"], "answer": true}])");
  EXPECT_EQ(standing(judged, kReport), "fulfilled");
  judged["judgements"][0]["answer"] = false;
  EXPECT_EQ(standing(judged, kReport), "breached");
}

TEST(Redeclare, ABareReportIsNoDeclaration) {
  Json reported = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  reported["communications"] = Json::parse(
      R"([{"id": "com-1", "acts": ["report"], "about": ["use-1"], "at": "2025-07-20"}])");
  EXPECT_EQ(standing(reported, kReport), "fulfilled");
  EXPECT_EQ(standing(reported, kAgain), "due");
  reported["communications"][0]["at"] = "2025-08-10";
  EXPECT_EQ(standing(reported, kReport), "undetermined");
  reported["communications"][0]["acts"] = Json::array({"contact"});
  EXPECT_EQ(standing(reported, kReport), "undetermined");
  EXPECT_EQ(find(assess_json(reported), kReport)->reasons.back().info->id, "report-not-said");
}

TEST(Redeclare, ABreachOnlyWhenTheWorkIsOverAndAllIsOnFile) {
  Json over = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  over["contract"]["completed_at"] = "2026-03-31";
  EXPECT_EQ(standing(over, kAgain, "2026-04-30"), "undetermined (overdue)");
  const Json covered = plus(over, kAllOnFile);
  EXPECT_EQ(standing(covered, kAgain, "2026-04-30"), "breached");
  EXPECT_EQ(standing(covered, kReport, "2026-04-30"), "breached");
  EXPECT_EQ(standing(covered, kAgain, "2027-04-30"), "breached");  // it stays one
  EXPECT_EQ(standing(covered, kAgain, "2026-03-01"), "due");
  Json half = covered;  // communications are not said to be on file
  half["coverages"][0]["kinds"] = Json::array({"filing"});
  EXPECT_EQ(standing(half, kReport, "2026-04-30"), "undetermined (overdue)");
  Json waived = covered;
  waived["waivers"] = Json::parse(R"([{"as": "client", "duty": "F.change", "about": ["use-1"],
                                       "at": "2026-04-15"}])");
  EXPECT_EQ(standing(waived, kAgain, "2026-04-30"), "waived");
  EXPECT_EQ(find(assess_json(waived, "2026-04-30"), kAgain)->underlying, Status::breached);
}

TEST(Redeclare, WithoutATimeOrWithContendingForms) {
  Json dossier = plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud);
  dossier["service_uses"][0].erase("at");
  EXPECT_EQ(standing(dossier, kReport), "undetermined");
  EXPECT_EQ(standing(dossier, kAgain), "undetermined");
  const Json contending = plus(filed({form("2025-04-01", kNoCloud), form("2025-09-01", kCloud),
                                      form("2025-09-01", kNoCloud)}),
                               kUsedCloud);
  EXPECT_EQ(standing(contending, kAgain), "undetermined");
  EXPECT_EQ(find(assess_json(contending), kAgain)->reasons.back().info->id, "forms-contend");
}

TEST(Redeclare, WhatEndsIsAChangeOfTheFormThatNamesIt) {
  const std::string ended = R"({"service_uses": [{"id": "use-1", "service": "みどりクラウド",
      "at": "2025-04-01", "through": "2025-08-31", "online_storage": true}]})";
  const std::string key = "F.change@use-1/end/hibari";
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kCloud)}), ended), key), "due");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kNoCloud)}), ended), key), "absent");
  EXPECT_EQ(
      standing(plus(filed({form("2025-04-01", kCloud), form("2025-09-10", kNoCloud)}), ended), key),
      "fulfilled");
  // Used again, it has not ended; nor is it a change that all ends with the contract.
  const std::string again = R"({"service_uses": [{"id": "use-2", "service": "みどりクラウド",
      "at": "2025-09-01", "online_storage": true}]})";
  EXPECT_EQ(standing(plus(plus(filed({form("2025-04-01", kCloud)}), ended), again), key), "absent");
  Json to_the_end = plus(filed({form("2025-04-01", kCloud)}), ended);
  to_the_end["service_uses"][0]["through"] = "2026-03-31";
  EXPECT_EQ(standing(to_the_end, key, "2026-06-30"), "absent");
}

TEST(Redeclare, WhatEndedBeforeItWasDeclaredIsOpen) {
  const std::string short_use = R"({"service_uses": [{"id": "use-1", "service": "みどりクラウド",
      "at": "2025-08-01", "through": "2025-08-31", "online_storage": true}]})";
  const Json dossier = plus(filed({form("2025-04-01", kNoCloud)}), short_use);
  EXPECT_EQ(standing(dossier, kAgain), "undetermined (overdue)");
  EXPECT_EQ(standing(dossier, kAgain, "2025-08-15"), "due");
  EXPECT_EQ(standing(plus(dossier, kAllOnFile), kAgain), "breached");
}

TEST(Redeclare, ASubcontractBegunOrPlanned) {
  const std::string edge = R"({"subcontracts": [{"id": "edge-1", "from": "hibari", "to": "suzume",
      "work": "入力", "starts_on": "2025-10-01", "handles_electronic_data": true}]})";
  const std::string key = "F.change@edge-1/hibari";
  const Json dossier = plus(filed({form("2025-04-01")}), edge);
  EXPECT_EQ(standing(dossier, key), "due");
  EXPECT_EQ(standing(dossier, key, "2025-09-30"), "absent");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01"), form("2025-10-20", kSuzume)}), edge), key),
            "fulfilled");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kSuzume)}), edge), key), "absent");
  // 「予定がある場合は「有」」: a plan that arises is a change.
  Json planned = dossier;
  planned["subcontracts"][0]["planned"] = true;
  planned["subcontracts"][0]["agreed_at"] = "2025-08-01";
  EXPECT_EQ(standing(planned, key, "2025-09-01"), "due");
  planned["subcontracts"][0].erase("agreed_at");
  EXPECT_EQ(standing(planned, key, "2025-09-01"), "undetermined");
  Json silent = dossier;  // whether it handles electronic data is not said
  silent["subcontracts"][0].erase("handles_electronic_data");
  EXPECT_EQ(standing(silent, key), "undetermined");
  silent["subcontracts"][0]["handles_electronic_data"] = false;
  EXPECT_EQ(standing(silent, key), "absent");
}

TEST(Redeclare, ASecondWorkOfTheSameFirmIsOpen) {
  const std::string edges = R"({"subcontracts": [
      {"id": "edge-1", "from": "hibari", "to": "suzume", "work": "入力",
       "starts_on": "2025-04-01", "handles_electronic_data": true},
      {"id": "edge-2", "from": "hibari", "to": "suzume", "work": "印刷",
       "starts_on": "2025-10-01", "handles_electronic_data": true}]})";
  const Json dossier = plus(filed({form("2025-04-01", kSuzume)}), edges);
  EXPECT_EQ(standing(dossier, "F.change@edge-2/work/hibari"), "undetermined");
  EXPECT_EQ(standing(dossier, "A3.4.change@edge-2/work/hibari"), "undetermined");
  EXPECT_EQ(standing(dossier, "F.change@edge-1/work/hibari"), "absent");
  // The wording alone of the only work shows no change.
  Json one = dossier;
  one["subcontracts"].erase(0);
  EXPECT_EQ(standing(one, "F.change@edge-2/work/hibari"), "absent");
}

TEST(Redeclare, SubcontractorsFileAgainButTheReportIsTheContractors) {
  const std::string use = R"({"service_uses": [{"id": "use-1", "party": "suzume",
      "service": "みどりクラウド", "at": "2025-08-01", "online_storage": true}]})";
  Json dossier = plus(base(), use);
  dossier["declarations"] = Json::array({form("2025-05-01", kNoCloud, "suzume")});
  EXPECT_EQ(standing(dossier, "F.change@use-1/suzume"), "due");
  EXPECT_FALSE(find(assess_json(dossier), "F.change@use-1/suzume")->mirror);
  EXPECT_EQ(standing(dossier, "A3.4.change@use-1/suzume"), "absent");
}

std::string stated(const std::string& change) { return R"({"changes": [)" + change + "]}"; }

TEST(Redeclare, AChangeOnRecordIsComparedWithTheForm) {
  const std::string moved = stated(
      R"({"id": "ch-1", "matter": "address", "at": "2025-08-01", "before": "青嵐市1", "after": "青嵐市2-3"})");
  const std::string key = "F.change@ch-1/hibari";
  const auto at_address = [](const std::string& day, const std::string& address) {
    Json made = form(day);
    made["declaration"]["declarant"]["address"] = address;
    return made;
  };
  const Json dossier = plus(filed({at_address("2025-04-01", "青嵐市1")}), moved);
  EXPECT_EQ(standing(dossier, key), "due");
  // 乙's own address is none of rows 1 to 4.
  EXPECT_EQ(standing(dossier, "A3.4.change@ch-1/hibari"), "absent");
  EXPECT_EQ(standing(plus(filed({at_address("2025-04-01", "青嵐市1"),
                                 at_address("2025-09-01", "青嵐市２－３")}),
                          moved),
                     key),
            "fulfilled");
  // Declared anew, but with something else than what is on record.
  const Json otherwise = plus(
      filed({at_address("2025-04-01", "青嵐市1"), at_address("2025-09-01", "青嵐市9")}), moved);
  EXPECT_EQ(standing(otherwise, key), "undetermined");
  EXPECT_EQ(find(assess_json(otherwise), key)->reasons.back().info->id, "redeclaration-differs");
}

TEST(Redeclare, AChangeOnRecordIsNotCountedAgainAndPlansAreOfSubcontractsOnly) {
  const std::string added = stated(
      R"({"id": "ch-1", "matter": "service", "at": "2025-08-02", "after": "みどりクラウド"})");
  const Json dossier = plus(plus(filed({form("2025-04-01", kNoCloud)}), kUsedCloud), added);
  EXPECT_EQ(standing(dossier, "F.change@ch-1/hibari"), "due");
  EXPECT_EQ(standing(dossier, kAgain), "absent");
  const std::string planned = stated(
      R"({"id": "ch-1", "matter": "service", "planned": true, "recorded_at": "2025-08-02",
          "after": "みどりクラウド"})");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01", kNoCloud)}), planned), "F.change@ch-1/hibari"),
            "absent");
  const std::string plan = stated(
      R"({"id": "ch-1", "matter": "subcontracting", "planned": true, "recorded_at": "2025-08-02",
          "after": "株式会社すずめ"})");
  EXPECT_EQ(standing(plus(filed({form("2025-04-01")}), plan), "F.change@ch-1/hibari"), "due");
}

TEST(Redeclare, WhatChangedAgainBeforeItWasDeclaredIsOpen) {
  const std::string twice = R"({"changes": [
      {"id": "ch-1", "matter": "medium", "at": "2025-08-01", "before": "USBメモリ", "after": "サーバ"},
      {"id": "ch-2", "matter": "medium", "at": "2025-09-01", "before": "サーバ", "after": "ノートPC"}]})";
  const std::string usb = R"({"storage_media": [{"name": "ＵＳＢメモリ"}]})";
  const std::string notebook = R"({"storage_media": [{"name": "ノートPC"}]})";
  const Json dossier = plus(filed({form("2025-04-01", usb), form("2025-10-01", notebook)}), twice);
  EXPECT_EQ(standing(dossier, "F.change@ch-1/hibari"), "undetermined");
  EXPECT_EQ(standing(dossier, "F.change@ch-2/hibari"), "fulfilled");
}

TEST(Redeclare, TheFilersOwnRecordWithoutATime) {
  Json dossier = filed({form("2025-04-01")});
  EXPECT_EQ(standing(dossier, "F.change@hibari/name/hibari"), "absent");
  dossier["parties"][0]["name"] = "株式会社つばめ";
  EXPECT_EQ(standing(dossier, "F.change@hibari/name/hibari"), "undetermined");
  dossier["parties"][0]["name"] = "㈱ひばり";
  EXPECT_EQ(standing(dossier, "F.change@hibari/name/hibari"), "absent");
}

// Services in use at conclusion.

const std::string kNotice = "A3.4.provider@use-1/hibari";
Json used_at_conclusion(std::initializer_list<Json> forms) {
  return plus(filed(forms), R"({"service_uses": [{"id": "use-1", "service": "みどりクラウド",
      "at": "2025-03-01", "online_storage": true}]})");
}

TEST(ServiceNotice, TheFormNamesTheProviderByTheStart) {
  EXPECT_EQ(standing(used_at_conclusion({form("2025-04-01", kCloud)}), kNotice), "fulfilled");
  const Json late = used_at_conclusion({form("2025-04-02", kCloud)});
  EXPECT_EQ(standing(late, kNotice), "undetermined");
  EXPECT_EQ(find(assess_json(late), kNotice)->reasons.back().info->id, "done-later");
  Json no_provider = form("2025-04-01", kCloud);
  no_provider["declaration"]["online_storage"]["services"][0].erase("provider");
  EXPECT_EQ(standing(used_at_conclusion({no_provider}), kNotice), "undetermined");
}

TEST(ServiceNotice, ANoticeOfAnyFormWillDo) {
  Json told = used_at_conclusion({});
  told["communications"] = Json::parse(
      R"([{"id": "com-1", "acts": ["notice"], "about": ["use-1"], "at": "2025-03-20"}])");
  EXPECT_EQ(standing(told, kNotice), "fulfilled");
  // 乙's too, where another made it for 乙.
  told["communications"][0]["by"] = "suzume";
  EXPECT_EQ(standing(told, kNotice), "undetermined (overdue)");
  told["communications"][0]["on_behalf_of"] = "hibari";
  EXPECT_EQ(standing(told, kNotice), "fulfilled");
  told["communications"][0]["acts"] = Json::array({"contact"});
  EXPECT_EQ(standing(told, kNotice), "undetermined");
}

TEST(ServiceNotice, DueUntilTheStartThenOpenOrABreach) {
  Json silent = used_at_conclusion({form("2025-04-01", kNoCloud)});
  silent["contract"]["starts_on"] = "2025-04-10";
  EXPECT_EQ(standing(silent, kNotice, "2025-04-05"), "due");
  EXPECT_EQ(find(assess_json(silent, "2025-04-05"), kNotice)->until, end("2025-04-10"));
  EXPECT_EQ(standing(silent, kNotice), "undetermined (overdue)");
  const Json covered = plus(silent, R"({"coverages": [{"kinds": ["communication"],
      "at": "2025-05-01", "span": {"from": "2025-04-01", "through": "2025-04-30"}}]})");
  EXPECT_EQ(standing(covered, kNotice), "breached");
  EXPECT_EQ(standing(covered, kNotice, "2025-04-05"), "due");
  Json waived = covered;
  waived["waivers"] = Json::parse(R"([{"as": "client", "duty": "A3.4.provider",
      "about": ["use-1"], "at": "2025-06-01"}])");
  EXPECT_EQ(standing(waived, kNotice), "waived");
}

TEST(ServiceNotice, OnlyOfWhatIsInUseAtConclusion) {
  const auto with_use = [](const std::string& member, const Json& value) {
    Json dossier = used_at_conclusion({form("2025-04-01", kNoCloud)});
    dossier["service_uses"][0][member] = value;
    return standing(dossier, kNotice);
  };
  EXPECT_EQ(with_use("at", "2025-04-02"), "absent");
  EXPECT_EQ(with_use("planned", true), "absent");
  EXPECT_EQ(with_use("through", "2025-03-20"), "absent");
  EXPECT_EQ(with_use("online_storage", false), "absent");
  EXPECT_EQ(with_use("at", ""), "undetermined");
  EXPECT_EQ(with_use("online_storage", Json()), "undetermined");
}

// What 甲 may rely on instead of inspecting.

const std::string kSubstitute = "A10.substitute/hibari";

TEST(Substitute, OnlyWhereTheClientsOwnInspectionIsDifficult) {
  Json dossier = base();
  EXPECT_EQ(standing(dossier, kSubstitute), "undetermined");
  dossier["inspections"] =
      Json::parse(R"([{"id": "in-1", "at": "2025-06-01", "own_difficult": true}])");
  EXPECT_EQ(standing(dossier, kSubstitute), "exercisable");
  EXPECT_EQ(standing(dossier, kSubstitute, "2025-05-31"), "undetermined");
  EXPECT_EQ(standing(dossier, "A10.substitute/suzume"), "undetermined");  // said of 乙
  dossier["inspections"][0]["own_difficult"] = false;
  EXPECT_EQ(standing(dossier, kSubstitute), "not_exercisable");
}

TEST(Substitute, ShowsWhatWasReliedOnAndWhatToLookAt) {
  Json dossier = base();
  dossier["inspections"] = Json::parse(
      R"([{"id": "in-1", "at": "2025-06-01", "own_difficult": true, "mode": "internal_audit"}])");
  dossier["certificates"] = Json::parse(R"([{"party": "hibari", "standard": "ISO/IEC 27001",
      "scope": "本社", "international": true, "issued_on": "2024-01-01",
      "valid_until": "2026-12-31", "relied_on": "2025-07-01"}])");
  const auto reasons = [&] {
    std::string ids;
    const Assessment assessment = assess_json(dossier);
    for (const Reason& each : find(assessment, kSubstitute)->reasons) {
      ids.append(ids.empty() ? "" : " ").append(each.info->id);
    }
    return ids;
  };
  EXPECT_EQ(reasons(), "power-given power-exercised reading-open");
  dossier["inspections"][0]["mode"] = "third_party";
  EXPECT_EQ(reasons(), "power-given power-exercised");
  dossier["certificates"][0]["valid_until"] = "2025-06-30";  // expired when it was relied on
  EXPECT_EQ(reasons(), "power-given power-exercised certificate-doubtful");
  dossier["certificates"][0].erase("relied_on");  // then it was not
  EXPECT_EQ(reasons(), "power-given power-exercised");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
