// Row 4, and what is entered twice anywhere on the form.
#include <unordered_map>

#include "rules/form/form_rules.hpp"

namespace tokki {
namespace {

Path subcontractor_name_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::name);
}
Path work_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::work);
}

void work_not_concrete(const Form& form, const Emit& emit) {
  if (form.subcontracting() != Answer::yes) return;
  const auto& subcontractors = form.declaration().subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    const Saying saying = form.work(i).saying;
    if (has(saying, Saying::undecided)) continue;  // said by that rule
    if (form.work(i).vague_work || has(saying, Saying::vague_work | Saying::undisclosed_place)) {
      emit(work_cell(i));
    }
  }
}

void subcontractor_is_declarant(const Form& form, const Emit& emit) {
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
    const bool same_party = same_number ||
                            (has(form.sayings(), Saying::oneself) &&
                             has(form.saying_of(subcontractors[i].name), Saying::oneself)) ||
                            (!is_blank(own_name) && same_name(subcontractors[i].name, own_name));
    if (same_party) {
      emit(subcontractor_name_cell(i), {.related = {at(&Declaration::declarant, &Party::name)}});
    }
  }
}

// What makes an entry the same as another: the same name, which is not blank, and the same text
// beside it.
struct EntryIdentity {
  std::string_view name;
  std::string_view beside{};
};
EntryIdentity identity_of(const StorageMedium& medium) { return {medium.name}; }
EntryIdentity identity_of(const Country& country) {
  return {country.value ? country.value->view() : country.written.view()};
}
EntryIdentity identity_of(const Service& service) { return {service.name, service.provider}; }
EntryIdentity identity_of(const Subcontractor& subcontractor) {
  return {subcontractor.name, subcontractor.work};
}

// Compares what stands beside first: subcontractors' work mostly differs at once, their names only
// after 株式会社.
bool same_entry(const EntryIdentity& a, const EntryIdentity& b) {
  return same_name(a.beside, b.beside) && same_name(a.name, b.name) && !is_blank(a.name);
}

// Emits for each entry that stood before. Few entries are compared with one another, which
// allocates nothing; many by their keys, which takes linear time.
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
    if (is_blank(identity.name)) continue;
    const auto [entry, added] =
        met.try_emplace(name_key(identity.name) + '\n' + name_key(identity.beside), later);
    if (!added) emit_at(later, entry->second);
  }
}

void entry_repeated(const Form& form, const Emit& emit) {
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
    {.info =
         {.id = "work-not-concrete",
          .severity = Severity::error,
          .clause = "F4.work",
          .message = {"委託する業務の内容が具体的ではありません。",
                      "The work entrusted is not described concretely."},
          .remedy = {"「受講者名簿の入力」のように、何を委託するかを記載してください。",
                     "Say what is entrusted, as in \"entering the list of trainees\"."},
          .why = {"様式は具体的な業務内容を求めており、「業務一式」では承諾の判断ができないため。",
                  "The form asks for the concrete work; consent cannot be judged on \"all work\"."},
          .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "有限会社あおば情報", "work": "業務一式"}]}})",
          .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "有限会社あおば情報", "work": "受講者募集業務一式（チラシ作成、発送）"}]}})",
          .reads = "lists.vague_work lists.undisclosed_places lists.undecided"},
     .check = work_not_concrete,
     .when = sign::said},
    {.info = {.id = "subcontractor-is-declarant",
              .severity = Severity::error,
              .clause = "F4.name",
              .message = {"再委託先等として、届出者自身が書かれています。",
                          "The filer is named as its own subcontractor."},
              .remedy = {"再委託先等の名称を確認してください。", "Check the subcontractor's name."},
              .why = {"再委託等は第三者への委託であるため。",
                      "Subcontracting is entrusting to a third party."},
              .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "㈱みどり職業訓練センター", "work": "修了証の印刷"}]}})",
              .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "みどり職業訓練センター株式会社", "work": "修了証の印刷"}]}})",
              .reads = "lists.oneself"},
     .check = subcontractor_is_declarant,
     .when = sign::subcontractor},
    {.info = {.id = "entry-repeated",
              .severity = Severity::warning,
              .clause = {},
              .message = {"同じ記載が二度あります。", "The same entry is there twice."},
              .remedy = {"重複を除くか、別のものであれば違いが分かるように記載してください。",
                         "Remove one, or say in what they differ."},
              .why = {"写し間違いで、書くべきものが抜けていることが多いため。",
                      "It is often a slip that hides what should stand there."},
              .fires = R"({"storage_media": [{"name": "USBメモリ"}, {"name": "ＵＳＢメモリ"}]})",
              .near_miss =
                  R"({"storage_media": [{"name": "USBメモリ1"}, {"name": "USBメモリ2"}]})"},
     .check = entry_repeated},
};
static_assert(complete(kSubcontractorRules));

}  // namespace

std::span<const FormRule> subcontractor_rules() { return kSubcontractorRules; }

}  // namespace tokki
