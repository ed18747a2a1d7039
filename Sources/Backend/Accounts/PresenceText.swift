import Domain
import JSONText

/// An own presence as the text of a setting.
enum PresenceText {
    static func setting(_ account: AccountID) -> String { "presence.\(account)" }

    static func text(_ presence: OwnPresence) -> String {
        var writer = JSONWriter()
        writer.object { object in
            object.member("show", presence.show.rawValue)
            object.member("priority", Int64(presence.priority))
            object.key("statuses")
            object.object { statuses in
                for item in presence.statuses.items { statuses.member(item.language, item.text) }
            }
        }
        return writer.text
    }

    /// `nil` for anything but what `text` gives.
    static func presence(_ text: String) -> OwnPresence? {
        guard let json = try? JSONParser.parse(text), let show = json["show"]?.string.flatMap(OwnPresence.Show.init),
            let priority = json["priority"]?.integer.flatMap({ Int8(exactly: $0) }),
            let members = json["statuses"]?.members
        else { return nil }
        var statuses = LanguageMap()
        for member in members {
            guard let text = member.value.string else { return nil }
            statuses.add(text, language: member.name)
        }
        return OwnPresence(show: show, statuses: statuses, priority: priority)
    }
}
