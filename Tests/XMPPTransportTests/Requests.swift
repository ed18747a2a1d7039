import Digests
import SASLMechanisms
import TestSupport
import XMLStreams
import XMPPAddresses
import XMPPSessions

@testable import XMPPTransport

/// The account of these tests.
let juliet = "juliet@example.org"
let password = "pencil-and-paper"
/// What must never be seen on the wire: the password, plain and as PLAIN has it.
let secrets = [password, ScriptedSCRAM.encoded("\0juliet\0\(password)")]

/// A request to log in at a server on loopback.
func request(
    _ port: UInt16, tls: TLSMode = .starttls, authority: TestAuthority? = nil, account: String = juliet,
    change: (inout LoginRequest) -> Void = { _ in }
) throws -> LoginRequest {
    var request = LoginRequest(
        account: try BareJID(account), credentials: Credentials(password: Secret(utf8: password)),
        endpoint: Endpoint(host: "127.0.0.1", port: port, tls: tls, authorityFile: authority?.file),
        resource: "balcony", installation: "d4565fa7-4d72-4749-b3d3-740edbf87770")
    change(&request)
    return request
}

/// The problem that a login ends with; `nil` when it succeeds.
func problem(_ connector: NIOStreamConnector, _ request: LoginRequest) async -> StreamProblem? {
    do {
        let outcome = try await connector.connect(request)
        await outcome.stream.abandon()
        return nil
    } catch {
        return error
    }
}

extension NIOStreamConnector {
    /// One that gives servers little time.
    static func hasty(_ step: Duration = .seconds(3)) -> NIOStreamConnector {
        NIOStreamConnector(TransportSettings(step: step))
    }
}

/// For what a stall is not the point of.
let patient = NIOStreamConnector(TransportSettings(step: .seconds(20)))
