#include "terms/overlay.hpp"

#include <algorithm>

#include "terms/entry_key.hpp"

namespace tokki::inline v0::internal {
namespace {

// Members that `over` sets replace those of `base`. Lists are replaced as a whole, and so is a
// wording with its translation.
template <class M>
void lay(M& base, const M& over) {
  if (is_empty(over)) return;
  if constexpr (Record<M> && !std::is_same_v<M, Wording>) {
    for_each_field<M>([&](const auto& field) { lay(base.*field.member, over.*field.member); });
  } else {
    base = over;
  }
}

template <class Entry>
void lay_entry(Entry& base, const Entry& over) {
  lay(base, over);
}
// A changed wording or position drops the annotations that were made for the old one.
void lay_entry(Clause& base, const Clause& over) {
  const bool reworded = !is_empty(over.wording);
  const bool moved = reworded || !over.number.empty() || !over.parent.empty();
  lay(base, over);
  if (moved) base.order_doubt = over.order_doubt;
  if (!reworded) return;
  base.sic = over.sic;
  base.defines = over.defines;
  base.refers = over.refers;
  base.laws = over.laws;
}

}  // namespace

template <class Entry>
void Overlay::merge(List<Entry> EditionFile::* list, const List<Entry>& over,
                    const List<Str>& removed) {
  List<Entry>& entries = file_.*list;
  List<Entry> merged;
  auto& origins = origins_[key_of(list)];
  const auto is_removed = [&](std::string_view key) {
    return std::ranges::any_of(removed, [&](const Str& one) { return one == key; });
  };
  for (const Entry& entry : entries) {
    if (is_removed(key_of_entry(entry))) continue;
    merged.push_back(entry);
    origins.emplace_back();
  }
  const std::size_t taken_over = merged.size();
  for (std::size_t i = 0; i < over.size(); ++i) {
    std::size_t at = 0;
    while (at < taken_over && key_of_entry(merged[at]) != key_of_entry(over[i])) ++at;
    // The inspection reports entries that occur twice.
    if (at < taken_over && !origins[at]) {
      lay_entry(merged[at], over[i]);
      origins[at] = i;
    } else {
      merged.push_back(over[i]);
      origins.emplace_back(i);
    }
  }
  entries = std::move(merged);
}

Overlay::Overlay(EditionFile base, const EditionFile& over) : file_(std::move(base)) {
  file_.id = over.id;
  file_.version = over.version;
  file_.extends = over.extends;
  file_.title = over.title;
  file_.issuer = over.issuer;
  file_.revised_on = over.revised_on;
  file_.valid_from = over.valid_from;
  file_.valid_until = over.valid_until;
  file_.successor = over.successor;
  file_.removes = over.removes;
  merge(&EditionFile::parts, over.parts);
  merge(&EditionFile::clauses, over.clauses, over.removes.clauses);
  merge(&EditionFile::duties, over.duties, over.removes.duties);
  merge(&EditionFile::parameters, over.parameters, over.removes.parameters);
  merge(&EditionFile::cells, over.cells);
  lay(file_.form, over.form);
  lay(file_.lists, over.lists);
  merge(&EditionFile::services, over.services, over.removes.services);
  merge(&EditionFile::subjects, over.subjects, over.removes.subjects);
  merge(&EditionFile::rules, over.rules);
  lay(file_.extensions_schema, over.extensions_schema);
}

Path Overlay::own_path(const Path& path) const {
  if (path.size() < 2 || !path.is_index(1)) return path;
  const auto origins = origins_.find(path.key(0));
  if (origins == origins_.end() || path.index(1) >= origins->second.size()) return path;
  const auto& own = origins->second[path.index(1)];
  if (!own) return at(&EditionFile::extends);
  Path there;
  return there.into(path.key(0)).into(*own).then(path.after(2));
}

}  // namespace tokki::inline v0::internal
