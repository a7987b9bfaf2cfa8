/* bad: the file may not be there */
#include <stdio.h>

int main(void)
{
    char line[100];
    FILE *in = fopen("input.txt", "r"); /* TRUE: error handling */
    while (fgets(line, sizeof line, in))
        fputs(line, stdout);
    fclose(in);
    return 0;
}
