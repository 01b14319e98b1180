// The characters of the form: what nobody can see, cannot be printed everywhere, or deceives.
#include <fmt/format.h>

#include <vector>

#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/look_alike.hpp"

namespace tokki {
namespace {

// Emits once for each cell with such a character. The form as a whole is asked first.
template <Traits wanted, class Test>
void emit_cells(const Form& form, const Emit& emit, Test&& is_meant) {
  static_assert(has(kOddCharacters, wanted), "rules on text wait for sign::odd_characters");
  if (!has(form.traits(), wanted)) return;
  each_text(form, [&](const Path& path, std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
      const char32_t c = next_character(text, at);
      if (!is_meant(c, traits_of(c))) continue;
      emit(
          path,
          {.arguments = {{"character", Token{fmt::format("U+{:04X}", static_cast<unsigned>(c))}}}});
      return;
    }
  });
}

template <Traits wanted>
void emit_trait(const Form& form, const Emit& emit) {
  emit_cells<wanted>(form, emit, [](char32_t, Traits traits) { return has(traits, wanted); });
}

void control_character(const Form& form, const Emit& emit) {
  emit_cells<Traits::control>(form, emit, [](char32_t c, Traits traits) {
    return c != 0 && has(traits, Traits::control);  // NUL is refused while decoding
  });
}

void outside_jis(const Form& form, const Emit& emit) {
  emit_cells<Traits::outside_jis>(form, emit, [](char32_t, Traits traits) {
    // Those that normalisation resolves (㋿ is 令和) are readable everywhere once read.
    return has(traits, Traits::outside_jis) &&
           (has(traits, Traits::private_use) || !has(traits, Traits::compatibility));
  });
}

// The names of the form: the declarant's, then the providers', then the subcontractors'.
class Names {
 public:
  explicit Names(const Declaration& declaration)
      : declaration_(declaration),
        providers_(declaration.online_storage.services.size()),
        count_(1 + providers_ + declaration.subcontracting.subcontractors.size()) {}

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] std::string_view operator[](std::size_t i) const {
    if (i == 0) return declaration_.declarant.name;
    if (i <= providers_) return declaration_.online_storage.services[i - 1].provider;
    return declaration_.subcontracting.subcontractors[i - 1 - providers_].name;
  }
  [[nodiscard]] Path path(std::size_t i) const {
    if (i == 0) return at(&Declaration::declarant, &Party::name);
    if (i <= providers_) {
      return at(&Declaration::online_storage, &OnlineStorage::services, i - 1, &Service::provider);
    }
    return at(&Declaration::subcontracting, &Subcontracting::subcontractors, i - 1 - providers_,
              &Subcontractor::name);
  }

 private:
  const Declaration& declaration_;
  std::size_t providers_;
  std::size_t count_;
};

void names_look_alike(const Form& form, const Emit& emit) {
  const Names names(form.declaration());
  if (names.size() < 2) return;
  thread_local std::vector<LookAlikeName> ready;  // keeps its storage
  ready.clear();
  for (std::size_t i = 0; i < names.size(); ++i) ready.emplace_back(names[i], form.traits());
  each_look_alike(ready, [&](std::size_t later, std::size_t earlier) {
    emit(names.path(later), {.related = {names.path(earlier)}});
  });
}

constexpr FormRule kTextRules[] = {
    {.info = rule("bidi-control"),
     .check = emit_trait<Traits::bidi_control>,
     .when = sign::odd_characters},
    {.info = rule("zero-width-character"),
     .check = emit_trait<Traits::zero_width>,
     .when = sign::odd_characters},
    {.info = rule("control-character"), .check = control_character, .when = sign::odd_characters},
    {.info = rule("half-width-kana"),
     .check = emit_trait<Traits::half_width_kana>,
     .when = sign::odd_characters},
    {.info = rule("outside-jis-x-0213"), .check = outside_jis, .when = sign::odd_characters},
    {.info = rule("variation-selector"),
     .check = emit_trait<Traits::variation_selector>,
     .when = sign::odd_characters},
    {.info = rule("names-look-alike"), .check = names_look_alike},
};
static_assert(binds_each(kTextCatalog, kTextRules));

}  // namespace

std::span<const FormRule> text_rules() { return kTextRules; }

}  // namespace tokki
