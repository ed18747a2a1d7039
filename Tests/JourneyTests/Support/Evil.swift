import Foundation
import TestSupport
import Testing

/// What one evil server does, and what the account must say of it.
struct Evil: CustomTestStringConvertible, Sendable {
    enum Moment: Sendable {
        /// From the first byte on.
        case start
        /// Behind TLS with this certificate, before the features.
        case secured
        /// After a login that is as it should be.
        case online
    }

    let testDescription: String
    /// The code of the problem.
    let code: String
    var moment = Moment.start
    /// Whether only the user can help; else the daemon goes on trying.
    var isFinal = false
    let act: HostileServer.Script

    init(
        _ testDescription: String, _ code: String, _ moment: Moment = .start, isFinal: Bool = false,
        _ act: @escaping HostileServer.Script
    ) {
        self.testDescription = testDescription
        self.code = code
        self.moment = moment
        self.isFinal = isFinal
        self.act = act
    }

    static func sending(_ name: String, _ code: String, _ text: @autoclosure @escaping @Sendable () -> String) -> Evil {
        Evil(name, code, .online) { try $0.send(text()) }
    }

    /// The account of these tests.
    static let juliet = "juliet@example.org"
    static let password = "pencil-and-paper"
    /// The password, and the forms in which it would leave with PLAIN.
    static let secrets = [
        password, ScriptedSCRAM.encoded(password), ScriptedSCRAM.encoded("\0juliet\0\(password)"),
        ScriptedSCRAM.encoded("\(juliet)\0juliet\0\(password)"),
    ]

    /// The whole script, with a good certificate.
    func script(_ identity: TestIdentity) -> HostileServer.Script {
        { [self] conversation in
            if moment != .start { try conversation.secure(identity) }
            if moment == .online { try conversation.welcome() }
            try act(conversation)
        }
    }
}

extension HostileConversation {
    /// A login from the features on, as a good server has it.
    func welcome(resource: String = "balcony") throws {
        try authenticate(password: Evil.password)
        try bind("\(Evil.juliet)/\(resource)")
    }

    /// Waits for a request that holds this, and returns its id.
    func request(holding text: String) throws -> String {
        let request = try expect("<iq") + expect(text)
        let start = request.range(of: "<iq", options: .backwards)?.lowerBound ?? request.startIndex
        return request[start...].components(separatedBy: "id='").dropFirst().first?
            .components(separatedBy: "'").first ?? ""
    }
}
