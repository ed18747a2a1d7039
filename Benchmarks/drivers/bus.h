// What the drivers need of D-Bus, over libdbus.
#pragma once
#include <dbus/dbus.h>
#include <stdint.h>

#define SERVICE "org.saluton.Saluton1"
#define ROOT "/org/saluton/Saluton1"
#define SERVICE_INTERFACE(name) "org.saluton." name

DBusConnection *bus_open(void);
void bus_match(DBusConnection *bus, const char *rule);
DBusMessage *bus_new_call(const char *path, const char *interface, const char *method);
DBusMessage *bus_ask(DBusConnection *bus, DBusMessage *call);      // answer, or ends the program; takes `call`
void put_string(DBusMessageIter *to, const char *text);
void put_unsigned(DBusMessageIter *to, dbus_uint32_t number);
void put_number(DBusMessageIter *to, uint64_t number);
void put_no_options(DBusMessageIter *to);                          // an empty a{sv}
void put_entry(DBusMessageIter *to, const char *key, int type, const void *value);  // one entry of an a{sv}
char *bus_text_property(DBusConnection *bus, const char *path, const char *interface, const char *name);
uint32_t bus_unsigned_property(DBusConnection *bus, const char *path, const char *interface, const char *name);

// Looks for a property in a PropertiesChanged signal: an iterator on its value, or false.
int changed_property(DBusMessage *signal, const char *interface, const char *name, DBusMessageIter *value);

// AddAccount; `enabled` connects it at once.  The path is the caller's to free.
char *add_account(DBusConnection *bus, const char *jid, const char *password, const char *port, const char *ca);
void await_online(DBusConnection *bus, const char *account);

int64_t now(void);
_Noreturn void fail(const char *format, ...);
