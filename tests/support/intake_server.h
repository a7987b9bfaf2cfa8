/* intake_server.h - servers on 127.0.0.1 for tests: the real git daemon, and one that says a fixed
 * thing. */
#ifndef TESTS_SUPPORT_INTAKE_SERVER_H
#define TESTS_SUPPORT_INTAKE_SERVER_H

#include <sys/types.h>

struct intake_server {
    pid_t pid; /* and its process group */
    unsigned port;
};

/* Serves every repository below folder. */
void intake_daemon_start(struct intake_server *server, const char *folder);
/* Sends the reply to whoever connects and says something, then hangs up. */
void intake_reply_start(struct intake_server *server, const char *reply);
/* A port that nobody listens on. */
unsigned intake_free_port(void);
void intake_server_stop(struct intake_server *server);

#endif
