/* The file with the numbers lies in the working directory. */
#include <stdio.h>

int main(void)
{
    FILE *file = fopen("numbers.txt", "r");
    int n, count = 0;
    while (file && fscanf(file, "%d", &n) == 1)
        count++;
    return count > 0 ? 42 : 43;
}
