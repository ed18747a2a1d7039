// watch COUNT [FILE]: subscribes to the daemon's events and waits for COUNT of the kind `message`.
//
// Says `ready` when subscribed.  Where a signal carries only a range, the events are read, and a message counts as
// announced when they have come.  At the end: ns of the first and of the last (CLOCK_MONOTONIC), how many signals it
// took and how many of them had to be read.  FILE gets the time of each message.
#include "bus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char events_interface[] = SERVICE_INTERFACE("Events1");
static long expected, seen, signals, reads;
static int64_t *times;

static void count(DBusMessageIter *events, uint64_t upto) {
    int64_t time = now();
    for (; dbus_message_iter_get_arg_type(events) == DBUS_TYPE_STRUCT; dbus_message_iter_next(events)) {
        DBusMessageIter fields;
        dbus_uint64_t number;
        const char *kind;
        dbus_message_iter_recurse(events, &fields);
        dbus_message_iter_get_basic(&fields, &number);
        dbus_message_iter_next(&fields);
        dbus_message_iter_next(&fields);
        dbus_message_iter_get_basic(&fields, &kind);
        if (number > upto || strcmp(kind, "message") != 0) continue;
        if (seen < expected) times[seen] = time;
        seen += 1;
    }
}

static uint64_t last_number(DBusMessageIter events, uint64_t otherwise) {
    for (; dbus_message_iter_get_arg_type(&events) == DBUS_TYPE_STRUCT; dbus_message_iter_next(&events)) {
        DBusMessageIter fields;
        dbus_message_iter_recurse(&events, &fields);
        dbus_message_iter_get_basic(&fields, &otherwise);
    }
    return otherwise;
}

static void read_range(DBusConnection *bus, uint64_t first, uint64_t last) {
    uint64_t known = first - 1;
    while (known < last) {
        DBusMessage *call = bus_new_call(ROOT, events_interface, "Read");
        DBusMessageIter arguments, events;
        dbus_message_iter_init_append(call, &arguments);
        put_number(&arguments, known);
        put_unsigned(&arguments, 500);
        put_no_options(&arguments);
        DBusMessage *answer = bus_ask(bus, call);
        dbus_message_iter_init(answer, &arguments);
        dbus_message_iter_recurse(&arguments, &events);
        uint64_t reached = last_number(events, known);
        if (reached == known) fail("Read returned nothing after %llu", (unsigned long long)known);
        count(&events, last);
        known = reached;
        reads += 1;
        dbus_message_unref(answer);
    }
}

static void take(DBusConnection *bus, DBusMessage *signal) {
    DBusMessageIter arguments, events;
    dbus_uint64_t first, last;
    dbus_message_iter_init(signal, &arguments);
    dbus_message_iter_get_basic(&arguments, &first);
    dbus_message_iter_next(&arguments);
    dbus_message_iter_get_basic(&arguments, &last);
    dbus_message_iter_next(&arguments);
    dbus_message_iter_recurse(&arguments, &events);
    signals += 1;
    if (dbus_message_iter_get_arg_type(&events) == DBUS_TYPE_STRUCT) count(&events, last);
    else read_range(bus, first, last);
}

static void subscribe(DBusConnection *bus) {
    DBusMessage *call = bus_new_call(ROOT, events_interface, "Subscribe");
    DBusMessageIter arguments;
    dbus_message_iter_init_append(call, &arguments);
    put_no_options(&arguments);
    dbus_message_unref(bus_ask(bus, call));
}

int main(int count_of_words, char **words) {
    if (count_of_words < 2) fail("usage: watch COUNT [FILE]");
    alarm(120);
    expected = atol(words[1]);
    times = calloc((size_t)expected, sizeof *times);
    DBusConnection *bus = bus_open();
    subscribe(bus);
    puts("ready");
    fflush(stdout);
    while (seen < expected) {
        DBusMessage *message;
        while ((message = dbus_connection_pop_message(bus))) {
            if (dbus_message_is_signal(message, events_interface, "Recorded")) take(bus, message);
            dbus_message_unref(message);
        }
        if (seen < expected && !dbus_connection_read_write(bus, -1)) fail("the bus closed");
    }
    printf("first %lld\nlast %lld\nsignals %ld\nreads %ld\n", (long long)times[0], (long long)times[expected - 1],
           signals, reads);
    if (count_of_words > 2) {
        FILE *file = fopen(words[2], "w");
        for (long i = 0; file && i < expected; i += 1) fprintf(file, "%lld\n", (long long)times[i]);
        if (file) fclose(file);
    }
    return 0;
}
