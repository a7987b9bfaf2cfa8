/* hostile: defines the starter's own symbols
 * accept: exit:1|exit:0
 * run: compile
 */
int __wrap_main(int count, char **words, char **more)
{
    (void)count;
    (void)words;
    (void)more;
    return 0;
}

int main(void)
{
    return 0;
}
