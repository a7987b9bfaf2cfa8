/* getchar_fast_numbers.c - the hand-written number reader of contests.
 *
 * expect: exit 0
 * stdin: 10\n1 -2 3 -4 5 -6 7 -8 9 1000000000\n
 */
#include <stdio.h>

static int read_int(void)
{
    int sign = 1, value = 0, c = getchar_unlocked();
    while (c != '-' && (c < '0' || c > '9'))
        c = getchar_unlocked();
    if (c == '-') {
        sign = -1;
        c = getchar_unlocked();
    }
    for (; c >= '0' && c <= '9'; c = getchar_unlocked())
        value = value * 10 + (c - '0');
    return sign * value;
}

static void write_int(long long value)
{
    if (value < 0) {
        putchar_unlocked('-');
        value = -value;
    }
    if (value > 9)
        write_int(value / 10);
    putchar_unlocked('0' + (int)(value % 10));
}

int main(void)
{
    long long sum = 0;
    for (int n = read_int(); n > 0; n--)
        sum += read_int();
    write_int(sum);
    putchar_unlocked('\n');
    return 0;
}
