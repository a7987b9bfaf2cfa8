/* fseek_stdout.c - goes back in its output and writes over it.
 *
 * expect: exit 0
 */
#include <stdio.h>

int main(void)
{
    printf("0000000000 rest\n");
    if (fseek(stdout, 0, SEEK_SET) == 0)
        printf("12345");
    fseek(stdout, 0, SEEK_END);
    printf("end\n");
    return 0;
}
