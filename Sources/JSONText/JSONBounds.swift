/// How much JSON a reader takes.
public struct JSONBounds: Sendable {
    /// Bytes of the whole text.
    public var bytes: Int
    /// Arrays and objects within each other, at most 512: the reader recurses.
    public var depth: Int
    /// Values and names in all.
    public var values: Int

    public init(bytes: Int = 4 << 20, depth: Int = 64, values: Int = 1 << 18) {
        self.bytes = bytes
        self.depth = min(depth, 512)
        self.values = values
    }
}
