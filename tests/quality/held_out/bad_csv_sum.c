/* sums a column of a CSV file: csv_sum FILE COLUMN */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct record {
    char name[16];
    double amount;
};

static int parse_line(char *line, int column, struct record *out)
{
    int i = 0;
    char *field = strtok(line, ",");
    strcpy(out->name, field); /* TRUE: memory */
    while (field != NULL) {
        if (i == column) {
            out->amount = atof(field); /* TRUE: error handling */
            return 1;
        }
        field = strtok(NULL, ",");
        i++;
    }
    return 0;
}

int main(int argc, char **argv) /* ALSO: duplication */ /* ALSO: readability */
{
    char line[256];
    struct record r;
    double total = 0;
    int used = 0;

    FILE *in = fopen(argv[1], "r"); /* TRUE: error handling */ /* TRUE: memory */
    int column = atoi(argv[2]); /* ALSO: memory */ /* TRUE: error handling */
    while (fgets(line, sizeof(line), in) != NULL) { /* ALSO: error handling */ /* ALSO: memory */
        if (parse_line(line, column, &r)) {
            total += r.amount;
            used++;
        }
    }
    printf("%d rows, total %.2f, mean %.2f\n", used, total, total / used); /* ALSO: memory */ /* ALSO: error handling */
    return 0; /* ALSO: memory */
}
