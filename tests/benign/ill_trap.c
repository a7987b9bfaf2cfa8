/* ill_trap.c - an instruction that traps.
 *
 * expect: signal 4
 */
int main(void)
{
    __builtin_trap();
}
