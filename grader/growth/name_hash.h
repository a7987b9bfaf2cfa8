/* name_hash.h - the number by which clang's profile names a function. */
#ifndef GRADER_GROWTH_NAME_HASH_H
#define GRADER_GROWTH_NAME_HASH_H

#include <stdint.h>

#include "grader/base/str.h"

enum { NAME_HASH_LENGTH_MAX = 1000 };

/*
 * The first eight bytes, little endian, of the name's MD5 (RFC 1321), as LLVM's
 * IndexedInstrProf::ComputeHash has it. It keeps nothing secret. 0 for a name that is longer than
 * NAME_HASH_LENGTH_MAX.
 */
uint64_t name_hash(struct str name);

#endif
