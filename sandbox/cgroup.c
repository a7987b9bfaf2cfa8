/* cgroup.c - a control group for one sandbox. */
#include "sandbox/cgroup.h"

#include <assert.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define NAME_PREFIX "grader-sandbox-"

/* Where groups may be made: this process's own group in one of the two hierarchies. */
struct place {
    bool is_found, is_v2;
    char path[192];
};

static bool read_text(int folder, const char *name, char *text, size_t room)
{
    int file = openat(folder, name, O_RDONLY | O_CLOEXEC);
    ssize_t got = file < 0 ? -1 : read(file, text, room - 1);
    if (file >= 0)
        close(file);
    text[got > 0 ? got : 0] = '\0';
    return got >= 0;
}

static bool write_number(int folder, const char *name, uint64_t value)
{
    char text[24];
    int length = snprintf(text, sizeof text, "%llu", (unsigned long long)value);
    int file = openat(folder, name, O_WRONLY | O_CLOEXEC);
    bool good = file >= 0 && write(file, text, (size_t)length) == length;
    if (file >= 0)
        close(file);
    return good;
}

/* The path of our own group behind `mark` in /proc/self/cgroup: "0::" or ":memory:". */
static bool own_group(const char *mark, char *out, size_t room)
{
    char text[4096];
    if (!read_text(AT_FDCWD, "/proc/self/cgroup", text, sizeof text))
        return false;
    for (char *line = text; line && *line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end = '\0';
        char *found = strstr(line, mark);
        if (found && (mark[0] == ':' || found == line)) {
            snprintf(out, room, "%s", found + strlen(mark));
            return true;
        }
        line = end ? end + 1 : NULL;
    }
    return false;
}

/* Where a hierarchy is mounted: proc(5), mountinfo: … mount point … - type source options. */
static bool mount_point(const char *type, const char *option, char *out, size_t room)
{
    FILE *list = fopen("/proc/self/mountinfo", "re");
    char line[2048], place[96];
    bool found = false;
    while (list && !found && fgets(line, sizeof line, list)) {
        char *tail = strstr(line, " - ");
        size_t length = strlen(type);
        if (!tail || strncmp(tail + 3, type, length) != 0 || tail[3 + length] != ' ' ||
            (option && !strstr(tail, option)) || sscanf(line, "%*s %*s %*s %*s %95s", place) != 1)
            continue;
        snprintf(out, room, "%s", place);
        found = true;
    }
    if (list)
        fclose(list);
    return found;
}

static bool find_in(bool is_v2, struct place *out)
{
    char mount[96], group[95], controllers[256];
    if (!mount_point(is_v2 ? "cgroup2" : "cgroup", is_v2 ? NULL : "memory", mount, sizeof mount) ||
        !own_group(is_v2 ? "0::" : ":memory:", group, sizeof group))
        return false;
    snprintf(out->path, sizeof out->path, "%s%s", mount, strcmp(group, "/") == 0 ? "" : group);
    out->is_v2 = is_v2;
    if (is_v2) {
        char name[224];
        snprintf(name, sizeof name, "%s/cgroup.subtree_control", out->path);
        if (!read_text(AT_FDCWD, name, controllers, sizeof controllers) ||
            !strstr(controllers, "memory"))
            return false;
    }
    return access(out->path, W_OK) == 0;
}

/* A caller that was killed can't clean up: whoever comes next does, for callers that are gone. */
static void sweep(const struct place *place)
{
    DIR *list = opendir(place->path);
    for (struct dirent *entry; list && (entry = readdir(list));) {
        long pid;
        if (sscanf(entry->d_name, NAME_PREFIX "%ld-", &pid) == 1 && kill((pid_t)pid, 0) != 0 &&
            errno == ESRCH)
            unlinkat(dirfd(list), entry->d_name, AT_REMOVEDIR);
    }
    if (list)
        closedir(list);
}

static const struct place *find_place(void)
{
    static struct place place;
    static bool is_known;
    if (!is_known) {
        is_known = true;
        place.is_found = find_in(true, &place) || find_in(false, &place);
        struct cgroup probe;
        if (place.is_found) {
            sweep(&place);
            place.is_found = cgroup_make(&probe, 0, 1 << 30, 0);
        }
        if (place.is_found)
            cgroup_remove(&probe);
    }
    return &place;
}

bool cgroup_is_offered(void)
{
    return find_place()->is_found;
}

static bool set_limits(const struct cgroup *cgroup, uint64_t memory_bytes, unsigned processes)
{
    const char *memory = cgroup->is_v2 ? "memory.max" : "memory.limit_in_bytes";
    if (memory_bytes && !write_number(cgroup->folder, memory, memory_bytes))
        return false;
    if (cgroup->is_v2) {
        write_number(cgroup->folder, "memory.swap.max", 0); /* there may be no swap accounting */
        if (processes)
            write_number(cgroup->folder, "pids.max", processes); /* nor this controller */
    }
    return true;
}

bool cgroup_make(struct cgroup *cgroup, unsigned serial, uint64_t memory_bytes, unsigned processes)
{
    const struct place *place = find_place();
    *cgroup = (struct cgroup){ .folder = -1, .is_v2 = place->is_v2 };
    /* Another pid namespace may have the same number for another caller. */
    unsigned chance = 0;
    if (getrandom(&chance, sizeof chance, GRND_NONBLOCK) < 0)
        chance = (unsigned)time(NULL);
    snprintf(cgroup->path, sizeof cgroup->path, "%s/" NAME_PREFIX "%ld-%u-%08x", place->path,
             (long)getpid(), serial, chance);
    if (mkdir(cgroup->path, 0755) != 0) {
        cgroup->path[0] = '\0'; /* it is not ours to remove */
        return false;
    }
    cgroup->folder = open(cgroup->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (cgroup->folder >= 0 && set_limits(cgroup, memory_bytes, processes))
        return true;
    int cause = errno;
    cgroup_remove(cgroup);
    errno = cause;
    return false;
}

void cgroup_remove(struct cgroup *cgroup)
{
    enum { TRIES = 200 };
    const struct timespec pause = { 0, 1000000 };
    if (!cgroup->path[0])
        return;
    if (cgroup->folder >= 0)
        close(cgroup->folder);
    /* The last process is counted here until the kernel has done with it. */
    for (int i = 0; i < TRIES && rmdir(cgroup->path) != 0 && errno == EBUSY; i++)
        nanosleep(&pause, NULL);
    *cgroup = (struct cgroup){ .folder = -1 };
}

bool cgroup_enter(const struct cgroup *cgroup)
{
    assert(cgroup->folder >= 0);
    return write_number(cgroup->folder, "cgroup.procs", 0);
}

uint64_t cgroup_oom_kills(const struct cgroup *cgroup)
{
    char text[512];
    if (!read_text(cgroup->folder, cgroup->is_v2 ? "memory.events" : "memory.oom_control", text,
                   sizeof text))
        return 0;
    const char *found = strstr(text, "oom_kill ");
    return found ? strtoull(found + strlen("oom_kill "), NULL, 10) : 0;
}

void cgroup_kill(const struct cgroup *cgroup)
{
    if (cgroup->is_v2)
        write_number(cgroup->folder, "cgroup.kill", 1);
}
