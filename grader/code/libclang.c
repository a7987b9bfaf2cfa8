/* libclang.c - libclang's functions, found at run time. */
#include "grader/code/libclang.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

static const char *const places[] = {
    "/usr/lib/llvm-19/lib/libclang.so.1",         "/usr/lib/llvm-18/lib/libclang.so.1",
    "/usr/lib/llvm-17/lib/libclang.so.1",         "/usr/lib/llvm-16/lib/libclang.so.1",
    "/usr/lib/llvm-15/lib/libclang.so.1",         "/usr/lib/llvm-14/lib/libclang.so.1",
    "/usr/lib/x86_64-linux-gnu/libclang-19.so.1", "/usr/lib/x86_64-linux-gnu/libclang-18.so.1",
    "/usr/lib/x86_64-linux-gnu/libclang-17.so.1", "/usr/lib/x86_64-linux-gnu/libclang-16.so.1",
    "/usr/lib/x86_64-linux-gnu/libclang-15.so.1", "/usr/lib/x86_64-linux-gnu/libclang-14.so.1",
};

#define ROW(name)                                                                                  \
    {                                                                                              \
        "clang_" #name, offsetof(struct libclang, name)                                            \
    }
static const struct {
    const char *name;
    size_t offset;
} functions[] = {
    ROW(createIndex),
    ROW(parseTranslationUnit2),
    ROW(getTranslationUnitCursor),
    ROW(visitChildren),
    ROW(getCursorExtent),
    ROW(getCursorLocation),
    ROW(getCanonicalCursor),
    ROW(getRangeStart),
    ROW(getRangeEnd),
    ROW(getFileLocation),
    ROW(getFileName),
    ROW(getCursorSpelling),
    ROW(getCString),
    ROW(disposeString),
    ROW(isCursorDefinition),
    ROW(Cursor_getStorageClass),
    ROW(Cursor_isFunctionInlined),
    ROW(getCursorType),
    ROW(getCanonicalType),
    ROW(Cursor_getNumArguments),
    ROW(Cursor_getArgument),
    ROW(tokenize),
    ROW(disposeTokens),
    ROW(getTokenSpelling),
    ROW(getTokenLocation),
    ROW(getNumDiagnostics),
    ROW(getDiagnostic),
    ROW(getDiagnosticSeverity),
    ROW(getDiagnosticLocation),
    ROW(getDiagnosticSpelling),
    ROW(disposeDiagnostic),
    ROW(getFile),
    ROW(isFileMultipleIncludeGuarded),
    ROW(Cursor_getMangling),
    ROW(getCursorPrintingPolicy),
    ROW(PrintingPolicy_setProperty),
    ROW(PrintingPolicy_dispose),
    ROW(getCursorPrettyPrinted),
};

const char *libclang_find(void)
{
    for (size_t i = 0; i < COUNT_OF(places); i++)
        if (access(places[i], R_OK) == 0)
            return places[i];
    return NULL;
}

bool libclang_open(const char *path, struct libclang *out, struct err *err)
{
    struct libclang made = { .library = dlopen(path, RTLD_NOW | RTLD_LOCAL) };
    if (!made.library)
        return err_set(err, ERR_FAULT, "cannot open libclang: %s", dlerror());
    for (size_t i = 0; i < COUNT_OF(functions); i++) {
        void *found = dlsym(made.library, functions[i].name);
        if (!found)
            return err_set(err, ERR_FAULT, "'%s' has no %s", path, functions[i].name);
        memcpy((char *)&made + functions[i].offset, &found, sizeof found);
    }
    *out = made;
    return true;
}
