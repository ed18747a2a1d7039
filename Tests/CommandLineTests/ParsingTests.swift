import ArgumentParser
import BusAPI
import DBusWire
import FrontendKit
import Testing

@testable import CommandLine

@Suite("What command lines mean")
struct ParsingTests {
    private func parse<Command: ParsableCommand>(_ line: String, as type: Command.Type = Command.self) throws -> Command
    {
        try #require(try Saluton.parseAsRoot(line.split(separator: " ").map(String.init)) as? Command)
    }

    @Test(
        "Good ones are taken",
        arguments: [
            "account add a@b --password-stdin", "account add a@b --anonymous --host h --port 5222 --tls starttls",
            "account add a@b --certificate c.pem --wait --timeout 300",
            "account add a@b --no-enable --password-command pass",
            "account list --json", "account show", "account show a@b", "account show -a a@b", "account show a@b -a a@b",
            "account set a@b --unset port --unset tls", "account set --password-stdin", "account enable a@b --wait",
            "account disable a@b", "account remove a@b --yes", "account connect --all", "account disconnect a1",
            "account status --watch", "message send a@b", "message send a@b -",
            "message send a@b hello --type headline",
            "message send a@b --text de=Hallo --text en=Hello", "message send a@b -- -dashes", "history a@b --last 500",
            "history a@b --before c", "history --last 5 a@b", "history -a a1 --json a@b",
            "roster get --online --group G", "roster get a@b",
            "roster add a@b --group A --group B",
            "roster set a@b --no-groups", "roster remove a@b", "roster approve a@b --subscribe", "roster deny a@b",
            "roster requests", "roster stats", "roster purge --dry-run", "presence get", "presence get a@b",
            "presence set away --priority -128 --status-text de=weg", "presence set unavailable --to a@b",
            "info disco", "info disco example.org --items --node n --fresh", "info version a@b/c", "info time",
            "info last",
            "info ping --timeout 1", "events --since 0", "events --follow -a a1",
            "events show --consumer c --skip-lost", "events consumers",
            "events forget c", "events keep --days 0 --count 1", "debug log --level warning",
            "debug log --set-filter notice", "debug xml --seconds 3600 --bodies", "debug bus", "debug refusals",
            "generate-documentation --output d", "history show a@b --ids --spoilers", "history export",
            "history export a@b --format mbox --output f", "history import f --dry-run", "history import -",
            "history purge a@b --before 2026-03-04 --yes", "history purge --before 12h",
            "message send a@b x --reply-to e1 --spoiler hint --attention",
            "message send a@b --link https://example.org/",
            "message correct a@b new --entry e1", "message retract a@b", "message react a@b 🌹 😀 --entry e1",
            "message react a@b --none", "message versions e1", "message cancel e1 --in a@b", "message retry e1 -a a1",
            "message queue", "conversation list --all", "conversation show a@b", "conversation read a@b --up-to e1",
            "conversation draft a@b", "conversation draft a@b - --reply-to e1", "conversation draft a@b --clear",
            "conversation set a@b --pin --mute 1d12h --notify mentions --close",
            "conversation set a@b --unpin --unmute --open", "conversation set a@b --typing on",
            "search rose name --in a@b --from c@d",
            "search --has link --has file --before 2026-03-04T14:05Z --after 30d --language de --kind chat --best",
            "search x --server", "search x --cursor c --context 3 --last 500 -a a1", "retention get",
            "retention get a@b",
            "retention set 365d", "retention set a@b 1d --yes", "retention set off -a a1", "retention set a@b default",
        ])
    func good(line: String) throws {
        let command = try Saluton.parseAsRoot(line.split(separator: " ").map(String.init))
        #expect(command is any Action)
    }

    @Test(
        "What stands before the command's name stands behind it",
        arguments: [
            ("-a a@b history c@d", "history -a a@b c@d"),
            ("--account=a@b --json roster get", "roster get --account=a@b --json"),
            ("roster --json get c@d", "roster get --json c@d"),
            ("message send a@b -- --json", "message send a@b -- --json"),
            ("message -a a@b send c@d x", "message send -a a@b c@d x"), ("history -a a@b c@d", "history -a a@b c@d"),
            ("--json", "--json"), ("-a", "-a"), ("--help", "--help"), ("-x history a@b", "-x history a@b"),
            ("--json nonsense", "--json nonsense"), ("roster -a", "roster -a"), ("", ""),
        ])
    func leading(line: String, settled: String) throws {
        let words = line.split(separator: " ").map(String.init)
        #expect(LeadingOptions.settled(words, under: Saluton.self).joined(separator: " ") == settled)
    }

    @Test(
        "Bad ones are refused with status 2, and the reason names what is wrong",
        arguments: [
            ("account add", "<jid>"), ("account add a@b --password secret", "can be read by every user"),
            ("account add a@b --password=secret", "can be read by every user"),
            ("account add a@b --anonymous --password-stdin", "Only one of"),
            ("account add a@b --anonymous --no-enable --wait", "nothing to wait for"),
            ("account add a@b --port 0", "1–65535"), ("account add a@b --port 65536", "--port"),
            ("account add a@b --tls maybe", "--tls"), ("account add a@b --proxy http://h", "socks5"),
            ("account add a@b --timeout 0", "1–300"), ("account add a@b --timeout 301", "1–300"),
            ("account set a@b", "nothing to change"), ("account set a@b --unset password", "--unset"),
            ("account show a@b -a c@d", "given twice"), ("account connect a@b --all", "stands alone"),
            ("account remove", "<name>"), ("message send", "<jid>"),
            ("message send a@b x --lang de_DE", "written like"),
            ("message send a@b x --text hello", "--text"),
            ("message send a@b x --lang de --text de=y", "two texts in de"),
            ("message send a@b x --text de=y --text DE=z", "two texts in DE"),
            ("message send a@b x --type error", "--type"),
            ("message send a@b x --subject s --subject-text en=a --subject-text en=b", "two subjects in en"),
            ("history a@b --last 0", "1–500"), ("history a@b --last 501", "1–500"),
            ("history a@b --before x --after y", "Only one of"), ("roster get a@b --online", "stands alone"),
            ("roster add a@b --no-subscribe --message hi", "Without a request"),
            ("roster set a@b", "nothing to change"),
            ("roster set a@b --group g --no-groups", "Only one of"), ("presence set gone", "gone"),
            ("presence set away --priority 128", "--priority"), ("presence set away --status-text x", "--status-text"),
            ("debug xml --seconds 3601", "1–3600"), ("debug log --last 0", "1–100000"), ("events --since -1", "since"),
            ("message versions", "<entry>"),
            ("message send a@b x --link=", "--link"), ("message react a@b", "Give emoji"),
            ("message react a@b x --none", "Give emoji"),
            ("message correct a@b x --lang de --text de=y", "two texts in de"),
            ("conversation draft a@b x --clear", "not both"), ("conversation draft a@b --reply-to e", "goes with"),
            ("conversation set a@b", "nothing to change"),
            ("conversation set a@b --pin --unpin", "opposite"), ("conversation set a@b --mute 5", "--mute"),
            ("conversation set a@b --mute 1d --unmute", "opposite"), ("conversation set a@b --typing x", "--typing"),
            ("conversation set a@b --mute 0s", "--unmute"),
            ("history purge a@b --before 2026-02-30", "--before"), ("history export --format pdf", "--format"),
            ("history export --json", "--output"), ("history import", "<file>"), ("search", "nothing to look for"),
            ("search --best", "nothing to look for"), ("search --server --from a@b", "needs words"),
            ("search x --last 501", "1–500"),
            ("search x --context 21", "0–20"), ("search x --has sound", "--has"),
            ("search x --language d_e", "written"),
            ("retention set", "jid|time"), ("retention set 59s", "written like"),
            ("retention set default", "no default"),
            ("retention set a@b 1y", "time"), ("nonsense", "nonsense"), ("message send a@b x --nonsense", "--nonsense"),
        ])
    func bad(line: String, reason: String) async {
        let paper = Paper()
        let status = await Saluton.run(line.split(separator: " ").map(String.init), at: paper.desk())
        #expect(status == .usage)
        #expect(paper.errors.contains(reason))
        #expect(!paper.errors.contains("secret"))
        #expect(paper.output.isEmpty)
    }

    @Test("Settings travel under the names of the bus; paths are made absolute")
    func settings() throws {
        let line =
            "account add a@b --host h --port 5222 --tls direct --ca c.pem --proxy socks5://p:9050 --proxy-user u "
            + "--resource r --nick N --certificate k.pem --no-receipts --chat-states"
        let add: AccountAdd = try parse(line)
        let path = { (name: String) in "/home/\(name)" }
        #expect(
            add.settings.fields(readingFrom: path) == [
                "host": .string("h"), "port": .uint16(5222), "tls": .string("direct"),
                "authority-file": .string("/home/c.pem"), "proxy": .string("socks5://p:9050"),
                "proxy-user": .string("u"), "resource": .string("r"), "nick": .string("N"),
                "receipts": .bool(false), "chat-states": .bool(true),
            ])
        #expect(
            add.password.fields(readingFrom: path) == [
                "mechanism": .string("external"), "certificate": .string("/home/k.pem"),
            ])
        #expect(!add.password.needsPassword)
        #expect(FileText.path("/a/b") == "/a/b")
        #expect(FileText.path("b").hasPrefix("/"))
    }

    @Test(
        "Language tags have the shape of RFC 5646",
        arguments: [
            ("de", true), ("pt-BR", true), ("zh-Hant-TW", true), ("x-private", true), ("sl-1994", true), ("", false),
            ("d e", false), ("de_DE", false), ("-de", false), ("de-", false), ("123", false), ("abcdefghi", false),
        ])
    func languages(tag: String, isGood: Bool) {
        #expect(LanguageTag.isValid(tag) == isGood)
    }

    @Test(
        "A text with its language ends at the first sign",
        arguments: [
            ("de=Guten=Tag", TaggedText("de", "Guten=Tag")), ("de=", TaggedText("de", "")), ("Hallo", nil), ("=x", nil),
        ])
    func texts(argument: String, text: TaggedText?) {
        #expect(TaggedText(argument: argument) == text)
    }
}
