/* bad: a member is allocated and used at once */
#include <stdio.h>
#include <stdlib.h>

struct stack {
    int *items;
    size_t count, room;
};

static void stack_init(struct stack *stack, size_t room)
{
    stack->items = malloc(room * sizeof *stack->items); /* TRUE: error handling */
    stack->items[0] = 0;
    stack->count = 1;
    stack->room = room;
}

int main(void)
{
    struct stack stack;
    stack_init(&stack, 8);
    printf("%zu of %zu\n", stack.count, stack.room);
    free(stack.items);
    return 0;
}
