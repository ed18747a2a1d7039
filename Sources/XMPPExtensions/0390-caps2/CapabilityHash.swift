import Digests
public import XMLStreams

extension Namespace {
    /// Entity Capabilities 2.0 (XEP-0390 §9).
    public static let capabilities2: Namespace = "urn:xmpp:caps"
    /// Hashes with the name of their function (XEP-0300 §8.1).
    public static let hashes: Namespace = "urn:xmpp:hashes:2"
}

/// A promise about what disco#info will say, as a hash of it (XEP-0115 §4, XEP-0390 §3).
public struct CapabilityHash: Hashable, Sendable {
    public enum Form: String, Hashable, Sendable {
        /// `ver` of XEP-0115.
        case verification = "xep-0115"
        /// XEP-0390.
        case capabilities2 = "xep-0390"
    }

    public let form: Form
    /// As in XEP-0300: "sha-1".
    public let function: String
    /// In Base64.
    public let value: String

    public init(form: Form, function: String, value: String) {
        self.form = form
        self.function = function
        self.value = value
    }

    /// One text for one hash, to be its key in a store: "xep-0390 sha-256 kzBZ…=".
    public var key: String { "\(form.rawValue) \(function) \(value)" }

    /// Whether we know the function, and so can prove the promise.
    public var isVerifiable: Bool { HashFunction(rawValue: function) != nil }

    /// The part of this information that the hash proves, without the node; `nil` when it proves none: we do not know
    /// the function, the information is ill-formed, or other information was promised.
    public func proved(of info: DiscoInfo) -> DiscoInfo? {
        guard let function = HashFunction(rawValue: function) else { return nil }
        // XEP-0390 §4.1 counts the language around; many hash without it, and stamp their stanzas with one.
        let readings = info.around == nil ? [info] : [info, info.withoutLanguageAround]
        guard var proved = readings.first(where: { CapabilityHash(form, of: $0, with: function) == self })?.withoutNode
        else { return nil }
        proved.around = nil
        // XEP-0115 §5.4 step 3.6: nothing vouches for a form that does not say what it is.
        proved.forms.removeAll { $0.type == nil }
        return proved
    }

    init?(_ form: Form, of info: DiscoInfo, with function: HashFunction) {
        let hash: [UInt8]?
        switch form {
        case .verification:
            hash = VerificationString.string(for: info).flatMap { try? Digest.hash($0, with: function) }
        case .capabilities2:
            hash = CapabilityHashInput.bytes(for: info).flatMap { try? Digest.hash($0, with: function) }
        }
        guard let hash else { return nil }
        self.init(form: form, function: function.rawValue, value: Base64.encode(hash))
    }

    /// The node under which the information can be asked for (XEP-0390 §4.3); that of XEP-0115 also needs the
    /// software's own node.
    func node(of software: String) -> String {
        switch form {
        case .verification: "\(software)#\(value)"
        case .capabilities2: "\(Namespace.capabilities2.rawValue)#\(function).\(value)"
        }
    }
}
