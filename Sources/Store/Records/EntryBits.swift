import Domain

/// The bits of `entry.more`: what stands beside the row, and what filters ask for.  Never changed, only added to.
struct EntryBits: OptionSet {
    let rawValue: Int64

    static let texts = EntryBits(rawValue: 1)
    static let stanzaIDs = EntryBits(rawValue: 2)
    static let details = EntryBits(rawValue: 4)
    static let marks = EntryBits(rawValue: 8)
    static let versions = EntryBits(rawValue: 16)
    static let reactions = EntryBits(rawValue: 32)
    static let retracted = EntryBits(rawValue: 64)
    static let expiry = EntryBits(rawValue: 128)
    static let link = EntryBits(rawValue: 256)
    /// It names the user.
    static let mention = EntryBits(rawValue: 512)
    /// It was to be read.
    static let counted = EntryBits(rawValue: 1_024)
    /// Something the user did to it has still to be told.
    static let errands = EntryBits(rawValue: 2_048)
    /// Its author wants to hear that it was seen.
    static let markable = EntryBits(rawValue: 4_096)

    /// What follows from the content alone.
    init(of content: EntryContent) {
        var bits: EntryBits = []
        if content.texts.items.count > 1 || content.subjects.items.count > 1 { bits.insert(.texts) }
        if content.stanzaIDs.count > 1 { bits.insert(.stanzaIDs) }
        if content.expiresAt != nil { bits.insert(.expiry) }
        if content.isMarkable { bits.insert(.markable) }
        if let text = content.texts.first?.text, Self.hasAddress(text) { bits.insert(.link) }
        if let details = content.details { bits.formUnion(EntryBits(of: details)) }
        self = bits
    }

    init(of details: EntryDetails) {
        var bits: EntryBits = .details
        if !details.links.isEmpty { bits.insert(.link) }
        if details.mentionsUser { bits.insert(.mention) }
        if details.lifetime != nil { bits.insert(.expiry) }
        self = bits
    }

    /// Whether there is something like `https://` in a text.
    private static func hasAddress(_ text: String) -> Bool {
        var slashes = 0
        for byte in text.utf8 {
            switch (byte, slashes) {
            case (UInt8(ascii: ":"), _): slashes = 1
            case (UInt8(ascii: "/"), 1): slashes = 2
            case (UInt8(ascii: "/"), 2): return true
            default: slashes = 0
            }
        }
        return false
    }

    init(rawValue: Int64) {
        self.rawValue = rawValue
    }
}
