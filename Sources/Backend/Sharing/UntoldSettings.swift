import Domain
import XMPPExtensions

/// What of a conversation's settings was changed here, and the server is still to be told.
struct UntoldSettings: Hashable, Sendable {
    /// The settings that go their ways independently: the last to tell one of them has it.
    struct Aspects: OptionSet, Hashable, Sendable {
        let rawValue: Int

        static let mute = Aspects(rawValue: 1)
        static let pin = Aspects(rawValue: 2)
        static let retention = Aspects(rawValue: 4)
        static let all: Aspects = [.mute, .pin, .retention]
    }

    var aspects: Aspects = []
    /// How often something was changed.
    var count = 0

    mutating func note(_ aspects: Aspects) {
        self.aspects.formUnion(aspects)
        count &+= 1
    }
}

extension SharedSettings {
    /// The same with some of it as another has it.
    func adopting(_ aspects: UntoldSettings.Aspects, from other: SharedSettings) -> SharedSettings {
        SharedSettings(
            notification: aspects.contains(.mute) ? other.notification : notification,
            isPinned: aspects.contains(.pin) ? other.isPinned : isPinned,
            retention: aspects.contains(.retention) ? other.retention : retention)
    }
}

/// Conversations whose settings are still to be told, as the text of a setting: their ids, separated by spaces, each with
/// the first letters of what was changed, `c1.mp`; an id alone stands for everything.
enum UntoldText {
    private static let letters: [(Character, UntoldSettings.Aspects)] = [
        ("m", .mute), ("p", .pin), ("r", .retention),
    ]

    static func setting(_ account: AccountID) -> String { ".untold.\(account)" }

    /// `nil`: there are none.
    static func text(_ untold: [ConversationID: UntoldSettings]) -> String? {
        guard !untold.isEmpty else { return nil }
        return untold.sorted { $0.key.number < $1.key.number }
            .map { id, untold in
                let changed = letters.filter { untold.aspects.contains($0.1) }.map { String($0.0) }.joined()
                return changed.isEmpty ? id.description : "\(id).\(changed)"
            }
            .joined(separator: " ")
    }

    /// What is no id is left out.
    static func conversations(_ text: String) -> [ConversationID: UntoldSettings] {
        var all: [ConversationID: UntoldSettings] = [:]
        for word in text.split(separator: " ") {
            let parts = word.split(separator: ".", maxSplits: 1)
            guard let id = parts.first.flatMap({ ConversationID(String($0)) }) else { continue }
            let named = letters.filter { parts.count > 1 && parts[1].contains($0.0) }
            let aspects = named.reduce(into: UntoldSettings.Aspects()) { $0.formUnion($1.1) }
            all[id] = UntoldSettings(aspects: aspects.isEmpty ? .all : aspects)
        }
        return all
    }
}
