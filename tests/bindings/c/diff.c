/* Says what changed: diff FORMAT forms OLD NEW, or diff FORMAT AS_OF DOSSIER… */
#include <string.h>

#include "text_of_file.h"

static tokki_changes_style style = {
    .size = sizeof style, .language = TOKKI_EN, .flags = TOKKI_SHOW_VALUES};
static tokki_error error;

static void expect(tokki_status status) {
  if (status == TOKKI_OK) return;
  fprintf(stderr, "%s\n", error.en);
  exit(1);
}

static void say(const tokki_changes* changes, const char* format) {
  tokki_string* string;
  tokki_text text;
  expect(tokki_changes_write(changes, tokki_text_of(format), &style, &string, &error));
  text = tokki_string_text(string);
  fwrite(text.size ? text.data : "", 1, text.size, stdout);
  tokki_string_free(string);
}

static tokki_document* document(const char* name) {
  tokki_text json = text_of_file("", name);
  tokki_document* read;
  expect(tokki_document_read(json, NULL, &read, NULL, &error));
  free((void*)json.data);
  return read;
}

static void say_forms(const char* format, const char* before, const char* after) {
  tokki_document *old = document(before), *new = document(after);
  tokki_changes* changes;
  expect(tokki_compare(old, new, NULL, 0, &changes, &error));
  tokki_document_free(old);
  tokki_document_free(new);
  style.before = tokki_text_of(before);
  style.after = tokki_text_of(after);
  say(changes, format);
  tokki_changes_free(changes);
}

static void say_facts(const char* format, const char* as_of, const char* name) {
  const tokki_assess_options options = {.size = sizeof options, .as_of = tokki_text_of(as_of)};
  tokki_text json = text_of_file("", name);
  tokki_assessor* assessor;
  tokki_changes* changes;
  expect(tokki_assessor_new(NULL, &assessor, &error));
  expect(tokki_assessor_add(assessor, json, tokki_text_of(name), 0, &error));
  expect(tokki_compare_facts(assessor, &options, &changes, &error));
  tokki_assessor_free(assessor);
  say(changes, format);
  tokki_changes_free(changes);
  free((void*)json.data);
}

int main(int count, char** arguments) {
  int i;
  if (count < 4) return 2;
  if (strcmp(arguments[2], "forms") == 0) {
    if (count != 5) return 2;
    say_forms(arguments[1], arguments[3], arguments[4]);
    return 0;
  }
  for (i = 3; i < count; ++i) say_facts(arguments[1], arguments[2], arguments[i]);
  return 0;
}
