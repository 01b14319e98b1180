// What chains of up to a million parties cost: time, and peak memory, each measured in a process of
// its own, through the API and as records a line. Doubling the input must not cost much more than
// twice as much; the last column of each row tells.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "growth.hpp"
#include "tokki/dossier_checker.hpp"
#include "tokki/encode.hpp"

namespace tokki::bench {
namespace {

using Edges = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Edges line(std::uint32_t count) {
  Edges edges;
  for (std::uint32_t i = 1; i < count; ++i) edges.emplace_back(i - 1, i);
  return edges;
}
Edges star(std::uint32_t count) {
  Edges edges;
  for (std::uint32_t i = 1; i < count; ++i) edges.emplace_back(0, i);
  return edges;
}
Edges tree(std::uint32_t count) {
  std::mt19937 random(7);
  Edges edges;
  for (std::uint32_t i = 1; i < count; ++i) {
    edges.emplace_back(std::uniform_int_distribution<std::uint32_t>(0, i - 1)(random), i);
  }
  return edges;
}
// Layers of two, each party working for both of the layer above, for the most paths.
Edges diamonds(std::uint32_t count) {
  Edges edges;
  for (std::uint32_t i = 1; i < count; ++i) {
    const std::uint32_t above = i <= 2 ? 0 : (i - 1) / 2 * 2 - 1;
    edges.emplace_back(above, i);
    if (i > 2) edges.emplace_back(above + 1, i);
  }
  return edges;
}

Day as_of() { return std::chrono::year(2026) / 11 / 24; }

std::string id(std::uint32_t i) { return "p" + std::to_string(i); }

// Every party is a firm; of a hundred thousand of them the form is there too.
constexpr std::uint32_t kForms = 100'000;

Declaration form(std::uint32_t i) {
  Declaration made;
  made.declared_on = Date(Str("2025-04-01"));
  made.declarant.name = Str("株式会社" + std::to_string(i));
  made.declarant.address = Str("長野県松本市中央1-2-3");
  made.contract.concluded_on = Date(Str("2025-04-01"));
  made.contract.course_number = Str("5-07-00-011-02-0042");
  made.storage_media = {{Str("社内ファイルサーバー")}};
  made.storage_location.ticked = {i % 1000 == 999 ? StorageRegion::abroad
                                                  : StorageRegion::japan_only};
  if (i % 1000 == 999) {
    made.storage_location.countries = {Country(Str("米国"))};
    made.storage_location.overseas_data = Str("アクセスログ");
  }
  made.online_storage.ticked = {Answer::no};
  made.subcontracting.ticked = {Answer::no};
  return made;
}

// Gives every record to `taker`: a builder, or a writer.
template <class Taker>
void each_record(std::uint32_t count, const Edges& edges, bool with_forms, Taker&& take) {
  Contract contract;
  contract.client = Str("そよかぜ県");
  contract.contractor = Str("p0");
  contract.concluded_on = Date(Str("2025-04-01"));
  contract.course_number = Str("5-07-00-011-02-0042");
  take(contract);
  Party party;
  for (std::uint32_t i = 0; i < count; ++i) {
    party.id = Str(id(i));
    party.name = Str("株式会社" + std::to_string(i));
    take(party);
  }
  Subcontract edge;
  edge.work = Str("受講者名簿の入力");
  edge.starts_on = Date(Str("2025-05-01"));
  edge.handles_electronic_data = true;
  edge.consents = {{ConsentForm::written, Date(Str("2025-04-20")), Str("職能第1号")}};
  edge.flow_down = {true, true, Date(Str("2025-04-21"))};
  for (const auto& [from, to] : edges) {
    edge.from = Str(id(from));
    edge.to = Str(id(to));
    take(edge);
  }
  if (!with_forms) return;
  Filing filing;
  for (std::uint32_t i = 0; i < std::min(count, kForms); ++i) {
    filing.party = Str(id(i));
    filing.declaration = form(i);
    take(filing);
  }
}

Measured through_api(std::uint32_t count, Edges (*shape)(std::uint32_t), bool with_forms) {
  return measured([=] {
    return [=, edges = shape(count)] {
      ChainBuilder builder(as_of());
      each_record(count, edges, with_forms, [&](const auto& record) { builder.add(record); });
      const Chain chain = builder.build();
      if (chain.tier(count - 1) == std::nullopt) std::abort();
    };
  });
}

template <class T>
DossierRecord record(T DossierRecord::* member, const T& given) {
  DossierRecord made;
  made.*member = given;
  return made;
}

// Written to a file first; then read a line at a time and checked, rules and all.
Measured as_records(std::uint32_t count, Edges (*shape)(std::uint32_t), bool with_forms) {
  return measured([=] {
    std::FILE* const file = std::tmpfile();
    const auto write = [file](const DossierRecord& record) {
      std::fprintf(file, "%s\n", to_json(record).c_str());
    };
    struct Writer {
      const decltype(write)& put;
      void operator()(const Contract& contract) const {
        put(record(&DossierRecord::contract, contract));
      }
      void operator()(const Party& party) const { put(record(&DossierRecord::party, party)); }
      void operator()(const Subcontract& edge) const {
        put(record(&DossierRecord::subcontract, edge));
      }
      void operator()(const Filing& filing) const { put(record(&DossierRecord::filing, filing)); }
    };
    each_record(count, shape(count), with_forms, Writer{write});
    std::rewind(file);
    return [=] {
      DossierChecker checker({.editions = {}, .as_of = as_of(), .limits = {}});
      char* text = nullptr;
      std::size_t room = 0;
      std::uint64_t number = 0;
      for (ssize_t size = 0; (size = ::getline(&text, &room, file)) > 0;) {
        checker.add({text, static_cast<std::size_t>(size) - 1}, "records.ndjson", ++number);
      }
      const Chain chain = checker.finish([](const Report&) { return true; });
      if (chain.tier(count - 1) == std::nullopt) std::abort();
    };
  });
}

// Many dossiers, one after the other, with one checker.
Measured small_dossiers(std::uint32_t count) {
  return measured([=] {
    return [=] {
      Checker checker({.editions = {}, .as_of = as_of(), .limits = {}});
      for (std::uint32_t i = 0; i < count; ++i) {
        Dossier dossier;
        each_record(4, line(4), true, [&]<class T>(const T& record) {
          if constexpr (std::is_same_v<T, Contract>) dossier.contract = record;
          if constexpr (std::is_same_v<T, Party>) dossier.parties.push_back(record);
          if constexpr (std::is_same_v<T, Subcontract>) dossier.subcontracts.push_back(record);
          if constexpr (std::is_same_v<T, Filing>) dossier.declarations.push_back(record);
        });
        const std::string json = to_json(dossier);
        if (checker.check(json).findings.empty()) std::abort();
      }
    };
  });
}

}  // namespace
}  // namespace tokki::bench

// Arguments: the rows wanted, by the beginning of their names. Without any: all.
int main(int argc, char** argv) {
  using namespace tokki::bench;
  const std::vector<std::string> wanted(argv + 1, argv + argc);
  print_heading("parties");
  const auto row = [&wanted](const std::string& name, const auto& measure, std::uint32_t largest) {
    const auto begins = [&name](const std::string& with) { return name.starts_with(with); };
    if (wanted.empty() || std::ranges::any_of(wanted, begins)) grow(name, measure, 1'000, largest);
  };
  const std::pair<const char*, Edges (*)(std::uint32_t)> shapes[] = {
      {"line", line}, {"star", star}, {"random tree", tree}, {"diamonds", diamonds}};
  constexpr std::uint32_t kMillion = 1'000'000;
  for (const auto& [name, shape] : shapes) {
    for (const bool forms : {false, true}) {
      const std::string with = forms ? ", 100,000 forms" : "";
      row(name + (", API" + with), [=](auto n) { return through_api(n, shape, forms); }, kMillion);
      row(
          name + (", records" + with), [=](auto n) { return as_records(n, shape, forms); },
          kMillion);
    }
  }
  row("small dossiers, a line each", small_dossiers, 100'000);
}
