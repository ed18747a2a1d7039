import FrontendKit
import JSONText

/// Why a command did not do what it was asked to, and what to do now.
struct Failure: Error, Equatable {
    var status: CommandStatus
    /// For programs: the last component of the bus error, or a name of ours.
    var name: String
    /// What failed, for people.
    var sentence: String
    /// What to do; nil where there is nothing to say.
    var action: String?

    init(_ status: CommandStatus, name: String, _ sentence: String, action: String? = nil) {
        self.status = status
        self.name = name
        self.sentence = sentence
        self.action = action
    }

    static func usage(_ sentence: String, action: String? = nil) -> Failure {
        Failure(.usage, name: "Usage", sentence, action: action)
    }

    /// The lines for people; they may hold remote text.
    var lines: [String] {
        let first = RemoteText(sentence).printableLines
        let rest = action.map { RemoteText($0).printableLines } ?? []
        return ["saluton: " + first[0]] + (first.dropFirst() + rest).map { "  " + $0 }
    }

    var json: JSON {
        var members = [
            JSON.Member("code", .integer(Int64(status.code))), JSON.Member("name", .string(name)),
            JSON.Member("sentence", .string(sentence)),
        ]
        if let action { members.append(JSON.Member("action", .string(action))) }
        return ["error": .object(members)]
    }
}

/// Nobody reads our output any more: end quietly, as `head` expects.
struct OutputClosed: Error {}
