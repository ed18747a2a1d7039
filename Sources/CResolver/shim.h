#ifndef SALUTON_RESOLVER_SHIM_H
#define SALUTON_RESOLVER_SHIM_H

#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdlib.h>
#include <string.h>

/* One SRV record (RFC 2782); an empty target is the root: the service is not offered. */
typedef struct {
    uint16_t priority;
    uint16_t weight;
    uint16_t port;
    char target[NS_MAXDNAME];
} saluton_srv;

enum { SALUTON_DNS_ABSENT = -1, SALUTON_DNS_UNREACHABLE = -2, SALUTON_DNS_MALFORMED = -3 };

/* Asks the system's name servers, or the one given as IPv4 literal and port, and blocks until they answered.
   Returns the length of the answer, which is bounded by `capacity`, or one of the codes above. */
static inline int saluton_dns_ask(const char *name, int type, const char *server, uint16_t port, unsigned char *answer,
                                  int capacity) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0) return SALUTON_DNS_UNREACHABLE;
    state.retrans = 3;
    state.retry = 2;
    if (server != NULL) {
        state.nscount = 1;
        state.nsaddr_list[0].sin_family = AF_INET;
        state.nsaddr_list[0].sin_port = htons(port);
        if (inet_pton(AF_INET, server, &state.nsaddr_list[0].sin_addr) != 1) {
            res_nclose(&state);
            return SALUTON_DNS_UNREACHABLE;
        }
    }
    int length = res_nquery(&state, name, ns_c_in, type, answer, capacity);
    int reason = state.res_h_errno;
    res_nclose(&state);
    if (length >= 0) return length < capacity ? length : capacity;
    return reason == HOST_NOT_FOUND || reason == NO_DATA ? SALUTON_DNS_ABSENT : SALUTON_DNS_UNREACHABLE;
}

/* The SRV records of a name, at most `capacity` of them. */
static inline int saluton_dns_srv(const char *name, const char *server, uint16_t port, saluton_srv *records,
                                  int capacity) {
    unsigned char *answer = malloc(NS_MAXMSG);
    if (answer == NULL) return SALUTON_DNS_UNREACHABLE;
    int length = saluton_dns_ask(name, ns_t_srv, server, port, answer, NS_MAXMSG);
    int count = length;
    ns_msg message;
    if (length >= 0) {
        count = ns_initparse(answer, length, &message) == 0 ? 0 : SALUTON_DNS_MALFORMED;
        for (int i = 0; count >= 0 && i < ns_msg_count(message, ns_s_an) && count < capacity; i++) {
            ns_rr record;
            if (ns_parserr(&message, ns_s_an, i, &record) != 0) { count = SALUTON_DNS_MALFORMED; break; }
            if (ns_rr_type(record) != ns_t_srv) continue;
            const unsigned char *data = ns_rr_rdata(record);
            if (ns_rr_rdlen(record) < 7) { count = SALUTON_DNS_MALFORMED; break; }
            saluton_srv *one = &records[count];
            one->priority = ns_get16(data);
            one->weight = ns_get16(data + 2);
            one->port = ns_get16(data + 4);
            if (dn_expand(ns_msg_base(message), ns_msg_end(message), data + 6, one->target, sizeof one->target) < 0) {
                count = SALUTON_DNS_MALFORMED;
                break;
            }
            count++;
        }
    }
    free(answer);
    return count;
}

/* The octets of an address: 4, 16, or 0 for other families. */
static inline int saluton_address_octets(const struct sockaddr *address, unsigned char *octets) {
    if (address->sa_family == AF_INET) {
        memcpy(octets, &((const struct sockaddr_in *)address)->sin_addr, 4);
        return 4;
    }
    if (address->sa_family == AF_INET6) {
        memcpy(octets, &((const struct sockaddr_in6 *)address)->sin6_addr, 16);
        return 16;
    }
    return 0;
}

/* The addresses of a name as 16 octets each: IPv4 in the first four.  `version` is 4 or 6. */
static inline int saluton_dns_addresses(const char *name, int version, const char *server, uint16_t port,
                                        unsigned char *addresses, int capacity) {
    unsigned char *answer = malloc(NS_MAXMSG);
    if (answer == NULL) return SALUTON_DNS_UNREACHABLE;
    int type = version == 6 ? ns_t_aaaa : ns_t_a;
    int size = version == 6 ? 16 : 4;
    int length = saluton_dns_ask(name, type, server, port, answer, NS_MAXMSG);
    int count = length;
    ns_msg message;
    if (length >= 0) {
        count = ns_initparse(answer, length, &message) == 0 ? 0 : SALUTON_DNS_MALFORMED;
        for (int i = 0; count >= 0 && i < ns_msg_count(message, ns_s_an) && count < capacity; i++) {
            ns_rr record;
            if (ns_parserr(&message, ns_s_an, i, &record) != 0) { count = SALUTON_DNS_MALFORMED; break; }
            if ((int)ns_rr_type(record) != type || ns_rr_rdlen(record) != size) continue;
            memcpy(addresses + 16 * count, ns_rr_rdata(record), size);
            count++;
        }
    }
    free(answer);
    return count;
}

#endif
