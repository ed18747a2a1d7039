public import XMPPSessions

/// The table of contents of what we speak.
public enum Extensions {
    /// Every extension, those that others need first.  What only reads or writes payloads is not among them, since it
    /// has nothing to join (`Delay`, `Nickname`, `OriginID`); what of that is to be announced stands in
    /// `MessageFeatures`.
    public static func all(_ settings: ExtensionSettings) -> [any XMPPExtension] {
        let disco = Disco(identities: [settings.identity])
        let standard: [any XMPPExtension] = [
            disco,
            Capabilities(disco: disco, node: settings.website),
            Roster(),
            Subscriptions(),
            Version(SoftwareVersion(name: settings.name, version: settings.version)),
            Ping(),
            Time { EntityTime(utc: settings.now(), offset: settings.offset()) },
        ]
        let messages: [any XMPPExtension] = [
            Carbons(account: settings.account, stamp: settings.stamp),
            Archive(stamp: settings.stamp, book: settings.archive),
            MessageFeatures(),
            PersonalEvents(),
        ]
        let optional: [any XMPPExtension] = settings.takesAttention ? [Attention()] : []
        // XEP-0012 §6: announced only where it is answered.
        return standard + messages + optional + (settings.idle.map { [Idleness(seconds: $0)] } ?? [])
    }
}
