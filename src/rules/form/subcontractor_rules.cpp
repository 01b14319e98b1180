// Row 4, and what is entered twice anywhere on the form.
#include <optional>
#include <unordered_map>
#include <utility>

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

bool same_filled(std::string_view a, std::string_view b) { return same_name(a, b) && !is_blank(a); }

// What makes an entry the same as another: two are when same() says so, which costs little, or when
// they have the same key, which costs more and tells among many. No key: nothing is there.
using RepeatKey = std::optional<std::string>;

RepeatKey filled_key(std::string_view name, std::string_view beside = {}) {
  if (is_blank(name)) return std::nullopt;
  return name_key(name) + '\n' + name_key(beside);
}

bool same(const StorageMedium& a, const StorageMedium& b) { return same_filled(a.name, b.name); }
RepeatKey key_of(const StorageMedium& medium) { return filled_key(medium.name); }

bool same(const Country& a, const Country& b) {
  if (a.value && b.value) return *a.value == *b.value;
  return same_filled(a.written, b.written);
}
RepeatKey key_of(const Country& country) {
  return country.value ? std::string(country.value->view()) : filled_key(country.written);
}

bool same(const Service& a, const Service& b) {
  return same_filled(a.name, b.name) && same_name(a.provider, b.provider);
}
RepeatKey key_of(const Service& service) { return filled_key(service.name, service.provider); }

bool same(const Subcontractor& a, const Subcontractor& b) {
  // What they do mostly differs at once, their names after 株式会社.
  return same_name(a.work, b.work) && same_filled(a.name, b.name);
}
RepeatKey key_of(const Subcontractor& subcontractor) {
  return filled_key(subcontractor.name, subcontractor.work);
}

// Emits for each entry that stood before.
template <class T, class PathOf>
void emit_repeats(const List<T>& list, const Emit& emit, PathOf&& path_of) {
  constexpr std::size_t kMany = 32;
  const auto emit_at = [&](std::size_t later, std::size_t earlier) {
    emit(path_of(later), {.related = {path_of(earlier)}});
  };
  if (list.size() < kMany) {
    for (std::size_t later = 1; later < list.size(); ++later) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        if (!same(list[earlier], list[later])) continue;
        emit_at(later, earlier);
        break;
      }
    }
    return;
  }
  std::unordered_map<std::string, std::size_t> met;
  for (std::size_t later = 0; later < list.size(); ++later) {
    RepeatKey key = key_of(list[later]);
    if (!key) continue;
    const auto [entry, added] = met.try_emplace(std::move(*key), later);
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
