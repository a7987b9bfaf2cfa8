/* qsort_structs.c - qsort of large records, by pointer and by value.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct person {
    char name[100];
    int age;
};

static int by_age(const void *a, const void *b)
{
    const struct person *x = a, *y = b;
    return x->age != y->age ? x->age - y->age : strcmp(x->name, y->name);
}

static int by_name(const void *a, const void *b)
{
    return strcmp((*(struct person *const *)a)->name, (*(struct person *const *)b)->name);
}

int main(void)
{
    static struct person people[5000], *order[5000];
    for (int i = 0; i < 5000; i++) {
        snprintf(people[i].name, sizeof people[i].name, "person%d", i * 7919 % 5000);
        people[i].age = i * 31 % 97;
        order[i] = &people[i];
    }
    qsort(order, 5000, sizeof order[0], by_name);
    printf("%s %s\n", order[0]->name, order[4999]->name);
    qsort(people, 5000, sizeof people[0], by_age);
    for (int i = 0; i < 5000; i += 500)
        printf("%s %d\n", people[i].name, people[i].age);
    return 0;
}
