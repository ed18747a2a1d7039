// consume SOCKET AFTER COUNT: a named consumer of the event log at the daemon's socket, behind a number.
//
// Reads pages of 500 and acknowledges each, until it has had COUNT events; then prints how many it had and the ns it
// took.  AFTER may be negative: so many from the log's end.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

static FILE *door;
static char *line;
static size_t room;

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static _Noreturn void fail(const char *text) {
    fprintf(stderr, "%s\n", text);
    exit(1);
}

// Sends a call and waits for the line with its answer.
static void ask(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vfprintf(door, format, values);
    va_end(values);
    if (fflush(door) != 0 || getline(&line, &room, door) < 0) fail("the socket closed");
    if (strstr(line, "\"error\"")) fail(line);
}

#define CALL "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"org.saluton.Events1."

// The rows of `"result":[[[number,…],…],newest,lost]`; the numbers of the last one and of the newest event.
static long rows(long long *last, long long *newest) {
    const char *at = strstr(line, "\"result\":");
    long count = 0, depth = 0;
    int is_text = 0;
    if (!at) fail(line);
    for (at += strlen("\"result\":"); *at; at += 1) {
        if (is_text) {
            if (*at == '\\') at += 1;
            else if (*at == '"') is_text = 0;
        } else if (*at == '"') {
            is_text = 1;
        } else if (*at == '[') {
            depth += 1;
            if (depth == 3) {
                count += 1;
                *last = atoll(at + 1);
            }
        } else if (*at == ']') {
            depth -= 1;
            if (depth == 1) {
                *newest = atoll(at + 2);
                return count;
            }
        }
    }
    fail(line);
}

int main(int count_of_words, char **words) {
    if (count_of_words < 4) fail("usage: consume SOCKET AFTER COUNT");
    alarm(120);
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    int descriptor = socket(AF_UNIX, SOCK_STREAM, 0);
    strncpy(address.sun_path, words[1], sizeof address.sun_path - 1);
    if (connect(descriptor, (struct sockaddr *)&address, sizeof address) != 0) fail("nobody listens at the socket");
    door = fdopen(descriptor, "r+");
    setvbuf(door, NULL, _IOFBF, 1 << 20);
    long long after = atoll(words[2]), last = 0, newest = 0;
    long count = atol(words[3]), had = 0;
    ask(CALL "OpenConsumer\",\"params\":{\"args\":[\"bench\",{}]}}\n");
    ask(CALL "ReadConsumer\",\"params\":{\"args\":[\"bench\",1]}}\n");
    rows(&last, &newest);
    if (after < 0) after += newest;
    ask(CALL "OpenConsumer\",\"params\":{\"args\":[\"bench\",{\"after\":{\"type\":\"t\",\"data\":%lld},\"reset\":true}]}}\n", after);
    long long start = now();
    while (had < count) {
        ask(CALL "ReadConsumer\",\"params\":{\"args\":[\"bench\",500]}}\n");
        long came = rows(&last, &newest);
        if (came == 0) fail("the log ended too early");
        had += came;
        ask(CALL "Acknowledge\",\"params\":{\"args\":[\"bench\",%lld]}}\n", last);
    }
    printf("events %ld\ntook %lld\n", had, now() - start);
    return 0;
}
