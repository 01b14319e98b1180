// The terms as a NIST OSCAL catalog: https://pages.nist.gov/OSCAL/ (JSON, version 1.2.1).
#include <fmt/format.h>

#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "report/terms/words.hpp"
#include "tokki/terms_report.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kNamespace = "https://tokki.invalid/ns/oscal";  // ours, not OSCAL's

// The same name gives the same id in every run: the form of a random UUID, filled by two FNV-1a
// hashes.
std::string uuid_of(std::string_view name) {
  std::array<std::uint64_t, 2> hashes{0xCBF29CE484222325U, 0x84222325CBF29CE4U};
  for (std::uint64_t& hash : hashes) {
    for (const char c : name) {
      hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
    }
  }
  return fmt::format("{:08x}-{:04x}-4{:03x}-{:04x}-{:012x}", hashes[0] >> 32U,
                     hashes[0] >> 16U & 0xFFFFU, hashes[0] & 0xFFFU,
                     (hashes[1] >> 48U & 0x3FFFU) | 0x8000U, hashes[1] & 0xFFFFFFFFFFFFU);
}

Json property(std::string_view name, std::string_view value) {
  return {{"name", name}, {"ns", kNamespace}, {"value", value}};
}

class Catalog {
 public:
  explicit Catalog(const Edition& edition) : edition_(edition) {
    for (const Clause& clause : edition.file().clauses) {
      for (const CitedLaw& law : clause.laws) laws_.emplace(law.id.view(), &law);
    }
  }

  std::string text() {
    const EditionFile& file = edition_.file();
    const std::string name = edition_.reference();
    Json catalog{{"uuid", uuid_of(name)}};
    catalog["metadata"] = metadata();
    Json& groups = catalog["groups"] = Json::array();
    for (const Part& part : file.parts) {
      // Part F and the clause F must not share an id.
      Json group{{"id", "part-" + part.key.str()},
                 {"class", "part"},
                 {"title", part.title.ja.view()},
                 {"props", Json::array({property("title-en", part.title.en)})}};
      for (const Clause* clause : edition_.children(part.key)) {
        group["controls"].push_back(control(*clause));
      }
      groups.push_back(std::move(group));
    }
    for (const auto& [id, law] : laws_) {
      catalog["back-matter"]["resources"].push_back(
          {{"uuid", uuid_of(id)},
           {"title", law->title.ja.view()},
           {"props", Json::array({property("e-gov-law-id", id)})},
           {"rlinks",
            Json::array({{{"href", fmt::format("https://laws.e-gov.go.jp/law/{}", id)}}})}});
    }
    return Json{{"catalog", std::move(catalog)}}.dump(2, ' ', false,
                                                      Json::error_handler_t::replace) +
           "\n";
  }

 private:
  Json metadata() {
    const EditionFile& file = edition_.file();
    Json metadata{{"title", file.title.ja.view()}};
    const Day revised = file.revised_on.value.value_or(Day{});
    metadata["last-modified"] =
        fmt::format("{:04}-{:02}-{:02}T00:00:00+09:00", static_cast<int>(revised.year()),
                    static_cast<unsigned>(revised.month()), static_cast<unsigned>(revised.day()));
    metadata["version"] = file.version.view();
    metadata["oscal-version"] = "1.2.1";
    metadata["props"] =
        Json::array({property("edition-id", file.id), property("title-en", file.title.en)});
    const std::string issuer = "issuer:" + file.issuer.ja.str();
    metadata["roles"] = Json::array({{{"id", "creator"}, {"title", "発注者 / issuer"}}});
    metadata["parties"] = Json::array(
        {{{"uuid", uuid_of(issuer)}, {"type", "organization"}, {"name", file.issuer.ja.view()}}});
    metadata["responsible-parties"] =
        Json::array({{{"role-id", "creator"}, {"party-uuids", Json::array({uuid_of(issuer)})}}});
    return metadata;
  }

  Json control(const Clause& clause) {
    const std::string key(clause.key);
    Json control{{"id", key}, {"class", "clause"}, {"title", cite(edition_, key, Language::ja)}};
    for (const Parameter& parameter : edition_.file().parameters) {
      if (parameter.clause == clause.key) control["params"].push_back(param(parameter));
    }
    Json& props = control["props"] = Json::array();
    if (!clause.number.empty())
      props.push_back({{"name", "label"}, {"value", clause.number.view()}});
    props.push_back(property("citation-en", cite(edition_, key, Language::en)));
    for (const RuleInfo* rule : rules_under(edition_, clause)) {
      props.push_back(property("rule", rule->id));
    }
    links(clause, control);
    Json& parts = control["parts"] = Json::array();
    parts.push_back(
        {{"id", key + "_smt"}, {"name", "statement"}, {"prose", clause.wording.ja.view()}});
    parts.push_back({{"id", key + "_en"},
                     {"name", "translation"},
                     {"ns", kNamespace},
                     {"prose", clause.wording.en.view()}});
    for (const Duty& duty : edition_.file().duties) {
      if (duty.clause == clause.key) parts.push_back(duty_part(duty));
    }
    for (const Clause* child : beneath(clause))
      control["controls"].push_back(this->control(*child));
    return control;
  }

  std::vector<const Clause*> beneath(const Clause& clause) {
    std::vector<const Clause*> found;
    for (const Clause& child : edition_.file().clauses) {
      if (child.parent == clause.key) found.push_back(&child);
    }
    return found;
  }

  void links(const Clause& clause, Json& control) {
    for (const CrossReference& reference : clause.refers) {
      for (const Str& key : reference.clauses) {
        const bool part = edition_.part(key) != nullptr;
        control["links"].push_back({{"href", (part ? "#part-" : "#") + key.str()},
                                    {"rel", "related"},
                                    {"text", reference.text.view()}});
      }
    }
    for (const CitedLaw& law : clause.laws) {
      control["links"].push_back({{"href", "#" + uuid_of(law.id)},
                                  {"rel", "reference"},
                                  {"text", cited_law(law, Language::ja)}});
    }
  }

  Json param(const Parameter& parameter) {
    return {{"id", parameter.key.view()},
            {"label", parameter.label.ja.view()},
            {"usage", parameter.label.en.view()},
            {"values", Json::array({std::to_string(parameter.value.value_or(0))})}};
  }

  Json duty_part(const Duty& duty) {
    Json part{{"id", duty.key.str() + "_duty"},
              {"name", "duty"},
              {"ns", kNamespace},
              {"title", duty_heading(edition_, duty, Language::ja)},
              {"props", Json::array()},
              {"prose", duty.summary.ja.str() + "\n\n" + duty.summary.en.str()}};
    part["props"].push_back(property("duty", duty.key));
    for (const Str& rule : duty.rules) part["props"].push_back(property("rule", rule));
    for (const Language language : {Language::ja, Language::en}) {
      for (const Told& told : told_of(duty, language)) {
        part["parts"].push_back({{"name", "guidance"}, {"title", told.name}, {"prose", told.text}});
      }
    }
    return part;
  }

  const Edition& edition_;
  std::map<std::string_view, const CitedLaw*> laws_;
};

}  // namespace

std::string oscal_catalog(const Edition& edition) { return Catalog(edition).text(); }

}  // namespace tokki
