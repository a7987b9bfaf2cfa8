/* readv_writev.c - input and output in pieces.
 *
 * expect: exit 0
 * stdin: abcdefghij
 */
#include <sys/uio.h>
#include <unistd.h>

int main(void)
{
    char a[3], b[4], c[5];
    struct iovec in[] = { { a, 3 }, { b, 4 }, { c, 5 } };
    ssize_t got = readv(0, in, 3);
    struct iovec out[] = { { c, 3 }, { b, 4 }, { a, 3 } };
    ssize_t put = writev(1, out, 3);
    return got == 10 && put == 10 ? 0 : 1;
}
