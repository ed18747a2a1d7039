import Backend
import BusAPI
import Domain

extension ConversationSettings {
    /// Reads the settings of `Conversation1.Set`; unknown keys and wrong types fail.
    init(_ fields: Fields) throws(BusError) {
        self.init()
        try fields.refuseUnknown(allowed: ["open", "pinned", "notify", "muted-until", "retention"])
        isOpen = try fields.get("open", as: Bool.self)
        isPinned = try fields.get("pinned", as: Bool.self)
        let level = try Self.level(fields)
        switch try fields.get("muted-until", as: Int64.self) {
        case nil: mute = level.map { level in level.value.map { .set(.init(level: $0)) } ?? .remove }
        case 0?: mute = .remove
        case let time?: mute = .set(.init(level: level?.value ?? .all, until: Timestamp(microseconds: time)))
        }
        // Minus one, which is no length of time, takes the setting away.
        if let number = fields["retention"], Int64(busValue: number) == -1 {
            retention = .remove
        } else if let seconds = try fields.get("retention", as: UInt32.self) {
            retention = .set(RetentionPeriod(number: seconds))
        }
    }

    private typealias Level = ConversationState.Mute.Level

    private static func level(_ fields: Fields) throws(BusError) -> AccountChange.Setting<Level>? {
        switch try fields.get("notify", as: String.self) {
        case nil: nil
        case "all": .remove
        case "mentions": .set(.mentions)
        case "none": .set(.all)
        case .some: throw BusError.invalidArguments.because("notify is all, mentions or none")
        }
    }
}
