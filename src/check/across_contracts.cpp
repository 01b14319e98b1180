#include "check/across_contracts.hpp"

#include <array>
#include <optional>
#include <string>

#include "rules/catalog/catalog.hpp"
#include "text/corporate_number.hpp"
#include "tokki/text.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

template <class E>
int number(const std::optional<E>& answer) {
  return answer ? static_cast<int>(*answer) : -1;
}
FirstAnswers::Answers answers_of(const ChainFiling& filing) {
  return {number(filing.region), number(filing.online), number(filing.subcontracting)};
}
// The cell of a row that holds the boxes to tick.
Place box(const ChainFiling& filing, std::size_t row) {
  switch (row) {
    case 0: return place_of(filing, &Declaration::storage_location, &StorageLocation::ticked);
    case 1: return place_of(filing, &Declaration::online_storage, &OnlineStorage::ticked);
    default: return place_of(filing, &Declaration::subcontracting, &Subcontracting::ticked);
  }
}
constexpr std::array<std::string_view, FirstAnswers::kRows> kCells{
    "declaration.storage_location", "declaration.online_storage", "declaration.subcontracting"};

// The firm's corporate number or name; its id may differ between dossiers.
std::string key_of(const ChainParty& party) {
  const auto number = read_corporate_number(party.corporate_number);
  if (number) return digits(*number);
  return is_blank(party.name) ? std::string() : name_key(party.name);
}

}  // namespace

AcrossContracts::AcrossContracts() : first_answers_(std::make_unique<FirstAnswers>()) {}
AcrossContracts::AcrossContracts(AcrossContracts&&) noexcept = default;
AcrossContracts& AcrossContracts::operator=(AcrossContracts&&) noexcept = default;
AcrossContracts::~AcrossContracts() = default;

FirstAnswers& AcrossContracts::first_answers() {
  if (!first_answers_) first_answers_ = std::make_unique<FirstAnswers>();  // after a move
  return *first_answers_;
}

void FirstAnswers::compare(const Chain& chain,
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
  const auto [known, fresh] = by_contractor_.try_emplace(std::move(key));
  auto& given = known->second;
  if (fresh) {
    given.course_number = course_number;
    given.concluded_on = concluded_on;
    given.answers = answers;
    given.document = name_of(filing.source.document);
    for (std::size_t row = 0; row < kRows; ++row) given.boxes[row] = box(filing, row);
    return;
  }
  // The same contract given twice is not compared with itself.
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
