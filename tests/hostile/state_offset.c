/* hostile: leaves the offset of its input and output moved
 * accept: exit:0
 * runs: 4
 * run: both
 */
#include <unistd.h>

int main(void)
{
    if (lseek(0, 0, SEEK_CUR) != 0 || lseek(1, 0, SEEK_CUR) != 0 || lseek(2, 0, SEEK_CUR) != 0 ||
        lseek(1, 0, SEEK_END) != 0)
        return 4;
    lseek(0, 100, SEEK_SET);
    return write(1, "some output", 11) != 11 || write(2, "more", 4) != 4;
}
