// share PATH COUNT: one frontend pins and unpins a conversation, so many times; two others follow the events.
//
// Prints ns of the median and of the slowest hundredth, from the call until both others have the event.
#include "bus.h"

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define OTHERS 2

static int ascending(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static void subscribe(DBusConnection *bus) {
    DBusMessage *call = bus_new_call(ROOT, SERVICE_INTERFACE("Events1"), "Subscribe");
    DBusMessageIter arguments;
    dbus_message_iter_init_append(call, &arguments);
    put_no_options(&arguments);
    dbus_message_unref(bus_ask(bus, call));
}

static void set_pinned(DBusConnection *bus, const char *path, dbus_bool_t pinned) {
    DBusMessage *call = bus_new_call(path, SERVICE_INTERFACE("Conversation1"), "Set");
    DBusMessageIter arguments, settings;
    dbus_message_iter_init_append(call, &arguments);
    dbus_message_iter_open_container(&arguments, DBUS_TYPE_ARRAY, "{sv}", &settings);
    put_entry(&settings, "pinned", DBUS_TYPE_BOOLEAN, &pinned);
    dbus_message_iter_close_container(&arguments, &settings);
    dbus_connection_send(bus, call, NULL);
    dbus_connection_flush(bus);
    dbus_message_unref(call);
}

// Whether the event has come; an answer that is an error ends the program.
static int has_come(DBusConnection *bus) {
    DBusMessage *message;
    int found = 0;
    dbus_connection_read_write(bus, 0);
    while ((message = dbus_connection_pop_message(bus))) {
        if (dbus_message_get_type(message) == DBUS_MESSAGE_TYPE_ERROR) fail("%s", dbus_message_get_error_name(message));
        found |= dbus_message_is_signal(message, SERVICE_INTERFACE("Events1"), "Recorded");
        dbus_message_unref(message);
    }
    return found;
}

static int64_t once(DBusConnection *one, DBusConnection **others, const char *path, dbus_bool_t pinned) {
    struct pollfd places[OTHERS + 1];
    int missing[OTHERS], left = OTHERS;
    for (int i = 0; i < OTHERS; i += 1) {
        missing[i] = 1;
        places[i].events = POLLIN;
        dbus_connection_get_unix_fd(others[i], &places[i].fd);
    }
    places[OTHERS].events = POLLIN;
    dbus_connection_get_unix_fd(one, &places[OTHERS].fd);
    int64_t start = now();
    set_pinned(one, path, pinned);
    while (left > 0) {
        if (poll(places, OTHERS + 1, 10000) <= 0) fail("nothing came within 10 s");
        if (places[OTHERS].revents) has_come(one);
        for (int i = 0; i < OTHERS; i += 1) {
            if (!places[i].revents || !has_come(others[i]) || !missing[i]) continue;
            missing[i] = 0;
            left -= 1;
        }
    }
    return now() - start;
}

int main(int count_of_words, char **words) {
    if (count_of_words < 3) fail("usage: share PATH COUNT");
    alarm(120);
    long count = atol(words[2]);
    int64_t *took = calloc((size_t)count, sizeof *took);
    DBusConnection *one = bus_open(), *others[OTHERS];
    for (int i = 0; i < OTHERS; i += 1) {
        others[i] = bus_open();
        subscribe(others[i]);
    }
    for (long i = -10; i < count; i += 1) {
        int64_t time = once(one, others, words[1], i % 2 == 0);
        if (i >= 0) took[i] = time;
        usleep(5000);
        has_come(one);
    }
    qsort(took, (size_t)count, sizeof *took, ascending);
    printf("p50 %lld\np99 %lld\n", (long long)took[count / 2], (long long)took[count * 99 / 100]);
    free(took);
    return 0;
}
