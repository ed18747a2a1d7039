// drain PORT DOMAIN USER PASSWORD COUNT plain|managed [FILE]: receives COUNT messages and looks at nothing in them.
//
// Says `ready` when online.  At the end: ns of the last message (CLOCK_MONOTONIC) and the CPU it took.  `managed`
// enables Stream Management and answers each request, as a client must that wants to lose nothing.  FILE gets the time
// of each message, one a line.
#include "link.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char mark[] = "</message>";
enum { overlap = sizeof mark - 2 };

static int64_t *times;
static long received;

// Counts the ends of messages in what has come, and keeps only what could begin another.
static void count(Link *link, long expected) {
    int64_t time = now();
    const char *rest = link->buffer, *end = link->buffer + link->filled;
    const char *found;
    while ((found = memmem(rest, (size_t)(end - rest), mark, sizeof mark - 1))) {
        if (received < expected) times[received] = time;
        received += 1;
        rest = found + sizeof mark - 1;
    }
    size_t kept = (size_t)(end - rest) < overlap ? (size_t)(end - rest) : overlap;
    memmove(link->buffer, end - kept, kept);
    link->filled = kept;
}

int main(int count_of_words, char **words) {
    if (count_of_words < 7) fail("usage: drain PORT DOMAIN USER PASSWORD COUNT plain|managed [FILE]");
    limit_time(120);
    long expected = atol(words[5]);
    int managed = strcmp(words[6], "managed") == 0;
    times = calloc((size_t)expected, sizeof *times);
    static Link link;
    int64_t start = now();
    link_open(&link, words[1], words[2], words[3], words[4]);
    int64_t bound = now();
    link_available(&link);
    int64_t online = now();
    if (managed) {
        link_text(&link, "<enable xmlns='urn:xmpp:sm:3' resume='true'/>");
        link_await(&link, "<enabled");
    }
    printf("ready\nbound %lld\nonline %lld\n", (long long)(bound - start), (long long)(online - start));
    fflush(stdout);
    int64_t before = processor_time();
    while (received < expected) {
        size_t fresh = link.filled;
        link_read(&link);
        size_t from = fresh > 2 ? fresh - 2 : 0;
        int asked = managed && memmem(link.buffer + from, link.filled - from, "<r ", 3) != NULL;
        count(&link, expected);
        if (asked) link_text(&link, "<a xmlns='urn:xmpp:sm:3' h='%ld'/>", received);
    }
    printf("first %lld\nlast %lld\ncpu %lld\n", (long long)times[0], (long long)times[expected - 1],
           (long long)(processor_time() - before));
    if (count_of_words > 7) {
        FILE *file = fopen(words[7], "w");
        for (long i = 0; file && i < expected; i += 1) fprintf(file, "%lld\n", (long long)times[i]);
        if (file) fclose(file);
    }
    link_close(&link);
    return 0;
}
