public import XMLStreams
public import XMPPAddresses

/// What a peer says went wrong with a stanza (RFC 6120 §8.3).
public struct StanzaError: Error, Hashable, Sendable {
    public var condition: Condition
    /// What may be done; unknown ones are read as the condition's usual one.
    public var advice: Advice
    /// Explanations for people; never to be interpreted (§8.3.2).
    public var texts: LanguageMap
    /// The condition in terms of the extension meant; `nil`: none.
    public var application: Element?
    /// Who noticed it; `nil`: not said.
    public var by: JID?
    /// Where to turn instead, a URI; only with `gone` and `redirect` (§8.3.3.5, §8.3.3.14).
    public var address: String?

    public init(
        _ condition: Condition, _ advice: Advice? = nil, texts: LanguageMap = LanguageMap(),
        application: Element? = nil, by: JID? = nil, address: String? = nil
    ) {
        self.condition = condition
        self.advice = advice ?? condition.usualAdvice
        self.texts = texts
        self.application = application
        self.by = by
        self.address = address
    }

    /// Reads an `error` element; what it does not say or nobody knows becomes `undefined-condition` (§8.3.2).
    public init(_ element: Element) {
        self.init(.undefinedCondition)
        by = element[attribute: "by"].flatMap { try? JID($0) }
        var isDefined = false
        for case .element(let child) in element.children {
            guard child.name.namespace == .stanzaErrors else {
                application = application ?? child
                continue
            }
            if child.name.local == "text" {
                texts.add(child, around: element[Name("lang", .xml)])
            } else if !isDefined {
                isDefined = true
                condition = Condition(rawValue: child.name.local) ?? .undefinedCondition
                if condition == .gone || condition == .redirect, !child.text.isEmpty { address = child.text.trimmed }
            }
        }
        advice = element[attribute: "type"].flatMap(Advice.init(rawValue:)) ?? condition.usualAdvice
    }

    /// Reads the error out of a stanza of type `error`; without one it is `undefined-condition`.
    public init(stanza: Element) {
        self = stanza.child("error", stanza.name.namespace).map { StanzaError($0) } ?? .undefinedCondition
    }

    public var element: Element {
        var element = Element("error", .client, ["type": advice.rawValue, "by": by?.description])
        let address = condition == .gone || condition == .redirect ? address : nil
        element.children.append(.element(Element(condition.rawValue, .stanzaErrors, text: address)))
        element.append(texts, "text", .stanzaErrors, around: nil)
        if let application { element.children.append(.element(application)) }
        return element
    }
}

extension StanzaError {
    public static let badRequest = StanzaError(.badRequest)
    public static let conflict = StanzaError(.conflict)
    public static let featureNotImplemented = StanzaError(.featureNotImplemented)
    public static let forbidden = StanzaError(.forbidden)
    public static let internalServerError = StanzaError(.internalServerError)
    public static let itemNotFound = StanzaError(.itemNotFound)
    public static let jidMalformed = StanzaError(.jidMalformed)
    public static let notAcceptable = StanzaError(.notAcceptable)
    public static let notAllowed = StanzaError(.notAllowed)
    public static let notAuthorized = StanzaError(.notAuthorized)
    public static let policyViolation = StanzaError(.policyViolation)
    public static let resourceConstraint = StanzaError(.resourceConstraint)
    public static let serviceUnavailable = StanzaError(.serviceUnavailable)
    public static let undefinedCondition = StanzaError(.undefinedCondition)
    public static let unexpectedRequest = StanzaError(.unexpectedRequest)
}
