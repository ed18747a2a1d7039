// accounts DOMAIN PASSWORD PORT CA USER…: adds the accounts, waits until each is online, and prints their paths.
#include "bus.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int main(int count_of_words, char **words) {
    if (count_of_words < 6) fail("usage: accounts DOMAIN PASSWORD PORT CA USER…");
    alarm(60);
    DBusConnection *bus = bus_open();
    for (int i = 5; i < count_of_words; i += 1) {
        char jid[256];
        snprintf(jid, sizeof jid, "%s@%s", words[i], words[1]);
        char *path = add_account(bus, jid, words[2], words[3], words[4]);
        await_online(bus, path);
        puts(path);
        free(path);
    }
    return 0;
}
