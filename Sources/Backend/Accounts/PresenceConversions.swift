import Domain
import XMPPStanzas

extension Presence.Show {
    init(_ show: OwnPresence.Show) {
        switch show {
        case .available, .unavailable: self = .online
        case .chat: self = .chat
        case .away: self = .away
        case .xa: self = .xa
        case .dnd: self = .dnd
        }
    }
}

extension OwnPresence.Show {
    init(_ show: Presence.Show) {
        switch show {
        case .online: self = .available
        case .chat: self = .chat
        case .away: self = .away
        case .xa: self = .xa
        case .dnd: self = .dnd
        }
    }
}

extension Domain.LanguageMap {
    init(_ map: XMPPStanzas.LanguageMap) {
        self.init(map.items.map { Item(language: $0.language, text: $0.text) })
    }
}

extension XMPPStanzas.LanguageMap {
    init(_ map: Domain.LanguageMap) {
        self.init(map.items.map { Item(language: $0.language, text: $0.text) })
    }
}

extension Domain.LanguageMap {
    /// For what strangers write and many keep: the first languages, and the beginning of each text.
    var clipped: Domain.LanguageMap {
        Domain.LanguageMap(items.prefix(8).map { Item(language: $0.language, text: $0.text.clipped) })
    }
}

extension String {
    /// At most 1,024 bytes of it, in whole characters.
    var clipped: String {
        guard utf8.count > 1024 else { return self }
        var room = 1024
        let kept = prefix { character in
            room -= character.utf8.count
            return room >= 0
        }
        return String(kept)
    }
}
