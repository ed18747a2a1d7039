/// What belongs together: stored as a whole or not at all.
public struct Batch: Sendable {
    public private(set) var changes: [Change]

    public init(_ changes: [Change] = []) {
        self.changes = changes
    }

    public var isEmpty: Bool { changes.isEmpty }

    public mutating func append(_ change: Change) {
        changes.append(change)
    }

    public mutating func append(contentsOf other: [Change]) {
        changes.append(contentsOf: other)
    }
}
