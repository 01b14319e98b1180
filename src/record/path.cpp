#include <array>
#include <utility>

#include "record/pointers.hpp"
#include "tokki/finding.hpp"

namespace tokki {
namespace {

// Which cell key a record has that can stand in several documents; the longer way comes first.
constexpr auto kSameCells = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"dossier.declarations.declaration", "declaration"},
    {"dossier-record.filing.declaration", "declaration"},
    {"dossier-record.contract", "dossier.contract"},
    {"dossier-record.party", "dossier.parties"},
    {"dossier-record.subcontract", "dossier.subcontracts"},
    {"dossier-record.filing", "dossier.declarations"},
    {"dossier-record.certificate", "dossier.certificates"},
});

}  // namespace

constexpr std::size_t kTypical = 48;  // bytes of most pointers and cell keys

std::string Path::pointer() const {
  std::string text;
  text.reserve(kTypical);
  for (std::size_t i = 0; i < size_; ++i) {
    const Step& step = steps_[i];
    if (step.key == nullptr) {
      text += '/';
      text += std::to_string(step.size);
    } else {
      add_step(text, {step.key, step.size});
    }
  }
  return text;
}

std::string cell_key(std::string way) {
  for (const auto& [here, same] : kSameCells) {
    const bool within =
        way.starts_with(here) && (way.size() == here.size() || way[here.size()] == '.');
    if (within) return way.replace(0, here.size(), same);
  }
  return way;
}

std::string Path::cell(std::string_view kind) const {
  std::string text;
  text.reserve(kTypical);
  text = kind;
  for (std::size_t i = 0; i < size_; ++i) {
    if (steps_[i].key == nullptr) continue;
    text += '.';
    text.append(steps_[i].key, steps_[i].size);
  }
  return cell_key(std::move(text));
}

}  // namespace tokki
