/* libclang.h - the part of libclang's C interface that readers of code use, found at run time. */
#ifndef GRADER_CODE_LIBCLANG_H
#define GRADER_CODE_LIBCLANG_H

#include <stdbool.h>
#include <stdint.h>

#include "grader/base/attr.h"
#include "grader/base/err.h"

/*
 * libclang is opened with dlopen, by boxed readers alone: the grader itself needs neither the
 * library nor its headers. The types below are libclang's stable binary interface (clang-c/Index.h,
 * CXString.h; equal in 14 to 19), under names of ours.
 */
typedef struct {
    const void *data;
    unsigned flags;
} clang_text;
typedef struct {
    int kind, xdata;
    const void *data[3];
} clang_cursor;
typedef struct {
    const void *data[2];
    unsigned number;
} clang_location;
typedef struct {
    const void *data[2];
    unsigned begin, end;
} clang_range;
typedef struct {
    unsigned numbers[4];
    void *data;
} clang_token;
typedef struct {
    int kind; /* enum clang_type_kind, of those that we know */
    void *data[2];
} clang_type;
typedef int clang_visitor(clang_cursor cursor, clang_cursor parent, void *context);

enum clang_kind {
    CLANG_UNEXPOSED_DECLARATION = 1,
    CLANG_FUNCTION = 8,
    CLANG_VARIABLE = 9,
    CLANG_PARAMETER = 10,
    CLANG_UNEXPOSED = 100,
    CLANG_NAME = 101,
    CLANG_MEMBER = 102,
    CLANG_CALL = 103,
    CLANG_INTEGER = 106,
    CLANG_STRING = 109,
    CLANG_PAREN = 111,
    CLANG_UNARY = 112,
    CLANG_SUBSCRIPT = 113,
    CLANG_BINARY = 114,
    CLANG_COMPOUND_ASSIGN = 115,
    CLANG_CONDITIONAL = 116,
    CLANG_CAST = 117,
    CLANG_INIT_LIST = 119,
    CLANG_LABEL = 201,
    CLANG_COMPOUND = 202,
    CLANG_CASE = 203,
    CLANG_DEFAULT = 204,
    CLANG_IF = 205,
    CLANG_SWITCH = 206,
    CLANG_WHILE = 207,
    CLANG_DO = 208,
    CLANG_FOR = 209,
    CLANG_GOTO = 210,
    CLANG_GOTO_INDIRECT = 211,
    CLANG_RETURN = 214,
    CLANG_ASSEMBLY = 215,
    CLANG_ASSEMBLY_OF_MICROSOFT = 229,
    CLANG_ATTRIBUTE_FIRST = 400,
    CLANG_ASSEMBLY_LABEL = 407,
    CLANG_ATTRIBUTE_LAST = 499,
    CLANG_MACRO_EXPANSION = 502
};
/* In libclang's order: unsigned types, then char as it is signed here, then signed ones. */
enum clang_type_kind {
    CLANG_TYPE_CHAR_UNSIGNED = 4, /* plain char where it has no sign */
    CLANG_TYPE_UCHAR = 5,
    CLANG_TYPE_UINT = 9,
    CLANG_TYPE_ULONGLONG = 11,
    CLANG_TYPE_CHAR = 13, /* plain char where it has one */
    CLANG_TYPE_SCHAR = 14,
    CLANG_TYPE_INT = 17,
    CLANG_TYPE_LONGLONG = 19,
    CLANG_TYPE_ARRAY = 112 /* of a size that is a constant */
};
enum clang_storage { CLANG_STORAGE_NONE = 1, CLANG_STORAGE_STATIC = 3 };
enum {
    CLANG_VISIT_CONTINUE = 1,
    CLANG_VISIT_RECURSE = 2,
    CLANG_DETAILED_PREPROCESSING = 1,
    CLANG_SEVERITY_ERROR = 3,
    CLANG_PRINT_NO_INITIALIZERS = 6,
    CLANG_PRINT_NO_BODIES = 17
};

struct libclang {
    void *library;
    void *(*createIndex)(int exclude_pch, int display_diagnostics);
    int (*parseTranslationUnit2)(void *index, const char *file, const char *const *argv, int argc,
                                 void *unsaved, unsigned unsaved_count, unsigned options,
                                 void **out);
    clang_cursor (*getTranslationUnitCursor)(void *unit);
    unsigned (*visitChildren)(clang_cursor parent, clang_visitor *visitor, void *context);
    clang_range (*getCursorExtent)(clang_cursor cursor);
    clang_location (*getCursorLocation)(clang_cursor cursor);
    clang_cursor (*getCanonicalCursor)(clang_cursor cursor); /* its first declaration */
    clang_location (*getRangeStart)(clang_range range);
    clang_location (*getRangeEnd)(clang_range range);
    void (*getFileLocation)(clang_location location, void **file, unsigned *line, unsigned *column,
                            unsigned *offset);
    clang_text (*getFileName)(void *file);
    clang_text (*getCursorSpelling)(clang_cursor cursor);
    const char *(*getCString)(clang_text text);
    void (*disposeString)(clang_text text);
    unsigned (*isCursorDefinition)(clang_cursor cursor);
    int (*Cursor_getStorageClass)(clang_cursor cursor); /* enum clang_storage */
    unsigned (*Cursor_isFunctionInlined)(clang_cursor cursor);
    clang_type (*getCursorType)(clang_cursor cursor);
    clang_type (*getCanonicalType)(clang_type type);
    int (*Cursor_getNumArguments)(clang_cursor cursor);
    clang_cursor (*Cursor_getArgument)(clang_cursor cursor, unsigned index);
    void (*tokenize)(void *unit, clang_range range, clang_token **out, unsigned *out_count);
    void (*disposeTokens)(void *unit, clang_token *tokens, unsigned count);
    clang_text (*getTokenSpelling)(void *unit, clang_token token);
    clang_location (*getTokenLocation)(void *unit, clang_token token);
    unsigned (*getNumDiagnostics)(void *unit);
    void *(*getDiagnostic)(void *unit, unsigned index);
    int (*getDiagnosticSeverity)(void *diagnostic);
    clang_location (*getDiagnosticLocation)(void *diagnostic);
    clang_text (*getDiagnosticSpelling)(void *diagnostic);
    void (*disposeDiagnostic)(void *diagnostic);
    void *(*getFile)(void *unit, const char *name);
    unsigned (*isFileMultipleIncludeGuarded)(void *unit, void *file);
    clang_text (*Cursor_getMangling)(clang_cursor cursor);
    void *(*getCursorPrintingPolicy)(clang_cursor cursor);
    void (*PrintingPolicy_setProperty)(void *policy, int property, unsigned value);
    void (*PrintingPolicy_dispose)(void *policy);
    clang_text (*getCursorPrettyPrinted)(clang_cursor cursor, void *policy);
};

/* A process that holds it needs this much address space. It is this program itself: with
 * AddressSanitizer that maps some 16 TiB before main. */
#ifdef __SANITIZE_ADDRESS__
#define LIBCLANG_MEMORY_BYTES ((uint64_t)1 << 45)
#else
#define LIBCLANG_MEMORY_BYTES ((uint64_t)2 << 30)
#endif

/* ERR_FAULT: it can't be opened, or lacks one of the functions. Never closed: its process ends. */
bool libclang_open(const char *path, struct libclang *out, struct err *err) MUST_CHECK;

/* The newest one that is installed here, or NULL. */
const char *libclang_find(void);

#endif
