/// A place among what was found, of use with the same query only.  Opaque to frontends.
public struct SearchCursor: Hashable, Sendable, CustomStringConvertible {
    let time: Int64
    let number: Int64

    init(time: Int64, number: Int64) {
        self.time = time
        self.number = number
    }

    /// `nil` unless the text is what `description` gave.
    public init?(_ text: String) {
        guard text.utf8.count <= 40 else { return nil }
        let parts = text.split(separator: "_", omittingEmptySubsequences: false)
        guard parts.count == 2, let time = Int64(parts[0], radix: 36), let number = Int64(parts[1], radix: 36) else {
            return nil
        }
        self.init(time: time, number: number)
    }

    public var description: String { "\(String(time, radix: 36))_\(String(number, radix: 36))" }
}
