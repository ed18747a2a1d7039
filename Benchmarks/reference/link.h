// A client link that only does what a login needs: direct TLS, PLAIN, bind.  No XML is parsed: answers are awaited by
// the text they must contain.
#pragma once
#include <openssl/ssl.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    int socket;
    SSL *tls;
    char *name;  // bare JID
    char buffer[1 << 18];
    size_t filled;
} Link;

// Connects, logs in, binds.  Ends the program when anything fails.  Sets TCP_QUICKACK until bound, as the daemon may.
void link_open(Link *link, const char *port, const char *domain, const char *user, const char *password);
void link_available(Link *link);                     // sends presence and waits until the server reflects it
void link_write(Link *link, const char *bytes, size_t count);
void link_text(Link *link, const char *format, ...);
void link_await(Link *link, const char *text);       // reads until `text` has come, and forgets what was read
size_t link_read(Link *link);                        // one TLS record, or ends the program
void link_close(Link *link);                         // orderly, so that no ghost session stays

int64_t now(void);                                   // ns, CLOCK_MONOTONIC: the same in every program
int64_t processor_time(void);                        // ns of this process
void limit_time(unsigned seconds);                   // the program is ended after that
void await_word(const char *word);                   // a line on standard input
_Noreturn void fail(const char *format, ...);
