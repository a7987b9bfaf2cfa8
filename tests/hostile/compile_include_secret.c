/* hostile: includes a file that the grader keeps
 * accept: exit:1
 * run: compile
 */
#include SECRET_FILE

int main(void)
{
    return 0;
}
