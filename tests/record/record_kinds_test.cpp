// A kind of record that only this test has: everything must follow from its row in the table.
#include "record/record_kinds.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "c/member.hpp"
#include "chain/add_to_chain.hpp"
#include "chain/record_owners.hpp"
#include "json/reading.hpp"
#include "python/record_classes.hpp"
#include "record/each_record.hpp"
#include "record/place_in.hpp"
#include "schema/schema_writer.hpp"

namespace tokki {
namespace record_kinds_test {

using namespace internal;

enum class Cause : std::uint8_t { theft, loss };
struct Incident {
  Str party;
  Date occurred_on;
  std::optional<Cause> cause;
  std::optional<std::int64_t> persons;
  List<Str> devices;
};
struct Notice {  // of 甲, about the contract
  Str text;
};
struct Dossier {
  Contract contract;
  List<Party> parties;
  List<Incident> incidents;
  List<Notice> notices;
};
struct DossierRecord {
  Contract contract;
  Party party;
  Incident incident;
  Notice notice;
};

}  // namespace record_kinds_test

template <>
struct Description<record_kinds_test::Cause> {
  using Cause = record_kinds_test::Cause;
  static constexpr std::string_view name = "Cause";
  static constexpr Choice<Cause> choices[] = {{Cause::theft, "theft"}, {Cause::loss, "loss"}};
};
template <>
struct Description<record_kinds_test::Incident> {
  using Incident = record_kinds_test::Incident;
  static constexpr std::string_view name = "Incident";
  static constexpr Fields fields{
      Field{"party", &Incident::party}, Field{"occurred_on", &Incident::occurred_on},
      Field{"cause", &Incident::cause}, Field{"persons", &Incident::persons},
      Field{"devices", &Incident::devices}};
};
template <>
struct Description<record_kinds_test::Notice> {
  static constexpr std::string_view name = "Notice";
  static constexpr Fields fields{Field{"text", &record_kinds_test::Notice::text}};
};
template <>
struct RecordKinds<record_kinds_test::Dossier> {
  using Several = record_kinds_test::Dossier;
  using Alone = record_kinds_test::DossierRecord;
  static constexpr Fields all{
      RecordKind{"contract", "contract", &Several::contract, &Alone::contract},
      RecordKind{"party", "parties", &Several::parties, &Alone::party},
      RecordKind{"incident", "incidents", &Several::incidents, &Alone::incident},
      RecordKind{"notice", "notices", &Several::notices, &Alone::notice},
  };
};
template <>
struct Description<record_kinds_test::Dossier> {
  static constexpr std::string_view name = "Dossier";
  static constexpr std::string_view kind = "dossier";
  static constexpr std::string_view format = "tokki.dossier/1";
  static constexpr auto fields = fields_of_dossier(RecordKinds<record_kinds_test::Dossier>::all);
};
template <>
struct Description<record_kinds_test::DossierRecord> {
  static constexpr std::string_view name = "DossierRecord";
  static constexpr std::string_view kind = "dossier-record";
  static constexpr std::string_view format = "tokki.dossier-record/1";
  static constexpr auto fields = fields_of_record(RecordKinds<record_kinds_test::Dossier>::all);
};

namespace record_kinds_test {

const RecordKindTable& kKinds = kRecordKinds<Dossier>;

template <DocumentRecord T>
std::vector<std::string> faults(std::string_view json, T& record) {
  Tokens tokens;
  ReaderStorage storage;
  T borrowed;
  const ReadingResult result = read_document(json, Limits{}, tokens, storage, borrowed);
  record = borrowed;  // a copy owns its text
  std::vector<std::string> found;
  for (const Finding& finding : result.findings) {
    found.push_back(std::string(finding.rule->id) + " " + finding.at.pointer());
  }
  return found;
}

TEST(RecordKinds, ANewKindIsReadFromBothDocuments) {
  Dossier dossier;
  EXPECT_THAT(faults(R"({"format": "tokki.dossier/1", "incidents": [
                         {"party": "a", "occurred_on": "令和7年4月1日", "devices": [1]}]})",
                     dossier),
              testing::ElementsAre("wrong-type /incidents/0/devices/0"));
  ASSERT_EQ(dossier.incidents.size(), 1U);
  EXPECT_TRUE(dossier.incidents[0].occurred_on.value);
  DossierRecord record;
  EXPECT_THAT(faults(R"({"format": "tokki.dossier-record/1", "incident": {"party": "b"}})", record),
              testing::IsEmpty());
  EXPECT_EQ(record.incident.party.view(), "b");
}

TEST(RecordKinds, ANewKindHasPlacesAndCells) {
  const Path device = at(&Incident::devices, 1);
  const Place listed = place_in<Incident, Dossier>({2, 5}, device);
  EXPECT_EQ(listed.pointer(), "/incidents/5/devices/1");
  EXPECT_EQ(cell_of(listed, kKinds), "dossier.incidents.devices");
  EXPECT_EQ(record_of(listed, kKinds), (RecordRef{"incident", 5}));
  const Place alone = place_in<Incident, Dossier>({2, 0, DocumentKind::record}, device);
  EXPECT_EQ(alone.pointer(), "/incident/devices/1");
  EXPECT_EQ(cell_of(alone, kKinds), "dossier.incidents.devices");
  EXPECT_EQ(record_of(alone, kKinds), (RecordRef{"incident", 0}));
}

TEST(RecordKinds, FindingsOnANewKindCountAtThePartyThatItNames) {
  Dossier dossier;
  dossier.contract.contractor = Str("a");
  for (const char* const id : {"a", "b"}) dossier.parties.append().id = Str(id);
  for (const char* const party : {"a", "b", "c"}) dossier.incidents.append().party = Str(party);
  dossier.notices.append().text = Str("x");
  ChainBuilder builder{Day()};
  const auto add = [&](const auto& record, RecordSource source) {
    add_to_chain<Dossier>(builder, record, source);
  };
  each_record(dossier, 0, add);
  DossierRecord line;
  line.incident.party = Str("b");
  each_record_alone<Dossier>(line, 1, add);
  const Chain chain = builder.build();
  const RecordOwners owners(chain, kKinds);
  EXPECT_EQ(owners.of(place_in<Incident, Dossier>({0, 0})), chain.find("a"));
  EXPECT_EQ(owners.of(place_in<Incident, Dossier>({0, 1})), chain.find("b"));
  EXPECT_EQ(owners.of(place_in<Incident, Dossier>({0, 2})), kNoIndex);
  EXPECT_EQ(owners.of(place_in<Incident, Dossier>({1, 0, DocumentKind::record})), chain.find("b"));
  EXPECT_EQ(owners.of(place_in<Notice, Dossier>({0, 0})), chain.contractor());
}

TEST(RecordKinds, ANewKindIsInTheSchemas) {
  const auto schema = [](auto writer_of) {
    const SchemaOptions options;
    SchemaWriter writer(*Edition::builtin(), options);
    return nlohmann::json::parse(writer_of(writer));
  };
  const auto dossier = schema([](SchemaWriter& writer) { return writer.document<Dossier>(); });
  const auto& incident = dossier["properties"]["incidents"]["items"];
  EXPECT_TRUE(incident["properties"].contains("occurred_on")) << dossier.dump(1);
  const auto record = schema([](SchemaWriter& writer) { return writer.document<DossierRecord>(); });
  EXPECT_TRUE(record["properties"]["incident"]["properties"].contains("occurred_on"));
}

TEST(RecordKinds, CGetsTheMembersOfANewKind) {
  Dossier dossier;
  Incident& incident = dossier.incidents.append();
  incident.occurred_on = Date("令和7年4月1日");
  incident.cause = Cause::loss;
  incident.persons = 3;
  incident.devices.append() = Str("PC");
  EXPECT_EQ(c::member_at(dossier, "/incidents").size, 1U);
  EXPECT_TRUE(c::member_at(dossier, "/incidents/0/occurred_on").day);
  EXPECT_EQ(c::member_at(dossier, "/incidents/0/cause").text, "loss");
  EXPECT_EQ(c::member_at(dossier, "/incidents/0/persons").number, 3);
  EXPECT_EQ(c::member_at(dossier, "/incidents/0/devices/0").text, "PC");
  EXPECT_EQ(c::member_at(dossier, "/incidents/1").type, TOKKI_NO_MEMBER);
  DossierRecord record;
  record.incident = incident;
  EXPECT_EQ(c::member_at(record, "/incident/cause").type, TOKKI_CHOICE);
}

TEST(RecordKinds, ANewKindHasPythonClasses) {
  std::ostringstream records;
  python::RecordClasses(records).write_module<Dossier, DossierRecord>();
  for (const char* const line :
       {"from tokki._choices import Cause, PartyRole\n", "class Incident(Record):\n",
        "_standing: ClassVar[Standing] = (\"tokki.dossier/1\", \"incidents\", 0)\n",
        "    occurred_on: Date = Date()\n", "    cause: Cause | None = None\n",
        "    persons: int | None = None\n", "    devices: tuple[str, ...] = ()\n",
        "    incidents: tuple[Incident, ...] = ()\n", "    incident: Incident = Incident()\n",
        "    \"Incident\",\n"}) {
    EXPECT_THAT(records.str(), testing::HasSubstr(line));
  }
  std::ostringstream choices;
  python::ChoiceClasses(choices).define_of<Dossier, DossierRecord>();
  EXPECT_THAT(choices.str(),
              testing::HasSubstr(
                  "\n\nclass Cause(StrEnum):\n    THEFT = \"theft\"\n    LOSS = \"loss\"\n"));
}

}  // namespace record_kinds_test
}  // namespace tokki
