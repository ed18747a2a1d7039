#include "bus.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

_Noreturn void fail(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputc('\n', stderr);
    exit(1);
}

DBusConnection *bus_open(void) {
    DBusError error = DBUS_ERROR_INIT;
    DBusConnection *bus = dbus_bus_get_private(DBUS_BUS_SESSION, &error);
    if (!bus) fail("no bus: %s", error.message);
    return bus;
}

void bus_match(DBusConnection *bus, const char *rule) {
    DBusError error = DBUS_ERROR_INIT;
    dbus_bus_add_match(bus, rule, &error);
    if (dbus_error_is_set(&error)) fail("%s: %s", rule, error.message);
}

DBusMessage *bus_new_call(const char *path, const char *interface, const char *method) {
    return dbus_message_new_method_call(SERVICE, path, interface, method);
}

DBusMessage *bus_ask(DBusConnection *bus, DBusMessage *call) {
    DBusError error = DBUS_ERROR_INIT;
    DBusMessage *answer = dbus_connection_send_with_reply_and_block(bus, call, 30000, &error);
    if (!answer) fail("%s: %s: %s", dbus_message_get_member(call), error.name, error.message);
    dbus_message_unref(call);
    return answer;
}

void put_string(DBusMessageIter *to, const char *text) { dbus_message_iter_append_basic(to, DBUS_TYPE_STRING, &text); }
void put_unsigned(DBusMessageIter *to, dbus_uint32_t number) {
    dbus_message_iter_append_basic(to, DBUS_TYPE_UINT32, &number);
}
void put_number(DBusMessageIter *to, uint64_t number) { dbus_message_iter_append_basic(to, DBUS_TYPE_UINT64, &number); }

void put_no_options(DBusMessageIter *to) {
    DBusMessageIter options;
    dbus_message_iter_open_container(to, DBUS_TYPE_ARRAY, "{sv}", &options);
    dbus_message_iter_close_container(to, &options);
}

void put_entry(DBusMessageIter *to, const char *key, int type, const void *value) {
    DBusMessageIter entry, variant;
    char signature[2] = {(char)type, 0};
    dbus_message_iter_open_container(to, DBUS_TYPE_DICT_ENTRY, NULL, &entry);
    put_string(&entry, key);
    dbus_message_iter_open_container(&entry, DBUS_TYPE_VARIANT, signature, &variant);
    dbus_message_iter_append_basic(&variant, type, value);
    dbus_message_iter_close_container(&entry, &variant);
    dbus_message_iter_close_container(to, &entry);
}

static DBusMessage *property(
    DBusConnection *bus, const char *path, const char *interface, const char *name, DBusMessageIter *value) {
    DBusMessage *call = bus_new_call(path, DBUS_INTERFACE_PROPERTIES, "Get");
    dbus_message_append_args(call, DBUS_TYPE_STRING, &interface, DBUS_TYPE_STRING, &name, DBUS_TYPE_INVALID);
    DBusMessage *answer = bus_ask(bus, call);
    DBusMessageIter variant;
    dbus_message_iter_init(answer, &variant);
    dbus_message_iter_recurse(&variant, value);
    return answer;
}

char *bus_text_property(DBusConnection *bus, const char *path, const char *interface, const char *name) {
    DBusMessageIter value;
    const char *text;
    DBusMessage *answer = property(bus, path, interface, name, &value);
    dbus_message_iter_get_basic(&value, &text);
    char *copy = strdup(text);
    dbus_message_unref(answer);
    return copy;
}

uint32_t bus_unsigned_property(DBusConnection *bus, const char *path, const char *interface, const char *name) {
    DBusMessageIter value;
    dbus_uint32_t number;
    DBusMessage *answer = property(bus, path, interface, name, &value);
    dbus_message_iter_get_basic(&value, &number);
    dbus_message_unref(answer);
    return number;
}

int changed_property(DBusMessage *signal, const char *interface, const char *name, DBusMessageIter *value) {
    if (!dbus_message_is_signal(signal, DBUS_INTERFACE_PROPERTIES, "PropertiesChanged")) return 0;
    DBusMessageIter arguments, entries, entry;
    const char *text;
    dbus_message_iter_init(signal, &arguments);
    dbus_message_iter_get_basic(&arguments, &text);
    if (strcmp(text, interface) != 0) return 0;
    dbus_message_iter_next(&arguments);
    dbus_message_iter_recurse(&arguments, &entries);
    for (; dbus_message_iter_get_arg_type(&entries) == DBUS_TYPE_DICT_ENTRY; dbus_message_iter_next(&entries)) {
        dbus_message_iter_recurse(&entries, &entry);
        dbus_message_iter_get_basic(&entry, &text);
        if (strcmp(text, name) != 0) continue;
        dbus_message_iter_next(&entry);
        dbus_message_iter_recurse(&entry, value);
        return 1;
    }
    return 0;
}

char *add_account(DBusConnection *bus, const char *jid, const char *password, const char *port, const char *ca) {
    const char *host = "127.0.0.1", *tls = "direct", *path;
    dbus_uint16_t number = (dbus_uint16_t)atoi(port);
    DBusMessage *call = bus_new_call(ROOT, SERVICE_INTERFACE("Manager1"), "AddAccount");
    DBusMessageIter arguments, settings;
    dbus_message_iter_init_append(call, &arguments);
    put_string(&arguments, jid);
    dbus_message_iter_open_container(&arguments, DBUS_TYPE_ARRAY, "{sv}", &settings);
    put_entry(&settings, "host", DBUS_TYPE_STRING, &host);
    put_entry(&settings, "port", DBUS_TYPE_UINT16, &number);
    put_entry(&settings, "tls", DBUS_TYPE_STRING, &tls);
    put_entry(&settings, "authority-file", DBUS_TYPE_STRING, &ca);
    put_entry(&settings, "password", DBUS_TYPE_STRING, &password);
    dbus_message_iter_close_container(&arguments, &settings);
    put_no_options(&arguments);
    DBusMessage *answer = bus_ask(bus, call);
    if (!dbus_message_get_args(answer, NULL, DBUS_TYPE_OBJECT_PATH, &path, DBUS_TYPE_INVALID))
        fail("AddAccount did not return a path");
    char *copy = strdup(path);
    dbus_message_unref(answer);
    return copy;
}

void await_online(DBusConnection *bus, const char *account) {
    bus_match(bus, "type='signal',interface='org.freedesktop.DBus.Properties',arg0='org.saluton.Account1'");
    char *state = bus_text_property(bus, account, SERVICE_INTERFACE("Account1"), "State");
    while (strcmp(state, "online") != 0) {
        if (strcmp(state, "failed") == 0) fail("%s: login failed", account);
        free(state);
        DBusMessage *message;
        while (!(message = dbus_connection_pop_message(bus)))
            if (!dbus_connection_read_write(bus, 30000)) fail("the bus closed");
        dbus_message_unref(message);
        state = bus_text_property(bus, account, SERVICE_INTERFACE("Account1"), "State");
    }
    free(state);
}
