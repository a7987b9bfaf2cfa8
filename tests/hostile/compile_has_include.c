/* hostile: asks the preprocessor whether host files exist
 * accept: exit:0
 * needs: namespaces
 * run: compile
 */
#if __has_include("/etc/passwd") || __has_include("/etc/shadow") || __has_include(SECRET_FILE)
#error ESCAPED
#endif

int main(void)
{
    return 0;
}
