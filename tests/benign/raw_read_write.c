/* raw_read_write.c - read and write without stdio.
 *
 * expect: exit 0
 * stdin: bytes that pass by\n
 */
#include <unistd.h>

int main(void)
{
    char bytes[7];
    for (ssize_t got; (got = read(0, bytes, sizeof bytes)) > 0;)
        for (ssize_t at = 0, put; at < got; at += put)
            if ((put = write(1, bytes + at, (size_t)(got - at))) < 0)
                return 1;
    return 0;
}
