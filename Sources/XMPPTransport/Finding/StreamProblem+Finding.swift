internal import XMPPSessions

/// Servers that could not be found or reached.
extension StreamProblem {
    static let nameServersSilent = StreamProblem(
        code: "dns-failure", sentence: "The name servers did not answer.", action: "Check the network connection.")
    static let serviceRefused = StreamProblem(
        code: "service-not-offered", sentence: "The domain says that it has no XMPP server for its accounts.",
        action: "Check the account's address.", remedy: .user, section: "RFC 6120 §3.2.1")

    static func hostUnknown(_ host: String) -> StreamProblem {
        StreamProblem(
            code: "host-not-found", sentence: "The server's name has no address.",
            action: "Check the account's address, or set a host."
        ).with(detail: host)
    }

    static func unreachable(_ detail: String) -> StreamProblem {
        StreamProblem(code: "server-unreachable", sentence: "The server cannot be reached.").with(detail: detail)
    }

    static let wrongProxy = StreamProblem(
        code: "proxy-malformed", sentence: "The proxy's address cannot be read.",
        action: "Set it as socks5://host:port, with user:password@ in front of the host where needed.", remedy: .user)
    static let proxyRefusedLogin = StreamProblem(
        code: "proxy-not-authorized", sentence: "The proxy refused the user name or password.",
        action: "Check the proxy's user name and password.", remedy: .user, section: "RFC 1929 §2")
    static let proxyBroken = StreamProblem(
        code: "proxy-protocol", sentence: "The proxy does not speak SOCKS 5.", action: "Check the proxy's address.",
        section: "RFC 1928")

    static func proxyFailed(_ reply: UInt8) -> StreamProblem {
        let reasons: [UInt8: String] = [
            1: "general failure", 2: "not allowed by ruleset", 3: "network unreachable", 4: "host unreachable",
            5: "connection refused", 6: "TTL expired", 7: "command not supported", 8: "address type not supported",
        ]
        return StreamProblem(
            code: "proxy-cannot-reach", sentence: "The proxy cannot reach the server.", section: "RFC 1928 §6",
            detail: reasons[reply] ?? "unknown reply")
    }
}
