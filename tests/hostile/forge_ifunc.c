/* hostile: makes a forbidden call in an IFUNC resolver, earlier still
 * accept: denied:ptrace
 * run: both
 */
static int one(void)
{
    return 1;
}

static int (*resolve(void))(void)
{
    long got;
    __asm__ volatile("syscall"
                     : "=a"(got)
                     : "a"(101L), "D"(0L), "S"(0L), "d"(0L)
                     : "rcx", "r11", "memory");
    return one;
}

int chosen(void) __attribute__((ifunc("resolve")));

int main(void)
{
    return chosen();
}
