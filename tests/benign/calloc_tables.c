/* calloc_tables.c - large zeroed tables, hardly touched.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>

int main(void)
{
    long sum = 0;
    for (int round = 0; round < 5; round++) {
        long *table = calloc(20000000, sizeof *table);
        if (!table)
            return 1;
        for (size_t i = 0; i < 20000000; i += 100000)
            sum += table[i] + (table[i] == 0);
        table[19999999] = round;
        sum += table[19999999];
        free(table);
    }
    printf("%ld\n", sum);
    return 0;
}
