import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct CopyTests {
        @Test("What one device of an account sends and receives, the other has too, once and with its direction")
        func twoDevices() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let (one, two, third) = (try DaemonUnderTest(), try DaemonUnderTest(), try DaemonUnderTest())
            let (_, desk) = try await one.start()
            let (_, phone) = try await two.start()
            let (_, theirs) = try await third.start()
            for user in [one, two] { try await user.add("juliet", "balcony-7", at: server) }
            try await third.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))

            // To one device alone: the other gets a copy.
            let device = try await desk.account(juliet).facts().json["bound-jid"]?.string ?? ""
            _ = try await third.saluton("message", "send", device, "to the desk")
            let direct = try await desk.event("the message") { $0.text == "to the desk" }
            let copied = try await phone.event("its copy") { $0.text == "to the desk" }
            for event in [direct, copied] {
                #expect(event.content["direction"] == "in")
                #expect(event.content["peer"]?.string == romeo)
            }
            // From one device: the other shows it as sent.
            _ = try await one.saluton("message", "send", romeo, "from the desk", "--thread", "t1")
            try await theirs.event("the answer") { $0.isReceived && $0.text == "from the desk" }
            let sent = try await phone.event("the copy of the answer") { $0.text == "from the desk" }
            #expect(sent.content["direction"] == "out")
            #expect(sent.content["state"] == "on-server")
            #expect(sent.content["thread"] == "t1")
            #expect(sent.content["peer"]?.string == romeo)
            // To both: each has it once.
            _ = try await third.saluton("message", "send", juliet, "to both")
            for user in [one, two] {
                let daemon = user === one ? desk : phone
                try await daemon.event("the last message") { $0.text == "to both" }
                let history = try await user.saluton("history", romeo, "--json").json["entries"]?.array ?? []
                let texts = history.map { $0["texts"]?.members?.first?.value.string }
                #expect(texts == ["to the desk", "from the desk", "to both"])
            }
        }
    }
}
