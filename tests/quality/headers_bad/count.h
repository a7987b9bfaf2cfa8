/* bad: a header that holds variables and a function */
#ifndef COUNT_H
#define COUNT_H

extern int count_all;
static const int count_least = 1;
static int count_seen; /* TRUE: headers */
int count_of; /* TRUE: headers */

static inline int count_twice(int x)
{
    return 2 * x;
}

int count_thrice(int x) /* TRUE: headers */
{
    return 3 * x;
}

#endif
