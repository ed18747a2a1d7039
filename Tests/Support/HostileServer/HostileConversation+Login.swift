internal import Foundation

/// Whole stretches of a login, done as a good server does them.
extension HostileConversation {
    /// From the first byte to the open stream inside TLS.
    public func secure(_ identity: TestIdentity, domain: String = "example.org") throws {
        try expectHeader()
        try send(ServerPhrases.header(domain) + ServerPhrases.startTLS)
        try expectTag("<starttls")
        try send(ServerPhrases.proceed)
        try startTLS(identity)
        try expectHeader()
        try send(ServerPhrases.header(domain))
    }

    /// SCRAM-SHA-256 under RFC 6120, from the features to the new header of the client.
    public func authenticate(password: String, domain: String = "example.org", features: String? = nil) throws {
        try send(ServerPhrases.features(features ?? ServerPhrases.mechanisms("SCRAM-SHA-256")))
        var scram = ScriptedSCRAM(password: password)
        let first = ScriptedSCRAM.content(try expect("</auth>"))
        try send(ServerPhrases.challenge(scram.challenge(to: first)))
        let final = ScriptedSCRAM.content(try expect("</response>"))
        guard let signature = try scram.success(to: final) else {
            try send(ServerPhrases.failure("not-authorized"))
            return
        }
        try send(ServerPhrases.success(signature))
        try expectHeader()
        try send(ServerPhrases.header(domain))
    }

    /// Binds to this address and, when asked, enables Stream Management.
    public func bind(_ jid: String, management: String? = "<enabled xmlns='urn:xmpp:sm:3' id='m1' resume='true'/>")
        throws
    {
        try send(ServerPhrases.features(ServerPhrases.bind + (management == nil ? "" : ServerPhrases.management)))
        try answerBind(jid)
        if let management {
            try expectTag("<enable ")
            try send(management)
        }
    }

    /// Answers the request to bind.
    public func answerBind(_ jid: String) throws {
        let request = try expect("</iq>")
        let id = request.components(between: "id='", and: "'")
        try send(
            "<iq type='result' id='\(id)'><bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>\(jid)</jid></bind></iq>")
    }
}

extension String {
    /// What stands between two texts, empty when they are not there.
    func components(between start: String, and end: String) -> String {
        guard let from = range(of: start)?.upperBound, let to = self[from...].range(of: end)?.lowerBound else {
            return ""
        }
        return String(self[from..<to])
    }
}
