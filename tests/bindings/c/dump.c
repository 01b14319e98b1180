/* Says what tokki says of files: dump (ja|en|findings|FORMAT) FILE… As of 2026-11-24, like the
 * corpus. A file that ends in .ndjson holds a document a line; one that ends in records.ndjson,
 * the records of one dossier; one that ends in a slash is a folder. */
#include <string.h>

#include "text_of_file.h"

static const tokki_checker* checker;
static const char* wanted;

static void print(tokki_text text) { fwrite(text.size ? text.data : "", 1, text.size, stdout); }

static void print_member(tokki_text text) {
  print(text);
  putchar('\x1f');
}

static void fail_on(tokki_status status, const tokki_error* error) {
  if (status == TOKKI_OK) return;
  fprintf(stderr, "%s\n", error->en);
  exit(1);
}

static void render(const tokki_report* report) {
  const int is_english = strcmp(wanted, "en") == 0;
  const int is_text = is_english || strcmp(wanted, "ja") == 0;
  const tokki_style style = {.size = sizeof style, .language = is_english ? TOKKI_EN : TOKKI_JA};
  tokki_error error;
  tokki_string* string;
  fail_on(tokki_report_render(report, tokki_text_of(is_text ? "text" : wanted), &style, &string,
                              &error),
          &error);
  print(tokki_string_text(string));
  if (strcmp(wanted, "json") == 0) putchar('\n');
  tokki_string_free(string);
}

static void print_location(const tokki_report* report, size_t index, size_t place) {
  tokki_location at = {.size = sizeof at};
  tokki_error error;
  fail_on(tokki_report_location(report, index, place, &at, &error), &error);
  print_member(at.pointer);
  print_member(at.cell);
  printf("%lu\x1f%lu\x1f%lu\x1f", (unsigned long)at.offset, (unsigned long)at.line,
         (unsigned long)at.column);
}

/* One line a finding, its parts with a unit separator behind each: what the getters give. */
static void iterate(const tokki_report* report) {
  tokki_error error;
  size_t i, place;
  for (i = 0; i < tokki_report_size(report); ++i) {
    tokki_finding finding = {.size = sizeof finding};
    tokki_words ja = {.size = sizeof ja}, en = {.size = sizeof en};
    fail_on(tokki_report_finding(report, i, &finding, &error), &error);
    fail_on(tokki_report_words(report, i, TOKKI_JA, &ja, &error), &error);
    fail_on(tokki_report_words(report, i, TOKKI_EN, &en, &error), &error);
    print_member(tokki_report_uri(report));
    print_member(finding.rule);
    print_member(tokki_severity_name(finding.severity, TOKKI_EN));
    print_member(ja.clause);
    print_member(ja.citation), print_member(en.citation);
    print_member(ja.place), print_member(en.place);
    print_member(ja.message), print_member(en.message);
    print_member(ja.remedy), print_member(en.remedy);
    for (place = 0; place <= finding.related_count; ++place) print_location(report, i, place);
    putchar('\n');
  }
}

static void print_report(const tokki_report* report) {
  if (strcmp(wanted, "findings") == 0)
    iterate(report);
  else
    render(report);
}

typedef void taker(tokki_text json, const char* name, uint64_t line);

static void say(tokki_text json, const char* name, uint64_t line) {
  tokki_report* report;
  tokki_error error;
  fail_on(tokki_check(checker, json, tokki_text_of(name), line, &report, &error), &error);
  print_report(report);
  tokki_report_free(report);
}

static tokki_dossier_checker* dossier;

static void join(tokki_text json, const char* name, uint64_t line) {
  tokki_error error;
  fail_on(tokki_dossier_checker_add(dossier, json, tokki_text_of(name), line, &error), &error);
}

static void say_joined(void) {
  tokki_reports* reports;
  tokki_error error;
  size_t i;
  fail_on(tokki_dossier_checker_finish(dossier, &reports, NULL, &error), &error);
  for (i = 0; i < tokki_reports_size(reports); ++i) print_report(tokki_reports_at(reports, i));
  tokki_reports_free(reports);
}

static void each_line(tokki_text all, const char* name, taker* take) {
  uint64_t line = 1;
  while (all.size != 0) {
    const char* end = memchr(all.data, '\n', all.size);
    tokki_text one = {all.data, end == NULL ? all.size : (size_t)(end - all.data)};
    if (one.size != 0) take(one, name, line);
    ++line;
    all.data += one.size + (end != NULL);
    all.size -= one.size + (end != NULL);
  }
}

static int32_t print_next(void* context, const tokki_report* report) {
  (void)context;
  print_report(report);
  return 0;
}

static void say_folder(const char* name, tokki_check_options options) {
  const tokki_file_visitor visitor = {.size = sizeof visitor, .report = print_next};
  tokki_error error;
  options.flags = TOKKI_ACROSS_DOSSIERS;
  fail_on(tokki_check_path(tokki_text_of(name), &options, &visitor, &error), &error);
}

static int ends_with(const char* name, const char* end) {
  return strlen(name) > strlen(end) && strcmp(name + strlen(name) - strlen(end), end) == 0;
}

int main(int count, char** arguments) {
  const tokki_check_options options = {.size = sizeof options, .as_of = {2026, 11, 24}};
  tokki_checker* made;
  tokki_error error;
  int i;
  if (count < 2) return 2;
  wanted = arguments[1];
  fail_on(tokki_checker_new(&options, &made, &error), &error);
  checker = made;
  fail_on(tokki_dossier_checker_new(&options, &dossier, &error), &error);
  for (i = 2; i < count; ++i) {
    const char* const name = arguments[i];
    tokki_text all;
    if (ends_with(name, "/")) {
      say_folder(name, options);
      continue;
    }
    all = text_of_file("", name);
    if (ends_with(name, "records.ndjson")) {
      each_line(all, name, join);
      say_joined();
    } else if (ends_with(name, ".ndjson")) {
      each_line(all, name, say);
    } else {
      say(all, name, 0);
    }
    free((void*)all.data);
  }
  tokki_checker_free(made);
  tokki_dossier_checker_free(dossier);
  return 0;
}
