internal import SASLMechanisms
internal import XMLStreams
internal import XMPPAddresses
internal import XMPPSessions

/// Resumption and binding, step by step (RFC 6120 §7, XEP-0198 §3, §5).
extension LoginMachine {
    /// How much a server may send between binding and `<enabled/>`.
    static let mostUncounted = 200

    private var offersManagement: Bool { features.contains { $0.has("sm", .streamManagement) } }

    mutating func bindOrResume() -> [LoginAction] {
        guard let resumption = request.resumption, !result.refusedResumption else { return bind() }
        guard offersManagement else {
            result.refusedResumption = true
            return bind()
        }
        state = .resuming
        return [.send(Self.resume(resumption))]
    }

    mutating func resumed(_ element: Element) -> [LoginAction] {
        guard let resumption = request.resumption else { return [.fail(.outOfOrder)] }
        if element.has("failed", .streamManagement) {
            noteRefusedResumption(element)
            return bind()
        }
        guard element.has("resumed", .streamManagement), let handled = Self.handled(element, resumption)
        else { return [.fail(.wrongResumption)] }
        result.binding = .resumed(handled: handled)
        return finish()
    }

    private mutating func bind() -> [LoginAction] {
        guard features.contains(where: { $0.has("bind", .bind) }) else { return [.fail(.noBinding)] }
        state = .binding
        let wish = request.resource.map { [Element("resource", .bind, text: $0)] } ?? []
        return [.send(iq(id: bindID, Element("bind", .bind, children: wish)))]
    }

    mutating func bound(_ element: Element) -> [LoginAction] {
        guard element.has("iq", .client), element[attribute: "id"] == bindID else { return [.fail(.outOfOrder)] }
        guard element[attribute: "type"] == "result" else { return [.fail(.bindingRefused(element))] }
        guard let text = element.child("bind", .bind)?.child("jid", .bind)?.text, let jid = ownFullJID(text)
        else { return [.fail(.wrongAddress)] }
        result.binding = .bound(jid, nil)
        // Only servers that do not call it optional still need it (RFC 3921 §3).
        if let session = features.first(where: { $0.has("session", .session) }),
            session.child("optional", .session) == nil
        {
            state = .startingSession
            return [.send(iq(id: sessionID, Element("session", .session)))]
        }
        return enable()
    }

    mutating func sessionStarted(_ element: Element) -> [LoginAction] {
        guard element.has("iq", .client), element[attribute: "id"] == sessionID else { return keep(element) }
        guard element[attribute: "type"] == "result" else { return [.fail(.bindingRefused(element))] }
        return enable()
    }

    /// Switches Stream Management on where it is offered.
    mutating func enable() -> [LoginAction] {
        guard offersManagement else { return finish() }
        state = .enabling
        return [.send(Element("enable", .streamManagement, ["resume": "true"]))]
    }

    mutating func enabled(_ element: Element) -> [LoginAction] {
        if element.has("enabled", .streamManagement), case .bound(let jid, _) = result.binding {
            result.binding = .bound(jid, Self.grant(element))
            return finish()
        }
        return element.has("failed", .streamManagement) ? finish() : keep(element)
    }

    /// A stanza that came before the login was over, and does not count (XEP-0198 §4).
    private mutating func keep(_ element: Element) -> [LoginAction] {
        guard result.uncounted.count < Self.mostUncounted, element.name.namespace == .client
        else { return [.fail(.outOfOrder)] }
        result.uncounted.append(element)
        return []
    }

    mutating func finish() -> [LoginAction] {
        state = .over
        result.features = features
        return [.finish(result)]
    }

    // MARK: Parts

    private var bindID: String { "bind-\(nonce.text.prefix(16))" }
    private var sessionID: String { "session-\(nonce.text.prefix(16))" }

    private func iq(id: String, _ payload: Element) -> Element {
        Element("iq", .client, ["type": "set", "id": id], children: [payload])
    }

    static func resume(_ resumption: Resumption) -> Element {
        Element("resume", .streamManagement, ["h": String(resumption.handled), "previd": resumption.id])
    }

    /// What `<resumed/>` says is handled; `nil` when it speaks of another stream or has no readable count.
    static func handled(_ resumed: Element, _ resumption: Resumption) -> UInt32? {
        guard resumed[attribute: "previd"] == resumption.id else { return nil }
        return resumed[attribute: "h"].flatMap { UInt32($0) }
    }

    static func grant(_ enabled: Element) -> StreamManagementGrant {
        let resumes = enabled[attribute: "resume"].map { $0 == "true" || $0 == "1" } ?? false
        let id = enabled[attribute: "id"].flatMap { (1...4_000).contains($0.utf8.count) ? $0 : nil }
        return StreamManagementGrant(
            id: resumes ? id : nil, maximum: enabled[attribute: "max"].flatMap { UInt32($0) },
            location: enabled[attribute: "location"].flatMap { $0.utf8.count <= 300 ? $0 : nil })
    }

    mutating func noteRefusedResumption(_ failed: Element) {
        result.refusedResumption = true
        result.handledBeforeFailure = failed[attribute: "h"].flatMap { UInt32($0) }
    }

    /// The address that was bound; `nil` when it is none of the account's.  Who is nobody takes what he gets.
    func ownFullJID(_ text: String) -> FullJID? {
        guard let jid = try? FullJID(text) else { return nil }
        if request.credentials.isAnonymous { return jid.bare.domainJID == request.account.domainJID ? jid : nil }
        return jid.bare == request.account ? jid : nil
    }
}
