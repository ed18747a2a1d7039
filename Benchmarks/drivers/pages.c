// pages PATH COUNT: the last 20 entries of a conversation, so many times, one call after the other.
//
// Prints how many entries came, and ns of the median and of the slowest hundredth.
#include "bus.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static int ascending(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static long page(DBusConnection *bus, const char *path) {
    DBusMessage *call = bus_new_call(path, SERVICE_INTERFACE("Conversation1"), "History");
    DBusMessageIter arguments, entries;
    dbus_message_iter_init_append(call, &arguments);
    put_unsigned(&arguments, 20);
    put_no_options(&arguments);
    DBusMessage *answer = bus_ask(bus, call);
    long count = 0;
    dbus_message_iter_init(answer, &arguments);
    dbus_message_iter_recurse(&arguments, &entries);
    for (; dbus_message_iter_get_arg_type(&entries) == DBUS_TYPE_ARRAY; dbus_message_iter_next(&entries)) count += 1;
    dbus_message_unref(answer);
    return count;
}

int main(int count_of_words, char **words) {
    if (count_of_words < 3) fail("usage: pages PATH COUNT");
    alarm(120);
    long count = atol(words[2]), entries = 0;
    int64_t *took = calloc((size_t)count, sizeof *took);
    DBusConnection *bus = bus_open();
    for (long i = -10; i < count; i += 1) {
        int64_t start = now();
        entries = page(bus, words[1]);
        if (i >= 0) took[i] = now() - start;
    }
    qsort(took, (size_t)count, sizeof *took, ascending);
    printf("entries %ld\np50 %lld\np99 %lld\n", entries, (long long)took[count / 2], (long long)took[count * 99 / 100]);
    free(took);
    return 0;
}
