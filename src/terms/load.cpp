#include "terms/load.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "json/locate.hpp"
#include "json/reading.hpp"
#include "terms/inspection.hpp"
#include "terms/overlay.hpp"

namespace tokki::inline v0::internal {

namespace {

// Of an entry that was taken over, several members may be at fault in the same words, which all
// point to where its edition is named.
void leave_out_repeated(std::vector<Finding>& faults) {
  std::set<std::string> known;
  std::erase_if(faults, [&](const Finding& fault) {
    if (!(fault.at.path == at(&EditionFile::extends))) return false;
    std::string said(fault.rule->id);
    for (const Argument& argument : fault.arguments) {
      const Token* const token = std::get_if<Token>(&argument.content);
      if (token == nullptr) return false;
      said.append("\n").append(token->text);
    }
    return !known.insert(std::move(said)).second;
  });
}

}  // namespace

LoadedFile load_edition_file(
    std::string_view json,
    const std::function<const EditionFile*(std::string_view extends)>& find_base) {
  Tokens tokens;
  ReaderStorage storage;
  EditionFile record;
  ReadingResult result = read_document(json, Limits{}, tokens, storage, record);
  LoadedFile loaded;
  loaded.faults = std::move(result.findings);
  if (!result.decoded) return loaded;
  const Str& extends = record.extends;
  const EditionFile* base = extends.empty() ? nullptr : find_base(extends);
  EditionFile whole;
  if (!extends.empty() && base == nullptr) {
    loaded.faults.push_back(unknown_base(record));
  } else {
    std::ranges::move(inspect_removals(record, base), std::back_inserter(loaded.faults));
    std::vector<Finding> faults;
    if (base == nullptr) {
      // A copy owns its text; the record itself borrows from the storage here.
      whole = std::as_const(record);
      faults = inspect(whole);
    } else {
      std::ranges::move(inspect_rewording(record, *base), std::back_inserter(loaded.faults));
      const Overlay overlay(*base, record);
      whole = overlay.file();
      faults = inspect(whole);
      for (Finding& fault : faults) fault.at.path = overlay.own_path(fault.at.path);
      leave_out_repeated(faults);
    }
    // Leaves out findings on what is already reported as a structural fault.
    std::erase_if(faults, [&](const Finding& fault) {
      return std::ranges::any_of(result.faulty, [&](const Place& faulty) {
        return faulty.path == fault.at.path && faulty.below == fault.at.below;
      });
    });
    std::ranges::move(faults, std::back_inserter(loaded.faults));
  }
  locate(tokens, loaded.faults, false);
  const bool usable = std::ranges::all_of(
      loaded.faults, [](const Finding& fault) { return fault.severity < Severity::error; });
  if (usable) loaded.file = std::move(whole);
  return loaded;
}

}  // namespace tokki::inline v0::internal
