/// The lasting name of a conversation on the bus and in the store; unique over all accounts, never used again.
///
/// Shape: `c` and a number in base 36, such as `c1f`: it can stand in an object path.  Opaque to frontends.
public struct ConversationID: Hashable, Sendable, CustomStringConvertible {
    /// The store's number, 1 or more.
    public let number: Int64

    public init(number: Int64) {
        precondition(number > 0, "conversations are numbered from 1")
        self.number = number
    }

    /// `nil` unless the text is what `description` gives.
    public init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "c"), text.utf8.count <= 14 else { return nil }
        guard let number = Int64(text.dropFirst(), radix: 36), number > 0 else { return nil }
        self.number = number
        guard description == text else { return nil }
    }

    public var description: String { "c" + String(number, radix: 36) }
}
