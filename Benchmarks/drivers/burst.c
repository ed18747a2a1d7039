// burst PORT DOMAIN USER PASSWORD TARGET COUNT RATE [FILE]: sends COUNT messages of about 450 bytes.
//
// Says `ready` when online, waits for `go`, then sends RATE a second, or with RATE 0 as fast as the server takes them.
// At the end: ns of the first and of the last write (CLOCK_MONOTONIC); FILE gets the time of each.  Stays online until
// standard input ends.
#include "../reference/link.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static const char text[] = "The quick brown fox jumps over the lazy dog, and ĉiuj ŝatas ĵaŭdon.";

static size_t compose(char *place, size_t room, const char *target, int process, long number) {
    return (size_t)snprintf(
        place, room,
        "<message to='%s' type='chat' id='b%06x-%06ld'><body>%s %ld</body>"
        "<origin-id xmlns='urn:xmpp:sid:0' id='b%06x-%06ld'/><active xmlns='http://jabber.org/protocol/chatstates'/>"
        "<request xmlns='urn:xmpp:receipts'/><markable xmlns='urn:xmpp:chat-markers:0'/>"
        "<thread>a3c4f1e0-5a52-4a70-8d1c-2f1f7a0d9b11</thread></message>",
        target, process, number, text, number, process, number);
}

static void send_paced(Link *link, const char *target, int process, long count, long rate, int64_t *times) {
    char message[1024];
    int64_t start = now();
    for (long i = 0; i < count; i += 1) {
        int64_t due = start + i * (1000000000LL / rate);
        struct timespec time = {due / 1000000000LL, due % 1000000000LL};
        clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, NULL);
        size_t length = compose(message, sizeof message, target, process, i);
        times[i] = now();
        link_write(link, message, length);
    }
}

static void send_burst(Link *link, const char *target, int process, long count, int64_t *times) {
    char *all = malloc((size_t)count * 1024), *end = all;
    for (long i = 0; i < count; i += 1) end += compose(end, 1024, target, process, i);
    times[0] = now();
    link_write(link, all, (size_t)(end - all));
    times[count - 1] = now();
    free(all);
}

int main(int count_of_words, char **words) {
    if (count_of_words < 8) fail("usage: burst PORT DOMAIN USER PASSWORD TARGET COUNT RATE [FILE]");
    limit_time(120);
    long count = atol(words[6]), rate = atol(words[7]);
    static Link link;
    link_open(&link, words[1], words[2], words[3], words[4]);
    link_available(&link);
    int64_t *times = calloc((size_t)count, sizeof *times);
    int process = (int)(now() & 0xffffff);
    puts("ready");
    fflush(stdout);
    await_word("go");
    if (rate > 0) send_paced(&link, words[5], process, count, rate, times);
    else send_burst(&link, words[5], process, count, times);
    printf("first %lld\nlast %lld\n", (long long)times[0], (long long)times[count - 1]);
    fflush(stdout);
    if (count_of_words > 8) {
        FILE *file = fopen(words[8], "w");
        for (long i = 0; file && i < count; i += 1) fprintf(file, "%lld\n", (long long)times[i]);
        if (file) fclose(file);
    }
    puts("sent");
    fflush(stdout);
    while (getchar() != EOF) {}
    link_close(&link);
    return 0;
}
