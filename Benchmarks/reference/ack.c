// ack PORT DOMAIN USER PASSWORD TARGET COUNT: how long the server takes to acknowledge one message (XEP-0198), ns.
#include "link.h"

#include <stdio.h>
#include <stdlib.h>

int main(int count_of_words, char **words) {
    if (count_of_words < 7) fail("usage: ack PORT DOMAIN USER PASSWORD TARGET COUNT");
    limit_time(60);
    static Link link;
    link_open(&link, words[1], words[2], words[3], words[4]);
    link_available(&link);
    link_text(&link, "<enable xmlns='urn:xmpp:sm:3'/>");
    link_await(&link, "<enabled");
    for (long i = 0; i < atol(words[6]); i += 1) {
        int64_t start = now();
        link_text(&link, "<message to='%s' type='chat' id='a%ld'><body>Hello %ld</body></message>"
                         "<r xmlns='urn:xmpp:sm:3'/>", words[5], i, i);
        link_await(&link, "<a ");
        printf("took %lld\n", (long long)(now() - start));
    }
    link_close(&link);
    return 0;
}
