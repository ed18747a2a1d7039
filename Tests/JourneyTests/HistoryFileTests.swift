import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct HistoryFileTests {
        private static let day: Int64 = 86_400_000_000

        /// Four entries of Romeo's conversation, one that is no entry, and one that cannot be read.
        private func lines(_ now: Int64) -> String {
            func entry(_ id: String, _ text: String, _ age: Int64, _ more: String = "") -> String {
                """
                {"direction":"in","kind":"chat","author":"romeo@example.org/orchard","time":\(now - age),\
                "message-id":"\(id)","texts":{"":"\(text)"},"peer":"romeo@example.org"\(more)}
                """
            }
            return [
                entry("m1", "Two days ago <b>", 2 * Self.day, #","stanza-ids":{"juliet@example.org":"s1"}"#),
                entry(
                    "m2", "From the rose garden", Self.day / 2,
                    #","versions":[{"texts":{"":"From the garden"},"time":\#(now - Self.day)}],"corrected":\#(now)"#
                        + #","reactions":{"🌹":["juliet@example.org"]},"links":[{"url":"https://example.org/"}]"#),
                entry("m3", "Guten Tag", 1_000_000, #","language":"de""#), #"{"direction":"in"}"#, "nonsense",
                #"{"direction":"out","time":\#(now - 500_000),"texts":{"":"From the desk"},"peer":"romeo@example.org"}"#,
            ].joined(separator: "\n") + "\n"
        }

        private func newUser() async throws -> (DaemonUnderTest, Daemon) {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let added = try await user.saluton("account", "add", "juliet@example.org", "--anonymous", "--no-enable")
            #expect(added.status == 0, "\(added)")
            return (user, daemon)
        }

        private func now() -> Int64 { Int64(Date().timeIntervalSince1970) * 1_000_000 }

        private func texts(_ user: DaemonUnderTest) async throws -> [String?] {
            try await user.saluton("history", "romeo@example.org", "--json").json["entries"]?.array?
                .map { $0["texts"]?[""]?.string } ?? []
        }

        private static let all = ["Two days ago <b>", "From the rose garden", "Guten Tag", "From the desk"]

        @Test("A history is exported, purged, and read back without doubles; the index follows")
        func wayBack() async throws {
            let (user, _) = try await newUser()
            let exported = lines(now())
            let rehearsal = try await user.saluton("history", "import", "-", "--dry-run", "--json", input: exported)
            #expect(rehearsal.status == 1, "\(rehearsal)")
            #expect(
                try rehearsal.json["added"] == 4 && rehearsal.json["refused"] == 1 && rehearsal.json["invalid"] == 1)
            #expect(try await texts(user) == [])
            #expect(try await user.saluton("history", "import", "-", input: exported).output.contains("4 added"))
            #expect(try await texts(user) == Self.all)

            let file = user.home.appendingPathComponent("chats.jsonl").path
            #expect(try await user.saluton("history", "export", "--output", file).status == 0)
            let known = try await user.saluton("history", "import", file, "--json")
            #expect(try known.status == 0 && known.json["known"] == 4 && known.json["added"] == 0, "\(known)")
            #expect(try await user.saluton("history", "purge", "--yes", "--json").json["removed"] == 4)
            #expect(try await texts(user) == [])
            #expect(try await user.saluton("search", "garden").output.contains("Nothing found."))
            #expect(try await user.saluton("history", "import", file, "--json").json["added"] == 4)
            #expect(try await texts(user) == Self.all)

            let found = try await user.saluton("search", "rose", "gard", "--json").json["entries"]?.array?.first
            #expect(found?["matches"] == [[9, 4], [14, 6]] && found?["versions"] == 1)
            #expect(found?["reactions"] == ["🌹": ["juliet@example.org"]])
            let entry = try #require(found?["id"]?.string)
            let versions = try await user.saluton("message", "versions", entry, "--json").json["versions"]?.array
            #expect(versions?.map { $0["texts"] } == [["": "From the garden"]])
        }

        static let filters: [([String], [String])] = [
            (["from"], ["From the desk", "From the rose garden"]), (["--language", "de"], ["Guten Tag"]),
            (["--has", "link"], ["From the rose garden"]), (["--from", "juliet@example.org"], ["From the desk"]),
            (["--in", "romeo@example.org", "--before", "1d"], ["Two days ago <b>"]),
            (["from", "--after", "1h"], ["From the desk"]), (["from", "--kind", "headline"], []),
            (["--in", "nurse@example.org"], []), (["from", "--has", "file"], []),
        ]

        @Test("A search has filters, context, and goes on at its cursor")
        func search() async throws {
            let (user, _) = try await newUser()
            _ = try await user.saluton("history", "import", "-", input: lines(now()))
            for (words, wanted) in Self.filters {
                let found = try await user.saluton(["search"] + words + ["--json"]).json["entries"]?.array ?? []
                #expect(found.map { $0["texts"]?[""]?.string } == wanted, "\(words)")
            }
            let first = try await user.saluton("search", "from", "--last", "1", "--context", "1", "--json")
            #expect(try first.json["entries"]?.array?.first?["context"]?["before"]?.array?.count == 1)
            let cursor = try #require(try first.json["next"]?.string)
            let second = try await user.saluton("search", "from", "--last", "1", "--cursor", cursor, "--json")
            #expect(try second.json["entries"]?.array?.first?["texts"] == ["": "From the rose garden"])
            #expect(try second.json["next"] == nil)
        }

        @Test("An export as a page or a mailbox is what other programs can read")
        func otherForms() async throws {
            let (user, _) = try await newUser()
            _ = try await user.saluton("history", "import", "-", input: lines(now()))
            let page = try await user.saluton("history", "export", "--format", "html").output
            #expect(page.contains("Two days ago &lt;b&gt;") && page.contains("From the garden") && page.contains("🌹"))
            #expect(!page.contains("<script") && page.hasSuffix("</html>\n"))
            let file = user.home.appendingPathComponent("chats.mbox").path
            #expect(try await user.saluton("history", "export", "--format", "mbox", "--output", file).status == 0)
            let script = """
                import mailbox, sys
                for message in mailbox.mbox(sys.argv[1]):
                    part = message.get_payload()[0] if message.is_multipart() else message
                    print(message["From"], part.get_payload(decode=True).decode().split("\\n")[0], sep="|")
                """
            let output = user.home.appendingPathComponent("python").path
            let python = try Program(
                ["/usr/bin/env", "python3", "-c", script, file], environment: user.environment, output: output,
                complaints: output)
            #expect(try await python.ended("python3") == 0)
            let read = try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
            #expect(read.map { $0.split(separator: "|").last.map(String.init) } == Self.all, "\(read)")
        }

        @Test("What is older than is to be kept goes at once, and the rules are told")
        func retention() async throws {
            let (user, daemon) = try await newUser()
            _ = try await user.saluton("history", "import", "-", input: lines(now()))
            #expect(try await user.saluton("retention", "set", "romeo@example.org", "1d", "--yes").status == 0)
            try await daemon.event("what went") { $0.kind == "messages-removed" }
            #expect(try await texts(user) == Array(Self.all.dropFirst()))
            #expect(try await user.saluton("retention", "set", "30d", "-a", "juliet@example.org", "--yes").status == 0)
            #expect(try await user.saluton("retention", "set", "365d", "--yes").status == 0)
            let told = try await user.saluton("retention", "get", "romeo@example.org", "--json")
            #expect(
                try told.json == [
                    "seconds": 86_400, "daemon": 31_536_000, "account": 2_592_000, "conversation": 86_400,
                ])
            for words in [["romeo@example.org", "default"], ["default", "-a", "juliet@example.org"]] {
                #expect(try await user.saluton(["retention", "set"] + words).status == 0)
            }
            let wider = try await user.saluton("retention", "get", "romeo@example.org", "--json")
            #expect(try wider.json["seconds"] == 31_536_000, "\(wider)")
        }

        static let refused: [([String], Int32)] = [
            (["search", "x", "--kind", "song"], 2), (["search", "x", "--cursor", "nonsense"], 2),
            (["search", "x", "-a", "nobody@example.org"], 4), (["search", "x", "--in", "@"], 2),
            (["retention", "set", "5s"], 2), (["history", "import", "/nonexistent"], 8),
            (["conversation", "set", "romeo@example.org"], 2), (["history", "purge", "romeo@example.org"], 2),
            (["conversation", "read", "romeo@example.org", "--up-to", "e99"], 4),
            (["conversation", "draft", "romeo@example.org", "x", "--reply-to", "e99"], 4),
            (["message", "versions", "e99"], 4),
        ]

        @Test("What cannot be done has the documented status")
        func refusals() async throws {
            let (user, _) = try await newUser()
            for (words, status) in Self.refused {
                let outcome = try await user.saluton(words)
                #expect(outcome.status == status, "\(outcome)")
            }
        }
    }
}
