/* language.h - codes of natural languages. Private to grader/catalog. */
#ifndef GRADER_CATALOG_LANGUAGE_H
#define GRADER_CATALOG_LANGUAGE_H

#include <stdbool.h>

/* ISO 639 with two or three letters and perhaps ISO 3166-1: "en", "fil", "pt-BR". */
bool language_is_good(const char *code);

#endif
