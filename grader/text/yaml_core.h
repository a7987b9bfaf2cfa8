/* yaml_core.h - what a plain scalar is by the core schema of YAML 1.2. */
#ifndef GRADER_TEXT_YAML_CORE_H
#define GRADER_TEXT_YAML_CORE_H

#include "grader/base/str.h"

enum yml_type { YML_NULL, YML_BOOL, YML_INT, YML_FLOAT, YML_STRING };

/* YAML 1.2.2, section 10.3.2, "Tag Resolution". */
enum yml_type yml_core_type(struct str text);

#endif
