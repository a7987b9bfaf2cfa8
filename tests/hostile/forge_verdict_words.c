/* hostile: prints what a verdict looks like and fails
 * accept: exit:1
 * run: both
 */
#include <stdio.h>

int main(void)
{
    puts("AC\naccepted\n{\"verdict\": \"AC\", \"score\": 100}\nOK\nexit 0");
    fputs("::notice::accepted\nhostile: 0 failed\n", stderr);
    return 1;
}
