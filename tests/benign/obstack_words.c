/* obstack_words.c - obstacks.
 *
 * expect: exit 0
 * stdin: some words to keep\n
 */
#include <obstack.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define obstack_chunk_alloc malloc
#define obstack_chunk_free  free

int main(void)
{
    struct obstack stack;
    char word[32], *kept[16];
    int count = 0;
    obstack_init(&stack);
    while (count < 16 && scanf("%31s", word) == 1)
        kept[count++] = obstack_copy0(&stack, word, (int)strlen(word));
    while (count > 0)
        puts(kept[--count]);
    obstack_free(&stack, NULL);
    return 0;
}
