import BusAPI
import Foundation
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct HostileServerTests {
        private let authority: TestAuthority
        private let identity: TestIdentity

        init() throws {
            authority = try TestAuthority()
            identity = try authority.issue(domain: "example.org")
        }

        /// Runs the first script on the first connection; on all others the server says nothing.
        private func meet(
            _ script: @escaping HostileServer.Script, code: String, isFinal: Bool, from index: Int = 0,
            before: HostileServer.Script? = nil
        ) async throws {
            let server =
                try before.map { try HostileServer($0, script, { $0.stall() }) }
                ?? HostileServer(script, { $0.stall() })
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                Evil.juliet, settings: user.settings(server.port, authority, password: Evil.password), isEnabled: true)
            try await daemon.account(Evil.juliet, until: "with the problem \(code)") {
                $0.problem?.json["code"]?.string == code && (!isFinal || $0.state == .failed)
            }
            let status = try await user.saluton("account", "status", "--json")
            #expect(status.status == 0)
            let account = try #require(try status.json["accounts"]?.array?.first)
            #expect(account["problem"]?["code"]?.string == code)
            #expect(account["problem"]?["sentence"]?.string?.isEmpty == false)
            let state = account["state"]?.string ?? ""
            #expect(isFinal ? state == "failed" : ["waiting", "connecting"].contains(state), "\(status)")
            let heard = await server.transcript(index)
            #expect(!heard.contains(anyOf: Evil.secrets))
            #expect(try await daemon.manager.echo(text: "alive") == "alive")
            #expect(!user.log.contains(Evil.password))
        }

        static let logins: [Evil] = [
            Evil("STARTTLS is stripped", "starttls-missing", isFinal: true) { conversation in
                try conversation.expectHeader()
                try conversation.send(
                    ServerPhrases.header() + ServerPhrases.features(ServerPhrases.mechanisms("PLAIN")))
            },
            Evil("bytes stand behind <proceed/>", "bytes-before-tls") { conversation in
                try conversation.expectHeader()
                try conversation.send(ServerPhrases.header() + ServerPhrases.startTLS)
                try conversation.expectTag("<starttls")
                try conversation.send(ServerPhrases.proceed + "<message/>")
            },
            Evil("success comes without the server's signature", "sasl-server-not-verified", .secured) { conversation in
                try conversation.send(ServerPhrases.features(ServerPhrases.mechanisms("SCRAM-SHA-256")))
                var scram = ScriptedSCRAM(password: Evil.password)
                let first = ScriptedSCRAM.content(try conversation.expect("</auth>"))
                try conversation.send(ServerPhrases.challenge(scram.challenge(to: first)))
                try conversation.expect("</response>")
                try conversation.send(ServerPhrases.success(""))
            },
            Evil("the login is for somebody else", "bound-to-other-address", .secured) { conversation in
                try conversation.authenticate(password: Evil.password)
                try conversation.send(ServerPhrases.features(ServerPhrases.bind))
                try conversation.answerBind("mallory@example.org/x")
            },
            Evil("the server breaks off before its features", "connection-closed", .secured) { $0.cut() },
        ]

        @Test("An evil login is ended with its code, and no password leaves", arguments: logins)
        func login(evil: Evil) async throws {
            try await meet(evil.script(identity), code: evil.code, isFinal: evil.isFinal)
        }

        static let certificates: [(String, TestAuthority.Request, isForeign: Bool)] = [
            ("certificate-expired", .init(names: "DNS:example.org", from: -7_200, until: -3_600), false),
            ("certificate-untrusted", .init(names: "DNS:example.org"), true),
            ("certificate-name-mismatch", .init(names: "DNS:example.net"), false),
        ]

        @Test("A bad certificate ends the login, and no password leaves", arguments: certificates)
        func certificate(code: String, request: TestAuthority.Request, isForeign: Bool) async throws {
            let issuer = isForeign ? try TestAuthority() : authority
            let bad = try issuer.issue(request)
            try await meet({ try $0.secure(bad) }, code: code, isFinal: false)
        }

        @Test("After SCRAM a server that offers only PLAIN gets nothing")
        func downgrade() async throws {
            let identity = identity
            try await meet(
                { conversation in
                    try conversation.secure(identity)
                    try conversation.send(ServerPhrases.features(ServerPhrases.mechanisms("PLAIN")))
                }, code: "sasl-downgrade", isFinal: true, from: 1,
                before: { conversation in
                    try conversation.secure(identity)
                    try conversation.welcome()
                    conversation.cut()
                })
        }

        static let streams: [Evil] = [
            .sending("a DTD", "xml-restricted-xml", "<!DOCTYPE x [<!ENTITY a 'b'>]><message/>"),
            .sending(
                "a huge stanza", "xml-policy-violation",
                "<message><body>" + String(repeating: "x", count: 1_100_000) + "</body></message>"),
            .sending("a deep stanza", "xml-policy-violation", String(repeating: "<a>", count: 100)),
            .sending(
                "an endless stanza", "xml-policy-violation",
                "<message>" + String(repeating: "<a/>", count: 20_000)),
            Evil("invalid UTF-8", "xml-not-well-formed", .online) {
                try $0.send(bytes: Array("<message><body>".utf8) + [0xC0, 0xAF] + Array("</body></message>".utf8))
            },
            .sending("a stream error", "stream-error-policy-violation", ServerPhrases.streamError("policy-violation")),
            .sending("a false count", "handled-count-too-high", "<a xmlns='urn:xmpp:sm:3' h='4000000'/>"),
            Evil("an end in the middle of a stanza", "connection-closed", .online) { conversation in
                try conversation.send("<message><body>half")
                conversation.cut()
            },
        ]

        @Test("An evil stream is ended with its code, and the daemon goes on", arguments: streams)
        func stream(evil: Evil) async throws {
            try await meet(evil.script(identity), code: evil.code, isFinal: evil.isFinal)
        }

        @Test("A server that stalls holds up nothing: other accounts and commands go on, and it can be left")
        func stall() async throws {
            let (reached, reach) = AsyncStream<Void>.makeStream()
            let identity = identity
            let stalling = try HostileServer { conversation in
                try conversation.secure(identity)
                reach.yield()
                conversation.stall()
            }
            let good = try HostileServer { conversation in
                try conversation.secure(identity)
                try conversation.welcome()
            }
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            _ = try await daemon.addAccount(
                "romeo@example.org", settings: user.settings(stalling.port, authority, password: "x"), isEnabled: true)
            try await awaiting("the connection") { for await _ in reached { return } }
            _ = try await daemon.addAccount(
                Evil.juliet, settings: user.settings(good.port, authority, password: Evil.password), isEnabled: true)
            try await daemon.account(Evil.juliet, until: .online)
            let left = try await user.saluton("account", "disconnect", "romeo@example.org", "--json")
            #expect(try left.json["state"] == "offline")
            #expect(await stalling.transcript().problem == nil)
        }
    }
}
