/* bad: a name of one letter that is needed for fifty lines */
#include <stdio.h>

enum { DAYS = 365 };

int main(void) /* ALSO: structure */
{
    int q = 0; /* TRUE: readability */
    int n = 0;
    int least = 0, most = 0;
    static int days[DAYS];

    while (n < DAYS && scanf("%d", &days[n]) == 1)
        n++;
    if (n == 0) {
        puts("no days");
        return 1;
    }

    least = days[0];
    most = days[0];
    for (int i = 1; i < n; i++) {
        if (days[i] < least)
            least = days[i];
        if (days[i] > most)
            most = days[i];
    }
    printf("%d to %d\n", least, most);

    for (int i = 1; i < n; i++)
        if (days[i] > days[i - 1])
            q++;

    puts("rising days:");
    for (int i = 1; i < n; i++)
        if (days[i] > days[i - 1])
            printf("%d ", i);
    puts("");

    puts("falling days:");
    for (int i = 1; i < n; i++)
        if (days[i] < days[i - 1])
            printf("%d ", i);
    puts("");

    if (n > 1)
        printf("change: %d\n", days[n - 1] - days[0]);

    printf("%d\n", q);
    return 0;
}
