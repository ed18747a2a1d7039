import XMLStreams
import XMPPExtensions
import XMPPStanzas

/// What a message carries that belongs to its text, read payload by payload.
///
/// Of lists no more is kept than their bounds; a message that mentions more people than that mentions nobody, as it is
/// not meant for them (XEP-0513 §3.6).
struct TextPayloads {
    static let mostLinks = 16
    static let mostMentions = 32
    private static let mostMarkups = 16

    private(set) var spoilers: [Element] = []
    private(set) var links: [OutOfBandLink] = []
    private(set) var references: [Reference] = []
    private(set) var mentions: [ExplicitMention] = []
    private(set) var markups: [Element] = []
    private(set) var xhtml: Element?
    private(set) var isUnstyled = false
    /// Seconds after which the sender wants it deleted (XEP-0466 §3.2); `nil`: nothing says so.
    private(set) var timer: UInt32?
    /// Which encryption it is that keeps the message from being read; `nil`: nothing says so.
    private(set) var encryption: EncryptionTag?
    /// Whether it brings a new key, and nothing that is encrypted with it.
    private(set) var isKeyOnly = false
    /// Whether there is any of it.
    private(set) var isEmpty = true

    /// Reads a payload; one that is none of these changes nothing.
    mutating func read(_ payload: Element) {
        switch payload.name.namespace {
        case .spoiler?: if spoilers.count < Spoiler.languages { spoilers.append(payload) }
        case .outOfBandLinks?: if links.count < Self.mostLinks { read(OutOfBandLink(harmless: payload)) }
        case .references?: if references.count <= Self.mostMentions { read(try? Reference(payload)) }
        case .mentions?: if mentions.count <= Self.mostMentions { read(try? ExplicitMention(payload)) }
        case .markup?: if markups.count < Self.mostMarkups { markups.append(payload) }
        case .xhtmlIM?: xhtml = xhtml ?? payload
        case .ephemeral?: timer = timer ?? Ephemeral(in: [payload])?.timer
        case .styling?: isUnstyled = isUnstyled || Styling.isUnstyled(payload)
        default:
            guard let tag = EncryptionTag(in: payload) else {
                isKeyOnly = isKeyOnly || EncryptionTag.isKeyOnly(payload)
                return
            }
            // The tag itself says more than a ciphertext.
            if encryption == nil || payload.name.namespace == .encryptionTag { encryption = tag }
        }
        isEmpty = false
    }

    private mutating func read(_ link: OutOfBandLink?) {
        guard let link, !links.contains(where: { $0.url == link.url }) else { return }
        links.append(link)
    }

    private mutating func read(_ reference: Reference?) {
        if let reference { references.append(reference) }
    }

    private mutating func read(_ mention: ExplicitMention?) {
        if let mention { mentions.append(mention) }
    }
}
