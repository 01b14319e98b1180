/* text_of_file.h: files, for the C tests. */
#ifndef TEXT_OF_FILE_H
#define TEXT_OF_FILE_H

#include <stdio.h>
#include <stdlib.h>

#include "tokki/tokki.h"

/* A whole file; the caller frees its data. */
static inline tokki_text text_of_file(const char* folder, const char* name) {
  char path[4096];
  tokki_text text;
  char* data;
  long size;
  FILE* file;
  snprintf(path, sizeof path, "%s%s%s", folder, *folder ? "/" : "", name);
  file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0 || (size = ftell(file)) < 0) {
    fprintf(stderr, "%s cannot be read\n", path);
    exit(2);
  }
  rewind(file);
  data = malloc((size_t)size + 1);
  if (data == NULL || fread(data, 1, (size_t)size, file) != (size_t)size) exit(2);
  fclose(file);
  text.data = data;
  text.size = (size_t)size;
  return text;
}

#endif
