#include "tokki/place.hpp"

#include "record/pointer.hpp"
#include "record/record_kinds.hpp"

namespace tokki::inline v0 {
using namespace internal;
namespace {

constexpr std::size_t kTypicalSize = 48;  // bytes of most pointers and cell keys

// The kind of record that the place is in, and how many steps lead to that record and, if the place
// is within the record's form, to that.
struct FoundKind {
  const RecordKindRow* row = nullptr;
  std::size_t record_steps = 0;
  std::optional<std::size_t> form_steps{};
};
FoundKind find_kind(const Place& place, const RecordKindTable& kinds) {
  const bool in_dossier = place.kind == kinds.dossier;
  const bool alone = place.kind == kinds.record;
  for (const RecordKindRow& row : kinds.rows) {
    if (!row.form.empty() && place.kind == row.form_kind) return {&row, 0, 0};
    if (place.path.empty() || !(in_dossier || alone)) continue;
    if (place.path.key(0) != (in_dossier ? row.list : row.name)) continue;
    const bool entry = in_dossier && place.path.size() > 1 && place.path.is_index(1);
    FoundKind found{&row, entry ? 2U : 1U};
    const bool in_form = !row.form.empty() && place.path.size() > found.record_steps &&
                         place.path.key(found.record_steps) == row.form;
    if (in_form) found.form_steps = found.record_steps + 1;
    return found;
  }
  return {};
}

void add_keys(std::string& cell, const Path& path, std::size_t first) {
  for (std::size_t i = first; i < path.size(); ++i) {
    if (!path.is_index(i)) cell.append(".").append(path.key(i));
  }
}

}  // namespace

std::string Path::pointer() const {
  std::string text;
  text.reserve(kTypicalSize);
  for (std::size_t i = 0; i < size_; ++i) {
    if (is_index(i)) {
      text.append("/").append(std::to_string(index(i)));
    } else {
      add_step(text, key(i));
    }
  }
  return text;
}

const RecordKindRow* internal::row_of_kind(std::string_view name, const RecordKindTable& kinds) {
  for (const RecordKindRow& row : kinds.rows) {
    if (row.name == name) return &row;
  }
  return nullptr;
}

Place internal::place_in(const RecordKindRow& kind, RecordSource source, const Path& within,
                         const RecordKindTable& kinds) {
  Place place(source.document, {});  // the document as a whole, when it holds no such record
  switch (source.in) {
    case DocumentKind::dossier:
      place.kind = kinds.dossier;
      place.path.into(kind.list);
      if (kind.repeated) place.path.into(source.index);
      place.path.then(within);
      break;
    case DocumentKind::record:
      place.kind = kinds.record;
      place.path.into(kind.name).then(within);
      break;
    case DocumentKind::declaration:  // a filing whose document is only its form
      if (kind.form.empty()) break;
      place.kind = kind.form_kind;
      place.path = within.after(1);
      break;
    default: break;
  }
  return place;
}

RecordRef internal::record_of(const Place& place, const RecordKindTable& kinds) {
  const FoundKind found = find_kind(place, kinds);
  if (found.row == nullptr) return {};
  if (found.record_steps == 2) {
    return {found.row->name, static_cast<std::uint32_t>(place.path.index(1))};
  }
  const bool whole_list = found.row->repeated && place.kind == kinds.dossier;
  return whole_list ? RecordRef{} : RecordRef{found.row->name, 0};
}

std::optional<std::size_t> internal::form_of(const Place& place, const RecordKindTable& kinds) {
  const auto steps = find_kind(place, kinds).form_steps;
  const bool within = steps && (place.path.size() > *steps || !place.below.empty());
  return within ? steps : std::nullopt;
}

std::string internal::cell_of(const Place& place, const RecordKindTable& kinds) {
  if (place.is_root()) return {};
  const FoundKind found = find_kind(place, kinds);
  std::string cell;
  cell.reserve(kTypicalSize);
  if (found.form_steps) {
    cell = found.row->form_kind;
    add_keys(cell, place.path, *found.form_steps);
  } else if (found.row != nullptr) {
    cell.append(kinds.dossier).append(".").append(found.row->list);
    add_keys(cell, place.path, found.record_steps);
  } else {
    cell = place.kind;
    add_keys(cell, place.path, 0);
  }
  if (place.unknown) cell.append(".").append(place.below.front());
  return cell;
}

std::string Place::pointer() const {
  std::string text = path.pointer();
  for (const std::string& step : below) add_step(text, step);
  return text;
}

std::string Place::last_step() const {
  if (!below.empty()) return below.back();
  if (path.empty()) return {};
  const std::size_t last = path.size() - 1;
  return path.is_index(last) ? std::to_string(path.index(last)) : std::string(path.key(last));
}

std::string Place::cell() const { return cell_of(*this, kRecordKinds<Dossier>); }
RecordRef Place::record() const { return record_of(*this, kRecordKinds<Dossier>); }
std::optional<std::size_t> Place::form() const { return form_of(*this, kRecordKinds<Dossier>); }

std::optional<std::size_t> Place::entry() const {
  for (std::size_t i = form().value_or(0); i < path.size(); ++i) {
    if (path.is_index(i)) return path.index(i);
  }
  return std::nullopt;
}

}  // namespace tokki::inline v0
