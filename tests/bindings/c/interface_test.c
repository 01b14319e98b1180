/* What tokki.h promises, asked from C99: every function, every kind of caller. */
#include <errno.h>
#include <pthread.h>
#include <stddef.h>

#include "testing.h"

static const char* root;
static tokki_error error;

static tokki_report* checked(const tokki_checker* checker, const char* file) {
  tokki_report* report = NULL;
  tokki_text json = text_of_file(root, file);
  EXPECT(tokki_check(checker, json, tokki_text_of(file), 0, &report, &error) == TOKKI_OK);
  free((void*)json.data);
  return report;
}

static tokki_document* read_document(const char* file) {
  tokki_document* document = NULL;
  tokki_text json = text_of_file(root, file);
  EXPECT(tokki_document_read(json, NULL, &document, NULL, &error) == TOKKI_OK);
  free((void*)json.data);
  return document;
}

static const char form[] = "examples/declarations/japan-only-dropbox-in-the-usa.json";

static void basics(void) {
  EXPECT(tokki_abi() == TOKKI_ABI);
  EXPECT(tokki_version().size >= 5);
  EXPECT(same(tokki_severity_name(TOKKI_ERROR, TOKKI_JA), "誤り"));
  EXPECT(same(tokki_severity_name(TOKKI_NOTE, TOKKI_EN), "note"));
  EXPECT(tokki_severity_name(5, TOKKI_EN).size == 0);
  EXPECT(tokki_severity_name(-1, TOKKI_EN).size == 0);
}

static void a_report_is_read(void) {
  tokki_report* report = checked(NULL, form);
  tokki_finding finding = {.size = sizeof finding};
  tokki_location at = {.size = sizeof at};
  tokki_words words = {.size = sizeof words};
  tokki_string* text = NULL;
  tokki_style english = {.size = sizeof english, .language = TOKKI_EN};
  EXPECT(same(tokki_report_uri(report), form));
  EXPECT(tokki_report_line(report) == 0);
  EXPECT(same(tokki_report_kind(report), "declaration"));
  EXPECT(starts(tokki_report_edition(report), "itaku-kunren/"));
  EXPECT(tokki_report_size(report) == 2);
  EXPECT(tokki_report_gravest(report) == TOKKI_ERROR);

  EXPECT(tokki_report_finding(report, 1, &finding, &error) == TOKKI_OK);
  EXPECT(error.status == TOKKI_OK && error.ja[0] == '\0' && error.en[0] == '\0');
  EXPECT(same(finding.rule, "japan-only-contradicted"));
  EXPECT(finding.severity == TOKKI_ERROR);
  EXPECT(finding.related_count == 1);
  EXPECT(tokki_report_location(report, 1, 0, &at, &error) == TOKKI_OK);
  EXPECT(same(at.pointer, "/online_storage/services/0/data_location"));
  EXPECT(same(at.cell, "declaration.online_storage.services.data_location"));
  EXPECT(at.line == 36 && at.column == 26 && at.offset > 36);
  EXPECT(at.value.data == NULL);
  EXPECT(tokki_report_location(report, 1, 1, &at, &error) == TOKKI_OK);
  EXPECT(starts(at.pointer, "/storage_location/ticked"));
  EXPECT(tokki_report_location(report, 1, 2, &at, &error) == TOKKI_NOT_FOUND);
  EXPECT(tokki_report_words(report, 1, TOKKI_EN, &words, &error) == TOKKI_OK);
  EXPECT(starts(words.message, "Row 2 says \"In Japan only\""));
  EXPECT(starts(words.remedy, "Tick \"Outside Japan"));
  EXPECT(same(words.place, "Row 3 ウ (entry 1)"));
  EXPECT(same(words.clause, "F2.japan_only") && same(words.citation, "Form 2"));
  EXPECT(tokki_report_words(report, 1, TOKKI_JA, &words, &error) == TOKKI_OK);
  EXPECT(starts(words.message, "２で「日本国内のみ」としながら"));
  EXPECT(same(words.clause, "F2.japan_only") && same(words.citation, "届出書2"));

  EXPECT(tokki_report_finding(report, 2, &finding, &error) == TOKKI_NOT_FOUND);
  EXPECT(error.status == TOKKI_NOT_FOUND && strlen(error.en) > 10 && strlen(error.ja) > 10);
  EXPECT(tokki_report_words(report, 2, TOKKI_EN, &words, &error) == TOKKI_NOT_FOUND);
  EXPECT(tokki_report_words(report, 0, (tokki_language)2, &words, &error) ==
         TOKKI_INVALID_ARGUMENT);

  EXPECT(tokki_report_render(report, tokki_text_of("text"), &english, &text, &error) == TOKKI_OK);
  EXPECT(starts(tokki_string_text(text), form));
  tokki_string_free(text);
  EXPECT(tokki_report_render(report, tokki_text_of("json"), NULL, &text, &error) == TOKKI_OK);
  EXPECT(starts(tokki_string_text(text), "{\"uri\":\"examples/"));
  tokki_string_free(text);
  EXPECT(tokki_report_render(report, tokki_text_of("csv"), &english, &text, &error) == TOKKI_OK);
  EXPECT(starts(tokki_string_text(text),
                "\xEF\xBB\xBF"
                "File,"));
  tokki_string_free(text);
  EXPECT(tokki_report_render(report, tokki_text_of("docx"), NULL, &text, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(text == NULL && strstr(error.en, "there are text, json, ") != NULL);
  tokki_report_free(report);
}

static void bad_input_is_a_finding(void) {
  tokki_report* report = NULL;
  tokki_finding finding = {.size = sizeof finding};
  tokki_location at = {.size = sizeof at};
  tokki_text nothing = {NULL, 0};
  EXPECT(tokki_check(NULL, tokki_text_of("{\n\"x\""), tokki_text_of("a"), 7, &report, NULL) ==
         TOKKI_OK);
  EXPECT(tokki_report_size(report) == 1 && tokki_report_line(report) == 7);
  EXPECT(tokki_report_finding(report, 0, &finding, NULL) == TOKKI_OK);
  EXPECT(finding.severity == TOKKI_ERROR);
  EXPECT(tokki_report_location(report, 0, 0, &at, NULL) == TOKKI_OK);
  EXPECT(at.line == 2 && at.pointer.size == 0);
  tokki_report_free(report);
  EXPECT(tokki_check(NULL, nothing, nothing, 0, &report, NULL) == TOKKI_OK);
  EXPECT(tokki_report_size(report) == 1);
  tokki_report_free(report);
}

static void wrong_use_is_refused(void) {
  const tokki_text nowhere = {NULL, 3};
  const tokki_text some = tokki_text_of("{}");
  tokki_report* report = (tokki_report*)&error;
  tokki_checker* checker = NULL;
  tokki_finding no_size = {.size = 0};
  tokki_check_options options = {.size = sizeof options};
  const tokki_edition* no_edition[] = {NULL};
  EXPECT(tokki_check(NULL, nowhere, some, 0, &report, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(report == NULL && error.status == TOKKI_INVALID_ARGUMENT);
  report = (tokki_report*)&error;
  EXPECT(tokki_edition_load(some, NULL, 0, NULL, &report, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(report == NULL);
  report = (tokki_report*)&error;
  EXPECT(tokki_document_read(some, NULL, NULL, &report, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(report == NULL);
  EXPECT(tokki_check(NULL, some, some, 0, NULL, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_report_finding(NULL, 0, &no_size, &error) == TOKKI_INVALID_ARGUMENT);
  report = checked(NULL, form);
  EXPECT(tokki_report_finding(report, 0, &no_size, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_report_finding(report, 0, NULL, &error) == TOKKI_INVALID_ARGUMENT);
  tokki_report_free(report);
  options.as_of.year = 2025, options.as_of.month = 2, options.as_of.day = 30;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_INVALID_ARGUMENT);
  options.as_of.month = -2;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_INVALID_ARGUMENT);
  memset(&options.as_of, 0, sizeof options.as_of);
  options.flags = 0x80;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_INVALID_ARGUMENT);
  options.flags = 0, options.editions = no_edition, options.edition_count = 1;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(checker == NULL);
}

/* Nothing here may crash, and what can be answered is. */
static void null_is_safe(void) {
  const tokki_text none = {NULL, 0};
  size_t size = 0;
  tokki_edition_free(NULL);
  tokki_checker_free(NULL);
  tokki_report_free(NULL);
  tokki_string_free(NULL);
  tokki_document_free(NULL);
  tokki_chain_builder_free(NULL);
  tokki_chain_free(NULL);
  tokki_dossier_checker_free(NULL);
  tokki_reports_free(NULL);
  EXPECT(tokki_reports_size(NULL) == 0 && tokki_reports_at(NULL, 0) == NULL);
  EXPECT(tokki_report_size(NULL) == 0 && tokki_report_gravest(NULL) == -1);
  EXPECT(tokki_report_uri(NULL).data == NULL && tokki_report_line(NULL) == 0);
  EXPECT(tokki_report_kind(NULL).size == 0 && tokki_report_edition(NULL).size == 0);
  EXPECT(tokki_string_text(NULL).size == 0 && tokki_edition_reference(NULL).size == 0);
  EXPECT(tokki_edition_record(NULL) == NULL && tokki_document_record(NULL) == NULL);
  EXPECT(tokki_record_kind(NULL).size == 0);
  EXPECT(tokki_record_type(NULL, none) == TOKKI_NO_MEMBER);
  EXPECT(tokki_record_size(NULL, none, &size, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_chain_contract(NULL) == NULL && tokki_chain_contractor(NULL) == TOKKI_NOBODY);
  EXPECT(tokki_chain_party_count(NULL) == 0 && tokki_chain_edge_count(NULL) == 0);
  EXPECT(tokki_chain_exposure_count(NULL) == 0);
  tokki_changes_free(NULL);
  EXPECT(tokki_changes_size(NULL) == 0 && tokki_changes_found(NULL) == 0);
  EXPECT(tokki_changes_edition(NULL).size == 0 && tokki_assessment_liability_count(NULL) == 0);
  EXPECT(tokki_compare(NULL, NULL, NULL, 0, NULL, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_compare_facts(NULL, NULL, NULL, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_changes_write(NULL, tokki_text_of("json"), NULL, NULL, NULL) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_chain_builder_add(NULL, none, NULL, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_chain_builder_build(NULL, NULL, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_report_render(NULL, tokki_text_of("json"), NULL, NULL, NULL) ==
         TOKKI_INVALID_ARGUMENT);
}

static void older_and_newer_callers(void) {
  /* As if tokki.h had once ended there. */
  struct {
    size_t size;
    const tokki_edition* const* editions;
    size_t edition_count;
    unsigned char not_ours[64];
  } older;
  struct {
    tokki_check_options known;
    uint64_t later;
  } newer;
  struct {
    size_t size;
    tokki_text rule;
    unsigned char not_ours[64];
  } older_finding;
  struct {
    tokki_finding known;
    uint64_t later;
  } newer_finding;
  tokki_checker* checker = NULL;
  tokki_report* report;
  size_t i;
  memset(&older, 0xEE, sizeof older);
  older.size = offsetof(tokki_check_options, limits);
  older.editions = NULL;
  older.edition_count = 0;
  EXPECT(tokki_checker_new((const tokki_check_options*)(const void*)&older, &checker, &error) ==
         TOKKI_OK);
  report = checked(checker, form);
  EXPECT(tokki_report_size(report) == 2);
  tokki_checker_free(checker);

  memset(&newer, 0, sizeof newer);
  newer.known.size = sizeof newer;
  EXPECT(tokki_checker_new(&newer.known, &checker, &error) == TOKKI_OK);
  tokki_checker_free(checker);
  newer.later = (uint64_t)1 << 40;
  EXPECT(tokki_checker_new(&newer.known, &checker, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(checker == NULL);

  memset(&older_finding, 0xEE, sizeof older_finding);
  older_finding.size = offsetof(tokki_finding, severity);
  EXPECT(tokki_report_finding(report, 1, (tokki_finding*)(void*)&older_finding, &error) ==
         TOKKI_OK);
  EXPECT(same(older_finding.rule, "japan-only-contradicted"));
  EXPECT(older_finding.size == offsetof(tokki_finding, severity));
  for (i = 0; i < sizeof older_finding.not_ours; ++i) EXPECT(older_finding.not_ours[i] == 0xEE);

  newer_finding.known.size = sizeof newer_finding;
  newer_finding.later = 1;
  EXPECT(tokki_report_finding(report, 1, &newer_finding.known, &error) == TOKKI_OK);
  EXPECT(newer_finding.known.severity == TOKKI_ERROR && newer_finding.later == 0);
  tokki_report_free(report);
}

static void options_are_heeded(void) {
  tokki_limits limits = {.size = sizeof limits, .findings = 1};
  tokki_check_options options = {.size = sizeof options, .limits = &limits};
  tokki_checker* checker = NULL;
  tokki_report* report;
  tokki_finding last = {.size = sizeof last};
  tokki_location at = {.size = sizeof at};
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_OK);
  report = checked(checker, form);
  EXPECT(tokki_report_size(report) == 2);
  EXPECT(tokki_report_finding(report, 1, &last, &error) == TOKKI_OK);
  EXPECT(same(last.rule, "findings-truncated"));
  tokki_report_free(report);
  tokki_checker_free(checker);

  options.limits = NULL;
  options.flags = TOKKI_KEEP_VALUES;
  options.as_of.year = 2026, options.as_of.month = 7, options.as_of.day = 7; /* not yet declared */
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_OK);
  report = checked(checker, form);
  tokki_checker_free(checker); /* the report does not need it */
  EXPECT(tokki_report_finding(report, 0, &last, &error) == TOKKI_OK);
  EXPECT(same(last.rule, "date-in-future"));
  EXPECT(tokki_report_location(report, 0, 0, &at, &error) == TOKKI_OK);
  EXPECT(same(at.value, "令和8年7月8日"));
  tokki_report_free(report);
}

/* Text is UTF-8 whatever the document is, and all of it. */
static void values_that_were_kept_are_text(void) {
  tokki_check_options options = {.size = sizeof options, .flags = TOKKI_KEEP_VALUES};
  tokki_location at = {.size = sizeof at};
  tokki_checker* checker = NULL;
  tokki_report* report;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_OK);
  report = checked(checker, "tests/corpus/broken/shift-jis.json");
  EXPECT(tokki_report_location(report, 0, 0, &at, &error) == TOKKI_OK);
  EXPECT(at.value.data == NULL && at.value.size == 0 && at.offset > 0);
  tokki_report_free(report);
  EXPECT(tokki_check(checker, tokki_text_of("{\"a\": \"\xED\xA0\x80\"}"), tokki_text_of(""), 0,
                     &report, &error) == TOKKI_OK);
  EXPECT(tokki_report_location(report, 0, 0, &at, &error) == TOKKI_OK);
  EXPECT(at.value.data == NULL);
  tokki_report_free(report);
  EXPECT(tokki_check(checker,
                     tokki_text_of("{\"format\": \"tokki.declaration/1\", \"id\": \"a\\u0000b\"}"),
                     tokki_text_of(""), 0, &report, &error) == TOKKI_OK);
  EXPECT(tokki_report_location(report, 0, 0, &at, &error) == TOKKI_OK);
  EXPECT(same(at.pointer, "/id") && at.value.size == 3 && memcmp(at.value.data, "a\0b", 3) == 0);
  tokki_report_free(report);
  tokki_checker_free(checker);
}

static void editions(void) {
  tokki_text json = text_of_file(root, "tests/editions/hoshikuzu-1.json");
  tokki_text faulty = tokki_text_of(
      "{\"format\": \"tokki.edition/1\", \"id\": \"x\", \"extends\": \"nowhere\", \"colour\": 1}");
  tokki_edition *builtin = NULL, *other = NULL, *none = NULL;
  const tokki_edition* both[2];
  tokki_report *faults = NULL, *report;
  tokki_checker* checker = NULL;
  tokki_check_options options = {.size = sizeof options};
  const tokki_record* record;
  tokki_text text;
  tokki_day day;
  int64_t number;
  size_t size;
  EXPECT(tokki_edition_builtin(&builtin, &error) == TOKKI_OK);
  EXPECT(tokki_edition_load(json, NULL, 0, &other, &faults, &error) == TOKKI_OK);
  EXPECT(same(tokki_edition_reference(other), "hoshikuzu/1"));
  tokki_report_free(faults);
  free((void*)json.data);
  EXPECT(tokki_edition_load(faulty, (const tokki_edition* const*)&other, 1, &none, &faults,
                            &error) == TOKKI_FAULTY);
  EXPECT(none == NULL && tokki_report_size(faults) > 1);
  EXPECT(same(tokki_report_kind(faults), "edition"));
  tokki_report_free(faults);
  EXPECT(tokki_edition_load(faulty, NULL, 0, &none, NULL, NULL) == TOKKI_FAULTY);

  record = tokki_edition_record(other);
  EXPECT(same(tokki_record_kind(record), "edition"));
  EXPECT(tokki_record_text(record, tokki_text_of("/issuer/ja"), &text, &error) == TOKKI_OK);
  EXPECT(same(text, "架空県「星くず県」"));
  EXPECT(tokki_record_day(record, tokki_text_of("/valid_from"), &day, &error) == TOKKI_OK);
  EXPECT(day.year == 2022 && day.month == 4 && day.day == 1);
  EXPECT(tokki_record_size(record, tokki_text_of("/clauses"), &size, &error) == TOKKI_OK);
  EXPECT(size > 50);
  EXPECT(tokki_record_type(tokki_edition_record(builtin), tokki_text_of("/parameters/0/value")) ==
         TOKKI_NUMBER);
  EXPECT(tokki_record_number(tokki_edition_record(builtin), tokki_text_of("/parameters/0/value"),
                             &number, &error) == TOKKI_OK);
  EXPECT(number > 0);

  both[0] = builtin, both[1] = other;
  options.editions = both, options.edition_count = 2;
  EXPECT(tokki_checker_new(&options, &checker, &error) == TOKKI_OK);
  tokki_edition_free(builtin); /* the checker keeps what it needs */
  tokki_edition_free(other);
  report = checked(checker, "tests/editions/declarations/extensions-as-asked.json");
  EXPECT(same(tokki_report_edition(report), "hoshikuzu/1"));
  tokki_report_free(report);
  report = checked(checker, form);
  EXPECT(starts(tokki_report_edition(report), "itaku-kunren/"));
  tokki_report_free(report);
  tokki_checker_free(checker);
}

static void records(void) {
  tokki_document* document = read_document("tests/schema/every-member.json");
  const tokki_record* record = tokki_document_record(document);
  const char* const numbers[] = {"/storage_media/01", "/storage_media/-1",  "/storage_media/",
                                 "/storage_media/99", "/storage_media/1e1", "storage_media"};
  tokki_report* faults = NULL;
  tokki_document* none = NULL;
  tokki_text text;
  tokki_day day;
  int32_t flag = 7;
  size_t size, i;
  EXPECT(same(tokki_record_kind(record), "declaration"));
  EXPECT(tokki_record_type(record, tokki_text_of("")) == TOKKI_GROUP);
  EXPECT(tokki_record_type(record, tokki_text_of("/declarant")) == TOKKI_GROUP);
  EXPECT(tokki_record_type(record, tokki_text_of("/declarant/name")) == TOKKI_TEXT);
  EXPECT(tokki_record_type(record, tokki_text_of("/declared_on")) == TOKKI_DAY);
  EXPECT(tokki_record_type(record, tokki_text_of("/extensions")) == TOKKI_JSON);
  EXPECT(tokki_record_type(record, tokki_text_of("/storage_location/countries/0")) ==
         TOKKI_COUNTRY);
  for (i = 0; i < sizeof numbers / sizeof *numbers; ++i)
    EXPECT(tokki_record_type(record, tokki_text_of(numbers[i])) == TOKKI_NO_MEMBER);
  EXPECT(tokki_record_day(record, tokki_text_of("/declared_on"), &day, &error) == TOKKI_OK);
  EXPECT(day.year > 2000 && day.month >= 1 && day.day >= 1);
  EXPECT(tokki_record_country(record, tokki_text_of("/storage_location/countries/0"), &text,
                              &error) == TOKKI_OK);
  EXPECT(text.size == 2);
  EXPECT(tokki_record_boolean(record, tokki_text_of("/subcontracting/subcontractors/0/subsidiary"),
                              &flag, &error) == TOKKI_OK);
  EXPECT(flag == 0 || flag == 1);
  EXPECT(tokki_record_size(record, tokki_text_of("/storage_location/ticked"), &size, &error) ==
         TOKKI_OK);
  EXPECT(size == 1);
  EXPECT(tokki_record_text(record, tokki_text_of("/storage_location/ticked/0"), &text, &error) ==
         TOKKI_OK);
  EXPECT(same(text, "abroad"));
  EXPECT(tokki_record_type(record, tokki_text_of("/storage_location/ticked/1")) == TOKKI_NO_MEMBER);
  EXPECT(tokki_record_text(record, tokki_text_of("/extensions"), &text, &error) == TOKKI_OK);
  EXPECT(starts(text, "{"));
  EXPECT(tokki_record_text(record, tokki_text_of("/declarant"), &text, &error) == TOKKI_WRONG_TYPE);
  EXPECT(tokki_record_day(record, tokki_text_of("/declarant/name"), &day, &error) ==
         TOKKI_WRONG_TYPE);
  EXPECT(tokki_record_text(record, tokki_text_of("/declarant/nickname"), &text, &error) ==
         TOKKI_NOT_FOUND);
  EXPECT(tokki_record_text(record, tokki_text_of("/declarant/name/x"), &text, &error) ==
         TOKKI_NOT_FOUND);
  tokki_document_free(document);

  /* A blank form can be read all the same, and one that is at fault. */
  EXPECT(tokki_document_read(
             tokki_text_of("{\"format\": \"tokki.declaration/1\", \"declared_on\": \"いつか\", "
                           "\"storage_media\": 5}"),
             NULL, &document, &faults, &error) == TOKKI_OK);
  record = tokki_document_record(document);
  EXPECT(tokki_report_size(faults) == 1);
  EXPECT(tokki_record_text(record, tokki_text_of("/declared_on"), &text, &error) == TOKKI_OK);
  EXPECT(same(text, "いつか"));
  EXPECT(tokki_record_day(record, tokki_text_of("/declared_on"), &day, &error) == TOKKI_NO_VALUE);
  EXPECT(tokki_record_text(record, tokki_text_of("/declarant/name"), &text, &error) == TOKKI_OK);
  EXPECT(text.size == 0);
  EXPECT(tokki_record_size(record, tokki_text_of("/storage_media"), &size, &error) == TOKKI_OK);
  EXPECT(size == 0);
  tokki_report_free(faults);
  tokki_document_free(document);
  EXPECT(tokki_document_read(tokki_text_of("{"), NULL, &none, &faults, &error) == TOKKI_FAULTY);
  EXPECT(none == NULL && tokki_report_size(faults) == 1);
  tokki_report_free(faults);
}

static void instants(void) {
  tokki_document* document = NULL;
  const tokki_record* record;
  tokki_interval interval = {0, 0};
  tokki_text text;
  EXPECT(
      tokki_document_read(tokki_text_of("{\"format\": \"tokki.dossier-record/1\", \"incident\": {"
                                        "\"at\": \"2025-06-01T14:50:00Z\", \"recorded_at\": "
                                        "\"令和7年6月2日 9時30分\", \"closed_at\": \"いつか\"}}"),
                          NULL, &document, NULL, &error) == TOKKI_OK);
  record = tokki_document_record(document);
  EXPECT(tokki_record_type(record, tokki_text_of("/incident/at")) == TOKKI_INSTANT);
  EXPECT(tokki_record_interval(record, tokki_text_of("/incident/at"), &interval, &error) ==
         TOKKI_OK);
  EXPECT(interval.earliest == 1748789400 && interval.latest == interval.earliest);
  EXPECT(tokki_record_interval(record, tokki_text_of("/incident/recorded_at"), &interval, &error) ==
         TOKKI_OK);
  EXPECT(interval.earliest == 1748824200 && interval.latest == interval.earliest + 59);
  EXPECT(tokki_record_text(record, tokki_text_of("/incident/recorded_at"), &text, &error) ==
         TOKKI_OK);
  EXPECT(same(text, "令和7年6月2日 9時30分"));
  EXPECT(tokki_record_interval(record, tokki_text_of("/incident/closed_at"), &interval, &error) ==
         TOKKI_NO_VALUE);
  EXPECT(tokki_record_interval(record, tokki_text_of("/incident/id"), &interval, &error) ==
         TOKKI_WRONG_TYPE);
  EXPECT(tokki_record_interval(record, tokki_text_of("/incident/at"), NULL, &error) != TOKKI_OK);
  tokki_document_free(document);
}

static void chains(void) {
  tokki_text json = text_of_file(root, "tests/bindings/c/dossier.json");
  tokki_text line = tokki_text_of(
      "{\"format\": \"tokki.dossier-record/1\", \"party\": {\"id\": \"E\", \"name\": \"えにし\"}}");
  tokki_chain_options options = {.size = sizeof options, .as_of = {2026, 4, 1}};
  tokki_chain_builder* builder = NULL;
  tokki_chain* chain = NULL;
  tokki_report* faults = NULL;
  tokki_party party = {.size = sizeof party};
  tokki_edge edge = {.size = sizeof edge};
  tokki_exposure fact = {.size = sizeof fact};
  tokki_text text;
  uint32_t path[4], b = 0, c = 0, i;
  size_t length = 9;
  EXPECT(tokki_chain_builder_new(&options, &builder, &error) == TOKKI_OK);
  EXPECT(tokki_chain_builder_add(builder, tokki_text_of("[]"), &faults, &error) == TOKKI_FAULTY);
  EXPECT(tokki_report_size(faults) == 1);
  tokki_report_free(faults);
  EXPECT(tokki_chain_builder_add(builder, json, &faults, &error) == TOKKI_OK);
  EXPECT(tokki_report_size(faults) == 0);
  tokki_report_free(faults);
  EXPECT(tokki_chain_builder_add(builder, line, NULL, &error) == TOKKI_OK);
  EXPECT(tokki_chain_builder_build(builder, &chain, &error) == TOKKI_OK);
  free((void*)json.data);

  EXPECT(tokki_chain_party_count(chain) == 5 && tokki_chain_edge_count(chain) == 2);
  EXPECT(tokki_chain_contractor(chain) == 0);
  EXPECT(tokki_record_text(tokki_chain_contract(chain), tokki_text_of("/client"), &text, &error) ==
         TOKKI_OK);
  EXPECT(same(text, "星屑県"));
  EXPECT(tokki_chain_find(chain, tokki_text_of("㈱ベータ電算"), &b, &error) == TOKKI_OK);
  EXPECT(b == 1);
  EXPECT(tokki_chain_find(chain, tokki_text_of("C"), &c, &error) == TOKKI_OK);
  EXPECT(c == 2);
  EXPECT(tokki_chain_find(chain, tokki_text_of("知らない者"), &i, &error) == TOKKI_OK);
  EXPECT(i == TOKKI_NOBODY);
  EXPECT(tokki_chain_party(chain, c, &party, &error) == TOKKI_OK);
  EXPECT(party.tier == 2 && party.expected == TOKKI_MISSING && same(party.name, "有限会社ちはや"));
  EXPECT(tokki_chain_party(chain, b, &party, &error) == TOKKI_OK);
  EXPECT(party.tier == 1 && party.expected == TOKKI_FILED);
  EXPECT(tokki_chain_party(chain, 4, &party, &error) == TOKKI_OK);
  EXPECT(party.tier == -1 && party.expected == TOKKI_NOT_IN_CHAIN && same(party.id, "E"));
  EXPECT(tokki_chain_party(chain, 5, &party, &error) == TOKKI_NOT_FOUND);

  EXPECT(tokki_chain_path(chain, c, NULL, 0, &length, &error) == TOKKI_OK);
  EXPECT(length == 2);
  path[1] = 77;
  EXPECT(tokki_chain_path(chain, c, path, 1, &length, &error) == TOKKI_OK);
  EXPECT(length == 2 && path[0] == 0 && path[1] == 77);
  EXPECT(tokki_chain_path(chain, c, path, 4, &length, &error) == TOKKI_OK);
  EXPECT(path[1] == 1);
  EXPECT(tokki_chain_path(chain, 4, path, 4, &length, &error) == TOKKI_OK);
  EXPECT(length == 0);
  EXPECT(tokki_chain_path(chain, 99, path, 4, &length, &error) == TOKKI_NOT_FOUND);
  EXPECT(tokki_chain_edge(chain, 0, &edge, &error) == TOKKI_OK);
  EXPECT(edge.from == 0 && edge.to == 1 && edge.consent == 4 && edge.flow_down == 2);
  EXPECT(edge.consent_on.year == 2025 && edge.consent_on.month == 4 && edge.consent_on.day == 20);
  EXPECT(edge.handles_data == TOKKI_YES && edge.subsidiary == TOKKI_NOT_SAID && edge.begun == 1);
  EXPECT(tokki_chain_edge(chain, 1, &edge, &error) == TOKKI_OK);
  EXPECT(edge.consent == 0 && edge.consent_on.year == 0 && edge.subsidiary == TOKKI_NO);
  EXPECT(tokki_chain_edge(chain, 2, &edge, &error) == TOKKI_NOT_FOUND);

  EXPECT(tokki_chain_exposure_count(chain) > 2);
  for (i = 0, b = 0; i < tokki_chain_exposure_count(chain); ++i) {
    EXPECT(tokki_chain_exposure(chain, i, &fact, &error) == TOKKI_OK);
    if (same(fact.service, "Amazon S3")) {
      ++b;
      EXPECT(fact.party == 1 && fact.certain == 1 && same(fact.country, "US") && fact.entry == 1);
    }
  }
  EXPECT(b == 1);
  EXPECT(tokki_chain_exposure(chain, i, &fact, &error) == TOKKI_NOT_FOUND);
  tokki_chain_free(chain);

  EXPECT(tokki_chain_builder_build(builder, &chain, &error) == TOKKI_OK); /* empty by now */
  EXPECT(tokki_chain_party_count(chain) == 0 && tokki_chain_contractor(chain) == TOKKI_NOBODY);
  tokki_chain_free(chain);
  tokki_chain_builder_free(builder);
}

/* Does the report hold a finding of that rule? */
static int says(const tokki_report* report, const char* rule) {
  tokki_finding finding = {.size = sizeof finding};
  size_t i;
  for (i = 0; i < tokki_report_size(report); ++i) {
    EXPECT(tokki_report_finding(report, i, &finding, &error) == TOKKI_OK);
    if (same(finding.rule, rule)) return 1;
  }
  return 0;
}

/* The school answers otherwise in its third course. */
static void dossiers_of_one_contractor(void) {
  tokki_text all = text_of_file(root, "examples/dossiers/many-courses-of-one-school.ndjson");
  const tokki_check_options options = {
      .size = sizeof options, .as_of = {2026, 4, 1}, .flags = TOKKI_ACROSS_DOSSIERS};
  tokki_dossier_checker* checker = NULL;
  const char* begin = all.data;
  const char* end;
  int number = 0;
  EXPECT(tokki_dossier_checker_new(&options, &checker, &error) == TOKKI_OK);
  while ((end = memchr(begin, '\n', (size_t)(all.data + all.size - begin))) != NULL) {
    const tokki_text one = {begin, (size_t)(end - begin)};
    tokki_reports* reports = NULL;
    EXPECT(tokki_dossier_checker_add(checker, one, tokki_text_of("x"), 0, &error) == TOKKI_OK);
    EXPECT(tokki_dossier_checker_finish(checker, &reports, NULL, &error) == TOKKI_OK);
    EXPECT(says(tokki_reports_at(reports, 0), "answers-differ-across-contracts") ==
           (++number == 3));
    tokki_reports_free(reports);
    begin = end + 1;
  }
  EXPECT(number == 3);
  tokki_dossier_checker_free(checker);
  free((void*)all.data);
}

static void a_dossier_is_checked(void) {
  tokki_report* report = checked(NULL, "tests/bindings/c/dossier.json");
  EXPECT(same(tokki_report_kind(report), "dossier"));
  EXPECT(tokki_report_gravest(report) == TOKKI_ERROR); /* nobody consented to 有限会社ちはや */
  tokki_report_free(report);
}

static void dossiers_of_many_documents(void) {
  tokki_text json = text_of_file(root, "tests/bindings/c/dossier.json");
  tokki_text line = tokki_text_of(
      "{\"format\": \"tokki.dossier-record/1\", \"certificate\": {\"party\": \"B\", "
      "\"valid_until\": \"2024-03-31\", \"relied_on\": \"2025-06-01\"}}");
  tokki_check_options options = {
      .size = sizeof options, .as_of = {2026, 4, 1}, .flags = TOKKI_ACROSS_DOSSIERS};
  tokki_dossier_checker* checker = NULL;
  tokki_checker* refused = NULL;
  tokki_reports* reports = NULL;
  tokki_chain* chain = NULL;
  EXPECT(tokki_checker_new(&options, &refused, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_dossier_checker_new(&options, &checker, &error) == TOKKI_OK);
  EXPECT(tokki_dossier_checker_add(NULL, json, line, 0, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_dossier_checker_add(checker, json, tokki_text_of("a"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_dossier_checker_add(checker, line, tokki_text_of("b"), 7, &error) == TOKKI_OK);
  EXPECT(tokki_dossier_checker_add(checker, tokki_text_of("{"), tokki_text_of("c"), 0, &error) ==
         TOKKI_OK); /* bad input is a finding */
  EXPECT(tokki_dossier_checker_finish(checker, &reports, &chain, &error) == TOKKI_OK);
  EXPECT(tokki_reports_size(reports) == 3 && tokki_reports_at(reports, 3) == NULL);
  EXPECT(same(tokki_report_uri(tokki_reports_at(reports, 1)), "b"));
  EXPECT(tokki_report_line(tokki_reports_at(reports, 1)) == 7);
  EXPECT(tokki_report_size(tokki_reports_at(reports, 2)) == 1);
  EXPECT(says(tokki_reports_at(reports, 1), "certificate-expired"));
  EXPECT(tokki_chain_party_count(chain) == 4);
  tokki_reports_free(reports);
  tokki_chain_free(chain);

  EXPECT(tokki_dossier_checker_finish(checker, &reports, NULL, &error) == TOKKI_OK); /* empty */
  EXPECT(tokki_reports_size(reports) == 0);
  tokki_reports_free(reports);
  tokki_dossier_checker_free(checker);
  free((void*)json.data);
}

/* What a visitor was given. */
struct visited {
  uint64_t reports, chains, unreadable, wanted;
  int32_t error;
};

static int32_t visit_report(void* context, const tokki_report* report) {
  struct visited* visited = context;
  EXPECT(tokki_report_uri(report).size != 0);
  return ++visited->reports == visited->wanted;
}
static int32_t visit_chain(void* context, const tokki_chain* chain) {
  struct visited* visited = context;
  EXPECT(tokki_chain_party_count(chain) != 0);
  ++visited->chains;
  return 0;
}
static void visit_unreadable(void* context, tokki_text path, int32_t why) {
  struct visited* visited = context;
  EXPECT(path.size != 0);
  ++visited->unreadable;
  visited->error = why;
}

static void folders(void) {
  const tokki_check_options options = {
      .size = sizeof options, .as_of = {2026, 4, 1}, .flags = TOKKI_ACROSS_DOSSIERS};
  struct visited visited = {0};
  tokki_file_visitor visitor = {
      .size = sizeof visitor, .context = &visited, .report = visit_report};
  const tokki_file_visitor unset = {0};
  char path[4096];
  snprintf(path, sizeof path, "%s/examples/dossiers", root);
  EXPECT(tokki_check_path(tokki_text_of(path), &options, &visitor, &error) == TOKKI_OK);
  EXPECT(visited.reports == 9 && visited.chains == 0 && visited.unreadable == 0);

  visitor.chain = visit_chain;
  EXPECT(tokki_check_path(tokki_text_of(path), NULL, &visitor, NULL) == TOKKI_OK);
  EXPECT(visited.reports == 18 && visited.chains == 6);

  visited.wanted = 20;
  EXPECT(tokki_check_path(tokki_text_of(path), NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(visited.reports == 20);

  visitor.unreadable = visit_unreadable;
  snprintf(path, sizeof path, "%s/no-such-folder", root);
  EXPECT(tokki_check_path(tokki_text_of(path), NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(visited.unreadable == 1 && visited.error == ENOENT);

  EXPECT(tokki_check_path(tokki_text_of(path), NULL, NULL, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_check_path(tokki_text_of(path), NULL, &unset, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_check_path(tokki_text_of(""), NULL, &visitor, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(visited.reports == 20 && visited.unreadable == 1);
}

static const char loss[] = "tests/corpus/dossiers/notebook-lost-told-a-second-late.json";

/* How the duties of a dossier stand at an instant. */
static tokki_assessment* assessed(const char* file, const char* as_of, const char* known_at) {
  const tokki_assess_options options = {
      .size = sizeof options, .as_of = tokki_text_of(as_of), .known_at = tokki_text_of(known_at)};
  tokki_text json = text_of_file(root, file);
  tokki_assessor* assessor = NULL;
  tokki_assessment* assessment = NULL;
  EXPECT(tokki_assessor_new(NULL, &assessor, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, json, tokki_text_of(file), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assess(assessor, &options, &assessment, NULL, &error) == TOKKI_OK);
  tokki_assessor_free(assessor); /* the assessment does not need it */
  free((void*)json.data);
  return assessment;
}

/* The instance of that key; its status is -1 when there is none. */
static tokki_instance instance_of(const tokki_assessment* assessment, const char* key,
                                  size_t* index) {
  tokki_instance found = {.size = sizeof found};
  for (*index = 0; *index < tokki_assessment_size(assessment); ++*index) {
    EXPECT(tokki_assessment_instance(assessment, *index, &found, &error) == TOKKI_OK);
    if (same(found.key, key)) return found;
  }
  found.status = -1;
  return found;
}

static void duties_stand(void) {
  tokki_assessment* assessment = assessed(loss, "2025-06-02", NULL);
  size_t index;
  tokki_instance told = instance_of(assessment, "B2.time@inc-1/hibari", &index);
  tokki_reason why = {.size = sizeof why};
  tokki_fact fact = {.size = sizeof fact};
  EXPECT(starts(tokki_assessment_edition(assessment), "itaku-kunren/"));
  EXPECT(tokki_assessment_as_of(assessment) == 1748876399); /* 23:59:59 in Japan */
  EXPECT(tokki_assessment_known_at(assessment) == TOKKI_NO_TIME);
  EXPECT(told.status == TOKKI_DUTY_BREACHED && told.underlying == TOKKI_DUTY_BREACHED);
  EXPECT(same(told.duty, "B2.time") && same(told.clause, "B2.time"));
  EXPECT(same(told.trigger, "inc-1") && same(told.bearer, "hibari"));
  EXPECT(told.mirror == 0 && told.overdue == 0 && told.since == TOKKI_NO_TIME);
  EXPECT(told.delay == 3601 && told.reason_count != 0 && told.fact_count != 0);
  EXPECT(tokki_assessment_reason(assessment, index, 0, TOKKI_EN, &why, &error) == TOKKI_OK);
  EXPECT(why.id.size != 0 && why.message.size != 0 && why.reading.size == 0);
  EXPECT(tokki_assessment_reason(assessment, index, 0, (tokki_language)2, &why, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_assessment_reason(assessment, index, told.reason_count, TOKKI_JA, &why, &error) ==
         TOKKI_NOT_FOUND);
  EXPECT(tokki_assessment_fact(assessment, index, 0, &fact, &error) == TOKKI_OK);
  EXPECT(same(fact.document, loss) && starts(fact.pointer, "/") && fact.kind.size != 0);
  EXPECT(tokki_assessment_fact(assessment, index, told.fact_count, &fact, &error) ==
         TOKKI_NOT_FOUND);
  EXPECT(tokki_assessment_instance(assessment, tokki_assessment_size(assessment), &told, &error) ==
         TOKKI_NOT_FOUND);
  EXPECT(same(tokki_duty_status_name(TOKKI_DUTY_BREACHED, TOKKI_JA), "違反"));
  EXPECT(tokki_duty_status_name(8, TOKKI_EN).size == 0);
  EXPECT(tokki_duty_status_name(-1, TOKKI_EN).size == 0);
  tokki_assessment_free(assessment);

  assessment = assessed(loss, "2025-06-02T09:30:00+09:00", "2025-06-02 09:30");
  EXPECT(tokki_assessment_known_at(assessment) == 1748824259);
  told = instance_of(assessment, "B2.time@inc-1/hibari", &index);
  EXPECT(told.status == TOKKI_DUTY_DUE && told.until == 1748826000);
  tokki_assessment_free(assessment);
}

static void an_assessment_is_written(void) {
  tokki_assessment* assessment = assessed(loss, "2025-06-02", NULL);
  tokki_assessment_style style = {.size = sizeof style, .language = TOKKI_EN, .width = 100};
  tokki_string *all = NULL, *some = NULL;
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("json"), NULL, &all, &error) == TOKKI_OK);
  EXPECT(starts(tokki_string_text(all), "{\"format\":\"tokki.assessment/1\","));
  tokki_string_free(all);
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("ndjson"), &style, &all, &error) ==
         TOKKI_OK);
  style.next = 1;
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("ndjson"), &style, &some, &error) ==
         TOKKI_OK);
  EXPECT(tokki_string_text(some).size < tokki_string_text(all).size);
  tokki_string_free(some);
  tokki_string_free(all);
  style.next = 0;
  style.incident = tokki_text_of("inc-1");
  style.party = tokki_text_of("hibari");
  style.order = TOKKI_BY_DUE;
  style.flags = TOKKI_ALL | TOKKI_SHOW_VALUES;
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("text"), &style, &all, &error) ==
         TOKKI_OK);
  EXPECT(strstr(tokki_string_text(all).data, "B2.time@inc-1/hibari") != NULL);
  tokki_string_free(all);
  style.incident = tokki_text_of("inc-9");
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("text"), &style, &all, &error) ==
         TOKKI_NOT_FOUND);
  EXPECT(all == NULL);
  style.incident = tokki_text_of("");
  style.party = tokki_text_of("nobody");
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("text"), &style, &all, &error) ==
         TOKKI_NOT_FOUND);
  style.party = tokki_text_of("甲");
  style.flags = TOKKI_QUOTE;
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("text"), &style, &all, &error) ==
         TOKKI_INVALID_ARGUMENT);
  style.flags = 0, style.order = 3;
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("text"), &style, &all, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_assessment_write(assessment, tokki_text_of("docx"), NULL, &all, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(strstr(error.en, "there are text, json, ") != NULL);
  tokki_assessment_free(assessment);
}

/* Whose acts the contractor answers for: a chain with a breach at the bottom. */
static void liabilities_are_read(void) {
  tokki_assessment* assessment = assessed(
      "tests/corpus/years/three-tiers-with-a-breach-at-the-bottom.json", "2026-03-31", NULL);
  tokki_liability liable = {.size = sizeof liable};
  tokki_fact fact = {.size = sizeof fact};
  tokki_text text;
  size_t i, index;
  const size_t count = tokki_assessment_liability_count(assessment);
  EXPECT(count != 0);
  for (i = 0; i < count; ++i) {
    EXPECT(tokki_assessment_liability(assessment, i, &liable, &error) == TOKKI_OK);
    EXPECT(liable.path_count >= 2 && liable.breach_count + liable.incident_count != 0);
    EXPECT(tokki_assessment_liability_path(assessment, i, liable.path_count - 1, &text, &error) ==
           TOKKI_OK);
    EXPECT(text.size == liable.party.size && memcmp(text.data, liable.party.data, text.size) == 0);
    EXPECT(tokki_assessment_liability_path(assessment, i, liable.path_count, &text, &error) ==
           TOKKI_NOT_FOUND);
    EXPECT(text.size == 0);
    EXPECT(tokki_assessment_liability_breach(assessment, i, liable.breach_count, &text, &error) ==
           TOKKI_NOT_FOUND);
    EXPECT(tokki_assessment_liability_incident(assessment, i, liable.incident_count, &fact,
                                               &error) == TOKKI_NOT_FOUND);
  }
  /* The last is the lowest. */
  EXPECT(liable.path_count == 4 && liable.breach_count != 0 && liable.incident_count != 0);
  EXPECT(tokki_assessment_liability_breach(assessment, count - 1, 0, &text, &error) == TOKKI_OK);
  {
    char key[256];
    snprintf(key, sizeof key, "%.*s", (int)text.size, text.data);
    EXPECT(instance_of(assessment, key, &index).status == TOKKI_DUTY_BREACHED);
  }
  EXPECT(tokki_assessment_liability_incident(assessment, count - 1, 0, &fact, &error) == TOKKI_OK);
  EXPECT(same(fact.kind, "incident") && fact.id.size != 0 && starts(fact.pointer, "/incidents/"));
  EXPECT(tokki_assessment_liability(assessment, count, &liable, &error) == TOKKI_NOT_FOUND);
  tokki_assessment_free(assessment);
}

/* What differs between two declarations; the documents are not needed any more. */
static void forms_are_compared(void) {
  tokki_document *before, *after, *other = read_document(loss);
  tokki_changes_style style = {
      .size = sizeof style, .before = tokki_text_of("old"), .after = tokki_text_of("new")};
  tokki_change change = {.size = sizeof change};
  tokki_changes* changes;
  tokki_string* text;
  tokki_text duty;
  EXPECT(tokki_document_read(
             tokki_text_of("{\"format\": \"tokki.declaration/1\", "
                           "\"declarant\": {\"name\": \"甲野\", \"address\": \"青嵐市1\"}}"),
             NULL, &before, NULL, &error) == TOKKI_OK);
  EXPECT(tokki_document_read(
             tokki_text_of("{\"format\": \"tokki.declaration/1\", "
                           "\"declarant\": {\"name\": \"甲野\", \"address\": \"青嵐市2\"}}"),
             NULL, &after, NULL, &error) == TOKKI_OK);
  EXPECT(tokki_compare(before, other, NULL, 0, &changes, &error) == TOKKI_WRONG_TYPE);
  EXPECT(changes == NULL);
  EXPECT(tokki_compare(before, before, NULL, 0, &changes, &error) == TOKKI_OK);
  EXPECT(tokki_changes_found(changes) == 0 && tokki_changes_size(changes) == 0);
  tokki_changes_free(changes);
  EXPECT(tokki_compare(before, after, NULL, 0, &changes, &error) == TOKKI_OK);
  tokki_document_free(before);
  tokki_document_free(after);
  tokki_document_free(other);
  EXPECT(starts(tokki_changes_edition(changes), "itaku-kunren/"));
  EXPECT(tokki_changes_found(changes) == 1 && tokki_changes_size(changes) == 1);
  EXPECT(tokki_changes_change(changes, 0, &change, &error) == TOKKI_OK);
  EXPECT(change.kind == TOKKI_CHANGED && same(change.matter, "address"));
  EXPECT(same(change.cell, "declaration.declarant.address") && change.filer.size == 0);
  EXPECT(same(change.before, "/declarant/address") && same(change.after, "/declarant/address"));
  EXPECT(change.since.earliest == TOKKI_NO_TIME && change.since.latest == TOKKI_NO_TIME);
  EXPECT(change.planned == 0 && change.certain == 1 && change.older == 0);
  EXPECT(change.duty_count != 0);
  EXPECT(tokki_changes_duty(changes, 0, 0, &duty, &error) == TOKKI_OK && duty.size != 0);
  EXPECT(tokki_changes_duty(changes, 0, change.duty_count, &duty, &error) == TOKKI_NOT_FOUND);
  EXPECT(tokki_changes_change(changes, 1, &change, &error) == TOKKI_NOT_FOUND);
  EXPECT(tokki_changes_write(changes, tokki_text_of("json"), &style, &text, &error) == TOKKI_OK);
  EXPECT(starts(tokki_string_text(text), "{\"format\":\"tokki.diff/1\","));
  EXPECT(strstr(tokki_string_text(text).data, "\"old\"") != NULL);
  EXPECT(strstr(tokki_string_text(text).data, "青嵐市") == NULL);
  tokki_string_free(text);
  style.flags = TOKKI_SHOW_VALUES;
  EXPECT(tokki_changes_write(changes, tokki_text_of("text"), &style, &text, &error) == TOKKI_OK);
  EXPECT(strstr(tokki_string_text(text).data, "青嵐市2") != NULL);
  tokki_string_free(text);
  style.flags = TOKKI_ALL;
  EXPECT(tokki_changes_write(changes, tokki_text_of("text"), &style, &text, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_changes_write(changes, tokki_text_of("docx"), NULL, &text, &error) ==
         TOKKI_INVALID_ARGUMENT);
  EXPECT(text == NULL && strstr(error.en, "there are text, json, ") != NULL);
  tokki_changes_free(changes);
}

/* What is on record and not declared. */
static void facts_are_compared(void) {
  const char file[] = "tests/corpus/dossiers/change-not-declared-again.json";
  const tokki_assess_options options = {.size = sizeof options,
                                        .as_of = tokki_text_of("2025-12-31")};
  tokki_text json = text_of_file(root, file);
  tokki_assessor *assessor = NULL, *empty = NULL;
  tokki_change change = {.size = sizeof change};
  tokki_changes* changes;
  EXPECT(tokki_assessor_new(NULL, &assessor, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, json, tokki_text_of(file), 0, &error) == TOKKI_OK);
  EXPECT(tokki_compare_facts(assessor, &options, &changes, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, json, tokki_text_of(file), 0, &error) ==
         TOKKI_INVALID_ARGUMENT); /* changes share its records */
  tokki_assessor_free(assessor);
  EXPECT(tokki_changes_found(changes) == 1 && tokki_changes_size(changes) != 0);
  EXPECT(tokki_changes_change(changes, 0, &change, &error) == TOKKI_OK);
  EXPECT(change.filer.size != 0 && change.after.size != 0 && same(change.after_document, file));
  EXPECT(change.since.earliest != TOKKI_NO_TIME && change.since.earliest <= change.since.latest);
  tokki_changes_free(changes);
  EXPECT(tokki_assessor_new(NULL, &empty, &error) == TOKKI_OK);
  EXPECT(tokki_compare_facts(empty, NULL, &changes, &error) == TOKKI_FAULTY && changes == NULL);
  tokki_assessor_free(empty);
  free((void*)json.data);
}

/* A contract's file and a record of its own, which another document of the caller's holds. */
static void records_are_joined(void) {
  const tokki_text coverage = tokki_text_of(
      "{\"format\": \"tokki.dossier-record/1\", \"person\": {\"id\": \"p-9\", "
      "\"party\": \"hibari\", \"at\": \"2025-04-01\"}}");
  tokki_document* document = read_document(loss);
  tokki_document* form_read = read_document(form);
  tokki_assess_options options = {.size = sizeof options, .as_of = tokki_text_of("2025-06-02")};
  tokki_assessor *bytes = NULL, *built = NULL;
  tokki_assessment *one = NULL, *other = NULL;
  tokki_string *one_json = NULL, *other_json = NULL;
  tokki_report* faults = NULL;
  tokki_text json = text_of_file(root, loss);
  EXPECT(tokki_assessor_new(NULL, &bytes, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_new(NULL, &built, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add_document(built, form_read, tokki_text_of("x"), &error) ==
         TOKKI_WRONG_TYPE);
  EXPECT(tokki_assessor_add_document(built, document, tokki_text_of("x"), &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(bytes, json, tokki_text_of("x"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(bytes, coverage, tokki_text_of("y"), 7, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(built, coverage, tokki_text_of("y"), 7, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(bytes, tokki_text_of("{"), tokki_text_of("z"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assess(bytes, &options, &one, &faults, &error) == TOKKI_OK);
  EXPECT(tokki_report_size(faults) == 1);
  tokki_report_free(faults);
  EXPECT(tokki_assess(built, &options, &other, &faults, &error) == TOKKI_OK);
  EXPECT(tokki_report_size(faults) == 0);
  tokki_report_free(faults);
  EXPECT(tokki_assessment_write(one, tokki_text_of("ndjson"), NULL, &one_json, &error) == TOKKI_OK);
  EXPECT(tokki_assessment_write(other, tokki_text_of("ndjson"), NULL, &other_json, &error) ==
         TOKKI_OK);
  EXPECT(tokki_string_text(one_json).size == tokki_string_text(other_json).size);
  tokki_assessment_free(one);

  /* Any number of times, but what assessments share no longer changes. */
  options.as_of = tokki_text_of("2025-07-01");
  EXPECT(tokki_assess(bytes, &options, &one, NULL, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(bytes, coverage, tokki_text_of("y"), 8, &error) ==
         TOKKI_INVALID_ARGUMENT);
  tokki_assessment_free(one);
  options.as_of = tokki_text_of("someday");
  EXPECT(tokki_assess(bytes, &options, &one, NULL, &error) == TOKKI_INVALID_ARGUMENT);
  EXPECT(one == NULL && strstr(error.en, "2025-04-01") != NULL);
  tokki_string_free(one_json);
  tokki_string_free(other_json);
  tokki_assessment_free(other);
  tokki_assessor_free(bytes);
  tokki_assessor_free(built);
  tokki_document_free(document);
  tokki_document_free(form_read);
  free((void*)json.data);
}

static void without_a_dossier_nothing_is_said(void) {
  tokki_text json = text_of_file(root, form);
  tokki_assessor* assessor = NULL;
  tokki_assessment* assessment = NULL;
  tokki_report* faults = NULL;
  EXPECT(tokki_assessor_new(NULL, &assessor, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, json, tokki_text_of("form"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, tokki_text_of("{"), tokki_text_of("half"), 3, &error) ==
         TOKKI_OK);
  EXPECT(tokki_assess(assessor, NULL, &assessment, &faults, &error) == TOKKI_FAULTY);
  EXPECT(assessment == NULL && tokki_report_size(faults) == 1);
  tokki_report_free(faults);
  tokki_assessor_free(assessor);
  free((void*)json.data);

  tokki_assessor_free(NULL);
  tokki_assessment_free(NULL);
  EXPECT(tokki_assessment_size(NULL) == 0 && tokki_assessment_edition(NULL).size == 0);
  EXPECT(tokki_assessment_as_of(NULL) == TOKKI_NO_TIME);
  EXPECT(tokki_assessment_known_at(NULL) == TOKKI_NO_TIME);
  EXPECT(tokki_assess(NULL, NULL, &assessment, NULL, NULL) == TOKKI_INVALID_ARGUMENT);
  EXPECT(tokki_assessment_write(NULL, tokki_text_of("json"), NULL, NULL, NULL) ==
         TOKKI_INVALID_ARGUMENT);
}

/* Another office's edition, whose duties have keys of their own. */
static void duties_of_another_edition(void) {
  tokki_text json = text_of_file(root, "tests/editions/hoshikuzu-1.json");
  tokki_text dossier = text_of_file(root, loss);
  tokki_edition* other = NULL;
  tokki_assess_options options = {.size = sizeof options, .edition_count = 1};
  tokki_assessor* assessor = NULL;
  tokki_assessment* assessment = NULL;
  EXPECT(tokki_edition_load(json, NULL, 0, &other, NULL, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_new(NULL, &assessor, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, dossier, tokki_text_of("x"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assess(assessor, &options, &assessment, NULL, &error) == TOKKI_INVALID_ARGUMENT);
  options.editions = (const tokki_edition* const*)&other;
  EXPECT(tokki_assess(assessor, &options, &assessment, NULL, &error) == TOKKI_OK);
  tokki_edition_free(other); /* the assessment keeps it */
  EXPECT(same(tokki_assessment_edition(assessment), "hoshikuzu/1"));
  EXPECT(tokki_assessment_size(assessment) != 0);
  tokki_assessment_free(assessment);
  tokki_assessor_free(assessor);
  free((void*)json.data);
  free((void*)dossier.data);
}

struct contracts {
  int assessed, faulty, unreadable, wanted;
};
static int32_t visit_assessment(void* context, const tokki_assessment* assessment) {
  struct contracts* contracts = context;
  EXPECT(tokki_assessment_size(assessment) != 0);
  return ++contracts->assessed == contracts->wanted;
}
static int32_t visit_faults(void* context, const tokki_report* faults) {
  EXPECT(tokki_report_size(faults) != 0);
  ++((struct contracts*)context)->faulty;
  return 0;
}
static void visit_unread(void* context, tokki_text path, int32_t why) {
  EXPECT(path.size != 0 && why == ENOENT);
  ++((struct contracts*)context)->unreadable;
}

static void contracts_of_files(void) {
  struct contracts contracts = {0, 0, 0, 0};
  tokki_assess_visitor visitor = {.size = sizeof visitor,
                                  .context = &contracts,
                                  .assessment = visit_assessment,
                                  .faults = visit_faults,
                                  .unreadable = visit_unread};
  char path[4096];
  snprintf(path, sizeof path, "%s/examples/dossiers/many-courses-of-one-school.ndjson", root);
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(contracts.assessed == 3 && contracts.faulty == 0); /* each line is a contract */
  contracts.wanted = 5;
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(contracts.assessed == 5);
  snprintf(path, sizeof path, "%s/tests/corpus/dossiers/records.ndjson", root);
  contracts.assessed = contracts.wanted = 0;
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(contracts.assessed == 1); /* of many records */
  snprintf(path, sizeof path, "%s/tests/corpus/broken/shift-jis.json", root);
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, &visitor, &error) == TOKKI_OK);
  EXPECT(contracts.assessed == 1 && contracts.faulty == 1);
  snprintf(path, sizeof path, "%s/no-such-folder", root);
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, &visitor, NULL) == TOKKI_OK);
  EXPECT(contracts.unreadable == 1);
  EXPECT(tokki_assess_path(tokki_text_of(path), NULL, NULL, NULL, &error) ==
         TOKKI_INVALID_ARGUMENT);
}

/* One checker, one report, one assessor and one assessment for all. */
struct shared {
  const tokki_checker* checker;
  const tokki_report* report;
  tokki_assessor* assessor;
  const tokki_assessment* assessment;
  tokki_text json;
  int wrong;
};

static void* in_a_thread(void* argument) {
  struct shared* shared = argument;
  int i, language;
  for (i = 0; i < 200; ++i) {
    tokki_report* report = NULL;
    tokki_words mine = {.size = sizeof mine}, theirs = {.size = sizeof theirs};
    if (tokki_check(shared->checker, shared->json, tokki_text_of("x"), 0, &report, NULL) ||
        tokki_report_size(report) != 2)
      ++shared->wrong;
    if (i % 20 == 0) {
      tokki_assessment* assessment = NULL;
      tokki_reason why = {.size = sizeof why};
      if (tokki_assess(shared->assessor, NULL, &assessment, NULL, NULL) ||
          tokki_assessment_size(assessment) != tokki_assessment_size(shared->assessment) ||
          tokki_assessment_reason(shared->assessment, 0, 0, TOKKI_EN, &why, NULL))
        ++shared->wrong;
      tokki_assessment_free(assessment);
    }
    for (language = TOKKI_JA; language <= TOKKI_EN; ++language) {
      if (tokki_report_words(report, 0, (tokki_language)language, &mine, NULL) ||
          tokki_report_words(shared->report, 0, (tokki_language)language, &theirs, NULL) ||
          mine.message.size != theirs.message.size)
        ++shared->wrong;
    }
    tokki_report_free(report);
  }
  return NULL;
}

static void threads(void) {
  pthread_t all[4];
  struct shared shared[4];
  tokki_checker* checker = NULL;
  tokki_report* report;
  tokki_text json = text_of_file(root, form);
  size_t i;
  tokki_text dossier = text_of_file(root, loss);
  tokki_assessor* assessor = NULL;
  tokki_assessment* assessment = NULL;
  EXPECT(tokki_checker_new(NULL, &checker, &error) == TOKKI_OK);
  report = checked(NULL, form);
  EXPECT(tokki_assessor_new(NULL, &assessor, &error) == TOKKI_OK);
  EXPECT(tokki_assessor_add(assessor, dossier, tokki_text_of("x"), 0, &error) == TOKKI_OK);
  EXPECT(tokki_assess(assessor, NULL, &assessment, NULL, &error) == TOKKI_OK);
  for (i = 0; i < 4; ++i) {
    shared[i].checker = checker, shared[i].report = report;
    shared[i].assessor = assessor, shared[i].assessment = assessment;
    shared[i].json = json, shared[i].wrong = 0;
    if (pthread_create(&all[i], NULL, in_a_thread, &shared[i])) exit(2);
  }
  for (i = 0; i < 4; ++i) {
    pthread_join(all[i], NULL);
    EXPECT(shared[i].wrong == 0);
  }
  tokki_report_free(report);
  tokki_checker_free(checker);
  tokki_assessment_free(assessment);
  tokki_assessor_free(assessor);
  free((void*)json.data);
  free((void*)dossier.data);
}

int main(int count, char** arguments) {
  if (count != 2) return 2;
  root = arguments[1];
  basics();
  a_report_is_read();
  bad_input_is_a_finding();
  wrong_use_is_refused();
  null_is_safe();
  older_and_newer_callers();
  options_are_heeded();
  values_that_were_kept_are_text();
  editions();
  records();
  instants();
  chains();
  a_dossier_is_checked();
  dossiers_of_many_documents();
  dossiers_of_one_contractor();
  folders();
  duties_stand();
  an_assessment_is_written();
  liabilities_are_read();
  forms_are_compared();
  facts_are_compared();
  records_are_joined();
  without_a_dossier_nothing_is_said();
  duties_of_another_edition();
  contracts_of_files();
  threads();
  printf("%d failures\n", failures);
  return failures != 0;
}
