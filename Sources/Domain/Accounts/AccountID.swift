/// The lasting name of an account on the bus and in the store; never used again after the account is removed.
///
/// Shape: 1–16 characters of `a`–`z` and `0`–`9`, so that it can stand in an object path.
public struct AccountID: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// `nil` unless the text has the shape of an id.
    public init?(_ text: String) {
        guard (1...16).contains(text.utf8.count) else { return nil }
        guard text.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) else { return nil }
        description = text
    }

    /// An id of eight characters, made from random bits.
    public init(random bits: UInt64) {
        let alphabet: [Character] = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        var rest = bits
        var text = ""
        for _ in 0..<8 {
            text.append(alphabet[Int(rest % 36)])
            rest /= 36
        }
        description = text
    }
}
