/* hostile: asks for a plug-in and options by pragmas
 * accept: exit:0
 * run: compile
 */
#pragma GCC plugin "/tmp/hostile-plugin.so"
#pragma GCC optimize("O3")
#pragma GCC poison hostile

int main(void)
{
    return 0;
}
