// The load of the echo benchmark, the same for all servers: a closed loop. Each connection has one request outstanding, and sends the next when the answer is
// complete and right. One thread, one epoll; latencies go into a histogram of 64 steps for each doubling, so that a figure is right within 1.6 percent.
//
//   load PORT CONNECTIONS PAYLOAD WARMUP SECONDS PID
//
// prints "REQUESTS SECONDS PROCESSOR P50 P99": what was answered within SECONDS after WARMUP, the seconds of processor that the server PID used meanwhile, and
// microseconds.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <time.h>
#include <unistd.h>

enum { MOST_PAYLOAD = 4096, EVENTS = 1024, STEPS = 64, DOUBLINGS = 64 };

struct connection {
    int socket;
    size_t received;
    uint64_t number;
    int64_t sent_at;
    char answer[MOST_PAYLOAD];
};

static size_t payload;
static uint64_t histogram[DOUBLINGS * STEPS];

static void fail(const char *what)
{
    perror(what);
    exit(1);
}

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

// User and system time of a process, from /proc/PID/stat: the 14th and 15th value, behind a name in parentheses.
static double processor_seconds(const char *pid)
{
    char path[64], text[1024];
    snprintf(path, sizeof path, "/proc/%s/stat", pid);
    FILE *file = fopen(path, "r");
    if (file == NULL)
        fail("the server's processor time");
    size_t length = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[length] = 0;
    char *rest = strrchr(text, ')');
    unsigned long user, system;
    if (rest == NULL || sscanf(rest + 2, "%*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu", &user, &system) != 2)
        fail("the server's processor time");
    return (double)(user + system) / (double)sysconf(_SC_CLK_TCK);
}

static void count(int64_t nanoseconds)
{
    uint64_t value = nanoseconds < STEPS ? STEPS : (uint64_t)nanoseconds;
    int doubling = 63 - __builtin_clzll(value);
    histogram[doubling * STEPS + ((value >> (doubling - 6)) & (STEPS - 1))]++;
}

static double percentile(uint64_t total, double part)
{
    uint64_t below = 0;
    for (int i = 0; i < DOUBLINGS * STEPS; i++) {
        below += histogram[i];
        if (below > 0 && (double)below >= part * (double)total)
            return (double)((uint64_t)(STEPS + i % STEPS) << (i / STEPS - 6)) / 1000.0;
    }
    return 0;
}

// A request differs from the one before, so that an old answer is not taken for a new one.
static void request(struct connection *connection, char *bytes)
{
    for (size_t i = 0; i < payload; i++)
        bytes[i] = (char)(connection->number + i);
}

static void send_next(struct connection *connection)
{
    char bytes[MOST_PAYLOAD];
    connection->number++;
    connection->received = 0;
    request(connection, bytes);
    connection->sent_at = now();
    // Nothing else is under way on the connection: a payload always fits.
    if (send(connection->socket, bytes, payload, MSG_NOSIGNAL) != (ssize_t)payload)
        fail("send");
}

static void check(struct connection *connection)
{
    char expected[MOST_PAYLOAD];
    request(connection, expected);
    if (memcmp(expected, connection->answer, payload) == 0)
        return;
    fprintf(stderr, "a wrong answer\n");
    exit(1);
}

// Whether an answer is complete.
static int receive(struct connection *connection)
{
    ssize_t length = recv(connection->socket, connection->answer + connection->received, payload - connection->received, MSG_DONTWAIT);
    if (length < 0 && (errno == EAGAIN || errno == EINTR))
        return 0;
    if (length <= 0)
        fail("receive");
    connection->received += (size_t)length;
    return connection->received == payload;
}

static void open_connection(struct connection *connection, int port, int epoll)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons((uint16_t)port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
    int yes = 1;
    connection->socket = socket(AF_INET, SOCK_STREAM, 0);
    if (connection->socket < 0 || connect(connection->socket, (struct sockaddr *)&address, sizeof address) != 0)
        fail("connect");
    setsockopt(connection->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    struct epoll_event event = { .events = EPOLLIN, .data.ptr = connection };
    if (epoll_ctl(epoll, EPOLL_CTL_ADD, connection->socket, &event) != 0)
        fail("epoll_ctl");
}

// Takes the last answer first: an end with bytes unread is a reset for the server.
static void close_connection(struct connection *connection)
{
    while (connection->received < payload) {
        ssize_t length = recv(connection->socket, connection->answer, payload - connection->received, 0);
        if (length <= 0)
            fail("the last answer");
        connection->received += (size_t)length;
    }
    close(connection->socket);
}

int main(int argc, char **argv)
{
    if (argc != 7) {
        fprintf(stderr, "load PORT CONNECTIONS PAYLOAD WARMUP SECONDS PID\n");
        return 2;
    }
    int connections = atoi(argv[2]);
    payload = (size_t)atoi(argv[3]);
    if (connections < 1 || payload < 1 || payload > MOST_PAYLOAD)
        return 2;
    int epoll = epoll_create1(0);
    struct connection *all = calloc((size_t)connections, sizeof *all);
    for (int i = 0; i < connections; i++)
        open_connection(&all[i], atoi(argv[1]), epoll);
    for (int i = 0; i < connections; i++)
        send_next(&all[i]);

    int64_t begin = now() + (int64_t)(atof(argv[4]) * 1e9), end = 0, time;
    uint64_t requests = 0;
    double processor = 0;
    while ((time = now()) < end || end == 0) {
        if (end == 0 && time >= begin) {
            processor = processor_seconds(argv[6]);
            begin = now();
            end = begin + (int64_t)(atof(argv[5]) * 1e9);
        }
        struct epoll_event events[EVENTS];
        int ready = epoll_wait(epoll, events, EVENTS, 100);
        for (int i = 0; i < ready; i++) {
            struct connection *connection = events[i].data.ptr;
            if (!receive(connection))
                continue;
            check(connection);
            if (end != 0) {
                count(now() - connection->sent_at);
                requests++;
            }
            send_next(connection);
        }
    }
    double seconds = (double)(now() - begin) / 1e9;
    processor = processor_seconds(argv[6]) - processor;
    for (int i = 0; i < connections; i++)
        close_connection(&all[i]);
    printf("%llu %.6f %.3f %.1f %.1f\n", (unsigned long long)requests, seconds, processor, percentile(requests, 0.5), percentile(requests, 0.99));
    return 0;
}
