// calls SERVICE PATH INTERFACE COUNT IN_FLIGHT: calls Echo with 100 bytes, so many times, so many at once.
//
// Prints calls per second and, one at a time, ns of the median and of the slowest hundredth.
#include "bus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char text[101];
static char **words;

static DBusMessage *echo(void) {
    DBusMessage *call = dbus_message_new_method_call(words[1], words[2], words[3], "Echo");
    const char *argument = text;
    dbus_message_append_args(call, DBUS_TYPE_STRING, &argument, DBUS_TYPE_INVALID);
    return call;
}

static int ascending(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

static void one_at_a_time(DBusConnection *bus, long count) {
    int64_t *took = calloc((size_t)count, sizeof *took);
    for (long i = 0; i < count; i += 1) {
        int64_t start = now();
        dbus_message_unref(bus_ask(bus, echo()));
        took[i] = now() - start;
    }
    qsort(took, (size_t)count, sizeof *took, ascending);
    printf("p50 %lld\np99 %lld\n", (long long)took[count / 2], (long long)took[count * 99 / 100]);
    free(took);
}

static void many_at_once(DBusConnection *bus, long count, long in_flight) {
    long sent = 0, answered = 0;
    while (answered < count) {
        for (; sent < count && sent - answered < in_flight; sent += 1) {
            DBusMessage *call = echo();
            dbus_connection_send(bus, call, NULL);
            dbus_message_unref(call);
        }
        if (!dbus_connection_read_write(bus, 30000)) fail("the bus closed");
        DBusMessage *message;
        while ((message = dbus_connection_pop_message(bus))) {
            int type = dbus_message_get_type(message);
            if (type == DBUS_MESSAGE_TYPE_ERROR) fail("Echo: %s", dbus_message_get_error_name(message));
            answered += type == DBUS_MESSAGE_TYPE_METHOD_RETURN;
            dbus_message_unref(message);
        }
    }
}

int main(int count_of_words, char **given) {
    if (count_of_words < 6) fail("usage: calls SERVICE PATH INTERFACE COUNT IN_FLIGHT");
    alarm(120);
    words = given;
    memset(text, 'e', 100);
    long count = atol(words[4]), in_flight = atol(words[5]);
    DBusConnection *bus = bus_open();
    dbus_message_unref(bus_ask(bus, echo()));
    int64_t start = now();
    if (in_flight > 1) many_at_once(bus, count, in_flight);
    else one_at_a_time(bus, count);
    printf("rate %.0f\n", (double)count * 1e9 / (double)(now() - start));
    return 0;
}
