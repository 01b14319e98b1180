/* Says how duties stand: status FORMAT AS_OF PATH… A *.json is given as bytes, all else by its
 * path.
 */
#include <string.h>

#include "text_of_file.h"

static const char* wanted;

static void fail_on(tokki_status status, const tokki_error* error) {
  if (status == TOKKI_OK) return;
  fprintf(stderr, "%s\n", error->en);
  exit(1);
}

static int32_t say(void* context, const tokki_assessment* assessment) {
  const tokki_assessment_style style = {.size = sizeof style, .language = TOKKI_EN};
  tokki_error error;
  tokki_string* string;
  tokki_text text;
  (void)context;
  fail_on(tokki_assessment_write(assessment, tokki_text_of(wanted), &style, &string, &error),
          &error);
  text = tokki_string_text(string);
  fwrite(text.size ? text.data : "", 1, text.size, stdout);
  tokki_string_free(string);
  return 0;
}

static void say_file(const char* name, const tokki_assess_options* options) {
  tokki_text json = text_of_file("", name);
  tokki_assessor* assessor;
  tokki_assessment* assessment;
  tokki_error error;
  fail_on(tokki_assessor_new(NULL, &assessor, &error), &error);
  fail_on(tokki_assessor_add(assessor, json, tokki_text_of(name), 0, &error), &error);
  fail_on(tokki_assess(assessor, options, &assessment, NULL, &error), &error);
  tokki_assessor_free(assessor);
  say(NULL, assessment);
  tokki_assessment_free(assessment);
  free((void*)json.data);
}

int main(int count, char** arguments) {
  tokki_assess_options options = {.size = sizeof options};
  const tokki_assess_visitor visitor = {.size = sizeof visitor, .assessment = say};
  tokki_error error;
  int i;
  if (count < 3) return 2;
  wanted = arguments[1];
  options.as_of = tokki_text_of(arguments[2]);
  for (i = 3; i < count; ++i) {
    const char* const name = arguments[i];
    const size_t size = strlen(name);
    if (size > 5 && strcmp(name + size - 5, ".json") == 0)
      say_file(name, &options);
    else
      fail_on(tokki_assess_path(tokki_text_of(name), NULL, &options, &visitor, &error), &error);
  }
  return 0;
}
