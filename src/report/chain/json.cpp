#include "json/writer.hpp"
#include "report/chain/view.hpp"
#include "report/findings/json_report.hpp"

namespace tokki::inline v0::internal {
namespace {

// What is not known is null.
std::optional<std::string> day_or_null(CompactDay day) {
  return day.known() ? std::optional(iso(day.day())) : std::nullopt;
}
std::optional<bool> truth_or_null(TriState answer) {
  return answer == TriState::unknown ? std::nullopt : std::optional(answer == TriState::yes);
}
std::optional<ChainIndex> index_or_null(ChainIndex index) {
  return index == kNoIndex ? std::nullopt : std::optional(index);
}
std::optional<std::string_view> text_or_null(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

std::string_view key_of_state(ConsentState state) {
  switch (state) {
    case ConsentState::none: return "none";
    case ConsentState::other_form: return "other";
    case ConsentState::unstated: return "unstated";
    case ConsentState::electronic: return "electronic";
    default: return "written";
  }
}
std::string_view key_of_state(FlowDownState state) {
  switch (state) {
    case FlowDownState::complete: return "complete";
    case FlowDownState::incomplete: return "incomplete";
    default: return "not_recorded";
  }
}
std::string_view key_of_reach(Reach reach) {
  return reach == Reach::yes ? "yes" : reach == Reach::no ? "no" : "undetermined";
}

// Parties are numbered as they stand; edges and exposure refer to those numbers.
void write_party(const Chain& chain, ChainIndex i, JsonWriter& json) {
  const ChainParty& party = chain.parties()[i];
  json.object([&] {
    json.member("id", party.id);
    json.member("name", party.name);
    if (!party.corporate_number.empty()) {
      json.member("corporate_number", party.corporate_number);
    }
    json.member("tier", chain.tier(i));
    json.member("declaration", key_of(chain.expected(i)));
    const ChainIndex filed = chain.filing_in_force(i);
    if (filed != kNoIndex) {
      json.member("declared_on", day_or_null(chain.filings()[filed].declared_on));
    }
    json.member("inspection", key_of_reach(chain.inspection(i)));
  });
}

void write_edge(const Chain& chain, const ChainEdge& edge, JsonWriter& json) {
  json.object([&] {
    json.member("from", index_or_null(edge.from));
    json.member("to", index_or_null(edge.to));
    json.member("work", edge.work);
    json.member("starts_on", day_or_null(edge.starts_on));
    json.member("begun", truth_or_null(chain.begun(edge)));
    json.member("subsidiary", truth_or_null(edge.subsidiary));
    json.member("handles_electronic_data", truth_or_null(edge.handles_data));
    json.member("consent", key_of_state(edge.consent_state));
    json.member("consent_on", day_or_null(edge.consent_on));
    json.member("flow_down", key_of_state(edge.flow_down));
    json.member("named_on_form", edge.named_on_form);
  });
}

// With one shortest path from 乙, as parties.
void write_exposure(const Chain& chain, const Exposure& exposure, JsonWriter& json) {
  json.object([&] {
    json.member("party", exposure.party);
    const bool named = exposure.country != CountryCode{};
    json.member("country", named ? std::optional(exposure.country.view()) : std::nullopt);
    json.member("certain", exposure.certain);
    json.member("service", text_or_null(exposure.service));
    json.member("medium", text_or_null(exposure.medium));
    json.key("way").array([&] {
      if (!chain.tier(exposure.party)) return;
      json.value(chain.contractor());
      for (const ChainIndex i : chain.path_to(exposure.party)) json.value(chain.edges()[i].to);
    });
  });
}

}  // namespace

std::string chain_json(const Chain& chain, const DossierReports& reports, bool show_values) {
  std::string out;
  JsonWriter json(out);
  json.object([&] {
    json.member("format", "tokki.chain/1");
    json.member("as_of", iso(chain.as_of()));
    json.member("contractor", index_or_null(chain.contractor()));
    json.key("parties").array([&] {
      for (ChainIndex i = 0; i < chain.parties().size(); ++i) write_party(chain, i, json);
    });
    json.key("subcontracts").array(chain.edges(), [&](const ChainEdge& edge) {
      write_edge(chain, edge, json);
    });
    json.key("exposure").array(chain.exposure(), [&](const Exposure& exposure) {
      write_exposure(chain, exposure, json);
    });
    json.key("documents").array(reports.entries(), [&](const DossierReports::Entry& entry) {
      write_report(entry.report, show_values, json);
    });
    write_summary(reports.summary(), json.key("summary"));
  });
  return out + "\n";
}

}  // namespace tokki::inline v0::internal
