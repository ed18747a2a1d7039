extension XMPPURI: CustomStringConvertible {
    /// The URI in ASCII, everything else percent-encoded (RFC 5122 §2.7).
    public var description: String {
        var text = "xmpp:"
        if let account {
            text += "//" + Self.encode(account)
            if address != nil { text += "/" }
        }
        if let address {
            text += Self.encode(address.bare)
            if let resource = address.resource {
                text += "/" + PercentCoding.encode(resource, allowing: "!$&'()*+,:;=")
            }
        }
        if let query {
            text += "?" + PercentCoding.encode(query.action)
            for parameter in query.parameters {
                text += ";" + PercentCoding.encode(parameter.name) + "=" + PercentCoding.encode(parameter.value)
            }
        }
        if let fragment { text += "#" + PercentCoding.encode(fragment, allowing: "!$&'()*+,:;=@/?") }
        return text
    }

    private static func encode(_ address: BareJID) -> String {
        let domain = PercentCoding.encode(address.domain, allowing: "[:]")
        guard let local = address.local else { return domain }
        return PercentCoding.encode(local, allowing: "!$()*+,;=") + "@" + domain
    }
}
