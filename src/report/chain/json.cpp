#include <nlohmann/json.hpp>

#include "report/chain/view.hpp"

namespace tokki {
namespace {

using Json = nlohmann::ordered_json;

Json day(CompactDay day) { return day.known() ? Json(iso(day.day())) : Json(); }

Json said(Said said) { return said == Said::nothing ? Json() : Json(said == Said::yes); }

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

Json index(ChainIndex i) { return i == kNobody ? Json() : Json(i); }

// Parties are numbered as they stand; edges and places refer to those numbers.
Json party(const Chain& chain, ChainIndex i) {
  const ChainParty& known = chain.parties()[i];
  Json out{{"id", known.id}, {"name", known.name}};
  if (!known.corporate_number.empty()) out["corporate_number"] = known.corporate_number;
  const auto tier = chain.tier(i);
  out["tier"] = tier ? Json(*tier) : Json();
  out["declaration"] = key_of(chain.expected(i));
  const ChainIndex filed = chain.filing_in_force(i);
  if (filed != kNobody) out["declared_on"] = day(chain.filings()[filed].declared_on);
  out["inspection"] = key_of_reach(chain.inspection(i));
  return out;
}

Json edge(const Chain& chain, const ChainEdge& edge) {
  return {{"from", index(edge.from)},
          {"to", index(edge.to)},
          {"work", edge.work},
          {"starts_on", day(edge.starts_on)},
          {"begun", chain.begun(edge)},
          {"subsidiary", said(edge.subsidiary)},
          {"handles_electronic_data", said(edge.handles_data)},
          {"consent", key_of_state(edge.consent_state)},
          {"consent_on", day(edge.consent_on)},
          {"flow_down", key_of_state(edge.flow_down)},
          {"named_on_form", edge.named_on_form}};
}

// With one shortest way from 乙, as parties.
Json exposure(const Chain& chain, const Exposure& exposure) {
  Json way = Json::array();
  if (chain.tier(exposure.party)) {
    way.push_back(chain.contractor());
    for (const ChainIndex i : chain.path_to(exposure.party)) way.push_back(chain.edges()[i].to);
  }
  const bool named = exposure.country != CountryCode{};
  return {{"party", exposure.party},
          {"country", named ? Json(exposure.country.view()) : Json()},
          {"certain", exposure.certain},
          {"service", exposure.service.empty() ? Json() : Json(exposure.service)},
          {"medium", exposure.medium.empty() ? Json() : Json(exposure.medium)},
          {"way", std::move(way)}};
}

}  // namespace

std::string chain_json(const Chain& chain, const DossierReports& reports, bool show_values) {
  Json out{{"format", "tokki.chain/1"}, {"as_of", iso(chain.as_of())}};
  out["contractor"] = index(chain.contractor());
  Json parties = Json::array();
  for (ChainIndex i = 0; i < chain.parties().size(); ++i) parties.push_back(party(chain, i));
  out["parties"] = std::move(parties);
  Json edges = Json::array();
  for (const ChainEdge& each : chain.edges()) edges.push_back(edge(chain, each));
  out["subcontracts"] = std::move(edges);
  Json places = Json::array();
  for (const Exposure& each : chain.exposure()) places.push_back(exposure(chain, each));
  out["exposure"] = std::move(places);
  Json documents = Json::array();
  for (const auto& [document, report] : reports.entries()) {
    documents.push_back(Json::parse(to_json(report, show_values)));
  }
  out["documents"] = std::move(documents);
  out["summary"] = Json::parse(to_json(reports.summary()));
  return out.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace tokki
