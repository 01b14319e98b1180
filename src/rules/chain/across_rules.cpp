#include "rules/chain/across_rules.hpp"

#include <array>
#include <string>
#include <unordered_map>

#include "text/corporate_number.hpp"
#include "tokki/text.hpp"

namespace tokki {
namespace {

constexpr RuleInfo kAcrossRules[] = {
    {.id = "answers-differ-across-contracts",
     .severity = Severity::review,
     .clause = "A3.4",
     .message = {"同じ乙が、別の契約の届出書では{row}に異なる答えをしています。",
                 "The same contractor answers {row} otherwise on the form of another contract."},
     .remedy = {"業務の違いによるものか、どちらかの書き誤りかを乙に確認してください。",
                "Ask the contractor whether the work differs or one of the forms is wrong."},
     .why =
         {"契約ごとに保存先が異なることはありうるが、書き写しの誤りや変更の届出漏れのこともあるた"
          "め。",
          "Storage may differ by contract; it may also be a slip, or a change not declared."},
     .fires =
         R"({"format":"tokki.dossier/1","contract":{"course_number":"5-01"},"parties":[{"id":"m","name":"株式会社みどり"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["japan_only"]}}}]}
{"format":"tokki.dossier/1","contract":{"course_number":"5-02"},"parties":[{"id":"x","name":"㈱みどり"}],"declarations":[{"party":"x","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["abroad"]}}}]})",
     .near_miss =
         R"({"format":"tokki.dossier/1","contract":{"course_number":"5-01"},"parties":[{"id":"m","name":"株式会社みどり"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["japan_only"]}}}]}
{"format":"tokki.dossier/1","contract":{"course_number":"5-02"},"parties":[{"id":"m","name":"みどり株式会社"}],"declarations":[{"party":"m","declaration":{"declared_on":"令和7年4月1日","storage_location":{"ticked":["abroad"]}}}]})",
     .whole_documents = true},
};

// Rows 2, 3 and 4: what is ticked, and where the box stands.
constexpr std::size_t kRows = 3;
using Answers = std::array<int, kRows>;  // -1: no answer

template <class E>
int number(const std::optional<E>& answer) {
  return answer ? static_cast<int>(*answer) : -1;
}
Answers answers_of(const ChainFiling& filing) {
  return {number(filing.region), number(filing.online), number(filing.subcontracting)};
}
Spot box(const ChainFiling& filing, std::size_t row) {
  switch (row) {
    case 0: return spot(filing, &Declaration::storage_location, &StorageLocation::ticked);
    case 1: return spot(filing, &Declaration::online_storage, &OnlineStorage::ticked);
    default: return spot(filing, &Declaration::subcontracting, &Subcontracting::ticked);
  }
}
constexpr std::array<std::string_view, kRows> kCells{
    "declaration.storage_location", "declaration.online_storage", "declaration.subcontracting"};

// The firm, whatever its id in this dossier.
std::string key_of(const ChainParty& party) {
  const auto number = read_corporate_number(party.corporate_number);
  if (number) return digits(*number);
  return is_blank(party.name) ? std::string() : name_key(party.name);
}

}  // namespace

std::span<const RuleInfo> across_rules() { return kAcrossRules; }

struct AcrossContracts::State {
  struct Given {
    std::string course_number;
    CompactDay concluded_on;
    Answers answers;
    std::array<Location, kRows> places;
  };
  std::unordered_map<std::string, Given> first;
};

AcrossContracts::AcrossContracts() : state_(std::make_unique<State>()) {}
AcrossContracts::AcrossContracts(AcrossContracts&&) noexcept = default;
AcrossContracts& AcrossContracts::operator=(AcrossContracts&&) noexcept = default;
AcrossContracts::~AcrossContracts() = default;

void AnswersComparison::compare(AcrossContracts& across, const Chain& chain,
                                const std::function<Location(const Spot&)>& here, Severity severity,
                                std::vector<ChainFinding>& out) {
  if (chain.contractor() == kNobody) return;
  const ChainIndex index = chain.filing_in_force(chain.contractor());
  if (index == kNobody) return;
  const ChainFiling& filing = chain.filings()[index];
  std::string key = key_of(chain.parties()[chain.contractor()]);
  if (key.empty()) return;
  const Answers answers = answers_of(filing);
  std::string scratch;
  const std::string_view course_number = folded(chain.contract().course_number, scratch);
  const CompactDay concluded_on(chain.contract().concluded_on);
  const auto [known, fresh] = across.state_->first.try_emplace(std::move(key));
  auto& given = known->second;
  if (fresh) {
    given.course_number = course_number;
    given.concluded_on = concluded_on;
    given.answers = answers;
    for (std::size_t row = 0; row < kRows; ++row) given.places[row] = here(box(filing, row));
    return;
  }
  // The same contract, given twice, is none to compare with.
  if (given.course_number == course_number && given.concluded_on == concluded_on) return;
  for (std::size_t row = 0; row < kRows; ++row) {
    if (answers[row] == given.answers[row] || answers[row] < 0 || given.answers[row] < 0) continue;
    out.push_back({&kAcrossRules[0],
                   severity,
                   box(filing, row),
                   {},
                   {{"row", CellPlace{kCells[row]}}},
                   {given.places[row]}});
  }
}

}  // namespace tokki
