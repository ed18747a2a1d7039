import BusAPI
import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct CrashTests {
        @Test("Killed while it sends: the session goes on, and nothing is lost or doubled", arguments: [1, 8, 30])
        func midFlight(acknowledged: Int) async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let (one, other) = (try DaemonUnderTest(), try DaemonUnderTest())
            let (first, sending) = try await one.start()
            let (_, receiving) = try await other.start()
            try await other.add("romeo", "rose-9", at: server)
            try await one.add("juliet", "balcony-7", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            let conversation = try await sending.account(juliet).conversation(with: romeo)
            let all = (0..<40).map { "message \($0)" }
            async let told = sending.events(acknowledged, "acknowledgements") {
                $0.kind == "message-state" && $0.content["state"] == "on-server"
            }
            try await withThrowingTaskGroup { group in
                group.addTask { for text in all { _ = try await conversation.send(texts: ["": text], options: [:]) } }
                try await group.waitForAll()
            }
            _ = try await told
            first.send(SIGKILL)
            #expect(try await first.ended("the killed daemon") == 128 + SIGKILL)

            let (_, again) = try await one.start()
            try await again.account(juliet, until: "with nothing queued") { $0.state == .online && $0.queued == 0 }
            #expect(try await again.account(juliet).facts().security["resumed"] == true)
            let states = try await one.saluton("history", romeo, "--last", "100", "--json").json["entries"]?.array ?? []
            #expect(states.map { $0["texts"]?.members?.first?.value.string } == all)
            #expect(states.allSatisfy { $0["state"] == "on-server" })
            let received = try await receiving.events(all.count, "all messages") { $0.isReceived }
            #expect(received.map(\.text) == all)
            // Behind the last one nothing comes any more: one more message would stand after a double.
            _ = try await one.saluton("message", "send", romeo, "the end")
            let end = try await receiving.event("the end") { $0.text == "the end" }
            let whole = try await receiving.events(all.count + 1, "all") { $0.isReceived && $0.number <= end.number }
            #expect(whole.map(\.text) == all + ["the end"])
        }

        @Test("Killed while the server is away: what was queued goes out once, over a new session")
        func queued() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            let user = try DaemonUnderTest()
            let (first, daemon) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server)
            try await user.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))
            _ = try await user.saluton("message", "send", romeo, "before", "-a", juliet)
            try await daemon.event("before") { $0.isReceived && $0.text == "before" }
            server.stop()
            try await daemon.account(juliet, until: "cut off") { $0.state != .online }
            for text in ["one", "two", "three"] {
                let queued = try await user.saluton("message", "send", romeo, text, "-a", juliet, "--no-wait", "--json")
                #expect(try queued.json["state"] == "queued")
            }
            first.send(SIGKILL)
            _ = try await first.ended("the killed daemon")

            let (_, again) = try await user.start()
            let kept = try await user.saluton("history", romeo, "-a", juliet, "--json").json["entries"]?.array ?? []
            #expect(kept.map { $0["texts"]?.members?.first?.value.string } == ["before", "one", "two", "three"])
            #expect(kept.dropFirst().allSatisfy { $0["state"] == "queued" })
            try server.start()
            for name in [juliet, romeo] {
                let connected = try await user.saluton("account", "connect", name, "--wait", "--json")
                #expect(connected.status == 0, "\(connected)")
                #expect(try connected.json["security"]?["resumed"] == false)
            }
            let received = try await again.events(4, "all messages") { $0.isReceived }
            #expect(received.map(\.text) == ["before", "one", "two", "three"])
            try await again.account(juliet, until: "with nothing queued") { $0.queued == 0 }
        }
    }
}
