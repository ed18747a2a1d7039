import Foundation
import TestSupport
import Testing
import XMLStreams
import XMPPSessions

@testable import XMPPTransport

/// Servers that break the rules of a stream, or stop.
struct HostileStreamTests {
    private let authority: TestAuthority
    private let identity: TestIdentity

    init() throws {
        authority = try TestAuthority()
        identity = try authority.issue(domain: "example.org")
    }

    /// A stream that is open, and what the server does then.
    private func open(
        _ settings: TransportSettings = TransportSettings(), _ script: @escaping HostileServer.Script
    ) async throws -> (HostileServer, any XMPPStream) {
        let identity = identity
        let server = try HostileServer { conversation in
            try conversation.secure(identity)
            try conversation.authenticate(password: password)
            try conversation.bind("\(juliet)/balcony")
            try script(conversation)
        }
        let outcome = try await NIOStreamConnector(settings).connect(request(server.port, authority: authority))
        return (server, outcome.stream)
    }

    /// What was delivered, and what ended it; `nil`: orderly.
    private func drain(_ stream: any XMPPStream) async -> (elements: [Element], problem: StreamProblem?) {
        var elements: [Element] = []
        do {
            while let some = try await stream.receive() { elements += some }
            return (elements, nil)
        } catch {
            return (elements, error)
        }
    }

    private static let good = "<message><body>good</body></message>"

    // MARK: Bad XML

    static let bad: [(String, String, String)] = [
        ("DTD", "<!DOCTYPE x [<!ENTITY a 'b'>]><message/>", "xml-restricted-xml"),
        ("comment", "<!-- hidden --><message/>", "xml-restricted-xml"),
        ("processing instruction", "<?php ?><message/>", "xml-restricted-xml"),
        ("entity", "<message><body>&lol;</body></message>", "xml-restricted-xml"),
        ("deep", String(repeating: "<a>", count: 100), "xml-policy-violation"),
        (
            "huge", "<message><body>" + String(repeating: "x", count: 1_100_000) + "</body></message>",
            "xml-policy-violation"
        ),
        ("endless attribute", "<message a='" + String(repeating: "x", count: 1_100_000), "xml-policy-violation"),
        (
            "many attributes", "<message " + (0..<100).map { "a\($0)=''" }.joined(separator: " ") + "/>",
            "xml-policy-violation"
        ),
        ("unclosed", "<message></presence>", "xml-not-well-formed"),
        ("control character", "<message>\u{1}</message>", "xml-not-well-formed"),
    ]

    @Test("What no stream may contain ends it, and what stood before is delivered", arguments: bad)
    func badXML(name: String, text: String, code: String) async throws {
        let (server, stream) = try await open { conversation in
            try conversation.send(Self.good + text)
        }
        let (elements, problem) = await drain(stream)
        #expect(elements.map { $0.child("body", .client)?.text } == ["good"])
        #expect(problem?.code == code)
        let heard = await server.transcript()
        #expect(heard.text.contains("<stream:error>"))
        #expect(heard.text.hasSuffix("</stream:stream>"))
    }

    @Test(
        "Bytes that are no UTF-8 end the stream",
        arguments: [
            [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80],
        ] as [[UInt8]])
    func badEncoding(bytes: [UInt8]) async throws {
        let (_, stream) = try await open { conversation in
            try conversation.send(bytes: Array("<message><body>".utf8) + bytes + Array("</body></message>".utf8))
        }
        let (elements, problem) = await drain(stream)
        #expect(elements.isEmpty)
        #expect(problem?.code == "xml-not-well-formed")
    }

    @Test("Elements that never end before TLS end the login")
    func endlessBeforeTLS() async throws {
        let server = try HostileServer { conversation in
            try conversation.expectHeader()
            try conversation.send(
                ServerPhrases.header() + "<stream:features>" + String(repeating: "<a/>", count: 20_000))
        }
        let failure = await problem(patient, try request(server.port, authority: authority))
        #expect(failure?.code == "xml-policy-violation")
    }

    // MARK: Ends

    @Test(
        "A stream error is thrown as its problem",
        arguments: [
            ("conflict", StreamProblem.Remedy.user), ("system-shutdown", .retry), ("policy-violation", .retry),
            ("not-authorized", .retry), ("host-unknown", .user), ("made-up", .retry),
        ])
    func streamError(condition: String, remedy: StreamProblem.Remedy) async throws {
        let (_, stream) = try await open { conversation in
            try conversation.send(Self.good + ServerPhrases.streamError(condition) + ServerPhrases.end)
        }
        let (elements, problem) = await drain(stream)
        #expect(elements.count == 1)
        #expect(problem?.code == "stream-error-\(condition == "made-up" ? "undefined-condition" : condition)")
        #expect(problem?.remedy == remedy)
    }

    @Test("The server's orderly end is an end, and is answered")
    func orderly() async throws {
        let (server, stream) = try await open { try $0.send(Self.good + ServerPhrases.end) }
        let (elements, problem) = await drain(stream)
        #expect(elements.count == 1)
        #expect(problem == nil)
        #expect(await server.transcript().text.hasSuffix("</stream:stream>"))
        await #expect(throws: StreamProblem.self) { try await stream.send([Element("presence", .client)]) }
        await stream.close(patience: .seconds(5))
    }

    @Test("A connection cut in the middle of a stanza delivers no half of it")
    func cut() async throws {
        let (_, stream) = try await open { conversation in
            try conversation.send(Self.good + "<message><body>half")
            conversation.cut()
        }
        let (elements, problem) = await drain(stream)
        #expect(elements.count == 1)
        #expect(["connection-closed", "connection-lost", "tls-failed"].contains(problem?.code))
    }

    @Test("Our close is answered by the server's")
    func close() async throws {
        let (server, stream) = try await open { conversation in
            try conversation.expect("</stream:stream>")
            try conversation.send(Self.good + ServerPhrases.end)
        }
        await stream.close(patience: .seconds(20))
        let (elements, problem) = await drain(stream)
        #expect(elements.count == 1)
        #expect(problem == nil)
        #expect(await server.transcript().problem == nil)
    }

    @Test("A server that does not answer our close is left")
    func closeUnanswered() async throws {
        let (server, stream) = try await open { $0.stall() }
        await stream.close(patience: .milliseconds(50))
        #expect(await drain(stream).problem == nil)
        #expect(await server.transcript().text.hasSuffix("</stream:stream>"))
        await stream.close(patience: .seconds(20))
    }

    @Test("An abandoned stream is not closed, so that it can be resumed")
    func abandon() async throws {
        let (server, stream) = try await open { $0.stall() }
        await stream.abandon()
        #expect(await drain(stream).problem == .abandoned)
        let transcript = await server.transcript()
        #expect(!transcript.text.contains("</stream:stream>"))
        #expect(transcript.problem == nil)
    }

    @Test("A stream that nobody holds any more is closed")
    func released() async throws {
        let server: HostileServer
        do {
            let (opened, stream) = try await open { $0.stall() }
            server = opened
            try await stream.send([Element("presence", .client)])
        }
        let transcript = await server.transcript()
        #expect(transcript.text.contains("<presence/>"))
        #expect(transcript.problem == nil)
    }

    // MARK: Load

    @Test("While nobody takes what has arrived, little is read; and nothing is lost")
    func backPressure() async throws {
        let count = 20_000
        let body = String(repeating: "x", count: 1_000)
        let (_, stream) = try await open(TransportSettings(waitingBytes: 1 << 16, waitingElements: 50)) {
            conversation in
            for number in 0..<count {
                try conversation.send("<message id='\(number)'><body>\(body)</body></message>")
            }
            try conversation.send(ServerPhrases.end)
        }
        var next = 0
        var most = 0
        while let some = try await stream.receive() {
            most = max(most, some.count)
            for element in some {
                #expect(element[attribute: "id"] == "\(next)")
                next += 1
            }
        }
        #expect(next == count)
        // What is waiting plus what one turn of the event loop may add.
        #expect(most <= 50 + 8 * (1 << 16) / 1_000)
    }

    @Test("A receiver that is cancelled gets its turn back")
    func cancelledReceiver() async throws {
        let (_, stream) = try await open { conversation in
            try conversation.expect("<presence/>")
            try conversation.send(Self.good)
        }
        let waiting = Task { try await stream.receive() }
        waiting.cancel()
        await #expect(throws: StreamProblem.cancelled) { try await waiting.value }
        try await stream.send([Element("presence", .client)])
        #expect(try await stream.receive()?.count == 1)
        await stream.abandon()
    }
}
