#include "json/straight_reader.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "files.hpp"
#include "json/reading.hpp"

namespace tokki {
namespace straight_reader_test {

using Json = nlohmann::ordered_json;

// A document with a member of every type.
enum class Colour : std::uint8_t { red, green };
}  // namespace straight_reader_test

template <>
struct Description<straight_reader_test::Colour> {
  static constexpr Choice<straight_reader_test::Colour> choices[] = {
      {straight_reader_test::Colour::red, "red"}, {straight_reader_test::Colour::green, "green"}};
};
namespace straight_reader_test {

struct Part {
  Str name;
  std::optional<bool> spare;
  friend bool operator==(const Part&, const Part&) = default;
};
struct Everything {
  Str text;
  Date date;
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

}  // namespace straight_reader_test

template <>
struct Description<straight_reader_test::Part> {
  static constexpr Fields fields{Field{"name", &straight_reader_test::Part::name},
                                 Field{"spare", &straight_reader_test::Part::spare}};
};
template <>
struct Description<straight_reader_test::Everything> {
  static constexpr std::string_view kind = "everything";
  static constexpr std::string_view format = "tokki.everything/1";
  static constexpr Fields fields{Field{"text", &straight_reader_test::Everything::text},
                                 Field{"date", &straight_reader_test::Everything::date},
                                 Field{"country", &straight_reader_test::Everything::country},
                                 Field{"number", &straight_reader_test::Everything::number},
                                 Field{"colour", &straight_reader_test::Everything::colour},
                                 Field{"ticked", &straight_reader_test::Everything::ticked},
                                 Field{"part", &straight_reader_test::Everything::part},
                                 Field{"texts", &straight_reader_test::Everything::texts},
                                 Field{"parts", &straight_reader_test::Everything::parts},
                                 Field{"raw", &straight_reader_test::Everything::raw}};
};

namespace straight_reader_test {

// What was understood is no part of a record's equality.
template <class T>
bool same_values(const T& a, const T& b) {
  bool same = true;
  if constexpr (std::is_same_v<T, Date>) {
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

// One and the same record and storage for all documents, as in a Checker.
template <DocumentRecord T>
class Readers {
 public:
  bool straight(std::string_view json, const Limits& limits = {}) {
    std::vector<Finding> findings;
    return tokens_.take(json, limits, findings) && straight_.read_straight(tokens_, limits);
  }

  // Whether it is read straight only if the decoder has nothing to say, and into the same record.
  bool agree(std::string_view json, const Limits& limits = {}) {
    if (!straight(json, limits)) return true;
    ReadingResult result;
    if (!source_.take(json, limits, result.findings)) return false;
    if (!source_.parse(limits, result.findings)) return false;
    decoded_.read(source_, limits, result);
    return result.decoded && result.findings.empty() && decoded_.record == straight_.record &&
           same_values(decoded_.record, straight_.record);
  }

 private:
  JsonSource tokens_, source_;
  Reading<T> straight_, decoded_;
};

std::string usual_form() {
  auto form = Json::parse(text_of(kSourceDir / "tests/schema/every-member.json"));
  form.erase("extensions");
  return form.dump(2);
}

std::string usual_dossier() {
  return text_of(kSourceDir / "tests/corpus/dossiers/certificates-instead-of-inspection.json");
}

// Where the text ends stands behind its last token.
TEST(JsonSource, TellsWhereTheTextEnds) {
  JsonSource source;
  std::vector<Finding> findings;
  for (const std::size_t size : {0U, 1U, 30U, 62U, 63U, 64U, 65U, 127U, 128U, 5000U}) {
    const std::string json = "[" + std::string(size, ' ') + "1]";
    ASSERT_TRUE(source.take(json, {}, findings));
    const JsonSource::Tokens tokens = source.tokens();
    ASSERT_EQ(tokens.end - tokens.begin, 3);
    EXPECT_EQ(tokens.begin[2], json.size() - 1);
    EXPECT_EQ(*tokens.end, json.size());
    EXPECT_EQ(tokens.text[*tokens.end], '\0');
  }
}

// Where tokens begin, or may.
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
 "country": "米国", "number": 120, "colour": "red", "ticked": ["red", "green"],
 "part": {"name": "", "spare": true}, "texts": ["x", null], "parts": [{"spare": false}, null, {}],
 "raw": null})";
  Readers<Everything> readers;
  ASSERT_TRUE(readers.straight(json));
  ASSERT_TRUE(readers.agree(json));
  const auto expect = [&](std::size_t at, std::size_t size, std::string_view instead) {
    std::string changed = json;
    changed.replace(at, size, instead);
    ASSERT_TRUE(readers.agree(changed)) << changed;
  };
  for (std::size_t at = 0; at < json.size(); ++at) {
    for (const std::string_view bytes :
         {"",     "\"", "\\",           "{",       "}", "[", "]", ":",    ",",    " ",
          "\t",   "\n", "\x01",         "0",       "-", ".", "e", "null", "true", "\xE3",
          "\x80", "é",  "\xED\xA0\x80", "\xC0\x80"}) {
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
}

TEST(StraightReader, AgreesWithTheDecoderOnAnyChange) { expect_agreement_on_any_change(); }

// simdjson finds tokens in another way on each kind of processor.
TEST(StraightReader, AgreesWithTheDecoderOnAnyProcessor) {
  const simdjson::implementation* const active = simdjson::get_active_implementation();
  for (const auto* const one : simdjson::get_available_implementations()) {
    if (!one->supported_by_runtime_system()) continue;
    simdjson::get_active_implementation() = one;
    expect_agreement_on_any_change();
  }
  simdjson::get_active_implementation() = active;
}

// Members in any order and spaces anywhere are nothing unusual.
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

TEST(StraightReader, ReadsMembersInAnyOrder) {
  std::mt19937 random(1);
  const Json form = Json::parse(usual_form());
  const Json dossier = Json::parse(usual_dossier());
  Readers<Declaration> forms;
  Readers<Dossier> dossiers;
  for (int i = 0; i < 50; ++i) {
    const int indent = i % 5 - 1;
    const char filler = i % 2 == 0 ? ' ' : '\t';
    const std::string json = shuffled(form, random).dump(indent, filler);
    EXPECT_TRUE(forms.straight(json)) << json;
    EXPECT_TRUE(forms.agree(json)) << json;
    const std::string more = shuffled(dossier, random).dump(indent, filler);
    EXPECT_TRUE(dossiers.straight(more)) << more;
    EXPECT_TRUE(dossiers.agree(more)) << more;
  }
}

TEST(StraightReader, AgreesWithTheDecoderOnTheCorpus) {
  Readers<Declaration> forms;
  Readers<Dossier> dossiers;
  std::size_t read = 0;
  for (const auto& path : corpus()) {
    const std::string json = text_of(path);
    EXPECT_TRUE(forms.agree(json)) << path;
    read += forms.straight(json) ? 1 : 0;
  }
  for (const auto& path : forms_in("tests/corpus/dossiers")) {
    EXPECT_TRUE(dossiers.agree(text_of(path))) << path;
  }
  EXPECT_GT(read, corpus().size() / 2) << "most forms are usual";
}

TEST(StraightReader, AgreesWithTheDecoderAtEveryLimit) {
  Readers<Declaration> readers;
  const std::string json = usual_form();
  for (std::size_t limit = 0; limit < 70; ++limit) {
    for (const auto member : {&Limits::depth, &Limits::string_bytes, &Limits::key_bytes,
                              &Limits::array_items, &Limits::findings}) {
      Limits limits;
      limits.*member = limit;
      EXPECT_TRUE(readers.agree(json, limits)) << limit;
    }
  }
  Limits limits;
  limits.document_bytes = json.size();
  EXPECT_TRUE(readers.straight(json, limits));
  limits.document_bytes = json.size() - 1;
  EXPECT_FALSE(readers.straight(json, limits));
}

}  // namespace straight_reader_test
}  // namespace tokki
