// roster PORT DOMAIN USER PASSWORD: from connecting until the whole roster has come, ns.
#include "link.h"

#include <stdio.h>

int main(int count_of_words, char **words) {
    if (count_of_words < 5) fail("usage: roster PORT DOMAIN USER PASSWORD");
    limit_time(60);
    static Link link;
    int64_t start = now();
    link_open(&link, words[1], words[2], words[3], words[4]);
    int64_t bound = now();
    link_text(&link, "<iq type='get' id='roster'><query xmlns='jabber:iq:roster'/></iq>");
    link_await(&link, "</iq>");
    printf("bound %lld\ntook %lld\n", (long long)(bound - start), (long long)(now() - start));
    link_close(&link);
    return 0;
}
