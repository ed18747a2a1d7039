import Domain
import XMLStreams

/// Something that is told without anybody waiting for it.
struct Courtesy: Sendable {
    var stanza: Element
    /// Whose marker it is; `nil`: it is no marker.
    var marked: ConversationID?
}

/// What waits to be told over the stream of one session; another session has a line of its own.
struct CourtesyLine: Sendable {
    /// Courtesies that wait at most; what is beyond is not sent.
    static let limit = 2000

    struct Addition {
        /// Whether somebody must begin to send what is in the line.
        var begins = false
        var isFull = false
        /// What is not sent: of an earlier session, or too much.
        var missed: [Courtesy] = []
    }

    private var waiting: [Courtesy] = []
    /// Whose line it is; `nil`: nobody sends, and nothing waits.
    private var session: ObjectIdentifier?

    mutating func add(_ courtesy: Courtesy, of session: ObjectIdentifier) -> Addition {
        var addition = Addition()
        if self.session != session {
            addition.begins = true
            addition.missed = waiting
            waiting = []
            self.session = session
        }
        guard waiting.count < Self.limit else {
            addition.isFull = true
            addition.missed.append(courtesy)
            return addition
        }
        waiting.append(courtesy)
        return addition
    }

    /// Everything that waits in this session; empty: nothing, and whoever sends is to end.
    mutating func take(of session: ObjectIdentifier) -> [Courtesy] {
        guard self.session == session else { return [] }
        if waiting.isEmpty { self.session = nil }
        defer { waiting = [] }
        return waiting
    }

    /// The session is over: what still waits in its line.
    mutating func end(of session: ObjectIdentifier) -> [Courtesy] {
        guard self.session == session else { return [] }
        self.session = nil
        defer { waiting = [] }
        return waiting
    }
}
