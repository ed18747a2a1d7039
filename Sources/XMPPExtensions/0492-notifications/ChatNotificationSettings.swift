public import XMLStreams
import XMPPStanzas

extension Namespace {
    /// Chat notification settings (XEP-0492 §6.1).
    public static let notificationSettings: Namespace = "urn:xmpp:notification-settings:1"
}

/// What of a chat calls for attention, for each kind of program (XEP-0492 §2).
///
/// What is for other programs, and what others have added, stays as it is (§3).
public struct ChatNotificationSettings: Hashable, Sendable {
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case always
        case onMention = "on-mention"
        case never
    }

    /// The kind of program, as in service discovery (§2.2).
    public struct Identity: Hashable, Sendable {
        public var category: String
        public var type: String

        public init(category: String, type: String) {
            self.category = category
            self.type = type
        }
    }

    /// What holds for one kind of program.
    public struct Choice: Hashable, Sendable {
        public var level: Level
        /// Until when, µs since 1970, UTC; `nil`: until the user says otherwise.  Our own addition (§2.3).
        public var until: Int64?

        public init(_ level: Level, until: Int64? = nil) {
            self.level = level
            self.until = until
        }
    }

    public private(set) var element: Element

    /// Nothing is said yet.
    public init() { element = Element("notify", .notificationSettings) }

    /// `nil` for another element.
    public init?(_ element: Element) {
        guard element.has("notify", .notificationSettings) else { return nil }
        self.element = element
    }

    /// The choice that is most specific to a kind of program (§3); `nil`: nothing is said for it.
    public func choice(for identity: Identity) -> Choice? {
        guard let index = index(for: identity), case .element(let setting) = element.children[index],
            let level = Level(rawValue: setting.name.local)
        else { return nil }
        return Choice(level, until: Self.until(setting))
    }

    /// Changes the setting that holds for a kind of program, or that for all where there is none of its own; there is
    /// always one for all afterwards (§3).
    public mutating func set(_ choice: Choice, for identity: Identity) {
        if let index = index(for: identity), case .element(let old) = element.children[index] {
            element.children[index] = .element(Self.setting(choice, from: old))
        }
        guard !settings.contains(where: { $0.category == nil && $0.type == nil }) else { return }
        element.children.append(
            .element(Self.setting(choice, from: Element(choice.level.rawValue, .notificationSettings))))
    }

    // MARK: The elements

    private struct Setting {
        let index: Int
        let category: String?
        let type: String?
    }

    private var settings: [Setting] {
        element.children.enumerated().compactMap { index, node in
            guard case .element(let child) = node, child.name.namespace == .notificationSettings,
                Level(rawValue: child.name.local) != nil
            else { return nil }
            return Setting(
                index: index, category: child[attribute: "identity-category"], type: child[attribute: "identity-type"])
        }
    }

    private func index(for identity: Identity) -> Int? {
        let all = settings
        let exact = all.first { $0.category == identity.category && $0.type == identity.type }
        let wider = all.first { $0.category == identity.category && $0.type == nil }
        return (exact ?? wider ?? all.first { $0.category == nil && $0.type == nil })?.index
    }

    /// The same element with another choice: attributes and foreign additions stay.
    private static func setting(_ choice: Choice, from old: Element) -> Element {
        var new = Element(
            Name(choice.level.rawValue, .notificationSettings), attributes: old.attributes, children: old.children)
        guard until(old) != choice.until else { return new }
        var advanced = old.child("advanced", .notificationSettings) ?? Element("advanced", .notificationSettings)
        advanced.removeChildren("until", .conversationSettings)
        if let until = choice.until {
            let stamp = XMPPDateTime(microseconds: until).description
            advanced.children.append(.element(Element("until", .conversationSettings, ["stamp": stamp])))
        }
        new.removeChildren("advanced", .notificationSettings)
        // §2.3: never empty.
        if !advanced.elements.isEmpty { new.children.append(.element(advanced)) }
        return new
    }

    private static func until(_ setting: Element) -> Int64? {
        setting.child("advanced", .notificationSettings)?.child("until", .conversationSettings)?[attribute: "stamp"]
            .flatMap(XMPPDateTime.init(xmlText:))?.microseconds
    }
}
