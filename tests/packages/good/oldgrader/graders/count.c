/* Argument: points for each accepted item; always accepted. */
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
    char verdict[8];
    double score;
    int count = 0;
    while (scanf("%7s %lf", verdict, &score) == 2)
        count += verdict[0] == 'A';
    printf("AC %d\n", count * (argc > 1 ? atoi(argv[1]) : 1));
    return 0;
}
