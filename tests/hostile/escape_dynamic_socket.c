/* hostile: a dynamic program opens a socket in a constructor
 * accept: denied:socket
 * run: dynamic
 */
#include <sys/socket.h>

__attribute__((constructor)) static void first(void)
{
    socket(AF_INET, SOCK_STREAM, 0);
}

int main(void)
{
    return 3;
}
