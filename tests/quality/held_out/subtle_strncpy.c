/* phone book with fixed records */
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define NAME_LEN 16
#define ENTRIES 100

struct entry {
    char name[NAME_LEN];
    char phone[NAME_LEN];
};

static struct entry book[ENTRIES];
static size_t used;

static bool add(const char *name, const char *phone)
{
    if (used == ENTRIES)
        return false;
    strncpy(book[used].name, name, NAME_LEN); /* TRUE: memory */
    strncpy(book[used].phone, phone, sizeof book[used].phone - 1);
    used++;
    return true;
}

static const char *look_up(const char *name)
{
    for (size_t i = 0; i < used; i++)
        if (strcmp(book[i].name, name) == 0) /* ALSO: memory */
            return book[i].phone;
    return NULL;
}

int main(void)
{
    char name[64], phone[64];
    while (scanf("%63s %63s", name, phone) == 2) {
        if (strcmp(phone, "?") == 0) {
            const char *found = look_up(name);
            puts(found ? found : "unknown");
        } else if (!add(name, phone)) {
            fputs("the book is full\n", stderr);
            return 1;
        }
    }
    return 0;
}
