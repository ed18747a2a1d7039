// contacts JID PASSWORD PORT CA COUNT: adds an account, and tells ns until its whole roster has been read on the bus.
#include "bus.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char roster_interface[] = SERVICE_INTERFACE("Roster1");

static long read_all(DBusConnection *bus, const char *account) {
    char *cursor = strdup("");
    long count = 0;
    do {
        DBusMessage *call = bus_new_call(account, roster_interface, "List");
        DBusMessageIter arguments, contacts;
        dbus_message_iter_init_append(call, &arguments);
        put_string(&arguments, cursor);
        put_unsigned(&arguments, 500);
        put_no_options(&arguments);
        DBusMessage *answer = bus_ask(bus, call);
        dbus_message_iter_init(answer, &arguments);
        dbus_message_iter_recurse(&arguments, &contacts);
        for (; dbus_message_iter_get_arg_type(&contacts) == DBUS_TYPE_ARRAY; dbus_message_iter_next(&contacts))
            count += 1;
        dbus_message_iter_next(&arguments);
        const char *next;
        dbus_message_iter_get_basic(&arguments, &next);
        free(cursor);
        cursor = strdup(next);
        dbus_message_unref(answer);
    } while (*cursor);
    free(cursor);
    return count;
}

static void await_size(DBusConnection *bus, const char *account, uint32_t expected) {
    uint32_t size = bus_unsigned_property(bus, account, roster_interface, "Size");
    while (size != expected) {
        DBusMessage *message;
        while (!(message = dbus_connection_pop_message(bus)))
            if (!dbus_connection_read_write(bus, -1)) fail("the bus closed");
        DBusMessageIter value;
        if (changed_property(message, roster_interface, "Size", &value)) dbus_message_iter_get_basic(&value, &size);
        dbus_message_unref(message);
    }
}

int main(int count_of_words, char **words) {
    if (count_of_words < 6) fail("usage: contacts JID PASSWORD PORT CA COUNT");
    alarm(60);
    uint32_t expected = (uint32_t)atol(words[5]);
    DBusConnection *bus = bus_open();
    bus_match(bus, "type='signal',interface='org.freedesktop.DBus.Properties',arg0='org.saluton.Roster1'");
    int64_t start = now();
    char *account = add_account(bus, words[1], words[2], words[3], words[4]);
    int64_t added = now();
    await_size(bus, account, expected);
    int64_t known = now();
    long count = read_all(bus, account);
    int64_t read = now();
    if (count != (long)expected) fail("%ld contacts instead of %u", count, expected);
    printf("added %lld\nknown %lld\ntook %lld\n", (long long)(added - start), (long long)(known - start),
           (long long)(read - start));
    return 0;
}
