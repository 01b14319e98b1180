// Assents before an act: 承諾, 承認, 許可 (特記事項3, 5, 遵守事項3, 4).
#include "assess/assessed.hpp"

namespace tokki {
namespace assess_test {
namespace {

const std::string kConsent = "A5.consent@edge-1/hibari";

Json subcontracted(const std::string& consents,
                   const std::string& more = R"("starts_on": "2025-05-01")") {
  Json dossier = base();
  dossier["subcontracts"][0].erase("starts_on");
  dossier["subcontracts"][0].update(Json::parse("{" + more + "}"));
  dossier["subcontracts"][0]["consents"] = Json::parse(consents);
  return dossier;
}

TEST(Consent, WrittenAndCertainlyBeforeTheStart) {
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-04-30"}])"), kConsent),
            "fulfilled");
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-05-01"}])"), kConsent),
            "undetermined");
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-05-02"}])"), kConsent),
            "breached");
  EXPECT_EQ(standing(subcontracted(R"([{"form": "other", "given_on": "2025-04-01"}])"), kConsent),
            "breached");
  EXPECT_EQ(standing(subcontracted(R"([{"given_on": "2025-04-01"}])"), kConsent), "undetermined");
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-02-30"}])"), kConsent),
            "undetermined");
}

TEST(Consent, AnElectronicOneTurnsOnAReading) {
  Json dossier = subcontracted(R"([{"form": "electronic", "given_on": "2025-04-01"},
                                   {"form": "written", "given_on": "2025-06-01"}])");
  EXPECT_EQ(standing(dossier, kConsent), "undetermined by electronic-is-writing");
  dossier["judgements"] =
      Json::parse(R"([{"question": "electronic-is-writing", "as": "client", "answer": false}])");
  EXPECT_EQ(standing(dossier, kConsent), "breached");
  dossier["judgements"][0]["answer"] = true;
  EXPECT_EQ(standing(dossier, kConsent), "fulfilled");
}

TEST(Consent, AnUndatedOneBesideALateOneIsOpen) {
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written"},
                                     {"form": "written", "given_on": "2025-06-01"}])"),
                     kConsent),
            "undetermined");
}

// 特記事項5 is met by one; whatever else was given takes nothing from it.
TEST(Consent, OneInTimeSuffices) {
  const std::string in_time = R"({"form": "written", "given_on": "2025-04-20"})";
  for (const std::string other :
       {R"({"form": "written"})", R"({})", R"({"form": "written", "given_on": "不明"})",
        R"({"form": "written", "given_on": "2025-06-01"})", R"({"form": "electronic"})"}) {
    EXPECT_EQ(standing(subcontracted("[" + in_time + "," + other + "]"), kConsent), "fulfilled")
        << other;
    EXPECT_EQ(standing(subcontracted("[" + other + "," + in_time + "]"), kConsent), "fulfilled")
        << other;
  }
}

// What has no day is in time at no instant: else it would be open once the work has begun.
TEST(Consent, WithoutADayItIsNeverInTime) {
  const Json undated = subcontracted(R"([{"form": "written"}])");
  EXPECT_EQ(standing(undated, kConsent, "2025-04-10"), "due");
  EXPECT_EQ(standing(undated, kConsent, "2025-05-01"), "undetermined");
  Json record = subcontracted("[]");
  record["assents"] = Json::parse(
      R"([{"kind": "consent", "giver": "client", "form": "written", "covers": ["edge-1"]}])");
  EXPECT_EQ(standing(record, kConsent, "2025-04-10"), "due");
  EXPECT_EQ(standing(record, kConsent, "2025-05-01"), "undetermined");
}

TEST(Consent, NothingSaysThatTheWorkHasBegun) {
  EXPECT_EQ(standing(subcontracted("[]", R"("work": "入力")"), kConsent), "undetermined");
  EXPECT_EQ(standing(subcontracted("[]", R"("planned": true)"), kConsent), "due");
  EXPECT_EQ(standing(subcontracted("[]", R"("starts_on": "2026-05-01")"), kConsent), "due");
  EXPECT_EQ(
      standing(subcontracted("[]", R"("starts_on": "2025-05-01", "planned": true)"), kConsent),
      "undetermined");
}

TEST(Consent, MissingIsNoBreachWithoutCoverage) {
  Json dossier = subcontracted("[]");
  EXPECT_EQ(standing(dossier, kConsent), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(
      R"([{"kinds": ["assent"], "at": "2025-06-30", "span": {"from": "2025-04-01",
           "through": "2025-05-31"}}])");
  EXPECT_EQ(standing(dossier, kConsent), "breached");
  EXPECT_EQ(standing(dossier, kConsent, "2026-03-31"), "breached");
}

TEST(Consent, BetweenAgreementAndStartIsAReading) {
  const std::string times = R"("starts_on": "2025-05-01", "agreed_at": "2025-04-10")";
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-04-20"}])", times),
                     kConsent),
            "undetermined by before-agreement");
  EXPECT_EQ(standing(subcontracted(R"([{"form": "written", "given_on": "2025-04-09"}])", times),
                     kConsent),
            "fulfilled");
}

TEST(Consent, ARecordOfItsOwnCoversTheSubcontract) {
  Json dossier = subcontracted("[]");
  dossier["assents"] = Json::parse(
      R"([{"kind": "consent", "giver": "client", "form": "written", "at": "2025-04-20T09:00:00+09:00",
           "covers": ["edge-1"]}])");
  EXPECT_EQ(standing(dossier, kConsent), "fulfilled");
  dossier["assents"][0]["kind"] = "approval";  // 承認 is no 承諾
  EXPECT_EQ(standing(dossier, kConsent), "undetermined (overdue)");
}

// Material of 甲's, provided to somebody outside.
Json provided(const std::string& assent, const std::string& at = "2025-06-01T09:30:00+09:00") {
  Json dossier = with(R"({
    "assets": [{"id": "list", "name": "名簿", "origin": "client", "at": "2025-04-02"}],
    "transfers": [{"id": "tr-1", "kind": "provision", "assets": ["list"], "to": "外部の者",
                   "learnt_in_work": true, "purpose": "work", "at": ")" +
                      at + R"("}]})");
  if (!assent.empty()) dossier["assents"] = Json::array({Json::parse(assent)});
  return dossier;
}
const std::string kSupplied = "A3.3@tr-1/list/hibari";
std::string approval(const std::string& at, const std::string& more = {}) {
  return R"({"id": "ok", "kind": "approval", "giver": "client", "covers": ["tr-1"], "at": ")" + at +
         "\"" + more + "}";
}

TEST(Information, APermissionOfTheSameSecondIsInTimeAnApprovalIsNot) {
  // 「あらかじめ」 stands in 特記事項3(3) only.
  Json dossier = provided(R"({"kind": "permission", "giver": "client",
      "at": "2025-06-01T09:30:00+09:00", "covers": ["tr-1"]})");
  EXPECT_EQ(standing(dossier, "A3.1@tr-1/hibari"), "fulfilled");
  dossier["assents"][0]["at"] = "2025-06-01T09:30:01+09:00";
  EXPECT_EQ(standing(dossier, "A3.1@tr-1/hibari"), "breached");
  dossier["assents"][0]["at"] = "2025-06-01";
  EXPECT_EQ(standing(dossier, "A3.1@tr-1/hibari"), "undetermined");
  dossier["assents"][0]["kind"] = "approval";
  dossier["assents"][0]["at"] = "2025-06-01T09:30:00+09:00";
  EXPECT_EQ(standing(dossier, kSupplied), "breached");
}

TEST(SuppliedAsset, ApprovalComesBeforeTheAct) {
  EXPECT_EQ(standing(provided(approval("2025-06-01T09:00:00+09:00")), kSupplied), "fulfilled");
  EXPECT_EQ(standing(provided(approval("2025-06-01T09:30:00+09:00")), kSupplied), "breached");
  EXPECT_EQ(standing(provided(approval("2025-06-01")), kSupplied), "undetermined");
  EXPECT_EQ(standing(provided(approval("2025-02-30")), kSupplied), "undetermined");
}

TEST(SuppliedAsset, ConsentToSubcontractIsNoApproval) {
  Json dossier = provided("");
  dossier["transfers"][0]["to"] = "suzume";
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined (overdue)");
  dossier["transfers"][0]["assents"] = Json::parse(R"([{"kind": "approval", "given": false}])");
  EXPECT_EQ(standing(dossier, kSupplied), "breached");
}

TEST(SuppliedAsset, SentToTheClientOrObtainedElsewhereIsNone) {
  Json to_client = provided("");
  to_client["transfers"][0]["to"] = "甲";
  EXPECT_EQ(standing(to_client, kSupplied), "absent");
  Json elsewhere = provided("");
  elsewhere["assets"][0]["origin"] = "other";
  EXPECT_EQ(standing(elsewhere, kSupplied), "absent");
  Json copy = provided("");
  copy["transfers"][0]["kind"] = "copy";
  EXPECT_EQ(standing(copy, kSupplied), "absent");  // for the work
}

TEST(SuppliedAsset, AnApprovalOfTheContractorsOwnIsNone) {
  Json dossier = provided(approval("2025-06-01T09:00:00+09:00"));
  dossier["assents"][0]["giver"] = "responsible_person";
  EXPECT_EQ(standing(dossier, kSupplied), "breached");
  dossier["assents"][0].erase("giver");
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined");
}

TEST(SuppliedAsset, CloudIsAReading) {
  Json dossier = provided("");
  dossier["transfers"][0]["online_service"] = true;
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined (overdue) by cloud-is-third-party");
}

TEST(SuppliedAsset, RevokedBeforeTheAct) {
  EXPECT_EQ(
      standing(provided(approval("2025-05-01", R"(, "revoked_at": "2025-05-20")")), kSupplied),
      "breached");
  EXPECT_EQ(
      standing(provided(approval("2025-05-01", R"(, "revoked_at": "2025-06-20")")), kSupplied),
      "fulfilled");
}

TEST(SuppliedAsset, AStandingApprovalSaysForWhat) {
  Json dossier = provided(R"({"kind": "approval", "giver": "client", "at": "2025-05-01",
      "covers": ["list"], "standing": {"from": "2025-05-01", "through": "2025-12-31"}})");
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined");
  dossier["assents"][0]["scope"] = "受講者名簿の送付";
  EXPECT_EQ(standing(dossier, kSupplied), "fulfilled");
  dossier["assents"][0]["standing"]["through"] = "2025-05-31";
  EXPECT_EQ(standing(dossier, kSupplied), "breached");
  dossier["assents"][0].erase("standing");
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined");
}

Json waived(const std::string& waiver) {
  Json dossier = provided("");
  dossier["waivers"] = Json::array({Json::parse(waiver)});
  return dossier;
}

TEST(SuppliedAsset, AWaiverBeforeTheActIsAnApproval) {
  const std::string before = R"({"as": "client", "duty": "A3.3", "about": ["tr-1"],
                                 "at": "2025-06-01T09:00:00+09:00"})";
  EXPECT_EQ(standing(waived(before), kSupplied), "fulfilled");
  EXPECT_EQ(standing(waived(before), "A3.3.safeguards@tr-1/list/hibari"), "undetermined");
  Json spanned = waived(before);
  spanned["waivers"][0].erase("about");
  spanned["waivers"][0]["span"] = {{"from", "2025-06-01"}, {"through", "2025-06-30"}};
  EXPECT_EQ(standing(spanned, kSupplied), "fulfilled");
  spanned["waivers"][0]["span"]["from"] = "2025-06-02";
  EXPECT_EQ(standing(spanned, kSupplied), "undetermined (overdue)");
  // After the act, or perhaps after it, it is a waiver only.
  Json after = waived(before);
  after["waivers"][0]["at"] = "2025-06-01";
  EXPECT_EQ(standing(after, kSupplied), "waived");
  after["waivers"][0]["at"] = "2025-06-02";
  EXPECT_EQ(standing(after, kSupplied), "waived");
  // Only 甲's, and of this duty.
  Json own = waived(before);
  own["waivers"][0]["as"] = "responsible_person";
  EXPECT_EQ(standing(own, kSupplied), "undetermined (overdue)");
  Json other = waived(before);
  other["waivers"][0]["duty"] = "A3.1";
  EXPECT_EQ(standing(other, kSupplied), "undetermined (overdue)");
  Json planned = waived(before);
  planned["transfers"][0]["planned"] = true;
  EXPECT_EQ(standing(planned, kSupplied, "2025-06-01T09:15:00+09:00"), "fulfilled");
}

TEST(SuppliedAsset, ConflictingRecordsDecideNothing) {
  Json dossier = provided(approval("2025-06-01T09:00:00+09:00"));
  dossier["assents"].push_back(Json::parse(approval("2025-06-03")));
  EXPECT_EQ(standing(dossier, kSupplied), "undetermined");
}

Json outing(const std::string& approvals) {
  Json dossier = with(R"({
    "devices": [{"id": "pc-1", "kind": "notebook"}],
    "carry_outs": [{"id": "out-1", "device": "pc-1", "at": "2025-06-01T13:00:00+09:00",
                    "returned_at": "2025-06-01T18:00:00+09:00",
                    "items": [{"what": "名簿", "secret": true}]}]})");
  dossier["assents"] = Json::parse(approvals);
  return dossier;
}

TEST(Outing, LeavingAndReturnAreTwoAspects) {
  const Json dossier = outing(R"([{"kind": "approval", "giver": "responsible_person",
                                   "at": "2025-06-01T12:00:00+09:00", "covers": ["out-1"]}])");
  EXPECT_EQ(standing(dossier, "B3.approval@out-1/hibari"), "fulfilled");
  EXPECT_EQ(standing(outing("[]"), "B3.approval@out-1/hibari"), "undetermined (overdue)");
  EXPECT_EQ(standing(outing("[]"), "B3.approval@out-1/return/hibari"), "undetermined (overdue)");
}

TEST(Outing, OnlySecretInformationNeedsPermission) {
  Json dossier = outing("[]");
  dossier["carry_outs"][0]["assents"] = Json::parse(R"([{"kind": "permission", "given": false}])");
  EXPECT_EQ(standing(dossier, "B4.permission@out-1/hibari"), "breached");
  dossier["carry_outs"][0]["items"][0].erase("secret");
  EXPECT_EQ(standing(dossier, "B4.permission@out-1/hibari"), "undetermined by is-secret");
  dossier["carry_outs"][0]["assents"][0] =
      Json::parse(R"({"kind": "permission", "giver": "responsible_person", "assent": "ok"})");
  dossier["assents"] = Json::parse(
      R"([{"id": "ok", "kind": "permission", "giver": "responsible_person",
           "at": "2025-06-01T12:00:00+09:00"}])");
  EXPECT_EQ(standing(dossier, "B4.permission@out-1/hibari"), "undetermined by is-secret");
  dossier["carry_outs"][0]["items"][0]["secret"] = true;
  EXPECT_EQ(standing(dossier, "B4.permission@out-1/hibari"), "fulfilled");
  dossier["carry_outs"][0]["items"][0]["secret"] = false;
  EXPECT_EQ(standing(dossier, "B4.permission@out-1/hibari"), "not_triggered");
}

TEST(Outing, TheClientsApprovalIsNotTheResponsiblePersons) {
  Json dossier = outing(R"([{"kind": "approval", "giver": "client",
                             "at": "2025-06-01T12:00:00+09:00", "covers": ["out-1"]}])");
  const std::string key = "B3.approval@out-1/hibari";
  EXPECT_EQ(standing(dossier, key), "undetermined (overdue)");
  dossier["coverages"] = Json::parse(R"([{"kinds": ["assent"], "at": "2025-06-30"}])");
  EXPECT_EQ(standing(dossier, key), "breached");
  dossier["assents"].push_back(Json::parse(R"({"kind": "approval", "giver": "responsible_person",
      "at": "2025-06-01T12:30:00+09:00", "covers": ["out-1"]})"));
  EXPECT_EQ(standing(dossier, key), "fulfilled");
  // Somebody else's is none at all.
  Json other = outing(R"([{"kind": "approval", "giver": "other",
                           "at": "2025-06-01T12:00:00+09:00", "covers": ["out-1"]}])");
  EXPECT_EQ(standing(other, key), "breached");
}

TEST(Outing, AnApprovalOfItIsPerhapsThePermission) {
  // 承認 of the outing (遵守事項3): whether it covers what was carried, as a 許可, is open.
  const std::string key = "B4.permission@out-1/hibari";
  Json dossier = outing(R"([{"id": "ok", "kind": "approval", "giver": "responsible_person",
                             "at": "2025-06-01T12:00:00+09:00", "covers": ["out-1"]}])");
  EXPECT_EQ(standing(dossier, key), "undetermined");
  dossier["coverages"] = Json::parse(R"([{"kinds": ["assent"], "at": "2025-06-30"}])");
  EXPECT_EQ(standing(dossier, key), "undetermined");
  Json linked = dossier;
  linked["assents"][0].erase("covers");
  linked["carry_outs"][0]["assents"] =
      Json::parse(R"([{"kind": "approval", "giver": "responsible_person", "assent": "ok"}])");
  EXPECT_EQ(standing(linked, key), "undetermined");
  // Not where it came too late, nor where there was none, by the record; and 甲's serves never.
  Json late = dossier;
  late["assents"][0]["at"] = "2025-06-01T13:30:00+09:00";
  EXPECT_EQ(standing(late, key), "breached");
  Json denied = dossier;
  denied["carry_outs"][0]["assents"] = Json::parse(R"([{"kind": "permission", "given": false}])");
  EXPECT_EQ(standing(denied, key), "breached");
  Json clients = dossier;
  clients["assents"][0]["giver"] = "client";
  EXPECT_EQ(standing(clients, key), "breached");
  clients.erase("coverages");
  EXPECT_EQ(standing(clients, key), "undetermined (overdue)");
}

TEST(Information, AConsentToSubcontractIsPerhapsAPermission) {
  const std::string key = "A3.1@act-1/hibari";
  const std::string open = "undetermined by consent-permits-information";
  // All assents are on file; the base's subcontract has a consent of 2025-04-20.
  Json dossier = with(R"({"transfers": [{"id": "act-1", "at": "2025-06-01", "kind": "provision",
      "to": "suzume", "learnt_in_work": true, "purpose": "work"}],
      "coverages": [{"kinds": ["assent"], "at": "2025-07-01",
                     "span": {"from": "2025-04-01", "through": "2025-06-30"}}]})");
  EXPECT_EQ(standing(dossier, key), open);
  Json settled = dossier;
  settled["judgements"] = Json::parse(
      R"([{"as": "client", "question": "consent-permits-information", "answer": true}])");
  EXPECT_EQ(standing(settled, key), "fulfilled");
  // On the very day: which was first is open.
  Json same_day = settled;
  same_day["subcontracts"][0]["consents"][0]["given_on"] = "2025-06-01";
  EXPECT_EQ(standing(same_day, key), "undetermined");
  settled["judgements"][0]["answer"] = false;
  EXPECT_EQ(standing(settled, key), "breached");
  // Not for another purpose, nor without a consent, nor with a later one, nor against the record.
  Json other = dossier;
  other["transfers"][0]["purpose"] = "other";
  EXPECT_EQ(standing(other, key), "breached");
  Json later = dossier;
  later["subcontracts"][0]["consents"][0]["given_on"] = "2025-06-02";
  EXPECT_EQ(standing(later, key), "breached");
  Json denied = dossier;
  denied["transfers"][0]["assents"] = Json::parse(R"([{"kind": "permission", "given": false}])");
  EXPECT_EQ(standing(denied, key), "breached");
  Json none = dossier;
  none["subcontracts"][0].erase("consents");
  EXPECT_EQ(standing(none, key), "breached");
  none["assents"] = Json::parse(R"([{"kind": "consent", "giver": "client", "form": "written",
                                     "at": "2025-04-20", "covers": ["edge-1"]}])");
  EXPECT_EQ(standing(none, key), open);
  none["assents"][0]["revoked_at"] = "2025-05-20";
  EXPECT_EQ(standing(none, key), "breached");
}

}  // namespace
}  // namespace assess_test
}  // namespace tokki
