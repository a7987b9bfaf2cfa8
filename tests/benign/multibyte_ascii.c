/* multibyte_ascii.c - multibyte conversions in the C locale.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>
#include <wchar.h>

int main(void)
{
    wchar_t wide[16];
    char narrow[16];
    char16_t c16;
    mbstate_t state;
    memset(&state, 0, sizeof state);
    size_t widened = mbstowcs(wide, "ascii", 16), narrowed = wcstombs(narrow, wide, 16);
    printf("%zu %zu\n", widened, narrowed);
    printf("%s %d %d\n", narrow, mblen("a", 1), (int)MB_CUR_MAX);
    printf("%zu %d\n", mbrtoc16(&c16, "k", 1, &state), c16);
    printf("%d\n", (int)wcrtomb(narrow, 0x20ac, &state));
    printf("%d\n", btowc('b'));
    return 0;
}
