#include "changes/matters.hpp"

#include "tokki/records/declaration.hpp"

namespace tokki::inline v0::internal {
namespace {

// Whether `path` is at `cell` or below it; indices into lists do not count.
bool within_cell(const Path& path, const Path& cell) {
  std::size_t step = 0;
  for (std::size_t i = 0; i < path.size() && step < cell.size(); ++i) {
    if (path.is_index(i)) continue;
    if (path.key(i) != cell.key(step)) return false;
    ++step;
  }
  return step == cell.size();
}

}  // namespace

std::optional<DeclaredMatter> matter_at(const Path& path) {
  struct Row {
    Path cell;
    std::optional<DeclaredMatter> matter;
  };
  // A cell belongs to the first row that it is within.
  static const Row rows[] = {
      {at(&Declaration::declarant, &Party::name), DeclaredMatter::name},
      {at(&Declaration::declarant, &Party::address), DeclaredMatter::address},
      {at(&Declaration::storage_media), DeclaredMatter::medium},
      {at(&Declaration::storage_location), DeclaredMatter::location},
      {at(&Declaration::online_storage), DeclaredMatter::service},
      {at(&Declaration::subcontracting, &Subcontracting::subcontractors)
           .then(at(&Subcontractor::work)),
       DeclaredMatter::work},
      {at(&Declaration::subcontracting, &Subcontracting::subcontractors)
           .then(at(&Subcontractor::corporate_number)),
       std::nullopt},
      {at(&Declaration::subcontracting, &Subcontracting::subcontractors)
           .then(at(&Subcontractor::subsidiary)),
       std::nullopt},
      {at(&Declaration::subcontracting), DeclaredMatter::subcontracting},
  };
  for (const Row& row : rows) {
    if (within_cell(path, row.cell)) return row.matter;
  }
  return std::nullopt;
}

}  // namespace tokki::inline v0::internal
