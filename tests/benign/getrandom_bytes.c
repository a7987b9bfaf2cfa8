/* getrandom_bytes.c - random bytes from the kernel.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <unistd.h>

int main(void)
{
    unsigned char bytes[256] = { 0 };
    int zeros = 0;
    ssize_t got = getrandom(bytes, sizeof bytes, 0);
    for (int i = 0; i < 256; i++)
        zeros += bytes[i] == 0;
    printf("%zd %d %d\n", got, zeros < 20, getentropy(bytes, 16));
    printf("%d %d\n", arc4random_uniform(1) == 0,
           arc4random() == arc4random() && arc4random() == 0);
    return 0;
}
