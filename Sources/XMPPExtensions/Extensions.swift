public import XMPPSessions

/// The table of contents of what we speak.
public enum Extensions {
    /// What extensions need to know of the program and the machine they run in.
    public struct Surroundings: Sendable {
        public var software: SoftwareVersion
        /// An address that names the software (XEP-0115 §4).
        public var node: String
        /// "console", "pc", "bot": the kind of client we say we are.
        public var kind: String
        public var time: @Sendable () -> EntityTime
        /// Seconds since a person last did something here; `nil` when that shall not be told.
        public var idle: @Sendable () -> UInt64?

        public init(
            software: SoftwareVersion, node: String, kind: String, time: @escaping @Sendable () -> EntityTime,
            idle: @escaping @Sendable () -> UInt64?
        ) {
            self.software = software
            self.node = node
            self.kind = kind
            self.time = time
            self.idle = idle
        }
    }

    /// Every extension, those that others need first.
    public static func all(_ here: Surroundings) -> [any XMPPExtension] {
        let disco = Disco(
            identities: [DiscoIdentity(category: "client", type: here.kind, name: here.software.name)],
            forms: [
                SoftwareInfo.form(
                    software: here.software.name, version: here.software.version, os: here.software.os)
            ])
        return [
            disco,
            Capabilities(disco: disco, node: here.node),
            Roster(),
            Subscriptions(),
            Idleness(seconds: here.idle),
            Version(here.software),
            Ping(),
            Time(now: here.time),
        ]
    }
}
