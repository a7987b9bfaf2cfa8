/* landlock.c - the kernel's Landlock by its raw calls: Debian 12's C library has none. */
#include "sandbox/landlock.h"

#include <assert.h>
#include <errno.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/*
 * Numbers from include/uapi/linux/landlock.h; spelled out because the header of the distribution
 * may be older than the kernel. https://docs.kernel.org/userspace-api/landlock.html lists which ABI
 * brought which right.
 */
enum {
    FS_EXECUTE = 1 << 0,
    FS_WRITE_FILE = 1 << 1,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_ALL_ABI1 = (1 << 13) - 1,
    FS_REFER = 1 << 13,            /* ABI 2 */
    FS_TRUNCATE = 1 << 14,         /* ABI 3 */
    FS_IOCTL_DEV = 1 << 15,        /* ABI 5 */
    NET_BIND_AND_CONNECT_TCP = 3,  /* ABI 4 */
    SCOPE_ABSTRACT_AND_SIGNAL = 3, /* ABI 6 */
    RULE_PATH_BENEATH = 1,
    VERSION_FLAG = 1,
};

struct ruleset_attr {
    uint64_t fs, net, scoped;
};

struct path_attr {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

int landlock_abi(void)
{
    long abi = syscall(SYS_landlock_create_ruleset, NULL, 0, VERSION_FLAG);
    return abi < 0 ? 0 : (int)abi;
}

static uint64_t handled_fs(int abi)
{
    uint64_t all = FS_ALL_ABI1;
    all |= abi >= 2 ? FS_REFER : 0;
    all |= abi >= 3 ? FS_TRUNCATE : 0;
    all |= abi >= 5 ? FS_IOCTL_DEV : 0;
    return all;
}

int landlock_new(bool network)
{
    int abi = landlock_abi();
    struct ruleset_attr attr = { .fs = handled_fs(abi),
                                 .net = network ? 0 : NET_BIND_AND_CONNECT_TCP,
                                 .scoped = SCOPE_ABSTRACT_AND_SIGNAL };
    size_t size = abi >= 6 ? sizeof attr : abi >= 4 ? 16 : 8;
    return (int)syscall(SYS_landlock_create_ruleset, &attr, size, 0);
}

bool landlock_allow(int ruleset, int fd, enum landlock_right right)
{
    static const uint64_t rights[] = {
        [LANDLOCK_RUN_FILE] = FS_EXECUTE | FS_READ_FILE,
        [LANDLOCK_READ_TREE] = FS_EXECUTE | FS_READ_FILE | FS_READ_DIR,
        [LANDLOCK_USE_FILE] = FS_READ_FILE | FS_WRITE_FILE,
        [LANDLOCK_OWN_TREE] = ~(uint64_t)0,
    };
    assert(right < sizeof rights / sizeof rights[0]);
    struct path_attr attr = { rights[right] & handled_fs(landlock_abi()), fd };
    long failed = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &attr, 0);
    if (failed && errno == EINVAL && right == LANDLOCK_READ_TREE) {
        attr.allowed = FS_EXECUTE | FS_READ_FILE; /* a file, which takes no rights of folders */
        failed = syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &attr, 0);
    }
    return !failed || errno == EBADFD;
}

bool landlock_enter(int ruleset)
{
    return syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
}
