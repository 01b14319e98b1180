// Row 4, and what is entered twice anywhere on the form.
#include <algorithm>
#include <string>
#include <vector>

#include "rules/form_rules.hpp"
#include "text/corporate_number.hpp"

namespace tokki {
namespace {

Path name_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::name);
}
Path work_cell(std::size_t i) {
  return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i, &Subcontractor::work);
}

void work_not_concrete(const Form& form, const Emit& emit) {
  if (form.subcontracting() != Answer::yes) return;
  const auto& subcontractors = form.declaration().subcontracting.subcontractors;
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    if (has(form.saying_of(subcontractors[i].work), Saying::vague_work)) emit(work_cell(i));
  }
}

void subcontractor_is_declarant(const Form& form, const Emit& emit) {
  if (form.subcontracting() == Answer::no) return;
  const Declaration& declaration = form.declaration();
  const auto& subcontractors = declaration.subcontracting.subcontractors;
  if (subcontractors.empty()) return;
  const Party& declarant = declaration.declarant;
  const std::string own_name = name_key(declarant.name);
  const auto own_number = read_corporate_number(declarant.corporate_number);
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    const bool same_name = !own_name.empty() && name_key(subcontractors[i].name) == own_name;
    const bool same_number =
        own_number && read_corporate_number(subcontractors[i].corporate_number) == own_number;
    if (same_name || same_number) {
      emit(name_cell(i), {.related = {at(&Declaration::declarant, &Party::name)}});
    }
  }
}

// Emits for each key that stood before; blank keys are no entries.
class Repeats {
 public:
  explicit Repeats(const Emit& emit) : emit_(emit) {}
  void entry(std::string key, const Path& path) {
    if (key.empty()) return;
    const auto same = std::ranges::find(seen_, key, &Entry::key);
    if (same == seen_.end()) {
      seen_.push_back({std::move(key), path});
    } else {
      emit_(path, {.related = {same->path}});
    }
  }

 private:
  struct Entry {
    std::string key;
    Path path;
  };
  const Emit& emit_;
  std::vector<Entry> seen_;
};

std::string country_key(const Country& country) {
  return country.value ? std::string(country.value->view()) : name_key(country.written);
}

void repeated_countries(const List<Country>& countries, const Path& list, const Emit& emit) {
  if (countries.size() < 2) return;
  Repeats repeats(emit);
  for (std::size_t i = 0; i < countries.size(); ++i) {
    Path path = list;
    repeats.entry(country_key(countries[i]), path.into(i));
  }
}

void entry_repeated(const Form& form, const Emit& emit) {
  const Declaration& declaration = form.declaration();
  const auto& media = declaration.storage_media;
  if (media.size() > 1) {
    Repeats repeats(emit);
    for (std::size_t i = 0; i < media.size(); ++i) {
      repeats.entry(name_key(media[i].name), at(&Declaration::storage_media, i, &StorageMedium::name));
    }
  }
  repeated_countries(declaration.storage_location.countries,
                     at(&Declaration::storage_location, &StorageLocation::countries), emit);
  const auto& services = declaration.online_storage.services;
  Repeats repeated_services(emit);
  for (std::size_t i = 0; i < services.size(); ++i) {
    repeated_countries(
        services[i].countries,
        at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::countries), emit);
    if (services.size() < 2 || is_blank(services[i].name)) continue;
    repeated_services.entry(name_key(services[i].name) + "\n" + name_key(services[i].provider),
                            at(&Declaration::online_storage, &OnlineStorage::services, i, &Service::name));
  }
  const auto& subcontractors = declaration.subcontracting.subcontractors;
  if (subcontractors.size() < 2) return;
  Repeats repeats(emit);
  for (std::size_t i = 0; i < subcontractors.size(); ++i) {
    if (is_blank(subcontractors[i].name)) continue;
    repeats.entry(name_key(subcontractors[i].name) + "\n" + name_key(subcontractors[i].work),
                  name_cell(i));
  }
}

constexpr FormRule kRules[] = {
    {.info = {.id = "work-not-concrete",
              .severity = Severity::error,
              .clause = "F4.work",
              .message = {"委託する業務の内容が具体的ではありません。", "The work entrusted is not described concretely."},
              .remedy = {"「受講者名簿の入力」のように、何を委託するかを記載してください。",
                         "Say what is entrusted, as in \"entering the list of trainees\"."},
              .why = {"様式は具体的な業務内容を求めており、「業務一式」では承諾の判断ができないため。",
                      "The form asks for the concrete work; consent cannot be judged on \"all work\"."},
              .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "有限会社あおば情報", "work": "業務一式"}]}})",
              .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "有限会社あおば情報", "work": "受講者募集業務一式（チラシ作成、発送）"}]}})"},
     .check = work_not_concrete},
    {.info = {.id = "subcontractor-is-declarant",
              .severity = Severity::error,
              .clause = "F4.name",
              .message = {"再委託先等として、届出者自身が書かれています。",
                          "The filer is named as its own subcontractor."},
              .remedy = {"再委託先等の名称を確認してください。", "Check the subcontractor's name."},
              .why = {"再委託等は第三者への委託であるため。", "Subcontracting is entrusting to a third party."},
              .fires = R"({"subcontracting": {"subcontractors": [
                           {"name": "㈱みどり職業訓練センター", "work": "修了証の印刷"}]}})",
              .near_miss = R"({"subcontracting": {"subcontractors": [
                               {"name": "みどり職業訓練センター株式会社", "work": "修了証の印刷"}]}})"},
     .check = subcontractor_is_declarant},
    {.info = {.id = "entry-repeated",
              .severity = Severity::warning,
              .clause = {},
              .message = {"同じ記載が二度あります。", "The same entry is there twice."},
              .remedy = {"重複を除くか、別のものであれば違いが分かるように記載してください。",
                         "Remove one, or say in what they differ."},
              .why = {"写し間違いで、書くべきものが抜けていることが多いため。",
                      "It is often a slip that hides what should stand there."},
              .fires = R"({"storage_media": [{"name": "USBメモリ"}, {"name": "ＵＳＢメモリ"}]})",
              .near_miss = R"({"storage_media": [{"name": "USBメモリ1"}, {"name": "USBメモリ2"}]})"},
     .check = entry_repeated},
};
static_assert(complete(kRules));

}  // namespace

std::span<const FormRule> subcontractor_rules() { return kRules; }

}  // namespace tokki
