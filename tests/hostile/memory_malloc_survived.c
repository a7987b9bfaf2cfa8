/* hostile: asks for too much, copes with the answer and ends well
 * limits: memory=32
 * accept: exit:0
 * run: both
 */
#include <stdlib.h>

int main(void)
{
    return malloc((size_t)1 << 40) ? 4 : 0;
}
