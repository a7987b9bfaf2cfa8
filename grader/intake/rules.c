/* rules.c - what of a repository is kept. */
#include "grader/intake/rules.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "grader/base/attr.h"

static const char *const texts[] = {
    [LEFT_OUT_NOT] = "kept",
    [LEFT_OUT_SYMLINK] = "symbolic link",
    [LEFT_OUT_SUBMODULE] = "submodule",
    [LEFT_OUT_MODE] = "not a regular file",
    [LEFT_OUT_LFS] = "Git LFS pointer: the content is not in the repository",
    [LEFT_OUT_NOT_C] = "not a C source or header",
    [LEFT_OUT_NAME_EMPTY] = "empty name",
    [LEFT_OUT_NAME_LONG] = "name longer than 100 bytes",
    [LEFT_OUT_NAME_RESERVED] = "reserved name",
    [LEFT_OUT_NAME_DASH] = "name that starts with a dash",
    [LEFT_OUT_NAME_SLASH] = "name with a slash",
    [LEFT_OUT_NAME_CONTROL] = "name with a newline or another control character",
    [LEFT_OUT_NAME_QUOTE] = "name with a quote or a backslash",
    [LEFT_OUT_NAME_UTF8] = "name that is not valid UTF-8",
    [LEFT_OUT_NAME_ASCII] = "name with a character outside ASCII",
    [LEFT_OUT_TWICE] = "a second entry of the same name",
    [LEFT_OUT_DEEP] = "more than 8 levels deep",
    [LEFT_OUT_FILE_BYTES] = "larger than 256 KiB",
    [LEFT_OUT_FOLDER_FILES] = "beyond the 200 files of one problem",
    [LEFT_OUT_FOLDER_BYTES] = "beyond the 1 MiB of one problem",
    [LEFT_OUT_TOTAL_BYTES] = "beyond the 48 MiB of one repository",
    [LEFT_OUT_FOREIGN] = "no problem of that name",
    [LEFT_OUT_TAKEN] = "this problem was already read from another folder",
    [LEFT_OUT_OUTSIDE] = "a file, but a solution lies in a folder named after its problem",
};
static_assert(COUNT_OF(texts) == LEFT_OUT_COUNT, "one text per reason");

const char *left_out_reason_text(enum left_out_reason reason)
{
    assert(reason < LEFT_OUT_COUNT);
    return texts[reason];
}

static bool is_reserved(struct str name)
{
    return str_is(name, ".") || str_is(name, "..") ||
           (name.length == 4 && strncasecmp(name.at, ".git", 4) == 0);
}

static bool holds_control(struct str name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.at[i] < ' ' || name.at[i] == 0x7f)
            return true;
    return false;
}

static bool holds_one_of(struct str name, const char *set)
{
    for (size_t i = 0; i < name.length; i++)
        if (name.at[i] != '\0' && strchr(set, name.at[i]))
            return true;
    return false;
}

static bool is_ascii(struct str name)
{
    for (size_t i = 0; i < name.length; i++)
        if ((unsigned char)name.at[i] >= 0x80)
            return false;
    return true;
}

enum left_out_reason name_judge(struct str name)
{
    if (name.length == 0)
        return LEFT_OUT_NAME_EMPTY;
    if (is_reserved(name))
        return LEFT_OUT_NAME_RESERVED;
    if (name.length > INTAKE_NAME_MAX)
        return LEFT_OUT_NAME_LONG;
    if (holds_control(name))
        return LEFT_OUT_NAME_CONTROL;
    if (holds_one_of(name, "/"))
        return LEFT_OUT_NAME_SLASH;
    if (holds_one_of(name, "'\"\\"))
        return LEFT_OUT_NAME_QUOTE;
    if (name.at[0] == '-')
        return LEFT_OUT_NAME_DASH;
    if (!is_ascii(name))
        return str_is_utf8(name) ? LEFT_OUT_NAME_ASCII : LEFT_OUT_NAME_UTF8;
    return LEFT_OUT_NOT;
}

bool name_is_of_interest(struct str name)
{
    static const char *const endings[] = { ".c", ".h", ".md", ".txt" };
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        size_t length = strlen(endings[i]);
        if (name.length > length && memcmp(name.at + name.length - length, endings[i], length) == 0)
            return true;
    }
    return false;
}

/* Cuts the next part (up to a slash) off the front; false at the end. "a/" has the parts "a", "".
 */
static bool next_part(struct str *rest, struct str *part)
{
    if (!rest->at)
        return false;
    const char *slash = memchr(rest->at, '/', rest->length);
    *part = (struct str){ rest->at, slash ? (size_t)(slash - rest->at) : rest->length };
    *rest = slash ? (struct str){ slash + 1, rest->length - part->length - 1 }
                  : (struct str){ NULL, 0 };
    return true;
}

bool path_is_sound(struct str path)
{
    assert(path.at);
    struct str part = { "", 0 };
    size_t levels = 0;
    for (struct str rest = path; next_part(&rest, &part); levels++)
        if (levels == INTAKE_LEVELS_MAX || name_judge(part) != LEFT_OUT_NOT)
            return false;
    return name_is_of_interest(part);
}

bool paths_clash(struct str a, struct str b)
{
    struct str shorter = a.length <= b.length ? a : b;
    struct str longer = a.length <= b.length ? b : a;
    return memcmp(shorter.at, longer.at, shorter.length) == 0 &&
           (shorter.length == longer.length || longer.at[shorter.length] == '/');
}

bool content_is_lfs_pointer(struct str content)
{
    static const char start[] = "version https://git-lfs.github.com/spec/";
    return content.length >= sizeof start - 1 && memcmp(content.at, start, sizeof start - 1) == 0;
}

bool folder_path(const char *root, const char *id, char out[INTAKE_FOLDER_PATH_MAX + 1])
{
    int length = snprintf(out, INTAKE_FOLDER_PATH_MAX + 1, "%s%s%s", root, *root ? "/" : "", id);
    return length >= 0 && length <= INTAKE_FOLDER_PATH_MAX;
}
