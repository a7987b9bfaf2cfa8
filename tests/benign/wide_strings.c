/* wide_strings.c - wchar.h and wctype.h.
 *
 * expect: exit 0
 */
#include <stdio.h>
#include <wchar.h>
#include <wctype.h>

int main(void)
{
    wchar_t a[32] = L"wide", b[32], *end;
    wcscat(a, L" string");
    wcscpy(b, a);
    printf("%zu %d %td\n", wcslen(a), wcscmp(a, b), wcschr(a, L's') - a);
    printf("%ld %.2f\n", wcstol(L"123x", &end, 10), wcstod(L"4.5", NULL));
    printf("%d %d %d\n", iswalpha(L'a') != 0, iswdigit(L'x') != 0, towupper(L'q'));
    swprintf(b, 32, L"%d-%ls", 5, L"x");
    printf("%ls\n", b);
    wmemset(b, L'z', 3);
    printf("%.3ls %d\n", b, wcsncmp(b, L"zzz", 3));
    wchar_t *save;
    for (wchar_t *w = wcstok(a, L" ", &save); w; w = wcstok(NULL, L" ", &save))
        printf("[%ls]", w);
    return 0;
}
