import TestSupport
import Testing
import XMPPSessions

@testable import XMPPTransport

/// Servers that stop, and callers who give up.
struct StallTests {
    private let authority: TestAuthority
    private let identity: TestIdentity

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue(domain: "example.org")
    }

    enum Step: Int, CaseIterable, Sendable {
        case header, features, proceed, handshake, secondHeader, secondFeatures, challenge, success, thirdHeader
        case thirdFeatures, binding, enabling
    }

    /// A good server that stops at this step.
    private func script(until step: Step) -> HostileServer.Script {
        let identity = identity
        return { conversation in
            func goesOn(_ here: Step) -> Bool { here.rawValue < step.rawValue }
            try conversation.expectHeader()
            guard goesOn(.header) else { return conversation.stall() }
            try conversation.send(ServerPhrases.header())
            guard goesOn(.features) else { return conversation.stall() }
            try conversation.send(ServerPhrases.startTLS)
            try conversation.expectTag("<starttls")
            guard goesOn(.proceed) else { return conversation.stall() }
            try conversation.send(ServerPhrases.proceed)
            guard goesOn(.handshake) else { return conversation.stall() }
            try conversation.startTLS(identity)
            try conversation.expectHeader()
            guard goesOn(.secondHeader) else { return conversation.stall() }
            try conversation.send(ServerPhrases.header())
            guard goesOn(.secondFeatures) else { return conversation.stall() }
            try conversation.send(ServerPhrases.features(ServerPhrases.mechanisms("SCRAM-SHA-256")))
            var scram = ScriptedSCRAM(password: password)
            let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
            guard goesOn(.challenge) else { return conversation.stall() }
            try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
            let final = ScriptedSCRAM.content(try conversation.expect("</response>"))
            guard goesOn(.success) else { return conversation.stall() }
            try conversation.send(ServerPhrases.success(try scram.success(to: final) ?? ""))
            try conversation.expectHeader()
            guard goesOn(.thirdHeader) else { return conversation.stall() }
            try conversation.send(ServerPhrases.header())
            guard goesOn(.thirdFeatures) else { return conversation.stall() }
            try conversation.send(ServerPhrases.features(ServerPhrases.bind + ServerPhrases.management))
            guard goesOn(.binding) else { return conversation.stall() }
            try conversation.answerBind("\(juliet)/balcony")
            try conversation.expectTag("<enable ")
            conversation.stall()
        }
    }

    @Test("A server that stops at any step is left after a while", arguments: Step.allCases)
    func stall(step: Step) async throws {
        let server = try HostileServer(script(until: step))
        let failure = await problem(.hasty(), try request(server.port, authority: authority))
        #expect(failure?.code == "login-stalled")
        #expect(failure?.remedy == .retry)
        let transcript = await server.transcript()
        #expect(!transcript.contains(anyOf: secrets))
        #expect(transcript.problem == nil, "the connection is closed")
    }

    @Test("White space buys no time")
    func trickle() async throws {
        let server = try HostileServer { conversation in
            try conversation.expectHeader()
            try conversation.send(ServerPhrases.header())
            while (try? conversation.send(" ")) != nil {}
        }
        #expect(await problem(.hasty(), try request(server.port, authority: authority))?.code == "login-stalled")
    }

    @Test("A login can be given up at any step, and the connection goes with it", arguments: Step.allCases)
    func cancel(step: Step) async throws {
        let reached = OneShot<Void>()
        let good = script(until: step)
        let server = try HostileServer { conversation in
            conversation.whenStalling = { reached.fill(()) }
            try good(conversation)
        }
        let wish = try request(server.port, authority: authority)
        let login = Task { await problem(patient, wish) }
        await reached.wait()
        login.cancel()
        #expect(await login.value == .cancelled)
        let transcript = await server.transcript()
        #expect(!transcript.contains(anyOf: secrets))
        #expect(transcript.problem == nil, "the connection is closed")
    }

    @Test("A login that is given up before it began opens nothing")
    func cancelledBefore() async throws {
        let wish = try request(1, authority: authority)
        let login = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return await problem(patient, wish)
        }
        #expect(await login.value == .cancelled)
    }

    @Test("A closed port is told as such")
    func refused() async throws {
        let port = try LocalServer.freePort()
        let failure = await problem(patient, try request(port, authority: authority))
        #expect(failure?.code == "server-unreachable")
        #expect(failure?.detail == "connection refused")
    }
}
