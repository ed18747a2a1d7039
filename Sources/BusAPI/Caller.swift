/// Who calls: an opaque id that nobody else ever gets.
public struct Caller: Hashable, Sendable, CustomStringConvertible {
    /// On D-Bus the unique name, such as `:1.42`.
    public let id: String

    public init(id: String) { self.id = id }

    public var description: String { id }
}
