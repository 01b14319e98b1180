/* testing.h: what the C tests expect, and how they say that it is not so. */
#ifndef TESTING_H
#define TESTING_H

#include <stdio.h>
#include <string.h>

#include "text_of_file.h"
#include "tokki/tokki.h"

static int failures = 0;

/* Says what is not as it should be, and goes on. */
#define EXPECT(condition)                                                     \
  do {                                                                        \
    if (!(condition)) {                                                       \
      ++failures;                                                             \
      fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition); \
    }                                                                         \
  } while (0)

static inline int same(tokki_text text, const char* expected) {
  return text.size == strlen(expected) &&
         memcmp(text.data ? text.data : "", expected, text.size) == 0;
}

static inline int starts(tokki_text text, const char* expected) {
  const size_t size = strlen(expected);
  return text.size >= size && memcmp(text.data ? text.data : "", expected, size) == 0;
}

#endif
