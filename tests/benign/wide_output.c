/* wide_output.c - a stream of wide characters.
 *
 * expect: exit 0
 * stdin: wide input 42\n
 */
#include <stdio.h>
#include <wchar.h>

int main(void)
{
    wchar_t word[16];
    int number;
    if (wscanf(L"%15ls input %d", word, &number) != 2)
        return 1;
    wprintf(L"%ls %d %lc\n", word, number, L'!');
    fputws(L"fputws\n", stdout);
    putwchar(L'x');
    for (wint_t c; (c = getwchar()) != WEOF;)
        putwc(c, stdout);
    wprintf(L"%d\n", fwide(stdout, 0) > 0);
    return 0;
}
