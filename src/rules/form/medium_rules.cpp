// Row 1: the media, by themselves and against row 3.
#include <algorithm>

#include "rules/catalog/catalog.hpp"
#include "rules/form/form_rules.hpp"

namespace tokki {
namespace {

Path medium_cell(std::size_t i) { return at(&Declaration::storage_media, i, &StorageMedium::name); }

template <bool doubtful>
void online_but_denied(const Form& form, const Emit& emit) {
  if (form.online() != Answer::no) return;
  const auto& media = form.declaration().storage_media;
  for (std::size_t i = 0; i < media.size(); ++i) {
    const TextReading& medium = form.medium(i);
    if (medium.online && medium.doubtful == doubtful) {
      emit(medium_cell(i), {.arguments = {{"row", CellPlace{"declaration.online_storage"}}},
                            .related = {at(&Declaration::online_storage, &OnlineStorage::ticked)}});
    }
  }
}

// The known services that a text names; valid until the next call.
const std::vector<std::uint32_t>& services_in(const Form& form, std::string_view text) {
  thread_local std::vector<std::uint32_t> found;  // keeps its storage
  found.clear();
  form.phrases().services.each(form.searchable(text), [](const Lexicon::Match& match) {
    const bool known = match.value != Phrases::kUnnamed;
    if (known && std::ranges::find(found, match.value) == found.end()) found.push_back(match.value);
  });
  return found;
}

// Which of the known services row 3 names; valid until the next call.
const std::vector<bool>& listed_services(const Form& form) {
  thread_local std::vector<bool> listed;
  listed.assign(form.edition().file().services.size(), false);
  for (const Service& service : form.declaration().online_storage.services) {
    for (const Str* text : {&service.name, &service.provider}) {
      for (const std::uint32_t named : services_in(form, *text)) listed[named] = true;
    }
  }
  return listed;
}

// OneDrive is listed when Microsoft 365, the suite it comes with, is.
bool is_listed(const Form& form, std::uint32_t wanted, const std::vector<bool>& listed) {
  if (listed[wanted]) return true;
  const auto& services = form.edition().file().services;
  for (std::size_t named = 0; named < listed.size(); ++named) {
    if (listed[named] && (services[named].name == services[wanted].part_of ||
                          services[named].part_of == services[wanted].name)) {
      return true;
    }
  }
  return false;
}

void online_but_unlisted(const Form& form, const Emit& emit) {
  if (form.online() != Answer::yes) return;
  const std::vector<bool>& listed = listed_services(form);
  const auto& media = form.declaration().storage_media;
  for (std::size_t i = 0; i < media.size(); ++i) {
    const TextReading& medium = form.medium(i);
    if (!medium.online || medium.doubtful) continue;
    for (const std::uint32_t service : services_in(form, media[i].name)) {
      if (is_listed(form, service, listed)) continue;
      emit(medium_cell(i),
           {.arguments = {{"service", Token{form.edition().file().services[service].name.str()}},
                          {"row", CellPlace{"declaration.online_storage"}}},
            .related = {at(&Declaration::online_storage, &OnlineStorage::services)}});
    }
  }
}

// The media are the printed examples, all of them and nothing else, in one cell or one each.
bool are_the_printed_examples(const Form& form) {
  const Phrases& phrases = form.phrases();
  std::uint32_t met = 0;
  bool nothing_else = true;
  const auto& media = form.declaration().storage_media;
  for (std::size_t i = 0; i < media.size(); ++i) {
    if (!media[i].name.empty() && !has(form.medium(i).topics, Topic::printed_medium)) return false;
    const std::string_view text = form.searchable(media[i].name);
    std::size_t covered = 0;
    const auto skip_separators = [&](std::size_t until) {
      while (covered < until) {
        constexpr std::u32string_view kSeparators = U" 　\n\r\t、,，。・/／及びと等";
        const char32_t c = next_character(text, covered);
        nothing_else = nothing_else && kSeparators.find(c) != std::u32string_view::npos;
      }
    };
    phrases.printed_media.each(text, [&](const Lexicon::Match& match) {
      skip_separators(match.begin);
      covered = match.end;
      met |= 1U << match.value;
    });
    if (covered == 0 && !text.empty()) return false;
    skip_separators(text.size());
  }
  return nothing_else && met != 0 && met == (1U << phrases.printed_media_count) - 1;
}

void printed_example_repeated(const Form& form, const Emit& emit) {
  if (are_the_printed_examples(form)) emit(at(&Declaration::storage_media));
  const StorageLocation& location = form.declaration().storage_location;
  if (location.overseas_data.empty()) return;
  const std::string_view country = form.edition().file().lists.printed_overseas_country;
  const bool same_country = std::ranges::any_of(
      location.countries, [&](const Country& c) { return same_name(c.written, country); });
  if (!same_country) return;
  std::string_view data = form.key(location.overseas_data);
  if (data.ends_with("。")) data.remove_suffix(std::string_view("。").size());
  if (data == form.phrases().printed_overseas_data) emit(at(&Declaration::storage_location));
}

constexpr FormRule kMediumRules[] = {
    {.info = rule("media-online-service-denied"),
     .check = online_but_denied<false>,
     .when = sign::online_medium},
    {.info = rule("media-online-service-doubtful"),
     .check = online_but_denied<true>,
     .when = sign::online_medium},
    {.info = rule("media-online-service-unlisted"),
     .check = online_but_unlisted,
     .when = sign::online_medium},
    {.info = rule("printed-example-repeated"),
     .check = printed_example_repeated,
     .when = sign::example},
};
static_assert(binds_each(kMediumCatalog, kMediumRules));

}  // namespace

std::span<const FormRule> medium_rules() { return kMediumRules; }

}  // namespace tokki
