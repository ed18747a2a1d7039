import XMPPSessions

/// A FAST token as one text, for sealing: mechanism, expiry, count and token, separated by spaces.
enum TokenText {
    static func text(_ token: FASTToken) -> String {
        "\(token.mechanism) \(token.expiry) \(token.count) \(token.token)"
    }

    /// `nil` for anything but what `text` gives.
    static func token(_ text: String) -> FASTToken? {
        let parts = text.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 4, let expiry = Int64(parts[1]), let count = UInt32(parts[2]) else { return nil }
        return FASTToken(mechanism: String(parts[0]), token: String(parts[3]), expiry: expiry, count: count)
    }
}
