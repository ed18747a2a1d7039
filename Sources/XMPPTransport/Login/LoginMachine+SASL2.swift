internal import Digests
internal import SASLMechanisms
internal import XMLStreams
internal import XMPPAddresses
internal import XMPPSessions
internal import XMPPStanzas

/// What SASL2 carries along: resumption, binding, tokens (XEP-0388 §2.3, 0386 §3, 0198 §6, 0484 §3).
extension LoginMachine {
    /// What the server can do inline.
    private var inline: Element? {
        features.first { $0.has("authentication", .sasl2) }?.child("inline", .sasl2)
    }

    private var bindOffer: Element? { inline?.child("bind", .bind2) }

    /// Who wants to resume must not bind first: where that cannot be asked for inline, neither is.
    private var bindsInline: Bool {
        bindOffer != nil && (request.resumption == nil || inline?.child("sm", .streamManagement) != nil)
    }

    mutating func authenticateRequest(
        _ choice: MechanismChoice, _ initial: [UInt8], _ situation: LoginSituation
    ) -> Element {
        var parts = [
            Element("initial-response", .sasl2, text: Base64.encode(initial)),
            Element(
                "user-agent", .sasl2, ["id": request.installation],
                children: [
                    Element("software", .sasl2, text: "Saluton")
                ]),
        ]
        if bindsInline {
            if let resumption = request.resumption { parts.append(Self.resume(resumption)) }
            parts.append(bindRequest())
        }
        if case .hashedToken = choice.mechanism {
            parts.append(Element("fast", .fast, ["count": request.token.map { String($0.count) }]))
        } else if let wanted = situation.tokenToRequest, !request.credentials.isAnonymous {
            let name = Mechanism.hashedToken(wanted).name
            parts.append(Element("request-token", .fast, ["mechanism": name]))
            requestedToken = name
        }
        return Element("authenticate", .sasl2, ["mechanism": choice.mechanism.name], children: parts)
    }

    private mutating func bindRequest() -> Element {
        askedForManagement = takes(.streamManagement)
        var parts: [Element] = []
        if let resource = request.resource { parts.append(Element("tag", .bind2, text: resource)) }
        if askedForManagement { parts.append(Element("enable", .streamManagement, ["resume": "true"])) }
        parts += inlineWishes
        return Element("bind", .bind2, children: parts)
    }

    private var inlineWishes: [Element] {
        request.inline.filter { $0.name.namespace.map(takes) ?? false }
    }

    private func takes(_ feature: Namespace) -> Bool {
        bindOffer?.child("inline", .bind2)?.children("feature", .bind2)
            .contains { $0[attribute: "var"] == feature.rawValue } ?? false
    }

    /// Reads `<success/>` of SASL2, whose proof has been checked.
    mutating func readSuccess(_ success: Element) -> [LoginAction] {
        readToken(success)
        let management = success.elements.first { $0.name.namespace == .streamManagement }
        if let management, let resumption = request.resumption {
            switch management.name.local {
            case "resumed":
                guard let handled = Self.handled(management, resumption) else { return [.fail(.wrongResumption)] }
                result.binding = .resumed(handled: handled)
                // The features that should follow say nothing new, and not every server sends them: the stream drops
                // them.
                features = []
                return finish()
            case "failed": noteRefusedResumption(management)
            default: return [.fail(.outOfOrder)]
            }
        }
        guard let bound = success.child("bound", .bind2) else {
            // No inline binding: the features of the authenticated stream come next, without a restart.
            state = .awaitingFeatures(.authenticated)
            return []
        }
        guard bindsInline, let text = success.child("authorization-identifier", .sasl2)?.text,
            let jid = ownFullJID(text)
        else { return [.fail(.wrongAddress)] }
        result.refusedResumption = request.resumption != nil
        result.enabledInline = inlineWishes.compactMap(\.name.namespace)
        let enabled = bound.child("enabled", .streamManagement)
        result.binding = .bound(jid, enabled.flatMap(Self.grant))
        state = .closingSASL2
        return []
    }

    /// The features that close a SASL2 login, or, from servers that leave them out, the first stanza.
    mutating func closeSASL2(_ element: Element) -> [LoginAction] {
        if element.has("features", .streams) {
            features = element.elements
        } else {
            features = []
            result.first = [element]
        }
        return isManagementOpen ? enable() : finish()
    }

    /// Whether Stream Management could not be asked for together with binding, but can be now.
    private var isManagementOpen: Bool {
        guard case .bound(_, nil) = result.binding else { return false }
        return !askedForManagement && result.first.isEmpty
    }

    private mutating func readToken(_ success: Element) {
        if let given = success.child("token", .fast), let text = given[attribute: "token"], !text.isEmpty,
            text.utf8.count <= 4_096, let mechanism = requestedToken ?? request.token?.mechanism
        {
            let expiry = given[attribute: "expiry"].flatMap { XMPPDateTime($0) }?.microseconds ?? 0
            result.token = FASTToken(mechanism: mechanism, token: text, expiry: expiry)
        }
    }
}
