// The characters of the form: invisible, unprintable or deceptive ones.
#include <fmt/format.h>

#include <functional>
#include <vector>

#include "record/each_text.hpp"
#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"
#include "text/look_alike.hpp"

namespace tokki::inline v0::internal {
namespace {

// Emits once for each cell with such a character. Looks at the traits of the whole form first.
template <Traits wanted, class Test>
void emit_cells(const FormFacts& form, const Emit& emit, Test&& is_meant) {
  static_assert(has(kUnusualCharacters, wanted), "rules on text wait for FormTrigger::characters");
  if (!has(form.traits(), wanted)) return;
  each_text(form.declaration(), [&](const Path& path, std::string_view text, TextKind) {
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
void emit_trait(const FormFacts& form, const Emit& emit) {
  emit_cells<wanted>(form, emit, [](char32_t, Traits traits) { return has(traits, wanted); });
}

// A newline is how a cell of several lines is written.
void control_character(const FormFacts& form, const Emit& emit) {
  emit_cells<Traits::control>(form, emit, [](char32_t c, Traits traits) {
    const bool newline = c == U'\n' || c == U'\r';
    return c != 0 && !newline && has(traits, Traits::control);  // NUL is refused while decoding
  });
}

void outside_jis(const FormFacts& form, const Emit& emit) {
  emit_cells<Traits::outside_jis>(form, emit, [](char32_t, Traits traits) {
    // Not those that normalisation resolves: ㋿ is 令和.
    return has(traits, Traits::outside_jis) &&
           (has(traits, Traits::private_use) || !has(traits, Traits::compatibility));
  });
}

void names_look_alike(const FormFacts& form, const Emit& emit) {
  std::vector<Path> paths;  // filled once two names look alike
  const auto visit = [&](std::size_t later, std::size_t earlier) {
    if (paths.empty()) {
      each_party_name(form.declaration(),
                      [&](const Path& path, std::string_view) { paths.push_back(path); });
    }
    emit(paths[later], {.related = {paths[earlier]}});
  };
  each_look_alike(form.party_names(), std::cref(visit));  // by reference, to allocate nothing
}

constexpr FormRule kTextRules[] = {
    {.info = rule("bidi-control"),
     .check = emit_trait<Traits::bidi_control>,
     .triggers = FormTrigger::characters},
    {.info = rule("zero-width-character"),
     .check = emit_trait<Traits::zero_width>,
     .triggers = FormTrigger::characters},
    {.info = rule("control-character"),
     .check = control_character,
     .triggers = FormTrigger::characters},
    {.info = rule("half-width-kana"),
     .check = emit_trait<Traits::half_width_kana>,
     .triggers = FormTrigger::characters},
    {.info = rule("outside-jis-x-0213"), .check = outside_jis, .triggers = FormTrigger::characters},
    {.info = rule("variation-selector"),
     .check = emit_trait<Traits::variation_selector>,
     .triggers = FormTrigger::characters},
    {.info = rule("names-look-alike"), .check = names_look_alike, .triggers = FormTrigger::names},
};
static_assert(binds_each(kTextCatalog, kTextRules));

}  // namespace

std::span<const FormRule> text_rules() { return kTextRules; }

}  // namespace tokki::inline v0::internal
