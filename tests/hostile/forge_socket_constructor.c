/* hostile: makes a forbidden call in a constructor
 * accept: denied:socket
 * runs: 3
 * run: both
 */
#include <sys/socket.h>

__attribute__((constructor)) static void first(void)
{
    socket(AF_INET, SOCK_STREAM, 0);
}

int main(void)
{
    return 1;
}
