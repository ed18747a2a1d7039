#include "link.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <openssl/evp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

int64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

int64_t processor_time(void) {
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

void limit_time(unsigned seconds) { alarm(seconds); }

void await_word(const char *word) {
    char line[64];
    if (!fgets(line, sizeof line, stdin) || strncmp(line, word, strlen(word)) != 0) fail("expected “%s”", word);
}

_Noreturn void fail(const char *format, ...) {
    va_list values;
    va_start(values, format);
    vfprintf(stderr, format, values);
    va_end(values);
    fputc('\n', stderr);
    exit(1);
}

static void acknowledge_quickly(Link *link) {
    int yes = 1;
    setsockopt(link->socket, IPPROTO_TCP, TCP_QUICKACK, &yes, sizeof yes);
}

size_t link_read(Link *link) {
    int count = SSL_read(link->tls, link->buffer + link->filled, (int)(sizeof link->buffer - 1 - link->filled));
    if (count <= 0) fail("%s: the server closed the stream", link->name);
    link->filled += (size_t)count;
    link->buffer[link->filled] = 0;
    return (size_t)count;
}

void link_write(Link *link, const char *bytes, size_t count) {
    if (SSL_write(link->tls, bytes, (int)count) != (int)count) fail("%s: cannot write", link->name);
}

void link_text(Link *link, const char *format, ...) {
    char text[4096];
    va_list values;
    va_start(values, format);
    int count = vsnprintf(text, sizeof text, format, values);
    va_end(values);
    if (count < 0 || (size_t)count >= sizeof text) fail("text too long");
    link_write(link, text, (size_t)count);
}

void link_await(Link *link, const char *text) {
    link->filled = 0;
    link->buffer[0] = 0;
    for (;;) {
        link_read(link);
        if (strstr(link->buffer, text)) break;
        if (strstr(link->buffer, "<failure") || strstr(link->buffer, "<stream:error"))
            fail("%s: waited for “%s”, got %s", link->name, text, link->buffer);
        if (link->filled > sizeof link->buffer / 2) {  // keep only what could begin the text
            memmove(link->buffer, link->buffer + link->filled - 256, 257);
            link->filled = 256;
        }
        acknowledge_quickly(link);
    }
    link->filled = 0;
}

static void open_stream(Link *link, const char *domain) {
    link_text(link, "<?xml version='1.0'?><stream:stream to='%s' version='1.0' xmlns='jabber:client' "
                    "xmlns:stream='http://etherx.jabber.org/streams'>", domain);
    acknowledge_quickly(link);
    link_await(link, "</stream:features>");
}

static void log_in(Link *link, const char *user, const char *password) {
    char plain[512], encoded[1024];
    int count = snprintf(plain, sizeof plain, "%c%s%c%s", 0, user, 0, password);
    EVP_EncodeBlock((unsigned char *)encoded, (const unsigned char *)plain, count);
    link_text(link, "<auth xmlns='urn:ietf:params:xml:ns:xmpp-sasl' mechanism='PLAIN'>%s</auth>", encoded);
    link_await(link, "<success");
}

void link_open(Link *link, const char *port, const char *domain, const char *user, const char *password) {
    size_t size = strlen(user) + strlen(domain) + 2;
    link->name = malloc(size);
    snprintf(link->name, size, "%s@%s", user, domain);
    link->filled = 0;
    link->socket = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)atoi(port))};
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    int yes = 1;
    setsockopt(link->socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (connect(link->socket, (struct sockaddr *)&address, sizeof address) != 0) fail("cannot connect to %s", port);
    acknowledge_quickly(link);
    SSL_CTX *context = SSL_CTX_new(TLS_client_method());
    SSL_CTX_set_mode(context, SSL_MODE_AUTO_RETRY);
    link->tls = SSL_new(context);
    SSL_set_tlsext_host_name(link->tls, domain);
    SSL_set_alpn_protos(link->tls, (const unsigned char *)"\x0bxmpp-client", 12);
    SSL_set_fd(link->tls, link->socket);
    if (SSL_connect(link->tls) != 1) fail("no TLS with port %s", port);
    acknowledge_quickly(link);
    open_stream(link, domain);
    log_in(link, user, password);
    open_stream(link, domain);
    link_text(link, "<iq type='set' id='bind'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/></iq>");
    link_await(link, "</iq>");
}

void link_available(Link *link) {
    link_text(link, "<presence/>");
    link_await(link, "<presence");
}

void link_close(Link *link) {
    link_text(link, "</stream:stream>");
    SSL_shutdown(link->tls);
    close(link->socket);
}
