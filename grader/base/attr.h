/* attr.h - the GNU attributes this project uses, each under one name. */
#ifndef GRADER_BASE_ATTR_H
#define GRADER_BASE_ATTR_H

#define MUST_CHECK        __attribute__((warn_unused_result))
#define PRINTF_LIKE(f, a) __attribute__((format(printf, f, a)))
#define SCOPED(release)   __attribute__((cleanup(release)))
#define NORETURN          __attribute__((noreturn))
#define UNUSED            __attribute__((unused))

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

#endif
