// Row 4, and what is entered twice anywhere on the form.
#include <algorithm>
#include <bit>
#include <optional>
#include <unordered_map>

#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/folded_characters.hpp"
#include "text/near_names.hpp"

namespace tokki::inline v0::internal {
namespace {

Path subcontractor_name_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::name);
}
Path work_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::work);
}

void work_not_concrete(const FormFacts& form, const Emit& emit) {
  if (form.subcontracting() != Answer::yes) return;
  const auto& subcontractors = form.declaration().subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    const CellReading& work = form.subcontractor(i).work;
    // Reported by those rules.
    if (has(work.meaning, CellMeaning::undecided | CellMeaning::elsewhere)) continue;
    const bool vague =
        has(work.meaning, CellMeaning::vague_work | CellMeaning::undisclosed_location);
    if (work.vague_work || vague) emit(work_cell(i));
  }
}

// Calls `visit(i, is_declarant)` for the subcontractors of row 4: whether each is the filer itself,
// by its name, its number or a word such as 自社.
template <class Visit>
void each_subcontractor(const FormFacts& form, Visit&& visit) {
  if (form.subcontracting() == Answer::no) return;
  const Declaration& declaration = form.declaration();
  const auto& subcontractors = declaration.subcontracting.subcontractors;
  if (subcontractors.empty()) return;
  const std::string_view own_name = declaration.declarant.name;
  const auto& numbers = form.numbers();
  const bool own_number = !numbers.empty() && !numbers[0].subcontractor && numbers[0].number;
  auto given = numbers.begin();  // in the order of the subcontractors
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    while (given != numbers.end() && given->subcontractor < i) ++given;
    const bool same_number = own_number && given != numbers.end() && given->subcontractor == i &&
                             given->number == numbers[0].number;
    visit(i, same_number || has(form.subcontractor(i).name.meaning, CellMeaning::oneself) ||
                 (!is_blank(own_name) && same_name(subcontractors[i].name, own_name)));
  }
}

void emit_own_name(std::size_t subcontractor, const Emit& emit) {
  emit(subcontractor_name_cell(subcontractor),
       {.related = {at(&Declaration::declarant, &Party::name)}});
}

void subcontractor_is_declarant(const FormFacts& form, const Emit& emit) {
  each_subcontractor(form, [&](std::size_t i, bool is_declarant) {
    if (is_declarant) emit_own_name(i, emit);
  });
}

// The letters of a name as bits of a hash, without those of legal forms, which many names share.
// Nothing where kana is of half width or its mark a character of its own: only folding tells.
std::optional<std::uint64_t> letters_of(std::string_view name) {
  constexpr std::u32string_view kOfLegalForms = U"株式有限合同会社学校公益一般財団法人";
  constexpr std::u32string_view kMarks = U"\u3099\u309A\u309B\u309C";
  std::uint64_t letters = 0;
  FoldedCharacters characters(name);
  while (characters.next()) {
    const char32_t c = characters.character();
    const bool half_width = c >= 0xFF61 && c <= 0xFF9F;
    if (half_width || kMarks.find(c) != std::u32string_view::npos) return std::nullopt;
    if ((c < 0x80 && !is_latin(c)) || kOfLegalForms.find(c) != std::u32string_view::npos) continue;
    letters |= std::uint64_t{1} << (c * 0x9E3779B1U >> 26U);
  }
  return letters;
}

// Whether the letters of one name are among those of the other, but for one of several, which may
// be a variant. Allocates nothing, as most names fail here.
bool may_continue(std::string_view a, std::string_view b) {
  const auto of_a = letters_of(a);
  const auto of_b = letters_of(b);
  if (!of_a || !of_b) return true;
  if (of_a == of_b && a.size() == b.size()) return false;  // another legal form, or one moved
  const auto are_among = [](std::uint64_t letters, std::uint64_t others) {
    return std::popcount(letters & ~others) <= (std::popcount(letters) > 3 ? 1 : 0);
  };
  return are_among(*of_a, *of_b) || are_among(*of_b, *of_a);
}

// A branch, a school or a representative. 前株 and 後株 are often two firms, and of names that only
// look alike another rule tells.
bool may_be_part_of(std::string_view name, std::string_view own_name) {
  return may_continue(name, own_name) && may_be_one_firm(name, own_name) &&
         !have_moved_legal_form(name, own_name) && !look_alike(name, own_name);
}

void subcontractor_perhaps_declarant(const FormFacts& form, const Emit& emit) {
  const Declaration& declaration = form.declaration();
  each_subcontractor(form, [&](std::size_t i, bool is_declarant) {
    const std::string_view name = declaration.subcontracting.subcontractors[i].name;
    if (!is_declarant && may_be_part_of(name, declaration.declarant.name)) emit_own_name(i, emit);
  });
}

// What makes two entries the same: the name, which is not blank, and the other cells. The text that
// differs soonest comes first: of subcontractors the work, since many names begin with 株式会社.
struct EntryIdentity {
  std::string_view first;
  std::string_view second{};
  bool named = !is_blank(first);
};
EntryIdentity identity_of(const StorageMedium& medium) { return {medium.name}; }
EntryIdentity identity_of(const Country& country) {
  return {country.value ? country.value->view() : country.written.view()};
}
EntryIdentity identity_of(const Service& service) { return {service.name, service.provider}; }
EntryIdentity identity_of(const Subcontractor& subcontractor) {
  return {subcontractor.work, subcontractor.name, !is_blank(subcontractor.name)};
}

bool same_entry(const EntryIdentity& a, const EntryIdentity& b) {
  return a.named && same_name(a.first, b.first) && same_name(a.second, b.second);
}

// Emits for each entry that repeats an earlier one. Few entries are compared in pairs, which does
// not allocate; many by their keys, which takes linear time.
template <class T, class PathOf>
void emit_repeats(const List<T>& list, const Emit& emit, PathOf&& path_of) {
  constexpr std::size_t kMany = 32;
  const auto emit_at = [&](std::size_t later, std::size_t earlier) {
    emit(path_of(later), {.related = {path_of(earlier)}});
  };
  if (list.size() < kMany) {
    for (std::size_t later = 1; later < list.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!same_entry(identity_of(list[earlier]), identity_of(list[later]))) continue;
        emit_at(later, earlier);
        break;
      }
    }
    return;
  }
  std::unordered_map<std::string, std::size_t> met;
  for (std::size_t later = 0; later < list.size(); ++later) {
    const EntryIdentity identity = identity_of(list[later]);
    if (!identity.named) continue;
    const auto [entry, added] =
        met.try_emplace(name_key(identity.first) + '\n' + name_key(identity.second), later);
    if (!added) emit_at(later, entry->second);
  }
}

void entry_repeated(const FormFacts& form, const Emit& emit) {
  const Declaration& declaration = form.declaration();
  emit_repeats(declaration.storage_media, emit, [](std::size_t i) {
    return at(&Declaration::storage_media, i, &StorageMedium::name);
  });
  emit_repeats(declaration.storage_location.countries, emit, [](std::size_t i) {
    return at(&Declaration::storage_location, &StorageLocation::countries, i);
  });
  const auto& services = declaration.online_storage.services;
  for (std::size_t s = 0; s < services.size(); ++s) {
    emit_repeats(services[s].countries, emit, [s](std::size_t i) {
      return at(&Declaration::online_storage, &OnlineStorage::services, s, &Service::countries, i);
    });
  }
  emit_repeats(services, emit, [](std::size_t i) {
    return at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name);
  });
  emit_repeats(declaration.subcontracting.subcontractors, emit, subcontractor_name_cell);
}

constexpr FormRule kSubcontractorRules[] = {
    {.info = rule("work-not-concrete"),
     .check = work_not_concrete,
     .triggers = FormTrigger::meaning | FormTrigger::vague_work},
    {.info = rule("subcontractor-is-declarant"),
     .check = subcontractor_is_declarant,
     .triggers = FormTrigger::subcontractor},
    {.info = rule("subcontractor-mentioned"),
     .check =
         [](const FormFacts& form, const Emit& emit) {
           for (const Path& path : form.subcontractor_mentions()) {
             emit(path, {.arguments = {{"row", CellPlace{"declaration.subcontracting"}}},
                         .related = {at(&Declaration::subcontracting, &Subcontracting::ticked)}});
           }
         },
     .triggers = FormTrigger::subcontractor_mentioned},
    {.info = rule("subcontractor-perhaps-declarant"),
     .check = subcontractor_perhaps_declarant,
     .triggers = FormTrigger::subcontractor},
    {.info = rule("entry-repeated"), .check = entry_repeated},
};
static_assert(binds_each(kSubcontractorCatalog, kSubcontractorRules));

}  // namespace

std::span<const FormRule> subcontractor_rules() { return kSubcontractorRules; }

}  // namespace tokki::inline v0::internal
