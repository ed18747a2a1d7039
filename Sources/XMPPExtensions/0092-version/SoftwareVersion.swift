public import XMLStreams
public import XMPPStanzas

extension Namespace {
    /// Software Version (XEP-0092 §7).
    public static let softwareVersion: Namespace = "jabber:iq:version"
}

/// The name and version of somebody's software (XEP-0092 §2).
public struct SoftwareVersion: Hashable, Sendable, IQResult {
    public var name: String
    public var version: String
    /// The operating system; `nil`: not said.
    public var os: String?

    public init(name: String, version: String, os: String? = nil) {
        self.name = name
        self.version = version
        self.os = os
    }

    public static let codec = Codec(
        Name("query", .softwareVersion), { SoftwareVersion(name: $0, version: $1, os: $2) },
        .childText("name", \.name), .childText("version", \.version), .childText("os", \.os))
}
