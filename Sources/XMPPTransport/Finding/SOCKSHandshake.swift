internal import XMPPSessions

/// The client of SOCKS 5 (RFC 1928, RFC 1929) up to the connection, as a value.  The proxy resolves the host.
struct SOCKSHandshake: Sendable {
    enum Action: Equatable, Sendable {
        case send([UInt8])
        case ready
        case fail(StreamProblem)
    }
    private enum State { case fresh, choosing, proving, connecting, over }

    private let proxy: ProxyAddress
    private let target: Candidate
    private var state = State.fresh
    private var received: [UInt8] = []

    init(_ proxy: ProxyAddress, to target: Candidate) {
        self.proxy = proxy
        self.target = target
    }

    /// The connection to the proxy is there.
    mutating func start() -> Action {
        state = .choosing
        return .send(proxy.user == nil ? [5, 1, 0] : [5, 1, 2])
    }

    /// Takes bytes of the proxy.  It speaks only when spoken to, so what comes too much is an error.
    mutating func receive(_ bytes: some Collection<UInt8>) -> Action? {
        received.append(contentsOf: bytes.prefix(512))
        let action = step()
        if case .fail = action { state = .over }
        return action
    }

    private mutating func step() -> Action? {
        switch state {
        case .choosing:
            guard let answer = take(2) else { return nil }
            guard answer[0] == 5 else { return .fail(.proxyBroken) }
            switch (answer[1], proxy.user) {
            case (0, nil): return connect()
            case (2, let user?):
                state = .proving
                let password = Array((proxy.password ?? "").utf8)
                let name = Array(user.utf8)
                return .send([1, UInt8(clamping: name.count)] + name + [UInt8(clamping: password.count)] + password)
            default: return .fail(.proxyRefusedLogin)
            }
        case .proving:
            guard let answer = take(2) else { return nil }
            return answer[1] == 0 ? connect() : .fail(.proxyRefusedLogin)
        case .connecting: return connected()
        case .fresh, .over: return .fail(.proxyBroken)
        }
    }

    private mutating func connect() -> Action {
        guard received.isEmpty else { return .fail(.proxyBroken) }
        state = .connecting
        let address: [UInt8]
        switch PeerIdentity.octets(target.host) {
        case let octets? where octets.count == 4: address = [1] + octets
        case let octets?: address = [4] + octets
        case nil:
            let name = Array(target.host.utf8.prefix(255))
            address = [3, UInt8(clamping: name.count)] + name
        }
        return .send([5, 1, 0] + address + [UInt8(target.port >> 8), UInt8(target.port & 0xFF)])
    }

    private mutating func connected() -> Action? {
        guard received.count >= 2 else { return nil }
        guard received[0] == 5 else { return .fail(.proxyBroken) }
        guard received[1] == 0 else { return .fail(.proxyFailed(received[1])) }
        guard received.count >= 5 else { return nil }
        let length: Int
        switch received[3] {
        case 1: length = 10
        case 3: length = 7 + Int(received[4])
        case 4: length = 22
        default: return .fail(.proxyBroken)
        }
        guard received.count >= length else { return nil }
        guard received.count == length else { return .fail(.proxyBroken) }
        state = .over
        return .ready
    }

    private mutating func take(_ count: Int) -> [UInt8]? {
        guard received.count >= count else { return nil }
        defer { received.removeFirst(count) }
        return Array(received.prefix(count))
    }
}
