// What Swift cannot call itself: functions of the C library that are variadic, or beyond POSIX.
#ifndef SALUTON_LIBC_SHIM_H
#define SALUTON_LIBC_SHIM_H

#include <fcntl.h>
#include <linux/netlink.h>
#include <linux/rtnetlink.h>
#include <net/if.h>
#include <spawn.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

// Declared only for who asks for all of GNU, which a module cannot.
extern int pipe2(int ends[2], int flags);
extern void *memmem(const void *text, size_t length, const void *part, size_t size);
extern int memfd_create(const char *name, unsigned flags);
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

/// A pipe whose ends no other program inherits, whatever is started at the same moment (pipe(2)).
static inline int saluton_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

/// A file without a name, in memory, which no other program inherits (memfd_create(2)).
static inline int saluton_memory_file(void) { return memfd_create("input", 1U /* MFD_CLOEXEC */); }

/// A descriptor that can be read from once this child has ended (pidfd_open(2)); -1: there is none.
static inline int saluton_process_handle(int process) { return (int)syscall(SYS_pidfd_open, process, 0); }

/// Has a program begin in this folder (posix_spawn_file_actions_addchdir_np(3)).
static inline int saluton_spawn_in(posix_spawn_file_actions_t *actions, const char *folder) {
    return posix_spawn_file_actions_addchdir_np(actions, folder);
}

/// Has a program begin with standard input, output and error only (posix_spawn_file_actions_addclosefrom_np(3)).
static inline int saluton_spawn_bare(posix_spawn_file_actions_t *actions) {
    return posix_spawn_file_actions_addclosefrom_np(actions, 3);
}

/// Whether bytes stand in others (memmem(3)).
static inline int saluton_holds(const void *text, long length, const void *part, long size) {
    return memmem(text, (size_t)length, part, (size_t)size) != 0;
}

/// Nobody of this user may trace the process or read its memory, and nothing of it is dumped (prctl(2)).
static inline int saluton_undumpable(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0); }

/// No program that is started from here can gain rights (prctl(2)).
static inline int saluton_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }

/// The protocol of news about addresses and links (rtnetlink(7)).
static inline int saluton_netlink_route(void) { return NETLINK_ROUTE; }

/// Asks for news of addresses; 0 when it was granted.
static inline int saluton_bind_address_news(int socket) {
    struct sockaddr_nl address;
    memset(&address, 0, sizeof address);
    address.nl_family = AF_NETLINK;
    address.nl_groups = RTMGRP_IPV4_IFADDR | RTMGRP_IPV6_IFADDR;
    return bind(socket, (struct sockaddr *)&address, sizeof address);
}

/// Whether a datagram of the kernel tells of a new address that reaches beyond this machine.
static inline int saluton_has_new_address(const void *bytes, int count) {
    const struct nlmsghdr *header = (const struct nlmsghdr *)bytes;
    int found = 0;
    for (; NLMSG_OK(header, (unsigned)count); header = NLMSG_NEXT(header, count)) {
        if (header->nlmsg_type != RTM_NEWADDR || header->nlmsg_len < NLMSG_LENGTH(sizeof(struct ifaddrmsg))) continue;
        if (((const struct ifaddrmsg *)NLMSG_DATA(header))->ifa_scope < RT_SCOPE_LINK) found = 1;
    }
    return found;
}

#endif
