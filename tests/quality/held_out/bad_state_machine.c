/* a vending machine: c = coin, s = select, r = refund, q = quit */
#include <stdio.h>
#include <stdlib.h>

enum state { IDLE, PAID, VENDING, BROKEN };

struct machine {
    enum state state;
    int credit;
    int stock;
};

static const char *state_name(enum state s)
{
    char name[16];
    switch (s) {
    case IDLE: snprintf(name, sizeof name, "idle"); break;
    case PAID: snprintf(name, sizeof name, "paid"); break;
    case VENDING: snprintf(name, sizeof name, "vending"); break;
    default: snprintf(name, sizeof name, "unknown"); break;
    }
    return name; /* TRUE: memory */
}

static void on_event(struct machine *m, char event)
{
    switch (m->state) {
    case IDLE:
        if (event == 'c') {
            m->credit += 50; /* TRUE: readability */
            m->state = PAID;
        }
        break;
    case PAID:
        if (event == 'c')
            m->credit += 50; /* ALSO: readability */
        else if (event == 's' && m->credit >= 150) /* ALSO: readability */
            m->state = VENDING;
        else if (event == 'r') {
            m->credit = 0;
            m->state = IDLE;
        }
        else if (event == 's' && m->credit >= 150) /* TRUE: duplication */ /* ALSO: readability */
            m->state = BROKEN; /* ALSO: duplication */
    case VENDING: /* TRUE: readability */
        if (m->stock > 0) {
            m->stock--;
            m->credit -= 150; /* ALSO: readability */
            m->state = IDLE;
        } else {
            m->state = BROKEN;
        }
        break;
    case BROKEN:
        break;
    }
    if (m->credit = 0) /* TRUE: memory */ /* ALSO: readability */
        m->state = IDLE; /* ALSO: duplication */
}

int main(void)
{
    struct machine *m = malloc(sizeof m); /* TRUE: memory */ /* TRUE: error handling */
    int c;
    m->state = IDLE; /* ALSO: memory */
    m->credit = 0; /* ALSO: memory */
    m->stock = 10; /* ALSO: memory */ /* ALSO: readability */
    while ((c = getchar()) != EOF && c != 'q')
        on_event(m, (char)c);
    printf("%s %d\n", state_name(m->state), m->credit); /* ALSO: memory */
    free(m);
    return 0;
}
