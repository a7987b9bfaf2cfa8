/* rows.h - how the tables of fields.h are written: a row a member. Private to grader/report. */
#ifndef GRADER_REPORT_ROWS_H
#define GRADER_REPORT_ROWS_H

#include <assert.h>
#include <stddef.h>

#include "grader/base/attr.h"

#define MEMBER_SIZE(type, member) sizeof(((type *)0)->member)

#define AT(type, name, what) .key = #name, .kind = (what), .offset = offsetof(type, name)
#define TEXT(type, name)                                                                           \
    {                                                                                              \
        AT(type, name, FIELD_TEXT)                                                                 \
    }
#define BYTES(type, name)                                                                          \
    {                                                                                              \
        AT(type, name, FIELD_BYTES)                                                                \
    }
#define FLAG(type, name)                                                                           \
    {                                                                                              \
        AT(type, name, FIELD_FLAG)                                                                 \
    }
#define WHOLE(type, name)                                                                          \
    {                                                                                              \
        AT(type, name, FIELD_WHOLE), .size = MEMBER_SIZE(type, name)                               \
    }
#define SIGNED(type, name)                                                                         \
    {                                                                                              \
        AT(type, name, FIELD_WHOLE), .size = MEMBER_SIZE(type, name), .is_signed = true            \
    }
#define NUMBER(type, name)                                                                         \
    {                                                                                              \
        AT(type, name, FIELD_NUMBER)                                                               \
    }
#define WORD(type, name, of)                                                                       \
    {                                                                                              \
        AT(type, name, FIELD_WORD), .words = &(of)                                                 \
    }
#define LIST(type, name, n, of)                                                                    \
    {                                                                                              \
        AT(type, name, FIELD_LIST), .count = offsetof(type, n), .record = &(of)                    \
    }
#define TEXTS(type, name, n)                                                                       \
    {                                                                                              \
        AT(type, name, FIELD_TEXTS), .count = offsetof(type, n)                                    \
    }
#define OBJECT(type, name, of)                                                                     \
    {                                                                                              \
        AT(type, name, FIELD_OBJECT), .record = &(of)                                              \
    }
/* Different in every run. */
#define MEASURED(type, name)                                                                       \
    {                                                                                              \
        AT(type, name, FIELD_WHOLE), .size = MEMBER_SIZE(type, name), .is_measured = true          \
    }
#define MEASURED_IF(type, name, flag)                                                              \
    {                                                                                              \
        AT(type, name, FIELD_WHOLE), .size = MEMBER_SIZE(type, name), .is_measured = true,         \
                                     .is_optional = true, .known = offsetof(type, flag)            \
    }

#define RECORD(name, type, check)                                                                  \
    { #name, sizeof(struct type), name##_fields, COUNT_OF(name##_fields), check };                 \
    static_assert(COUNT_OF(name##_fields) <= REPORT_FIELDS_MAX, "few enough fields")

#endif
