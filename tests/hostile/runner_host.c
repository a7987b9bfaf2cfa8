/* runner_host.c - what hostile programs must leave as it was: the host, and the runner itself. */
#include "tests/hostile/runner_host.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* As root each sandbox has a user of its own from here up (sandbox/supervisor.c). */
enum { SANDBOX_USERS = 0x40000000 };

static bool is_programs_user(uid_t user)
{
    return user == HOST_ORDINARY_USER || (user >= SANDBOX_USERS && user <= 0x7fffffff);
}

static unsigned count_entries(const char *path, bool all, bool tell)
{
    unsigned count = 0;
    DIR *list = opendir(path);
    if (!list)
        return 0;
    for (struct dirent *entry; (entry = readdir(list));) {
        struct stat st;
        bool is_dot = strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0;
        if (is_dot || fstatat(dirfd(list), entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
            continue;
        bool is_ours = strstr(entry->d_name, "hostile-") == entry->d_name && st.st_nlink > 0;
        is_ours = is_ours && !strstr(entry->d_name, "hostile-runner.");
        if (!all && !is_ours && st.st_uid < SANDBOX_USERS)
            continue;
        count++;
        if (tell)
            printf("FAIL host: '%s/%s' was left behind\n", path, entry->d_name);
    }
    closedir(list);
    return count;
}

/* Objects that a program made carry its user, or the key that the programs use. */
static unsigned long hash_ipc(void)
{
    /* With the word of a line in which uid, gid, cuid and cgid begin; a time may look like them. */
    static const struct {
        const char *name;
        int first;
    } kinds[] = { { "shm", 7 }, { "sem", 4 }, { "msg", 7 } };
    unsigned long hash = 0;
    for (int i = 0; i < 3; i++) {
        char path[48], line[512];
        snprintf(path, sizeof path, "/proc/sysvipc/%s", kinds[i].name);
        FILE *file = fopen(path, "re");
        for (int n = 0; file && n < HOST_IPC_LINES_MAX && fgets(line, sizeof line, file); n++) {
            char *word = line, *rest = NULL;
            bool is_ours = strtoul(line, NULL, 10) == 0x686f7374;
            int at = 0, first = kinds[i].first;
            for (word = strtok_r(line, " \n", &rest); word;
                 word = strtok_r(NULL, " \n", &rest), at++)
                is_ours |= at >= first && at < first + 4 &&
                           is_programs_user((uid_t)strtoul(word, NULL, 10));
            hash += is_ours;
        }
        if (file)
            fclose(file);
    }
    return hash;
}

static int count_descriptors(void)
{
    int count = 0;
    DIR *list = opendir("/proc/self/fd");
    while (list && readdir(list))
        count++;
    if (list)
        closedir(list);
    return count;
}

static void look(struct host *out)
{
    memset(out, 0, sizeof *out);
    for (int i = 0; i < HOST_LIMITS; i++)
        getrlimit((__rlimit_resource_t)i, &out->limits[i]);
    sigprocmask(SIG_SETMASK, NULL, &out->blocked);
    errno = 0;
    out->priority = getpriority(PRIO_PROCESS, 0);
    int terminal = open("/dev/tty", O_RDONLY | O_NOCTTY | O_CLOEXEC);
    out->has_terminal = terminal >= 0 && tcgetattr(terminal, &out->terminal) == 0;
    if (terminal >= 0)
        close(terminal);
    out->mask = umask(0);
    umask(out->mask);
    out->descriptors = count_descriptors();
    if (!getcwd(out->folder, sizeof out->folder))
        out->folder[0] = '\0';
    gethostname(out->host_name, sizeof out->host_name - 1);
    out->ipc_hash = hash_ipc();
}

void host_look(struct host *out)
{
    prctl(PR_SET_CHILD_SUBREAPER, 1);
    look(out);
}

static unsigned differs(bool is_different, const char *what)
{
    if (is_different)
        printf("FAIL host: %s\n", what);
    return is_different;
}

/* Orphans came to us: whoever is still there was left behind. */
static unsigned count_children(void)
{
    unsigned count = 0;
    for (;;) {
        int status;
        pid_t child = waitpid(-1, &status, WNOHANG | __WALL);
        if (child < 0)
            return count;
        count++;
        printf("FAIL host: a process was left behind %s\n", child ? "as a zombie" : "alive");
        if (child == 0)
            return count;
    }
}

unsigned host_compare(const struct host *before, const char *own_folder)
{
    struct host now;
    look(&now);
    sigset_t pending;
    sigemptyset(&pending);
    sigpending(&pending);
    unsigned count = count_children() + count_entries("/tmp", false, true) +
                     count_entries("/dev/shm", false, true) + count_entries(own_folder, true, true);
    count += differs(memcmp(now.limits, before->limits, sizeof now.limits) != 0, "limits changed");
    count += differs(memcmp(&now.blocked, &before->blocked, sizeof now.blocked) != 0,
                     "blocked signals changed");
    count += differs(!sigisemptyset(&pending), "a signal is pending");
    count += differs(now.priority != before->priority, "priority changed");
    count += differs(now.has_terminal != before->has_terminal ||
                         memcmp(&now.terminal, &before->terminal, sizeof now.terminal) != 0,
                     "the terminal's settings changed");
    count += differs(now.mask != before->mask, "the file mode mask changed");
    count += differs(now.descriptors != before->descriptors, "descriptors leaked");
    count += differs(strcmp(now.folder, before->folder) != 0, "the working folder changed");
    count += differs(strcmp(now.host_name, before->host_name) != 0, "the host's name changed");
    count += differs(now.ipc_hash != before->ipc_hash, "System V objects were left behind");
    return count;
}
