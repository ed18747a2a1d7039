import Domain
public import XMPPAddresses
public import XMPPExtensions
import XMPPSessions

extension AccountService {
    /// Who an address is and what it can do; from what its presence proved where that is allowed (XEP-0115 §6.2).
    public func info(
        _ jid: JID, node: String?, fresh: Bool, timeout: Duration
    ) async throws(BackendError) -> DiscoInfo {
        let session = try onlineSession()
        if !fresh, node == nil, case .full(let device) = jid, let finder,
            let offers = capabilities[device.bare]?[device.resource]
        {
            do throws(RequestFailure) {
                return try await finder.info(of: device, announcing: offers, timeout: timeout)
            } catch .refused {
                // Some know nothing of the node that they announce: they are asked without it.
            } catch {
                return try await asking { () async throws(RequestFailure) in throw error }
            }
        }
        return try await asking { () async throws(RequestFailure) in
            try await session.info(of: jid, node: node, timeout: timeout)
        }
    }

    public func items(_ jid: JID, node: String?, timeout: Duration) async throws(BackendError) -> [DiscoItem] {
        let session = try onlineSession()
        return try await asking { () async throws(RequestFailure) in
            try await session.items(of: jid, node: node, timeout: timeout)
        }
    }

    public func version(_ jid: JID, timeout: Duration) async throws(BackendError) -> SoftwareVersion {
        let session = try onlineSession()
        return try await asking { () async throws(RequestFailure) in
            try await session.version(of: jid, timeout: timeout)
        }
    }

    /// The other side's clock: µs since 1970, UTC, and minutes east of it.
    public func time(_ jid: JID, timeout: Duration) async throws(BackendError) -> (utc: Int64, offset: Int32) {
        let session = try onlineSession()
        let time = try await asking { () async throws(RequestFailure) in
            try await session.time(of: jid, timeout: timeout)
        }
        return (time.utc, Int32(clamping: time.offset))
    }

    public func lastActivity(
        _ jid: JID, timeout: Duration
    ) async throws(BackendError) -> (seconds: UInt64, status: String) {
        let session = try onlineSession()
        let last = try await asking { () async throws(RequestFailure) in
            try await session.lastActivity(of: jid, timeout: timeout)
        }
        return (last.seconds, last.status)
    }

    /// How long an answer takes, in µs.
    public func ping(_ jid: JID, timeout: Duration) async throws(BackendError) -> Int64 {
        let session = try onlineSession()
        let start = surroundings.clock.now
        try await asking { () async throws(RequestFailure) in try await session.ping(jid, timeout: timeout) }
        return Int64((surroundings.clock.now - start) / .microseconds(1))
    }
}
