// Changes as JSON, in both languages.
#include "json/writer.hpp"
#include "report/changes/view.hpp"

namespace tokki::inline v0::internal {
namespace {

class ChangesJson {
 public:
  ChangesJson(const ChangesView& view, JsonWriter& json) : view_(view), json_(json) {}

  void report() {
    json_.member("format", kDiffFormat);
    json_.member("tokki", TOKKI_VERSION);
    json_.member("edition", view_.edition().reference());
    json_.member("compared", view_.forms() != nullptr ? "forms" : "facts");
    if (const FactsDiff* const facts = view_.facts()) {
      json_.member("as_of", iso(facts->as_of));
      if (facts->known_at) json_.member("known_at", iso(*facts->known_at));
    }
    json_.member("changed", view_.changed());
    json_.key("owed").array(view_.owed(), [&](const Duty* duty) {
      json_.object([&] {
        json_.member("duty", duty->key.view());
        clause(duty->clause);
        json_.both_languages("summary", duty->summary.ja, duty->summary.en);
      });
    });
    json_.key("results").array(view_.compared(), [&](const ComparedForms& each) {
      json_.object([&] { compared(each); });
    });
    json_.key("faults").array([&] {
      if (view_.facts() == nullptr) return;
      for (const RecordFault& each : view_.facts()->faults) fault(each);
    });
  }

 private:
  void compared(const ComparedForms& each) {
    if (const FormDiff* const forms = view_.forms()) {
      form("before", view_.options().before_name, forms->before_day);
      form("after", view_.options().after_name, forms->after_day);
      json_.member("other_contract", forms->other_contract);
    } else {
      json_.member("filer", each.filer->filer);
      json_.key("form").object([&] {
        place_members(each.filer->form);
        day(each.filer->declared_on);
      });
      json_.member("contended", each.filer->contended);
    }
    json_.key("changes").array(
        each.changes, [&](const FormChange& one) { json_.object([&] { change(each, one); }); });
  }

  void form(std::string_view key, const std::string& name, const Date& declared_on) {
    json_.key(key).object([&] {
      if (!name.empty()) json_.member("document", name);
      day(declared_on);
    });
  }
  void day(const Date& declared_on) {
    if (declared_on.value) json_.member("declared_on", iso(*declared_on.value));
  }

  void change(const ComparedForms& of, const FormChange& change) {
    json_.member("kind", key_of(change.kind));
    if (change.matter) json_.member("matter", key_of(*change.matter));
    json_.member("cell", change.cell);
    json_.both_languages("place", view_.where(change, Language::ja),
                         view_.where(change, Language::en));
    json_.both_languages("label", view_.label(change, Language::ja),
                         view_.label(change, Language::en));
    if (const std::string_view key = view_.clause(change); !key.empty()) clause(key);
    side("before", change, change.before, change.before_text);
    side("after", change, change.after, change.after_text);
    if (change.since) {
      json_.key("since").object([&] {
        json_.member("from", iso(change.since->lo));
        json_.member("to", iso(change.since->hi));
      });
    }
    json_.member("planned", change.planned);
    json_.member("certain", change.certain);
    json_.member("older", change.older);
    json_.key("owed").array(of.owed(change, view_.edition()),
                            [&](const Duty* duty) { json_.value(duty->key.view()); });
  }

  void side(std::string_view key, const FormChange& change, const std::optional<Place>& place,
            const std::string& text) {
    if (!place) return;
    json_.key(key).object([&] {
      place_members(*place);
      if (change.choice) json_.member("choice", text);
      if (!change.choice && view_.options().style.show_values) json_.member("value", text);
    });
  }

  void place_members(const Place& place) {
    if (const Assessor* const records = view_.options().records) {
      const std::string document = records->name_of(place.document);
      if (!document.empty()) json_.member("document", document);
    }
    json_.member("pointer", place.pointer());
    if (view_.facts() == nullptr) return;
    if (const RecordRef record = place.record(); !record.kind.empty()) {
      json_.member("kind", record.kind);
    }
    if (const Assessor* const records = view_.options().records) {
      const std::string_view id = records->id_at(place);
      if (!id.empty()) json_.member("id", id);
    }
  }

  void clause(std::string_view key) {
    json_.key("clause").object([&] {
      json_.member("key", key);
      json_.member("ja", view_.edition().citation(key, Language::ja));
      json_.member("en", view_.edition().citation(key, Language::en));
    });
  }

  void fault(const RecordFault& fault) {
    json_.object([&] {
      const Text message = message_of(fault.kind);
      json_.member("fault", key_of(fault.kind));
      json_.both_languages("message", message.ja, message.en);
      json_.key("at").object([&] { place_members(fault.at); });
      if (fault.other) json_.key("other").object([&] { place_members(*fault.other); });
    });
  }

  const ChangesView& view_;
  JsonWriter& json_;
};

}  // namespace

std::string changes_json(const ChangesView& view) {
  std::string out;
  JsonWriter json(out);
  json.object([&] { ChangesJson(view, json).report(); });
  return out + "\n";
}

}  // namespace tokki::inline v0::internal
