import BusAPI
import DBusWire
import FrontendKit
import JSONText

/// One of the two in an exchange: what is said, and what is done to what was said.
///
/// Of every four lines the first is corrected after the second, the third is retracted after the fourth, and to the fourth
/// the other one reacts.  A step that got no answer is tried again as a careful program does: a message with the same
/// token, anything else after a look at the entry.
actor Speaker {
    private enum Step {
        case say(Int)
        case correct(Int)
        case retract(Int)
    }

    /// How a line is to read in the end.
    struct Line: Hashable {
        var text: String
        /// Who reacted, by what they gave.
        var reactions: [String: [String]] = [:]
    }

    static let reaction = "🌹"

    nonisolated let address: String
    nonisolated let peer: String
    private let name: String
    private var steps: [Step] = []
    private var done = 0
    private var lines = 0
    /// The entries of the lines that were sent.
    private var entries: [Int: String] = [:]
    /// What of the other's was answered with a reaction, and the call came back.
    private var reacted: Set<String> = []

    init(_ name: String, _ address: String, to peer: String) {
        (self.name, self.address, self.peer) = (name, address, peer)
    }

    /// What is said last by now.
    var last: String { text(lines - 1) }

    /// How many lines are to be taken back by now.
    var retracted: Int { lines / 4 }

    /// How the lines are to read by now, without those that were taken back.
    var expected: [Line] {
        (0..<lines).compactMap { line in
            switch line % 4 {
            case 0 where line + 1 < lines: Line(text: corrected(line))
            case 2 where line + 1 < lines: nil
            case 3: Line(text: text(line), reactions: [Self.reaction: [peer]])
            default: Line(text: text(line))
            }
        }
    }

    /// Says so much more, when it is next played.
    func plan(lines count: Int) {
        for line in lines..<(lines + count) {
            steps.append(.say(line))
            if line % 4 == 1 { steps.append(.correct(line - 1)) }
            if line % 4 == 3 { steps.append(.retract(line - 1)) }
        }
        lines += count
    }

    /// The same until a line stands last after which nothing is done; two more need no reaction.
    func planEnd() { plan(lines: 4 - (lines + 3) % 4) }

    /// Does what is still to be done.
    func play(at daemon: Daemon) async throws {
        let conversation = try await daemon.account(address).conversation(with: peer)
        while done < steps.count {
            try await perform(steps[done], in: conversation)
            done += 1
        }
    }

    /// Reacts to what of the other's newest lines is to have a reaction and has come.
    /// - Parameter limit: how many entries are looked at, 1–500.
    func react(at daemon: Daemon, among limit: UInt32 = 20) async throws {
        let conversation = try await daemon.account(address).conversation(with: peer)
        var before: String?
        repeat {
            var options: Fields = [:]
            options.set("before", before)
            let page = try await conversation.history(limit: limit, options: options)
            for entry in page.entries.map({ EntryShape(JSON($0)) }) {
                guard let text = entry.said, Self.isAnswered(text), !entry.isOutgoing, !reacted.contains(text) else {
                    continue
                }
                try await conversation.react(entry: entry.id, reactions: [Self.reaction])
                reacted.insert(text)
            }
            before = page.earlier.isEmpty || limit < 500 ? nil : page.earlier
        } while before != nil
    }

    private func perform(_ step: Step, in conversation: Conversation1Proxy) async throws {
        switch step {
        case .say(let line):
            entries[line] = try await conversation.send(
                texts: ["": text(line)], options: ["token": .string("line-\(line)")])
        case .correct(let line):
            guard let id = entries[line], try await conversation.entry(id).said != corrected(line) else { return }
            try await conversation.correct(entry: id, texts: ["": corrected(line)], options: [:])
        case .retract(let line):
            guard let id = entries[line], try await !conversation.entry(id).isRetracted else { return }
            try await conversation.retract(entry: id, options: [:])
        }
    }

    private func text(_ line: Int) -> String { "\(name) \(line)" }
    private func corrected(_ line: Int) -> String { "\(name) \(line), I mean" }

    private static func isAnswered(_ text: String) -> Bool {
        text.split(separator: " ").last.flatMap { Int($0) }.map { $0 % 4 == 3 } ?? false
    }
}

extension EntryShape {
    /// Its text, in its first language.
    var said: String? { json["texts"]?.members?.first?.value.string }

    /// What a speaker can expect of it; nil where it was taken back.
    var line: Speaker.Line? {
        guard !isRetracted else { return nil }
        let given = (json["reactions"]?.members ?? []).map { ($0.name, ($0.value.array ?? []).compactMap(\.string)) }
        return Speaker.Line(text: said ?? "", reactions: Dictionary(given) { $0 + $1 })
    }
}
