#include "json/record_reader.hpp"

#include <gtest/gtest.h>
#include <simdjson.h>

#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "files.hpp"
#include "json/reading.hpp"
#include "tokki/nlohmann.hpp"

namespace tokki {
namespace record_reader_test {

using namespace internal;

using Json = nlohmann::ordered_json;

// A document with a member of every type.
enum class Colour : std::uint8_t { red, green };
}  // namespace record_reader_test

template <>
struct Description<record_reader_test::Colour> {
  static constexpr Choice<record_reader_test::Colour> choices[] = {
      {record_reader_test::Colour::red, "red"}, {record_reader_test::Colour::green, "green"}};
};
namespace record_reader_test {

struct Part {
  Str name;
  std::optional<bool> spare;
  friend bool operator==(const Part&, const Part&) = default;
};
struct Everything {
  Str text;
  Date date;
  Instant instant;
  Country country;
  std::optional<std::int64_t> number;
  std::optional<Colour> colour;
  Ticked<Colour> ticked;
  Part part;
  List<Str> texts;
  List<Part> parts;
  Raw raw;
  friend bool operator==(const Everything&, const Everything&) = default;
};

}  // namespace record_reader_test

template <>
struct Description<record_reader_test::Part> {
  static constexpr Fields fields{Field{"name", &record_reader_test::Part::name},
                                 Field{"spare", &record_reader_test::Part::spare}};
};
template <>
struct Description<record_reader_test::Everything> {
  static constexpr std::string_view kind = "everything";
  static constexpr std::string_view format = "tokki.everything/1";
  static constexpr Fields fields{Field{"text", &record_reader_test::Everything::text},
                                 Field{"date", &record_reader_test::Everything::date},
                                 Field{"instant", &record_reader_test::Everything::instant},
                                 Field{"country", &record_reader_test::Everything::country},
                                 Field{"number", &record_reader_test::Everything::number},
                                 Field{"colour", &record_reader_test::Everything::colour},
                                 Field{"ticked", &record_reader_test::Everything::ticked},
                                 Field{"part", &record_reader_test::Everything::part},
                                 Field{"texts", &record_reader_test::Everything::texts},
                                 Field{"parts", &record_reader_test::Everything::parts},
                                 Field{"raw", &record_reader_test::Everything::raw}};
};

namespace record_reader_test {

// The values of dates and countries, which comparing records ignores.
template <class T>
bool same_values(const T& a, const T& b) {
  bool same = true;
  if constexpr (std::is_same_v<T, Date> || std::is_same_v<T, Instant>) {
    same = a.value == b.value && a.reading == b.reading;
  } else if constexpr (std::is_same_v<T, Country>) {
    same = a.value == b.value;
  } else if constexpr (Record<T>) {
    for_each_field<T>(
        [&](const auto& field) { same = same && same_values(a.*field.member, b.*field.member); });
  } else if constexpr (is_list<T>) {
    same = std::ranges::equal(a, b, same_values<typename T::value_type>);
  }
  return same;
}

// nlohmann writes Raw members anew, where a record keeps the document's bytes.
template <class T>
void compact_raw(T& value) {
  if constexpr (std::is_same_v<T, Raw>) {
    if (!is_empty(value)) value.json = Str(nlohmann::json::parse(value.json.view()).dump());
  } else if constexpr (Record<T>) {
    for_each_field<T>([&](const auto& field) { compact_raw(value.*field.member); });
  } else if constexpr (is_list<T>) {
    for (auto& item : value) compact_raw(item);
  }
}

// Reuses record and storage for all documents, as a Checker does.
template <DocumentRecord T>
class Reader {
 public:
  const ReadingResult& read(std::string_view json, const Limits& limits = {}) {
    result_ = read_document(json, limits, tokens_, storage_, record_);
    return result_;
  }
  /// Whether it is read without a fault from its tokens alone.
  bool reads_straight(std::string_view json, const Limits& limits = {}) {
    return read(json, limits).decoded && result_.findings.empty() && !tokens_.were_parsed();
  }

  /// Reads a document and compares the result with those of two other parsers.
  void expect_agreement(const std::string& json) {
    read(json);
    simdjson::dom::element root;
    const bool is_json = simdjson_.parse(json).get(root) == simdjson::SUCCESS;
    if (tokens_.has_mark()) return;  // which they read otherwise
    if (tokens_.refusal() == Refusal::depth) return;
    ASSERT_EQ(tokens_.refusal() == Refusal::none, is_json) << json;
    ASSERT_TRUE(result_.decoded || !result_.findings.empty()) << json;
    if (!is_json) return;
    const bool right = result_.decoded && result_.findings.empty();
    ASSERT_EQ(right, is_right(root) && fill(json)) << json;
    if (!right) return;
    ++right_;
    straight_ += tokens_.were_parsed() ? 0 : 1;
    T record = record_;
    compact_raw(record);
    ASSERT_TRUE(record == expected_ && same_values(record_, expected_)) << json;
  }
  /// Of the documents that were read without a fault, how many from their tokens alone.
  [[nodiscard]] double straight() const {
    return static_cast<double>(straight_) / static_cast<double>(right_);
  }

 private:
  // nlohmann keeps the last of several members of a name, and knows nothing of the others.
  static bool is_right(simdjson::dom::element value) {
    simdjson::dom::array items;
    if (!value.get(items)) {
      for (const auto item : items) {
        if (!is_right(item)) return false;
      }
      return true;
    }
    simdjson::dom::object object;
    if (value.get(object)) return true;
    std::set<std::string_view> keys;
    for (const auto [key, member] : object) {
      if (!keys.insert(key).second || !is_right(member)) return false;
    }
    return true;
  }
  bool fill(const std::string& json) {
    try {
      expected_ = nlohmann::json::parse(json).get<T>();
      return true;
    } catch (const JsonMisfit&) {
      return false;
    }
  }

  Tokens tokens_;
  ReaderStorage storage_;
  ReadingResult result_;
  simdjson::dom::parser simdjson_;
  T record_, expected_;
  std::size_t right_ = 0;
  std::size_t straight_ = 0;
};

std::string usual_form() {
  auto form = Json::parse(text_of(kSourceDir / "tests/schema/every-member.json"));
  form.erase("extensions");
  return form.dump(2);
}

std::string usual_dossier() {
  return text_of(kSourceDir / "tests/corpus/dossiers/certificates-instead-of-inspection.json");
}

// Offsets at which tokens begin or could begin.
std::vector<std::size_t> seams(std::string_view json) {
  std::vector<std::size_t> found;
  for (std::size_t at = 0; at < json.size(); ++at) {
    if (std::string_view("{}[]:,\"tfn0123456789 \n").find(json[at]) != std::string_view::npos) {
      found.push_back(at);
    }
  }
  found.push_back(json.size());
  return found;
}

void expect_agreement_on_any_change() {
  const std::string json = R"({"format": "tokki.everything/1", "text": "あ", "date": "2025-04-01",
 "instant": "2025-06-01T14:50:00Z", "country": "米国", "number": 120, "colour": "red", "ticked": ["red", "green"],
 "part": {"name": "", "spare": true}, "texts": ["x", null], "parts": [{"spare": false}, null, {}],
 "raw": null})";
  Reader<Everything> reader;
  ASSERT_TRUE(reader.reads_straight(json));
  const auto expect = [&](std::size_t at, std::size_t size, std::string_view instead) {
    std::string changed = json;
    changed.replace(at, size, instead);
    reader.expect_agreement(changed);
  };
  for (std::size_t at = 0; at < json.size(); ++at) {
    for (const std::string_view bytes : {"",
                                         "\"",
                                         "\\",
                                         "{",
                                         "}",
                                         "[",
                                         "]",
                                         ":",
                                         ",",
                                         " ",
                                         "\t",
                                         "\n",
                                         "\x01",
                                         "0",
                                         "-",
                                         ".",
                                         "e",
                                         "null",
                                         "true",
                                         "\xE3",
                                         "\x80",
                                         "é",
                                         "\xED\xA0\x80",
                                         "\xC0\x80",
                                         "\\n",
                                         "\\u0061",
                                         "\\u0000",
                                         "\\ud83d\\ude00"}) {
      ASSERT_NO_FATAL_FAILURE(expect(at, 0, bytes));
      ASSERT_NO_FATAL_FAILURE(expect(at, 1, bytes));
    }
  }
  const auto all = seams(json);
  for (std::size_t i = 0; i < all.size(); ++i) {
    for (std::size_t j = i + 1; j < all.size(); ++j) {
      const std::string part = json.substr(all[i], all[j] - all[i]);
      ASSERT_NO_FATAL_FAILURE(expect(all[i], part.size(), ""));
      ASSERT_NO_FATAL_FAILURE(expect(all[i], 0, part));
    }
  }
  EXPECT_GT(reader.straight(), 0.7) << "what is right is mostly read from its tokens alone";
}

TEST(RecordReader, AgreesWithOtherParsersOnAnyChange) { expect_agreement_on_any_change(); }

// simdjson has an implementation for each kind of processor.
TEST(RecordReader, AgreesWithOtherParsersOnAnyProcessor) {
  const simdjson::implementation* const active = simdjson::get_active_implementation();
  for (const auto* const one : simdjson::get_available_implementations()) {
    if (!one->supported_by_runtime_system()) continue;
    simdjson::get_active_implementation() = one;
    expect_agreement_on_any_change();
  }
  simdjson::get_active_implementation() = active;
}

// Members in any order and spaces anywhere are read on the fast path, too.
Json shuffled(const Json& json, std::mt19937& random) {
  if (!json.is_structured()) return json;
  if (json.is_array()) {
    Json array = Json::array();
    for (const Json& item : json) array.push_back(shuffled(item, random));
    return array;
  }
  std::vector<std::string> keys;
  for (const auto& [key, value] : json.items()) keys.push_back(key);
  std::ranges::shuffle(keys, random);
  Json object = Json::object();
  for (const std::string& key : keys) object[key] = shuffled(json.at(key), random);
  return object;
}

TEST(RecordReader, ReadsMembersInAnyOrder) {
  std::mt19937 random(1);
  const Json form = Json::parse(usual_form());
  const Json dossier = Json::parse(usual_dossier());
  Reader<Declaration> forms;
  Reader<Dossier> dossiers;
  for (int i = 0; i < 50; ++i) {
    const int indent = i % 5 - 1;
    const char filler = i % 2 == 0 ? ' ' : '\t';
    const std::string json = shuffled(form, random).dump(indent, filler);
    EXPECT_TRUE(forms.reads_straight(json)) << json;
    forms.expect_agreement(json);
    const std::string more = shuffled(dossier, random).dump(indent, filler);
    EXPECT_TRUE(dossiers.reads_straight(more)) << more;
    dossiers.expect_agreement(more);
  }
}

TEST(RecordReader, AgreesWithOtherParsersOnTheCorpus) {
  Reader<Declaration> forms;
  Reader<Dossier> dossiers;
  for (const auto& path : corpus()) forms.expect_agreement(text_of(path));
  for (const auto& path : forms_in("tests/corpus/dossiers")) {
    dossiers.expect_agreement(text_of(path));
  }
  EXPECT_GT(forms.straight(), 0.7) << "most forms are usual";
  EXPECT_GT(dossiers.straight(), 0.7);
}

TEST(RecordReader, UnderstandsEscapesEverywhere) {
  Reader<Everything> reader;
  reader.expect_agreement(
      R"({"form\u0061t": "tokki.everything\/1", "\u0074ext": "a\"\n\ud83d\ude00",
 "ticked": ["r\u0065d"], "colour": "gr\u0065en", "part": {"nam\u0065": "\\"},
 "country": "\u7c73\u56fd", "date": "2025\u002d04-01", "raw": {"\u0061": "\u0062"}})");
  EXPECT_EQ(reader.straight(), 0);
  reader.expect_agreement(R"({"format": "tokki.everything/1", "te\"xt": "a", "text\"": "b"})");
  EXPECT_TRUE(
      reader.read(R"({"format": "tokki.everything/1", "text": "\u3042"})").findings.empty());
}

TEST(RecordReader, ReadsNumbersAsJsonSchemaDoes) {
  Reader<Everything> reader;
  for (const char* number : {"0",
                             "-0",
                             "7",
                             "-7",
                             "60.0",
                             "6e1",
                             "60.5",
                             "999999999999999",
                             "1000000000000000",
                             "9223372036854775807",
                             "9223372036854775808",
                             "-9223372036854775808",
                             "18446744073709551615",
                             "9007199254740992.0",
                             "9007199254740994.0",
                             "1e300",
                             "1e-400",
                             "-1.0",
                             "true",
                             "\"1\"",
                             "[]",
                             "{}",
                             "null"}) {
    reader.expect_agreement(R"({"format": "tokki.everything/1", "number": )" + std::string(number) +
                            "}");
  }
}

// Limits are exact: what is within is read, what is beyond is reported.
TEST(RecordReader, KeepsToEveryLimit) {
  const std::string json = usual_form();
  const Declaration whole = nlohmann::json::parse(json).get<Declaration>();
  Reader<Declaration> reader;
  std::size_t within = 0;
  for (std::size_t limit = 0; limit < 70; ++limit) {
    for (const auto member : {&Limits::depth, &Limits::string_bytes, &Limits::key_bytes,
                              &Limits::array_items, &Limits::findings}) {
      Limits limits;
      limits.*member = limit;
      const ReadingResult& result = reader.read(json, limits);
      if (member == &Limits::key_bytes || member == &Limits::findings) {
        EXPECT_TRUE(result.findings.empty()) << "known keys are short, and there is no fault";
      }
      within += result.findings.empty() ? 1 : 0;
      for (const Finding& fault : result.findings) {
        const std::string_view rule = fault.rule->id;
        EXPECT_TRUE(rule == "limit-exceeded" || rule == "findings-truncated") << limit << rule;
      }
    }
  }
  EXPECT_GT(within, 140U);
  EXPECT_LT(within, 350U);
  Limits limits;
  limits.document_bytes = json.size();
  EXPECT_TRUE(reader.reads_straight(json, limits));
  limits.document_bytes = json.size() - 1;
  EXPECT_FALSE(reader.reads_straight(json, limits));
}

TEST(RecordReader, ReportsEachRepeatedMemberWhereItIs) {
  Reader<Everything> reader;
  const std::string json = R"({"format": "tokki.everything/1", "text": "a", "x": 1, "text": "b",
 "x": 2, "text": 3})";
  const auto& faults = reader.read(json).findings;
  ASSERT_EQ(faults.size(), 4U);
  EXPECT_EQ(faults[0].at.position->offset, json.find("\"x\": 1"));
  EXPECT_EQ(faults[1].at.position->offset, json.find("\"text\": \"b\""));
  EXPECT_EQ(faults[2].at.position->offset, json.find("\"x\": 2"));
  EXPECT_EQ(faults[3].at.position->offset, json.find("\"text\": 3"));
}

}  // namespace record_reader_test
}  // namespace tokki
