/* string_functions.c - string.h from one end to the other.
 *
 * expect: exit 0
 */
#define _GNU_SOURCE
#include <stdio.h>
#include <string.h>

int main(void)
{
    char a[64] = "hello", b[64];
    strcat(a, ", ");
    strncat(a, "world and more", 5);
    strcpy(b, a);
    printf("%s %zu %d %d\n", a, strlen(a), strcmp(a, b), strncmp("abc", "abd", 2));
    printf("%s %s %s\n", strchr(a, 'o'), strrchr(a, 'o'), strstr(a, "wor"));
    printf("%zu %zu %s\n", strspn("aabbc", "ab"), strcspn("hello", "lo"), strpbrk("hello", "xyzl"));
    memmove(b + 2, b, 6);
    printf("%.8s %d\n", b, memcmp("ab\0c", "ab\0d", 4) < 0);
    printf("%s %s\n", strcasestr("Hello World", "WORLD"), (char *)memmem("abcdef", 6, "cd", 2));
    printf("%d %d\n", strcasecmp("ABC", "abc"), strncasecmp("ABCx", "abcy", 3));
    printf("%td %td\n", stpcpy(b, "four") - b, (char *)mempcpy(b, "xyz", 3) - b);
    printf("%zu %s\n", strnlen("abcdef", 3), strchrnul("abc", 'z'));
    printf("%d %s\n", strverscmp("file9", "file10") < 0, basename("/a/b/c"));
    strfry(memset(b, 'q', 4));
    printf("%.4s %s\n", b, (char *)memrchr("a.b.c", '.', 5));
    return 0;
}
