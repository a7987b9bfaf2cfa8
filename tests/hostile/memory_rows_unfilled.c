/* hostile: takes rows just below the size that is asked about, fills none, then fails
 * limits: memory=32
 * accept: limit:memory
 * cause: refused at
 * run: both
 */
#include <stdlib.h>

int main(void)
{
    static char *rows[100000];
    int count = 0;
    while (count < 100000 && (rows[count] = malloc(900 << 10)))
        count++;
    for (int i = 0; i <= count; i++)
        rows[i][0] = 1;
    return 0;
}
