/* heap_by_getline.c - a line as long as it comes.
 *
 * scene: text
 * time: n
 * heap: n
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int main(void)
{
    char *line = NULL;
    size_t room = 0;
    if (getline(&line, &room, stdin) < 0)
        return 1;
    printf("%zu\n", strlen(line));
    free(line);
}
