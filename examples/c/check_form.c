/* Checks a form and prints what is wrong with it: check_form FILE. Link with -ltokki-c. */
#include <stdio.h>
#include <stdlib.h>
#include <tokki/tokki.h>

static void print(tokki_text text) { fwrite(text.data, 1, text.size, stdout); }

static int print_finding(const tokki_report* report, size_t index) {
  tokki_finding finding = {.size = sizeof finding};
  tokki_location at = {.size = sizeof at};
  tokki_words words = {.size = sizeof words};
  tokki_error error;
  if (tokki_report_finding(report, index, &finding, &error) ||
      tokki_report_location(report, index, 0, &at, &error) ||
      tokki_report_words(report, index, TOKKI_EN, &words, &error)) {
    fprintf(stderr, "%s\n", error.en);
    return 1;
  }
  printf("%lu:%lu ", (unsigned long)at.line, (unsigned long)at.column);
  print(tokki_severity_name(finding.severity, TOKKI_EN));
  printf(" [");
  print(words.citation);
  printf("] ");
  print(words.message);
  printf("\n  -> ");
  print(words.remedy);
  printf("\n");
  return 0;
}

int main(int count, char** arguments) {
  static char json[1 << 20];
  FILE* file = count == 2 ? fopen(arguments[1], "rb") : NULL;
  tokki_text text = {json, file ? fread(json, 1, sizeof json, file) : 0};
  tokki_report* report;
  tokki_error error;
  size_t i;
  if (!file || ferror(file) || !feof(file)) {
    fprintf(stderr, "usage: check_form FILE (at most 1 MiB)\n");
    return 2;
  }
  fclose(file);
  if (tokki_check(NULL, text, tokki_text_of(arguments[1]), 0, &report, &error)) {
    fprintf(stderr, "%s\n", error.en);
    return 1;
  }
  for (i = 0; i < tokki_report_size(report); ++i) {
    if (print_finding(report, i)) return 1;
  }
  tokki_report_free(report);
  return 0;
}
