// The terms as a NIST OSCAL catalog: https://pages.nist.gov/OSCAL/ (JSON, version 1.2.1).
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "json/writer.hpp"
#include "report/oscal.hpp"
#include "report/terms/words.hpp"
#include "text/uuid.hpp"
#include "tokki/terms_report.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

class Catalog {
 public:
  explicit Catalog(const Edition& edition) : edition_(edition) {
    for (const Clause& clause : edition.file().clauses) {
      for (const CitedLaw& law : clause.laws) laws_.emplace(law.id.view(), &law);
    }
  }

  std::string text() {
    json_.object([&] {
      json_.key("catalog").object([&] {
        json_.member("uuid", named_uuid(edition_.reference()));
        json_.key("metadata").object([&] { metadata(); });
        json_.key("groups").array(edition_.file().parts, [&](const Part& part) { group(part); });
        if (!laws_.empty()) {
          json_.key("back-matter").object([&] {
            json_.key("resources").array(laws_, [&](const auto& law) { resource(*law.second); });
          });
        }
      });
    });
    return indented(out_) + "\n";
  }

 private:
  void metadata() {
    const EditionFile& file = edition_.file();
    const Day revised = file.revised_on.value.value_or(Day{});
    const std::string issuer = named_uuid("issuer:" + file.issuer.ja.str());
    json_.member("title", file.title.ja.view());
    json_.member(
        "last-modified",
        fmt::format("{:04}-{:02}-{:02}T00:00:00+09:00", static_cast<int>(revised.year()),
                    static_cast<unsigned>(revised.month()), static_cast<unsigned>(revised.day())));
    json_.member("version", file.version.view());
    json_.member("oscal-version", kOscalVersion);
    json_.key("props").array([&] {
      write_property("edition-id", file.id, json_);
      write_property("title-en", file.title.en, json_);
    });
    json_.key("roles").array([&] {
      json_.object([&] {
        json_.member("id", "creator");
        json_.member("title", "発注者 / issuer");
      });
    });
    json_.key("parties").array([&] {
      json_.object([&] {
        json_.member("uuid", issuer);
        json_.member("type", "organization");
        json_.member("name", file.issuer.ja.view());
      });
    });
    json_.key("responsible-parties").array([&] {
      json_.object([&] {
        json_.member("role-id", "creator");
        json_.key("party-uuids").array([&] { json_.value(issuer); });
      });
    });
  }

  void group(const Part& part) {
    json_.object([&] {
      json_.member("id", "part-" + part.key.str());  // part F and the clause F must not share an id
      json_.member("class", "part");
      json_.member("title", part.title.ja.view());
      json_.key("props").array([&] { write_property("title-en", part.title.en, json_); });
      controls(edition_.children(part.key));
    });
  }

  void resource(const CitedLaw& law) {
    json_.object([&] {
      json_.member("uuid", named_uuid(law.id));
      json_.member("title", law.title.ja.view());
      json_.key("props").array([&] { write_property("e-gov-law-id", law.id, json_); });
      json_.key("rlinks").array([&] {
        json_.object([&] {
          json_.member("href", fmt::format("https://laws.e-gov.go.jp/law/{}", law.id.view()));
        });
      });
    });
  }

  // OSCAL has no empty lists.
  template <class Items, class Write>
  void array_unless_empty(std::string_view key, const Items& items, const Write& write) {
    if (!items.empty()) json_.key(key).array(items, write);
  }

  void controls(const std::vector<const Clause*>& clauses) {
    array_unless_empty("controls", clauses, [&](const Clause* clause) { control(*clause); });
  }

  void control(const Clause& clause) {
    const std::string key(clause.key);
    std::vector<const Parameter*> parameters;
    for (const Parameter& parameter : edition_.file().parameters) {
      if (parameter.clause == clause.key) parameters.push_back(&parameter);
    }
    json_.object([&] {
      json_.member("id", key);
      json_.member("class", "clause");
      json_.member("title", cite(edition_, key, Language::ja));
      array_unless_empty("params", parameters, [&](const Parameter* each) { param(*each); });
      json_.key("props").array([&] {
        if (!clause.number.empty()) {
          json_.object([&] {
            json_.member("name", "label");
            json_.member("value", clause.number.view());
          });
        }
        write_property("citation-en", cite(edition_, key, Language::en), json_);
        for (const RuleInfo* rule : rules_under(edition_, clause)) {
          write_property("rule", rule->id, json_);
        }
      });
      links(clause);
      json_.key("parts").array([&] {
        json_.object([&] {
          json_.member("id", key + "_smt");
          json_.member("name", "statement");
          json_.member("prose", clause.wording.ja.view());
        });
        json_.object([&] {
          json_.member("id", key + "_en");
          json_.member("name", "translation");
          json_.member("ns", kOscalNamespace);
          json_.member("prose", clause.wording.en.view());
        });
        for (const Duty& duty : edition_.file().duties) {
          if (duty.clause == clause.key) duty_part(duty);
        }
      });
      controls(children_of(clause));
    });
  }

  // In the order of the file.
  std::vector<const Clause*> children_of(const Clause& clause) {
    std::vector<const Clause*> found;
    for (const Clause& child : edition_.file().clauses) {
      if (child.parent == clause.key) found.push_back(&child);
    }
    return found;
  }

  void links(const Clause& clause) {
    struct Link {
      std::string href;
      std::string_view relation;
      std::string text;
    };
    std::vector<Link> links;
    for (const CrossReference& reference : clause.refers) {
      for (const Str& key : reference.clauses) {
        const bool part = edition_.part(key) != nullptr;
        links.push_back({(part ? "#part-" : "#") + key.str(), "related", reference.text.str()});
      }
    }
    for (const CitedLaw& law : clause.laws) {
      links.push_back({"#" + named_uuid(law.id), "reference", cited_law(law, Language::ja)});
    }
    array_unless_empty("links", links, [&](const Link& link) {
      json_.object([&] {
        json_.member("href", link.href);
        json_.member("rel", link.relation);
        json_.member("text", link.text);
      });
    });
  }

  void param(const Parameter& parameter) {
    json_.object([&] {
      json_.member("id", parameter.key.view());
      json_.member("label", parameter.label.ja.view());
      json_.member("usage", parameter.label.en.view());
      json_.key("values").array([&] { json_.value(std::to_string(parameter.value.value_or(0))); });
    });
  }

  void duty_part(const Duty& duty) {
    json_.object([&] {
      json_.member("id", oscal_duty_id(duty.key));
      json_.member("name", "duty");
      json_.member("ns", kOscalNamespace);
      json_.member("title", duty_heading(edition_, duty, Language::ja));
      json_.key("props").array([&] {
        write_property("duty", duty.key, json_);
        for (const Str& rule : duty.rules) write_property("rule", rule, json_);
      });
      json_.member("prose", duty.summary.ja.str() + "\n\n" + duty.summary.en.str());
      std::vector<LabelledField> fields = duty_fields(duty, Language::ja);
      std::ranges::move(duty_fields(duty, Language::en), std::back_inserter(fields));
      array_unless_empty("parts", fields, [&](const LabelledField& field) {
        json_.object([&] {
          json_.member("name", "guidance");
          json_.member("title", field.label);
          json_.member("prose", field.text);
        });
      });
    });
  }

  std::string out_;
  JsonWriter json_{out_};
  const Edition& edition_;
  std::map<std::string_view, const CitedLaw*> laws_;
};

}  // namespace

std::string oscal_catalog(const Edition& edition) { return Catalog(edition).text(); }

}  // namespace tokki::inline v0
