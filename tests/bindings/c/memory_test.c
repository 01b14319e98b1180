/* Memory that runs out at every point in turn: the answer is TOKKI_NO_MEMORY or the right one, and
 * nothing is lost. */
#include "failing_allocations.h"
#include "testing.h"

static tokki_text form, form_before, dossier, folder, loss;
static tokki_checker* checker;

/* What a scenario says, to be compared with what it says when there is memory enough. */
struct said {
  char text[1 << 16];
  size_t size;
};

static void say(struct said* said, tokki_text text) {
  const size_t room = sizeof said->text - said->size;
  const size_t size = text.size < room ? text.size : room;
  if (size != 0) memcpy(said->text + said->size, text.data, size);
  said->size += size;
}

/* Each ends with the first status that is not TOKKI_OK. */
typedef tokki_status scenario(struct said* said, tokki_error* error);

static tokki_status in_words(const tokki_report* report, struct said* said, tokki_error* error) {
  tokki_words words = {.size = sizeof words};
  tokki_status status = TOKKI_OK;
  size_t i;
  int language;
  for (i = 0; status == TOKKI_OK && i < tokki_report_size(report); ++i) {
    for (language = TOKKI_JA; status == TOKKI_OK && language <= TOKKI_EN; ++language) {
      status = tokki_report_words(report, i, (tokki_language)language, &words, error);
      if (status != TOKKI_OK) continue;
      say(said, words.message);
      say(said, words.remedy);
      say(said, words.place);
      say(said, words.citation);
    }
  }
  return status;
}

static tokki_status check_once(struct said* said, tokki_error* error) {
  tokki_report* report;
  tokki_status status = tokki_check(NULL, form, tokki_text_of("form"), 0, &report, error);
  if (status == TOKKI_OK) status = in_words(report, said, error);
  tokki_report_free(report);
  return status;
}

static tokki_status check_again(struct said* said, tokki_error* error) {
  tokki_report* report;
  tokki_status status = tokki_check(checker, form, tokki_text_of("form"), 0, &report, error);
  if (status == TOKKI_OK) status = in_words(report, said, error);
  tokki_report_free(report);
  return status;
}

static tokki_status check_nonsense(struct said* said, tokki_error* error) {
  tokki_report* report;
  tokki_status status =
      tokki_check(checker, tokki_text_of("{\"a\": [1, }"), tokki_text_of("x"), 0, &report, error);
  if (status == TOKKI_OK) status = in_words(report, said, error);
  tokki_report_free(report);
  return status;
}

static tokki_status rendered(const char* format, struct said* said, tokki_error* error) {
  const tokki_style style = {.size = sizeof style, .flags = TOKKI_QUOTE};
  tokki_report* report;
  tokki_string* string = NULL;
  tokki_status status = tokki_check(checker, form, tokki_text_of("form"), 0, &report, error);
  if (status == TOKKI_OK)
    status = tokki_report_render(report, tokki_text_of(format), &style, &string, error);
  say(said, tokki_string_text(string));
  tokki_string_free(string);
  tokki_report_free(report);
  return status;
}
static tokki_status render_text(struct said* said, tokki_error* error) {
  return rendered("text", said, error);
}
static tokki_status render_json(struct said* said, tokki_error* error) {
  return rendered("json", said, error);
}

/* Without `extensions_schema`: nlohmann's values, which hold it, allocate while they are destroyed.
 */
static const char edition[] =
    "{\"format\": \"tokki.edition/1\", \"id\": \"hoshikuzu\", \"version\": \"9\", "
    "\"extends\": \"itaku-kunren\", \"title\": {\"ja\": \"架空\", \"en\": \"fictional\"}, "
    "\"issuer\": {\"ja\": \"星くず県\", \"en\": \"Hoshikuzu\"}, \"revised_on\": "
    "\"令和4年3月15日\", "
    "\"services\": [{\"name\": \"星箱\", \"kinds\": [\"storage\"]}], "
    "\"rules\": [{\"rule\": \"entry-repeated\", \"enabled\": false}]}";

static tokki_status load_edition(struct said* said, tokki_error* error) {
  tokki_edition* loaded;
  tokki_report* faults;
  const tokki_status status =
      tokki_edition_load(tokki_text_of(edition), NULL, 0, &loaded, &faults, error);
  say(said, tokki_edition_reference(loaded));
  tokki_edition_free(loaded);
  tokki_report_free(faults);
  return status;
}

static tokki_status load_faulty_edition(struct said* said, tokki_error* error) {
  const tokki_text json = tokki_text_of(
      "{\"format\": \"tokki.edition/1\", \"id\": \"x\", \"extends\": \"nowhere\", \"colour\": 1}");
  tokki_edition* loaded;
  tokki_report* faults;
  tokki_status status = tokki_edition_load(json, NULL, 0, &loaded, &faults, error);
  if (status == TOKKI_FAULTY) status = in_words(faults, said, error);
  tokki_edition_free(loaded);
  tokki_report_free(faults);
  return status;
}

static tokki_status read_document(struct said* said, tokki_error* error) {
  tokki_document* document;
  tokki_report* faults;
  tokki_text text;
  tokki_status status = tokki_document_read(form, NULL, &document, &faults, error);
  if (status == TOKKI_OK)
    status = tokki_record_text(tokki_document_record(document), tokki_text_of("/declarant/name"),
                               &text, error);
  if (status == TOKKI_OK) say(said, text);
  tokki_document_free(document);
  tokki_report_free(faults);
  return status;
}

static tokki_status build_chain(struct said* said, tokki_error* error) {
  const tokki_chain_options options = {.size = sizeof options, .as_of = {2026, 4, 1}};
  tokki_chain_builder* builder;
  tokki_chain* chain = NULL;
  tokki_exposure fact = {.size = sizeof fact};
  uint32_t path[4], found = 0;
  size_t length = 0, i;
  tokki_status status = tokki_chain_builder_new(&options, &builder, error);
  if (status == TOKKI_OK) status = tokki_chain_builder_add(builder, dossier, NULL, error);
  if (status == TOKKI_OK) status = tokki_chain_builder_build(builder, &chain, error);
  if (status == TOKKI_OK)
    status = tokki_chain_find(chain, tokki_text_of("㈱ベータ電算"), &found, error);
  if (status == TOKKI_OK) status = tokki_chain_path(chain, 2, path, 4, &length, error);
  if (status == TOKKI_OK && (found != 1 || length != 2)) say(said, tokki_text_of("wrong"));
  for (i = 0; status == TOKKI_OK && i < tokki_chain_exposure_count(chain); ++i) {
    status = tokki_chain_exposure(chain, i, &fact, error);
    if (status == TOKKI_OK) say(said, fact.service);
  }
  tokki_chain_free(chain);
  tokki_chain_builder_free(builder);
  return status;
}

static tokki_status check_dossier(struct said* said, tokki_error* error) {
  const tokki_check_options options = {
      .size = sizeof options, .as_of = {2026, 4, 1}, .flags = TOKKI_ACROSS_DOSSIERS};
  tokki_dossier_checker* joining;
  tokki_reports* reports = NULL;
  tokki_chain* chain = NULL;
  size_t i;
  tokki_status status = tokki_dossier_checker_new(&options, &joining, error);
  if (status == TOKKI_OK)
    status = tokki_dossier_checker_add(joining, dossier, tokki_text_of("dossier"), 0, error);
  if (status == TOKKI_OK)
    status = tokki_dossier_checker_add(joining, form, tokki_text_of("form"), 0, error);
  if (status == TOKKI_OK) status = tokki_dossier_checker_finish(joining, &reports, &chain, error);
  for (i = 0; status == TOKKI_OK && i < tokki_reports_size(reports); ++i)
    status = in_words(tokki_reports_at(reports, i), said, error);
  tokki_chain_free(chain);
  tokki_reports_free(reports);
  tokki_dossier_checker_free(joining);
  return status;
}

static struct said* folder_said;

static int32_t visit(void* context, const tokki_report* report) {
  return in_words(report, folder_said, context) != TOKKI_OK;
}

/* The status of a visitor is its own: here, that of the words it asks for. */
static tokki_status check_folder(struct said* said, tokki_error* error) {
  const tokki_check_options options = {.size = sizeof options, .as_of = {2026, 4, 1}};
  tokki_error of_words = {0};
  const tokki_file_visitor visitor = {
      .size = sizeof visitor, .context = &of_words, .report = visit};
  tokki_status status;
  folder_said = said;
  status = tokki_check_path(folder, &options, &visitor, error);
  if (status != TOKKI_OK) return status;
  if (of_words.status != TOKKI_OK) *error = of_words;
  return (tokki_status)of_words.status;
}

static tokki_status say_assessment(const tokki_assessment* assessment, struct said* said,
                                   tokki_error* error) {
  tokki_reason why = {.size = sizeof why};
  tokki_fact fact = {.size = sizeof fact};
  tokki_liability liable = {.size = sizeof liable};
  tokki_instance instance = {.size = sizeof instance};
  tokki_string* text = NULL;
  tokki_status status = TOKKI_OK;
  size_t i;
  for (i = 0; status == TOKKI_OK && i < tokki_assessment_size(assessment); ++i) {
    status = tokki_assessment_instance(assessment, i, &instance, error);
    say(said, instance.key);
    if (status != TOKKI_OK || instance.reason_count == 0 || instance.fact_count == 0) continue;
    status = tokki_assessment_reason(assessment, i, 0, TOKKI_EN, &why, error);
    if (status != TOKKI_OK) continue;
    say(said, why.message);
    status = tokki_assessment_fact(assessment, i, 0, &fact, error);
    if (status == TOKKI_OK) say(said, fact.pointer);
  }
  for (i = 0; status == TOKKI_OK && i < tokki_assessment_liability_count(assessment); ++i) {
    status = tokki_assessment_liability(assessment, i, &liable, error);
    if (status == TOKKI_OK && liable.incident_count != 0)
      status = tokki_assessment_liability_incident(assessment, i, 0, &fact, error);
    if (status == TOKKI_OK) say(said, fact.pointer);
  }
  if (status == TOKKI_OK)
    status = tokki_assessment_write(assessment, tokki_text_of("csv"), NULL, &text, error);
  say(said, tokki_string_text(text));
  tokki_string_free(text);
  return status;
}

static const tokki_assess_options assess_options = {
    .size = sizeof assess_options, .as_of = {"2026-04-01", 10}, .known_at = {"2026-04-01", 10}};

static tokki_status assess(struct said* said, tokki_error* error) {
  tokki_assessor* assessor;
  tokki_assessment* assessment = NULL;
  tokki_report* faults = NULL;
  tokki_status status = tokki_assessor_new(NULL, &assessor, error);
  if (status == TOKKI_OK)
    status = tokki_assessor_add(assessor, loss, tokki_text_of("loss"), 0, error);
  if (status == TOKKI_OK)
    status = tokki_assessor_add(assessor, form, tokki_text_of("form"), 0, error);
  if (status == TOKKI_OK)
    status = tokki_assess(assessor, &assess_options, &assessment, &faults, error);
  if (status == TOKKI_OK) status = say_assessment(assessment, said, error);
  tokki_report_free(faults);
  tokki_assessment_free(assessment);
  tokki_assessor_free(assessor);
  return status;
}

/* Likewise of a dossier that was read. */
static tokki_status assess_document(struct said* said, tokki_error* error) {
  tokki_document* document;
  tokki_assessor* assessor = NULL;
  tokki_assessment* assessment = NULL;
  tokki_instance instance = {.size = sizeof instance};
  tokki_status status = tokki_document_read(loss, NULL, &document, NULL, error);
  if (status == TOKKI_OK) status = tokki_assessor_new(NULL, &assessor, error);
  if (status == TOKKI_OK)
    status = tokki_assessor_add_document(assessor, document, tokki_text_of("loss"), error);
  if (status == TOKKI_OK)
    status = tokki_assess(assessor, &assess_options, &assessment, NULL, error);
  if (status == TOKKI_OK) status = tokki_assessment_instance(assessment, 0, &instance, error);
  if (status == TOKKI_OK) say(said, instance.key);
  tokki_assessment_free(assessment);
  tokki_assessor_free(assessor);
  tokki_document_free(document);
  return status;
}

static int32_t visit_assessment(void* context, const tokki_assessment* assessment) {
  return say_assessment(assessment, folder_said, context) != TOKKI_OK;
}

/* The status of a visitor is its own, as above. */
static tokki_status assess_folder(struct said* said, tokki_error* error) {
  tokki_error of_words = {0};
  const tokki_assess_visitor visitor = {
      .size = sizeof visitor, .context = &of_words, .assessment = visit_assessment};
  tokki_status status;
  folder_said = said;
  status = tokki_assess_path(folder, NULL, &assess_options, &visitor, error);
  if (status != TOKKI_OK) return status;
  if (of_words.status != TOKKI_OK) *error = of_words;
  return (tokki_status)of_words.status;
}

static tokki_status say_changes(const tokki_changes* changes, struct said* said,
                                tokki_error* error) {
  const tokki_changes_style style = {
      .size = sizeof style, .before = {"old", 3}, .after = {"new", 3}, .flags = TOKKI_SHOW_VALUES};
  tokki_change change = {.size = sizeof change};
  tokki_string* text = NULL;
  tokki_text duty;
  tokki_status status = TOKKI_OK;
  size_t i;
  for (i = 0; status == TOKKI_OK && i < tokki_changes_size(changes); ++i) {
    status = tokki_changes_change(changes, i, &change, error);
    say(said, change.cell);
    if (status != TOKKI_OK || change.duty_count == 0) continue;
    status = tokki_changes_duty(changes, i, 0, &duty, error);
    if (status == TOKKI_OK) say(said, duty);
  }
  if (status == TOKKI_OK)
    status = tokki_changes_write(changes, tokki_text_of("json"), &style, &text, error);
  say(said, tokki_string_text(text));
  tokki_string_free(text);
  return status;
}

static tokki_status compare_forms(struct said* said, tokki_error* error) {
  tokki_document *before, *after = NULL;
  tokki_changes* changes = NULL;
  tokki_status status = tokki_document_read(form_before, NULL, &before, NULL, error);
  if (status == TOKKI_OK) status = tokki_document_read(form, NULL, &after, NULL, error);
  if (status == TOKKI_OK) status = tokki_compare(before, after, NULL, 0, &changes, error);
  if (status == TOKKI_OK) status = say_changes(changes, said, error);
  tokki_changes_free(changes);
  tokki_document_free(after);
  tokki_document_free(before);
  return status;
}

static tokki_status compare_facts(struct said* said, tokki_error* error) {
  tokki_assessor* assessor;
  tokki_changes* changes = NULL;
  tokki_status status = tokki_assessor_new(NULL, &assessor, error);
  if (status == TOKKI_OK)
    status = tokki_assessor_add(assessor, loss, tokki_text_of("loss"), 0, error);
  if (status == TOKKI_OK)
    status = tokki_assessor_add(assessor, form, tokki_text_of("form"), 0, error);
  if (status == TOKKI_OK) status = tokki_compare_facts(assessor, &assess_options, &changes, error);
  if (status == TOKKI_OK) status = say_changes(changes, said, error);
  tokki_changes_free(changes);
  tokki_assessor_free(assessor);
  return status;
}

static struct said expected, said;

/* `sparse`: cells or instances, hundreds alike, are copied; after the first thousand points, one in
 * eleven is tried. */
static void exhaust(const char* name, scenario* run, int sparse, int lasting) {
  tokki_error error;
  long nth, held, refused = 0;
  expected.size = 0;
  EXPECT(run(&expected, &error) == TOKKI_OK); /* also makes what is made once for the process */
  EXPECT(expected.size != 0);
  for (nth = 1;; nth += sparse && nth >= 1000 ? 11 : 1) {
    tokki_status status;
    long failed;
    said.size = 0;
    /* The checker keeps storage from one document to the next; with a fresh one, none is held. */
    tokki_checker_free(checker);
    if (tokki_checker_new(NULL, &checker, NULL) != TOKKI_OK) exit(2);
    held = allocations_held();
    fail_allocations(nth, lasting);
    status = run(&said, &error);
    failed = allocations_failed();
    if (status != TOKKI_NO_MEMORY) {
      const int right = status == TOKKI_OK && said.size == expected.size &&
                        memcmp(said.text, expected.text, said.size) == 0;
      EXPECT(right);
      if (!right)
        fprintf(stderr, "%s, allocation %ld%s: status %d, %s\n", name, nth,
                lasting ? " and on" : "", (int)status, error.en);
    } else {
      ++refused;
      EXPECT(error.status == TOKKI_NO_MEMORY && strcmp(error.en, "out of memory") == 0);
    }
    tokki_checker_free(checker);
    checker = NULL;
    if (status == TOKKI_NO_MEMORY && allocations_held() >= held) {
      EXPECT(!"something was lost");
      fprintf(stderr, "%s, allocation %ld: %ld more are held\n", name, nth,
              allocations_held() - held);
    }
    if (failed == 0 || failures > 20) break;
  }
  printf("%s: up to point %ld%s, %ld refused\n", name, nth - 1, lasting ? " and on" : "", refused);
  EXPECT(nth > 3 && refused > 0);
}

int main(int count, char** arguments) {
  static const struct {
    const char* name;
    scenario* run;
    int sparse;
  } scenarios[] = {{"check", check_once, 0},
                   {"check by one that is kept", check_again, 0},
                   {"check what is no JSON", check_nonsense, 0},
                   {"render as text", render_text, 0},
                   {"render as JSON", render_json, 0},
                   {"read", read_document, 0},
                   {"build a chain", build_chain, 0},
                   {"check a dossier", check_dossier, 0},
                   {"check a folder", check_folder, 0},
                   {"assess", assess, 1},
                   {"assess what was read", assess_document, 1},
                   {"assess a folder", assess_folder, 1},
                   {"compare forms", compare_forms, 1},
                   {"compare facts with forms", compare_facts, 1},
                   {"load a faulty edition", load_faulty_edition, 0},
                   {"load an edition", load_edition, 1}};
  char path[4096];
  size_t i;
  int lasting;
  if (count < 2) return 2;
  snprintf(path, sizeof path, "%s/examples/dossiers/folder-as-filed", arguments[1]);
  folder = tokki_text_of(path);
  form = text_of_file(arguments[1], "examples/declarations/nearly-everything-wrong.json");
  form_before = text_of_file(arguments[1],
                             "examples/declarations/training-school-google-workspace-and-box.json");
  dossier = text_of_file(arguments[1], "tests/bindings/c/dossier.json");
  loss = text_of_file(arguments[1], "tests/corpus/dossiers/notebook-lost-told-a-second-late.json");
  for (i = 0; i < sizeof scenarios / sizeof *scenarios; ++i) {
    if (count > 2 && strcmp(arguments[2], scenarios[i].name) != 0) continue;
    /* The last takes its time, so only the harder way. */
    for (lasting = scenarios[i].run == load_edition; lasting <= 1; ++lasting)
      exhaust(scenarios[i].name, scenarios[i].run, scenarios[i].sparse, lasting);
  }
  tokki_checker_free(checker);
  free((void*)form.data);
  free((void*)form_before.data);
  free((void*)dossier.data);
  free((void*)loss.data);
  printf("%d failures\n", failures);
  return failures != 0;
}
