"""A server of one account that does nothing but keep an archive (XEP-0313): quick enough to fill 100,000 messages.

archive_server.py FOLDER PORT DOMAIN PAGE: listens with direct TLS on loopback, says "ready", and takes words on standard
input: a number makes the archive so long and ends the stream.  It says "done" when a page was the last.
"""
import socket
import ssl
import sys
import threading
import xml.etree.ElementTree as tree

SM, MAM, RSM = "urn:xmpp:sm:3", "urn:xmpp:mam:2", "http://jabber.org/protocol/rsm"
PEERS = 100


def stamp(number):
    seconds = number % 86_400
    return f"2025-10-{10 + number // 86_400:02}T{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}Z"


def result(number, query, domain):
    """One archived message of about 450 bytes, without what it is wrapped in."""
    peer = f"contact{number % PEERS:05}@{domain}"
    return (f"<message from='juliet@{domain}'><result xmlns='{MAM}' queryid='{query}' id='arc-{number:08}'>"
            f"<forwarded xmlns='urn:xmpp:forward:0'><delay xmlns='urn:xmpp:delay' stamp='{stamp(number)}'/>"
            f"<message xmlns='jabber:client' type='chat' from='{peer}/home' to='juliet@{domain}' id='message-{number:08}'>"
            f"<body>Message {number} of the archive: {'wherefore art thou ' * 8}</body>"
            f"<origin-id xmlns='urn:xmpp:sid:0' id='message-{number:08}'/></message></forwarded></result></message>")


class Archive:
    def __init__(self, page, domain):
        self.length, self.page, self.domain = 1, page, domain

    def answer(self, question, query):
        """The page after an id, or the last one; always forward, as catching up asks."""
        wanted = question.find(f"{{{RSM}}}set")
        most = min(self.page, int(wanted.findtext(f"{{{RSM}}}max", "50")))
        after = wanted.findtext(f"{{{RSM}}}after")
        start = int(after[4:]) + 1 if after else max(self.length - most, 0)
        end = min(start + most, self.length)
        ends = f"<first>arc-{start:08}</first><last>arc-{end - 1:08}</last>" if end > start else ""
        complete = "true" if end >= self.length else "false"
        return ("".join(result(number, query, self.domain) for number in range(start, end)),
                f"<fin xmlns='{MAM}' complete='{complete}'><set xmlns='{RSM}'>{ends}</set></fin>", end >= self.length)


class Client:
    """One connection, from its first byte to its last."""

    def __init__(self, stream, archive):
        self.stream, self.archive = stream, archive
        self.handled, self.is_known = 0, False

    def say(self, text):
        self.stream.sendall(text.encode())

    def open(self):
        features = (f"<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/><sm xmlns='{SM}'/>" if self.is_known else
                    "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism></mechanisms>")
        self.say(f"<?xml version='1.0'?><stream:stream xmlns='jabber:client' from='{self.archive.domain}' id='s1' "
                 f"xmlns:stream='http://etherx.jabber.org/streams' version='1.0'>"
                 f"<stream:features>{features}</stream:features>")

    def run(self):
        parser, depth = tree.XMLPullParser(["start", "end"]), 0
        while data := self.stream.recv(65536):
            parser.feed(data)
            for event, element in parser.read_events():
                depth += 1 if event == "start" else -1
                if (event, depth) == ("start", 1):
                    self.open()
                elif (event, depth) == ("end", 1) and self.take(element):
                    parser, depth = tree.XMLPullParser(["start", "end"]), 0
                    break

    def take(self, element):
        """Deals with one element; true when a new stream begins."""
        name = element.tag.split("}")[1]
        if name == "auth":
            self.is_known = True
            self.say("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>")
            return True
        if name == "enable":
            self.handled = 0
            self.say(f"<enabled xmlns='{SM}'/>")
        elif name == "r":
            self.say(f"<a xmlns='{SM}' h='{self.handled}'/>")
        elif name in ("iq", "message", "presence"):
            self.handled += 1
            if name == "iq" and element.get("type") in ("get", "set"):
                self.take_request(element)
        return False

    def take_request(self, iq):
        payload = iq[0]
        before, content = "", ""
        is_last = False
        if payload.tag.endswith("}bind"):
            content = (f"<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>juliet@{self.archive.domain}/bench</jid>"
                       "</bind>")
        elif payload.tag == "{http://jabber.org/protocol/disco#info}query":
            content = (f"<query xmlns='http://jabber.org/protocol/disco#info'><feature var='{MAM}'/>"
                       "<feature var='urn:xmpp:sid:0'/></query>")
        elif payload.tag == "{jabber:iq:roster}query":
            content = "<query xmlns='jabber:iq:roster'/>"
        elif payload.tag == f"{{{MAM}}}query":
            before, content, is_last = self.archive.answer(payload, payload.get("queryid"))
        asked = f" from='{iq.get('to')}'" if iq.get("to") else ""
        self.say(f"{before}<iq type='result' id='{iq.get('id')}'{asked}>{content}</iq>")
        if is_last:
            print("done", flush=True)


def main():
    folder, port, domain, page = sys.argv[1], int(sys.argv[2]), sys.argv[3], int(sys.argv[4])
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(f"{folder}/server.pem", f"{folder}/server.key")
    archive, clients = Archive(page, domain), []

    def listen():
        with socket.create_server(("127.0.0.1", port)) as door:
            print("ready", flush=True)
            while True:
                plain, _ = door.accept()
                threading.Thread(target=serve, args=(plain,), daemon=True).start()

    def serve(plain):
        try:
            with context.wrap_socket(plain, server_side=True) as stream:
                clients.append(stream)
                Client(stream, archive).run()
        except OSError:
            pass

    threading.Thread(target=listen, daemon=True).start()
    for line in sys.stdin:
        archive.length = int(line)
        clients[-1].sendall(b"</stream:stream>")
        clients[-1].shutdown(socket.SHUT_RDWR)


main()
