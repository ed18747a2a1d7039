// start PROGRAM LOG [online]: starts the daemon, and tells ns until its name is claimed, until its account is online,
// and, after SIGTERM, until it has ended.
#include "bus.h"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;
static pid_t child;

static void end_child(void) {
    if (child > 0) kill(child, SIGKILL);
}

static void give_up(int unused) {
    (void)unused;
    end_child();
    _exit(1);
}

static int owned(DBusMessage *message) {
    const char *name, *before, *after;
    return dbus_message_is_signal(message, DBUS_INTERFACE_DBUS, "NameOwnerChanged")
        && dbus_message_get_args(message, NULL, DBUS_TYPE_STRING, &name, DBUS_TYPE_STRING, &before, DBUS_TYPE_STRING,
                                 &after, DBUS_TYPE_INVALID)
        && strcmp(name, SERVICE) == 0 && *after;
}

static int is_online(DBusMessage *message) {
    DBusMessageIter value;
    const char *state = "";
    if (!changed_property(message, SERVICE_INTERFACE("Account1"), "State", &value)) return 0;
    dbus_message_iter_get_basic(&value, &state);
    return strcmp(state, "online") == 0;
}

static int is_already_online(DBusConnection *bus) {
    DBusMessage *call = bus_new_call(ROOT, SERVICE_INTERFACE("Manager1"), "FindAccount");
    const char *any = "", *path;
    dbus_message_append_args(call, DBUS_TYPE_STRING, &any, DBUS_TYPE_INVALID);
    DBusMessage *answer = bus_ask(bus, call);
    if (!dbus_message_get_args(answer, NULL, DBUS_TYPE_OBJECT_PATH, &path, DBUS_TYPE_INVALID)) fail("no account");
    char *state = bus_text_property(bus, path, SERVICE_INTERFACE("Account1"), "State");
    int online = strcmp(state, "online") == 0;
    free(state);
    dbus_message_unref(answer);
    return online;
}

int main(int count_of_words, char **words) {
    if (count_of_words < 3) fail("usage: start PROGRAM LOG [online]");
    signal(SIGALRM, give_up);
    signal(SIGTERM, give_up);
    atexit(end_child);
    alarm(30);
    int wants_online = count_of_words > 3;
    DBusConnection *bus = bus_open();
    bus_match(bus, "type='signal',member='NameOwnerChanged',arg0='" SERVICE "'");
    bus_match(bus, "type='signal',interface='org.freedesktop.DBus.Properties',arg0='org.saluton.Account1'");
    posix_spawn_file_actions_t files;
    posix_spawn_file_actions_init(&files);
    posix_spawn_file_actions_addopen(&files, 1, words[2], O_WRONLY | O_CREAT | O_APPEND, 0600);
    posix_spawn_file_actions_adddup2(&files, 1, 2);
    char *arguments[] = {words[1], NULL};
    int64_t start = now(), claimed = 0, online = 0;
    if (posix_spawn(&child, words[1], &files, NULL, arguments, environ) != 0) fail("cannot start %s", words[1]);
    while (!claimed || (wants_online && !online)) {
        DBusMessage *message;
        while ((message = dbus_connection_pop_message(bus))) {
            if (!claimed && owned(message)) {
                claimed = now();
                if (wants_online && is_already_online(bus)) online = now();
            } else if (!online && is_online(message)) {
                online = now();
            }
            dbus_message_unref(message);
        }
        if ((!claimed || (wants_online && !online)) && !dbus_connection_read_write(bus, -1)) fail("the bus closed");
    }
    int64_t stopping = now();
    kill(child, SIGTERM);
    waitpid(child, NULL, 0);
    child = 0;
    int64_t stopped = now();
    printf("claimed %lld\nonline %lld\nstopped %lld\n", (long long)(claimed - start),
           (long long)(online ? online - start : 0), (long long)(stopped - stopping));
    return 0;
}
