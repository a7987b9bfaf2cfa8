/* fwrite_records.c - binary records by fwrite.
 *
 * expect: exit 0
 */
#include <stdint.h>
#include <stdio.h>

int main(void)
{
    struct {
        uint32_t id;
        double value;
    } record = { 0, 0 };
    for (uint32_t i = 0; i < 1000; i++) {
        record.id = i;
        record.value = i / 8.0;
        if (fwrite(&record.id, sizeof record.id, 1, stdout) != 1 ||
            fwrite(&record.value, sizeof record.value, 1, stdout) != 1)
            return 1;
    }
    return fflush(stdout) != 0;
}
