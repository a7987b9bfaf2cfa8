/* No multiplication sign in the program; fewer lines, more points. */
#include <stdio.h>
#include <string.h>

int main(int argc, char **argv)
{
    char path[4096];
    int byte, stars = 0;
    if (argc < 4)
        return 1;
    FILE *source = fopen(argv[2], "r");
    while (source && (byte = getc(source)) != EOF)
        stars += byte == '*';
    if (!source)
        return 1;
    if (stars == 0)
        return 42;
    snprintf(path, sizeof path, "%sjudgemessage.txt", argv[3]);
    FILE *message = fopen(path, "w");
    if (!message)
        return 1;
    fprintf(message, "%d times '*'\n", stars);
    fclose(message);
    return 43;
}
