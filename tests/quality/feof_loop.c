/* bad: asks for the end too early */
#include <stdio.h>

int main(void)
{
    char line[100] = "";
    FILE *in = fopen("/dev/null", "r");
    if (!in)
        return 1;
    while (!feof(in)) { /* TRUE: error handling */
        fgets(line, sizeof line, in);
        fputs(line, stdout);
    }
    fclose(in);
    return 0;
}
