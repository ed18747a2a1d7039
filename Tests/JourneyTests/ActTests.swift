import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct ActTests {
        private func entry(_ user: DaemonUnderTest, _ id: String, _ words: String...) async throws -> JSON? {
            try await user.saluton(["history", "romeo@example.org", "--json"] + words).json["entries"]?.array?
                .first { $0["id"]?.string == id }
        }

        @Test("What is done to a message offline is seen at once, and waits in the queue")
        func offline() async throws {
            let user = try DaemonUnderTest()
            _ = try await user.start()
            let added = try await user.saluton("account", "add", "juliet@example.org", "--anonymous", "--no-enable")
            #expect(added.status == 0, "\(added)")
            _ = try await user.saluton(
                "history", "import", "-",
                input: """
                    {"direction":"out","time":1772633106000000,"texts":{"":"From the garden"},"message-id":"m1",\
                    "peer":"romeo@example.org"}
                    {"direction":"in","time":1772633107000000,"texts":{"":"A rose"},"message-id":"m2",\
                    "author":"romeo@example.org","peer":"romeo@example.org"}

                    """)
            let corrected = try await user.saluton(
                "message", "correct", "romeo@example.org", "From the rose garden", "--json")
            #expect(corrected.status == 0, "\(corrected)")
            let ours = try #require(try corrected.json["id"]?.string)
            #expect(try corrected.json["texts"] == ["": "From the rose garden"] && corrected.json["versions"] == 1)
            let versions = try await user.saluton("message", "versions", ours, "--json").json["versions"]?.array
            #expect(versions?.map { $0["texts"] } == [["": "From the garden"]])
            let reacted = try await user.saluton("message", "react", "romeo@example.org", "🌹", "--json")
            #expect(try reacted.json["reactions"] == ["🌹": ["juliet@example.org"]], "\(reacted)")
            let queue = try await user.saluton("message", "queue", "--json").json["entries"]?.array ?? []
            #expect(queue.map { $0["act"] } == ["correct", "react"] && queue.first?["entry"]?.string == ours)
            let theirs = try #require(try reacted.json["id"]?.string)
            for verb in ["correct", "retract"] {
                let words = ["message", verb, "romeo@example.org"] + (verb == "correct" ? ["mine now"] : [])
                let refused = try await user.saluton(words + ["--entry", theirs, "--json"])
                #expect(refused.status == 11 && refused.error?["name"] == "NotAllowed", "\(refused)")
            }
            let answer = try await user.saluton(
                "message", "send", "romeo@example.org", "By any other name", "--reply-to", theirs, "--spoiler", "verse",
                "--no-wait", "--json")
            let id = try #require(try answer.json["id"]?.string)
            let shown = try await entry(user, id)
            #expect(shown?["reply-to-entry"]?.string == theirs && shown?["spoiler"] == "verse")
            #expect(try await user.saluton("message", "retract", "romeo@example.org", "--entry", ours).status == 0)
            #expect(try await entry(user, ours)?["retracted"] != nil)
            #expect(try await user.saluton("search", "garden").output.contains("Nothing found."))
        }
    }
}
