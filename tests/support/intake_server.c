/* intake_server.c - servers on 127.0.0.1 for tests. */
#include "tests/support/intake_server.h"

#include <arpa/inet.h>
#include <criterion/criterion.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

static struct sockaddr_in loopback(unsigned port)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port) };
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

static int listen_on_free_port(unsigned *out_port)
{
    struct sockaddr_in address = loopback(0);
    socklen_t length = sizeof address;
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    cr_assert(fd >= 0 && bind(fd, (struct sockaddr *)&address, sizeof address) == 0 &&
              listen(fd, 8) == 0 && getsockname(fd, (struct sockaddr *)&address, &length) == 0);
    *out_port = ntohs(address.sin_port);
    return fd;
}

unsigned intake_free_port(void)
{
    unsigned port;
    close(listen_on_free_port(&port));
    return port;
}

static bool answers(unsigned port)
{
    struct sockaddr_in address = loopback(port);
    int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    bool good = connect(fd, (struct sockaddr *)&address, sizeof address) == 0;
    close(fd);
    return good;
}

static pid_t fork_server(void)
{
    pid_t pid = fork();
    cr_assert(pid >= 0);
    if (pid == 0) {
        setpgid(0, 0);
        prctl(PR_SET_PDEATHSIG, SIGKILL); /* a test that fails leaves nothing behind */
    }
    return pid;
}

void intake_daemon_start(struct intake_server *server, const char *folder)
{
    enum { TRIES = 500 };
    char listen_port[32], base[512], command[1024];
    server->port = intake_free_port();
    snprintf(listen_port, sizeof listen_port, "--port=%u", server->port);
    snprintf(base, sizeof base, "--base-path=%s", folder);
    snprintf(command, sizeof command,
             "exec \"$(git --exec-path)/git-daemon\" --listen=127.0.0.1 %s '%s' --export-all "
             "--reuseaddr --informative-errors 2>/dev/null",
             listen_port, base);
    server->pid = fork_server();
    if (server->pid == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    for (int i = 0; i < TRIES && !answers(server->port); i++)
        usleep(10000);
    cr_assert(answers(server->port), "git daemon does not start (package git)");
}

void intake_reply_start(struct intake_server *server, const char *reply)
{
    int listener = listen_on_free_port(&server->port);
    server->pid = fork_server();
    while (server->pid == 0) {
        char heard[4096];
        int fd = accept(listener, NULL, NULL);
        if (fd < 0 || read(fd, heard, sizeof heard) < 0 || write(fd, reply, strlen(reply)) < 0)
            _exit(1);
        shutdown(fd, SHUT_WR);
        while (read(fd, heard, sizeof heard) > 0)
            ;
        close(fd);
    }
    close(listener);
}

void intake_server_stop(struct intake_server *server)
{
    kill(-server->pid, SIGKILL);
    kill(server->pid, SIGKILL);
    waitpid(server->pid, NULL, 0);
}
