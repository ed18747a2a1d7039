import XMLStreams

/// What waits to be written, in order, as a value.
struct OutgoingLine {
    struct Entry {
        let element: Element
        let token: String?
        /// An answer to somebody's request, which nobody waits for.
        var isAnswer = false
    }

    private(set) var stanzas: [Entry] = []
    private(set) var nonzas: [Element] = []
    private(set) var answers = 0

    var isEmpty: Bool { stanzas.isEmpty && nonzas.isEmpty }

    mutating func append(_ entry: Entry) {
        if entry.isAnswer { answers += 1 }
        stanzas.append(entry)
    }

    /// Adds an element that is no stanza and is not counted (XEP-0198 §1).
    mutating func append(nonza: Element) { nonzas.append(nonza) }

    /// Takes the first stanzas, at most `count`.
    mutating func takeStanzas(_ count: Int) -> [Entry] {
        let taken = Array(stanzas.prefix(max(0, count)))
        stanzas.removeFirst(taken.count)
        answers -= taken.reduce(0) { $0 + ($1.isAnswer ? 1 : 0) }
        return taken
    }

    mutating func takeNonzas() -> [Element] {
        defer { nonzas = [] }
        return nonzas
    }
}
