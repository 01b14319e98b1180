// Row 2, and row 3 held against it (X1): "Japan only" means all of it, cloud included.
#include <algorithm>

#include "form/form_locations.hpp"
#include "rules/form/form_rules.hpp"
#include "text/folded_characters.hpp"

namespace tokki {
namespace {

Path service_cell(std::size_t i) {
  return at(&Declaration::online_storage, &OnlineStorage::services, i);
}
Path overseas_cell(std::size_t i) {
  return at(&Declaration::storage_location, &StorageLocation::countries, i);
}
Path region_boxes() { return at(&Declaration::storage_location, &StorageLocation::ticked); }

constexpr std::string_view kJapanOnly = "declaration.storage_location.ticked.japan_only";
constexpr std::string_view kAbroad = "declaration.storage_location.ticked.abroad";
constexpr std::string_view kRow2 = "declaration.storage_location";

void japan_only_contradicted(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    if (!surely_abroad(reading)) return;
    emit(path(), {.arguments = {{"country", *reading.named.foreign()},
                                {"row", CellPlace{kRow2}},
                                {"box", CellLabel{kJapanOnly}},
                                {"abroad", CellLabel{kAbroad}}},
                  .related = {region_boxes()}});
  });
}

void japan_only_doubtful(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::japan_only) return;
  const auto doubt = [&](const Path& path) {
    emit(path, {.arguments = {{"row", CellPlace{kRow2}}, {"box", CellLabel{kJapanOnly}}},
                .related = {region_boxes()}});
  };
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    const bool open = reading.suggests_abroad() || reading.hedged;
    if (open && !surely_abroad(reading)) doubt(path());
  });
  // A medium or work may well be named after a country, so that nothing there is certain.
  const Declaration& declaration = form.declaration();
  for (std::size_t i = 0; i < declaration.storage_media.size(); ++i) {
    if (form.medium(i).hints_abroad) {
      doubt(at(&Declaration::storage_media, i, &StorageMedium::name));
    }
  }
  if (form.subcontracting() == Answer::no) return;
  for (std::size_t i = 0; i < declaration.subcontracting.subcontractors.size(); ++i) {
    if (form.work(i).hints_abroad) {
      doubt(at(&Declaration::subcontracting, &Subcontracting::subcontractors, i,
               &Subcontractor::work));
    }
  }
}

// True when every filled country cell of row 2 was understood and names nothing but Japan.
bool names_only_japan(const Form& form) {
  bool only = true;
  bool any = false;
  each_overseas_country(form, [&](std::size_t, const LocationReading& reading) {
    any = any || reading.named.contains(kJapan);
    only = only && reading.named.contains(kJapan) && !reading.suggests_abroad();
  });
  return any && only;
}

template <bool only_japan>
void overseas_country_is_japan(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad || names_only_japan(form) != only_japan) return;
  each_overseas_country(form, [&](std::size_t i, const LocationReading& reading) {
    if (!reading.named.contains(kJapan)) return;
    emit(overseas_cell(i),
         {.arguments = {{"box", CellLabel{kJapanOnly}}}, .related = {region_boxes()}});
  });
}

bool is_undisclosed(const Form& form, std::string_view text) {
  return has(form.saying_of(text), Saying::undisclosed_place);
}

// Calls `visit(path, cell)` for each country cell that is to be read.
template <class Visit>
void each_country_cell(const Form& form, Visit&& visit) {
  const Declaration& declaration = form.declaration();
  if (form.region() != StorageRegion::japan_only) {
    for (std::size_t i = 0; i < declaration.storage_location.countries.size(); ++i) {
      visit([&] { return overseas_cell(i); }, declaration.storage_location.countries[i]);
    }
  }
  if (form.online() == Answer::no) return;
  const auto& services = declaration.online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    for (std::size_t c = 0; c < services[i].countries.size(); ++c) {
      visit([&] { return country_cell(i, c); }, services[i].countries[c]);
    }
  }
}

void country_not_recognised(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value || is_blank(cell.written)) return;
    constexpr Saying kReported = Saying::none | Saying::undisclosed_place | Saying::undecided |
                                 Saying::elsewhere | Saying::prompt;
    if (has(form.saying_of(cell.written), kReported)) return;
    if (form.locations_in(cell.written).named.empty()) emit(path());
  });
  if (form.region() != StorageRegion::abroad || form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const LocationReading& place = form.service(i).place;
    const bool no_country = place.named.empty() && place.suggested.empty();
    if (place.abroad && no_country && is_empty(services[i].countries)) emit(location_cell(i));
  }
}

void countries_left_open(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value) return;
    if (form.locations_in(cell.written).named.empty()) return;
    if (has(form.read(cell.written).topics, Topic::others)) emit(path());
  });
}

// A country said outright is what is meant, not one left out: 米国を除く, 米国又は英国, 米国・EU.
void country_doubtful(const Form& form, const Emit& emit) {
  constexpr Topic kTurns = Topic::negation | Topic::undisclosed | Topic::plan;
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (cell.value) return;
    const LocationReading& places = form.locations_in(cell.written);
    if (places.named.empty()) return;
    const bool doubtful = places.abroad || places.hedged || places.alternatives;
    const Topic topics = form.read(cell.written).topics;
    if (has(topics, Topic::others)) return;  // left open
    if (doubtful || has(topics, kTurns)) emit(path());
  });
}

// All that row 2 names, which may be more than one cell does, sorted; valid until the next call.
const std::vector<CountryCode>& countries_of_row_2(const Form& form) {
  thread_local std::vector<CountryCode> countries;  // keeps its storage
  countries.clear();
  each_overseas_country(form, [](std::size_t, const LocationReading& reading) {
    for (const CountrySet* said : {&reading.named, &reading.suggested}) {
      countries.insert(countries.end(), said->begin(), said->end());
    }
  });
  std::ranges::sort(countries);
  return countries;
}

void overseas_country_unlisted(const Form& form, const Emit& emit) {
  if (form.region() != StorageRegion::abroad) return;
  const std::vector<CountryCode>& listed = countries_of_row_2(form);
  if (listed.empty()) return;  // reported as missing or not recognised
  each_service_location(form, [&](std::size_t, const auto& path, const LocationReading& reading) {
    for (const CountrySet* said : {&reading.named, &reading.suggested}) {
      for (const CountryCode country : *said) {
        if (country == kJapan || std::ranges::binary_search(listed, country)) continue;
        emit(path(),
             {.arguments = {{"country", country}, {"row", CellPlace{kRow2}}},
              .related = {at(&Declaration::storage_location, &StorageLocation::countries)}});
        return;
      }
    }
  });
}

void service_places_disagree(const Form& form, const Emit& emit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ServiceFacts& facts = form.service(i);
    if (facts.listed.empty()) continue;
    CountrySet said = facts.place.named;
    for (const CountryCode code : facts.place.suggested) said.insert(code);
    if (said.empty()) continue;
    if (std::ranges::none_of(said, [&](CountryCode c) { return facts.listed.contains(c); })) {
      Path countries = service_cell(i);
      emit(location_cell(i), {.related = {countries.into(std::string_view("countries"))}});
    }
  }
}

// 非公開, or a sentence with 非公開 that names no place: 日本（詳細は非公開） says enough.
bool leaves_place_undisclosed(const Form& form, std::size_t i) {
  const ServiceFacts& facts = form.service(i);
  if (has(facts.location.saying, Saying::undisclosed_place)) return true;
  if (!has(facts.location.topics, Topic::undisclosed) || !facts.listed.empty()) return false;
  const Str& written = form.declaration().online_storage.services[i].data_location;
  const LocationReading& places = form.locations_in(written);
  return places.named.empty() && places.suggested.empty();
}

void place_undisclosed(const Form& form, const Emit& emit) {
  each_country_cell(form, [&](const auto& path, const Country& cell) {
    if (!cell.value && is_undisclosed(form, cell.written)) emit(path());
  });
  if (form.online() == Answer::no) return;
  for (std::size_t i = 0; i < form.declaration().online_storage.services.size(); ++i) {
    if (leaves_place_undisclosed(form, i)) emit(location_cell(i));
  }
}

// Takes `name` off the front of `text`, whatever their width, case and spaces; false when it does
// not stand there.
bool take_off(const Form& form, std::string_view& text, std::string_view name) {
  std::string scratch;  // the form's may hold the text
  FoldedCharacters wanted(form.searchable(name, scratch));
  FoldedCharacters here(text);
  while (wanted.next()) {
    if (!here.next() || here.character() != wanted.character()) return false;
  }
  text.remove_prefix(here.end());
  return here.end() != 0;
}

// AWS, Google社のデータセンター: whose it is, not where.
bool says_only_whose(const Form& form, const Service& service) {
  std::string_view rest = form.searchable(service.data_location);
  if (const auto known = form.phrases().services.prefix(rest)) {
    rest.remove_prefix(known->end);
  } else if (!take_off(form, rest, service.provider) && !take_off(form, rest, service.name)) {
    return false;
  }
  for (const std::string_view glue : {" ", "社", "の"}) {
    if (rest.starts_with(glue)) rest.remove_prefix(glue.size());
  }
  if (rest.starts_with("。")) rest.remove_prefix(std::string_view("。").size());
  return is_blank(rest) || has(form.phrases().saying_of(rest, rest), Saying::unstated_place);
}

// 提供元による, 自動選択: a text without a word for a place or a part of an address.
bool names_no_location(const ServiceFacts& facts, std::string_view written) {
  const TextReading& text = facts.location;
  constexpr Saying kReported = Saying::none | Saying::undisclosed_place | Saying::elsewhere |
                               Saying::prompt | Saying::example;
  if (text.blank || has(text.saying, kReported)) return false;
  if (has(text.topics, Topic::japan | Topic::undisclosed)) return false;
  if (facts.place.abroad || !facts.place.named.empty() || !facts.place.suggested.empty()) {
    return false;
  }
  constexpr std::u32string_view kPartsOfAddresses = U"県郡市区町村〒";
  for (std::size_t at = 0; at < written.size();) {
    if (kPartsOfAddresses.find(next_character(written, at)) != std::u32string_view::npos) {
      return false;
    }
  }
  return !Country(Str(written)).value;
}

void place_not_stated(const Form& form, const Emit& emit) {
  if (form.online() == Answer::no) return;
  const auto& services = form.declaration().online_storage.services;
  for (std::size_t i = 0; i < services.size(); ++i) {
    const ServiceFacts& facts = form.service(i);
    if (!facts.listed.empty()) continue;
    if (has(facts.location.saying, Saying::unstated_place) || says_only_whose(form, services[i]) ||
        names_no_location(facts, services[i].data_location)) {
      emit(location_cell(i));
    }
  }
}

constexpr FormRule kLocationRules[] = {
    {.info =
         {.id = "japan-only-contradicted",
          .severity = Severity::error,
          .clause = "F2.japan_only",
          .message = {"{row}で「{box}」としながら、このサービスのデータは{country}"
                      "に保存するとされています。",
                      "{row} says \"{box}\", yet this service keeps data abroad ({country})."},
          .remedy =
              {"{row}を「{abroad}"
               "」に改めて国名と概要を記載するか、保存先を国内に変更してください。",
               "Tick \"{abroad}\" in {row} with country and outline, or move the data to Japan."},
          .why = {"所在地等の欄はクラウドサービス上のデータも含み、国外に少しでもあれば「のみ」とは"
                  "いえないため。",
                  "The row on places covers cloud storage too; anything abroad excludes \"only\"."},
          .fires = R"({"online_storage": {"services": [{"name": "Amazon S3",
                           "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}})",
          .near_miss = R"({"online_storage": {"services": [{"name": "Amazon S3",
                               "provider": "アマゾン ウェブ サービス ジャパン合同会社",
                               "data_location": "日本（東京）"}]}})"},
     .check = japan_only_contradicted,
     .when = sign::hints_abroad},
    {.info =
         {.id = "japan-only-doubtful",
          .severity = Severity::review,
          .clause = "F2.japan_only",
          .message = {"{row}は「{box}」ですが、この記載では国外での保存を否定できません。",
                      "{row} says \"{box}\", but this does not rule out that data is kept abroad."},
          .remedy = {"データが国外に保存されるかどうかを届出者に確認してください。",
                     "Ask the filer whether any of the data is kept abroad."},
          .why = {"地域名や文章からは断定できません。否定、「又は」、「ほか」、推測を含む記載も人が"
                  "読んで判断します。",
                  "A region or a sentence is not proof; negations, alternatives, guesses and \"and "
                  "others\" need a reader."},
          .fires = R"({"online_storage": {"services": [{"name": "Amazon S3",
                           "provider": "アマゾン ウェブ サービス ジャパン合同会社",
                           "data_location": "us-east-1"}]}})",
          .near_miss = R"({"online_storage": {"services": [{"name": "Amazon S3",
                               "provider": "アマゾン ウェブ サービス ジャパン合同会社",
                               "data_location": "ap-northeast-1"}]}})"},
     .check = japan_only_doubtful,
     .when = sign::hints_abroad},
    {.info = {.id = "overseas-country-is-japan",
              .severity = Severity::error,
              .clause = "F2.country",
              .message = {"国外に保存するとしながら、国名が日本だけです。",
                          "Data is said to be kept abroad, but the only country is Japan."},
              .remedy = {"国外の国名を記載するか、「{box}」に改めてください。",
                         "Name the country abroad, or tick \"{box}\"."},
              .why = {"国外の欄に日本だけでは、どこに保存されるのか分からないため。",
                      "With Japan alone nobody knows where abroad the data is."},
              .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["日本"],
                           "overseas_data": "バックアップ"}})",
              .near_miss = R"({"storage_location": {"ticked": ["abroad"], "countries": ["米国"],
                               "overseas_data": "日本で作成したデータのバックアップ"}})",
              .reads = "lists.none"},
     .check = overseas_country_is_japan<true>,
     .when = sign::overseas},
    {.info =
         {.id = "overseas-countries-include-japan",
          .severity = Severity::review,
          .clause = "F2.country",
          .message = {"国外の国名の欄に日本も書かれています。",
                      "The countries abroad include Japan."},
          .remedy = {"国外に保存するデータと国内のデータの区別を確認してください。",
                     "Make sure which data is abroad and which is in Japan."},
          .why = {"この欄は国外の国名を書くものです。国内分も書いただけなら差し支えありません。",
                  "The cell is for countries abroad; listing Japan as well may be harmless."},
          .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["日本", "米国"],
                           "overseas_data": "バックアップ"}})",
          .near_miss =
              R"({"storage_location": {"ticked": ["abroad"], "countries": ["米国、シンガポール"],
                               "overseas_data": "バックアップ"}})",
          .reads = "lists.none"},
     .check = overseas_country_is_japan<false>,
     .when = sign::overseas},
    {.info = {.id = "country-not-recognised",
              .severity = Severity::review,
              .clause = {},
              .message = {"国名として読み取れません。", "No country is recognised here."},
              .remedy = {"国名が具体的に書かれているか確認してください（「アジア」「EU」は国名では"
                         "ありません）。",
                         "See whether a country is named; \"Asia\" or \"EU\" is none."},
              .why = {"様式は国名を求めており、地域名では所在が決まらないため。",
                      "The form asks for the country; a region does not say where."},
              .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["アジア"],
                           "overseas_data": "バックアップ"}})",
              .near_miss = R"({"storage_location": {"ticked": ["abroad"], "countries": ["アメリカ"],
                               "overseas_data": "バックアップ"}})",
              .reads = "lists.none lists.undisclosed_places lists.undecided lists.elsewhere "
                       "lists.prompts"},
     .check = country_not_recognised,
     .when = sign::odd_country | sign::two_locations},
    {.info =
         {.id = "country-doubtful",
          .severity = Severity::review,
          .clause = {},
          .message = {"国名に、否定、推測、「又は」又は地域名が添えられています。",
                      "A negation, a guess, an alternative or a region stands beside the "
                      "country."},
          .remedy = {"どの国に保存されるのかを届出者に確認してください。",
                     "Ask the filer in which country the data is."},
          .why = {"「米国を除く」や「米国又は英国」では、どの国に保存されるのか決まらないため。",
                  "\"Not the US\" or \"the US or the UK\" does not settle the country."},
          .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["米国又は英国"],
                           "overseas_data": "バックアップ"}})",
          .near_miss = R"({"storage_location": {"ticked": ["abroad"],
                               "countries": ["米国（バージニア州）、英国"], "overseas_data": "バックアップ"}})",
          .reads = "lists.negations lists.undisclosed_places lists.planned_use "
                   "lists.and_others"},
     .check = country_doubtful,
     .when = sign::odd_country},
    {.info = {.id = "countries-left-open",
              .severity = Severity::review,
              .clause = {},
              .message = {"ほかにも国があるような記載ですが、その国名がありません。",
                          "There seem to be other countries, which are not named."},
              .remedy = {"すべての国名を記載するよう届出者に求めてください。",
                         "Ask the filer to name every country."},
              .why = {"「等」や「ほか」では、残りの所在が分からないため。",
                      "\"And others\" does not say where the rest is."},
              .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["米国ほか"],
                           "overseas_data": "バックアップ"}})",
              .near_miss =
                  R"({"storage_location": {"ticked": ["abroad"], "countries": ["米国、カナダ"],
                               "overseas_data": "バックアップほか"}})",
              .reads = "lists.and_others"},
     .check = countries_left_open,
     .when = sign::odd_country},
    {.info =
         {.id = "overseas-country-unlisted",
          .severity = Severity::review,
          .clause = "F2.country",
          .message = {"このサービスの保存先として読み取れる{country}が、{row}の国名にありません。",
                      "This service seems to keep data in {country}, which {row} does not name."},
          .remedy = {"{row}の国名に加えるべきか確認してください。",
                     "See whether {row} must name it too."},
          .why = {"所在地等の欄はクラウドサービス上のデータも含むため。",
                  "The row on places covers cloud storage too."},
          .fires = R"({"storage_location": {"ticked": ["abroad"], "countries": ["シンガポール"],
                           "overseas_data": "バックアップ"},
                           "online_storage": {"services": [{"name": "Amazon S3",
                           "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}})",
          .near_miss =
              R"({"storage_location": {"ticked": ["abroad"], "countries": ["シンガポール、アメリカ"],
                               "overseas_data": "バックアップ"},
                               "online_storage": {"services": [{"name": "Amazon S3",
                               "provider": "Amazon Web Services, Inc.", "data_location": "米国"}]}})",
          .reads = "lists.none"},
     .check = overseas_country_unlisted,
     .when = sign::overseas},
    {.info = {.id = "service-places-disagree",
              .severity = Severity::review,
              .clause = "F3.location",
              .message = {"保存先の記載と国の記載が食い違っています。",
                          "The place given and the countries given do not agree."},
              .remedy = {"どちらが正しいか確認してください。", "Find out which one is right."},
              .why = {"同じ保存先について二通りの国が読み取れるため。",
                      "The same storage seems to be in two countries."},
              .fires = R"({"online_storage": {"services": [{"name": "Amazon S3",
                           "provider": "アマゾン ウェブ サービス ジャパン合同会社",
                           "data_location": "us-west-2", "countries": ["日本"]}]}})",
              .near_miss = R"({"online_storage": {"services": [{"name": "Amazon S3",
                               "provider": "アマゾン ウェブ サービス ジャパン合同会社",
                               "data_location": "東京リージョン", "countries": ["日本"]}]}})"},
     .check = service_places_disagree,
     .when = sign::two_locations},
    {.info =
         {.id = "place-undisclosed",
          .severity = Severity::review,
          .clause = {},
          .message = {"保存先が不明又は非公開とされています。",
                      "The place is said to be unknown or not disclosed."},
          .remedy = {"契約先に照会して国名だけでも届け出られないか、届出者に確認してください。",
                     "Ask whether the provider will at least tell the country."},
          .why = {"様式は所在地までは求めませんが、所在に係る情報は求めています。足りるかどうかは人"
                  "の判断です。",
                  "No address is required, but information on the place is; whether this will do "
                  "is for a person."},
          .fires =
              R"({"online_storage": {"services": [{"name": "Box", "provider": "株式会社Box Japan",
                           "data_location": "非公開"}]}})",
          .near_miss =
              R"({"online_storage": {"services": [{"name": "Box", "provider": "株式会社Box Japan",
                               "data_location": "日本（詳細な所在地は非公開）"}]}})",
          .reads = "lists.undisclosed_places"},
     .check = place_undisclosed,
     .when = sign::said | sign::undisclosed},
    {.info = {.id = "place-not-stated",
              .severity = Severity::review,
              .clause = "F3.location",
              .message = {"どこにあるかの記載になっていません。", "This does not say where."},
              .remedy = {"少なくとも国名を確認してください。", "Ask at least for the country."},
              .why = {"「クラウド上」では物理的な保存先が分からないため。",
                      "\"In the cloud\" is not a physical place."},
              .fires = R"({"online_storage": {"services": [{"name": "さくらのクラウド",
                           "provider": "さくらインターネット株式会社", "data_location": "クラウド上"}]}})",
              .near_miss = R"({"online_storage": {"services": [{"name": "さくらのクラウド",
                               "provider": "さくらインターネット株式会社",
                               "data_location": "国内のデータセンター"}]}})",
              .reads = "lists.none lists.undisclosed_places lists.unstated_places "
                       "lists.elsewhere lists.prompts lists.example_marks services"},
     .check = place_not_stated},
};
static_assert(complete(kLocationRules));

}  // namespace

std::span<const FormRule> location_rules() { return kLocationRules; }

}  // namespace tokki
