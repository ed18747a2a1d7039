import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct HookTests {
        @Test("Two daemons whose hooks answer everything stop talking to each other, and go on answering people")
        func loop() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "romeo": "rose-9"])
            try server.befriend("juliet", "romeo")
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest())
            for user in [one, two] { try user.hook("received/echo", "echo \"$SALUTON_ACCOUNT answers\"") }
            let (_, hers) = try await one.start()
            let (_, his) = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("romeo", "rose-9", at: server)
            let (juliet, romeo) = (server.address("juliet"), server.address("romeo"))

            _ = try await one.saluton("message", "send", romeo, "Wherefore art thou?")
            let answer = try await hers.event("romeo's answer") { $0.isReceived }
            #expect(answer.text == "\(romeo) answers")
            // Silence is what ends it: somebody's answer was dropped, and nobody has anything to answer.
            try await awaiting("an answer that is dropped") {
                while try await !one.says("its answer was dropped") {
                    if try await two.says("its answer was dropped") { break }
                }
            }
            try await hers.event("juliet's answer", where: { $0.text == "\(juliet) answers" })
            let history = try await two.saluton("history", juliet, "--json").json["entries"]?.array ?? []
            #expect(history.count <= 2 * 10 + 1)
            _ = his
        }

        @Test("A stranger is not answered: that would tell whether somebody is there")
        func stranger() async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7", "paris": "flower-3"])
            let (one, two) = (try DaemonUnderTest(), try DaemonUnderTest())
            try two.hook("received/echo", "echo answer")
            _ = try await one.start()
            let (_, his) = try await two.start()
            try await one.add("juliet", "balcony-7", at: server)
            try await two.add("paris", "flower-3", at: server)
            _ = try await one.saluton("message", "send", server.address("paris"), "hello")
            try await his.event("her message") { $0.isReceived && $0.text == "hello" }
            try await awaiting("the reason in the log") {
                while try await !two.says("who wrote may not see whether you are there") {}
            }
        }
    }
}
