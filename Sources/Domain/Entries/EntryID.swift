/// The lasting name of an entry on the bus and in the store; never used again.
///
/// Shape: `e` and a decimal number, such as `e123`.  Opaque to frontends.  Numbers grow in the order in which entries
/// were stored, which is not the order in which they stand in a conversation.
public struct EntryID: Hashable, Sendable, CustomStringConvertible {
    /// The store's number, 1 or more.
    public let number: Int64

    public init(number: Int64) {
        precondition(number > 0, "entries are numbered from 1")
        self.number = number
    }

    /// `nil` unless the text is what `description` gives.
    public init?(_ text: String) {
        guard text.utf8.first == UInt8(ascii: "e"), text.utf8.count <= 20 else { return nil }
        guard let number = Int64(text.dropFirst()), number > 0 else { return nil }
        self.number = number
        guard description == text else { return nil }
    }

    public var description: String { "e\(number)" }
}
