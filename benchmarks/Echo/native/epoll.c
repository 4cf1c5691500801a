// The limit of the echo benchmark: what one thread can do with the bare calls of the kernel. Level-triggered epoll, one receive and one send for a request.
// Prints its port.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <unistd.h>

enum { EVENTS = 1024, BUFFER = 4096 };

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static void watch(int epoll, int socket)
{
    struct epoll_event event = { .events = EPOLLIN, .data.fd = socket };
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, socket, &event) != 0)
        fail("epoll_ctl");
}

static void accept_one(int epoll, int listener)
{
    int yes = 1, socket = accept4(listener, NULL, NULL, SOCK_NONBLOCK);
    if (socket < 0)
        return;
    setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    watch(epoll, socket);
}

// A peer of the benchmark reads what it gets before it asks again, so a send is never short.
static void echo(int socket)
{
    char buffer[BUFFER];
    ssize_t length = recv(socket, buffer, sizeof buffer, 0);
    if (length < 0 && errno == EAGAIN)
        return;
    if (length <= 0 || send(socket, buffer, (size_t)length, MSG_NOSIGNAL) != length)
        close(socket);
}

int main(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    socklen_t length = sizeof address;
    int listener = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0), epoll = epoll_create1(0);
    if (bind(listener, (struct sockaddr *)&address, length) != 0 || listen(listener, 4096) != 0 || getsockname(listener, (struct sockaddr *)&address, &length) != 0)
        fail("listen");
    watch(epoll, listener);
    printf("%d\n", ntohs(address.sin_port));
    fflush(stdout);
    for (;;) {
        struct epoll_event events[EVENTS];
        int ready = epoll_wait(epoll, events, EVENTS, -1);
        for (int i = 0; i < ready; i++) {
            if (events[i].data.fd == listener)
                accept_one(epoll, listener);
            else
                echo(events[i].data.fd);
        }
    }
}
