#include "check/across_contracts.hpp"

#include <array>
#include <string>
#include <unordered_map>

#include "rules/catalog/catalog.hpp"
#include "text/corporate_number.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

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
Place box(const ChainFiling& filing, std::size_t row) {
  switch (row) {
    case 0: return place_of(filing, &Declaration::storage_location, &StorageLocation::ticked);
    case 1: return place_of(filing, &Declaration::online_storage, &OnlineStorage::ticked);
    default: return place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked);
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

struct AcrossContracts::State {
  struct Given {
    std::string course_number;
    CompactDay concluded_on;
    Answers answers;
    std::string document;  // its name
    std::array<Place, kRows> boxes;
  };
  std::unordered_map<std::string, Given> first;
};

AcrossContracts::AcrossContracts() : state_(std::make_unique<State>()) {}
AcrossContracts::AcrossContracts(AcrossContracts&&) noexcept = default;
AcrossContracts& AcrossContracts::operator=(AcrossContracts&&) noexcept = default;
AcrossContracts::~AcrossContracts() = default;

void AnswersComparison::compare(AcrossContracts& across, const Chain& chain,
                                const std::function<std::string(std::uint32_t document)>& name_of,
                                std::uint32_t elsewhere, const Emit& emit,
                                std::unordered_map<std::uint32_t, std::string>& names) {
  if (chain.contractor() == kNoIndex) return;
  const ChainIndex index = chain.filing_in_force(chain.contractor());
  if (index == kNoIndex) return;
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
    given.document = name_of(filing.source.document);
    for (std::size_t row = 0; row < kRows; ++row) given.boxes[row] = box(filing, row);
    return;
  }
  // The same contract, given twice, is none to compare with.
  if (given.course_number == course_number && given.concluded_on == concluded_on) return;
  for (std::size_t row = 0; row < kRows; ++row) {
    if (answers[row] == given.answers[row] || answers[row] < 0 || given.answers[row] < 0) continue;
    Place other = given.boxes[row];
    other.document = elsewhere;
    names.emplace(elsewhere, given.document);
    emit(box(filing, row),
         {.arguments = {{"row", CellPlace{kCells[row]}}}, .related = {std::move(other)}});
  }
}

}  // namespace tokki::inline v0
