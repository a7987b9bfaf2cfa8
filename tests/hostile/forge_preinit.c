/* hostile: makes a forbidden call before every constructor
 * accept: denied:socket
 * run: both
 */
#include <sys/socket.h>

static void first(void)
{
    socket(AF_INET, SOCK_STREAM, 0);
}

__attribute__((section(".preinit_array"), used)) static void (*const early)(void) = first;

int main(void)
{
    return 1;
}
