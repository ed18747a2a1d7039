internal import SASLMechanisms
internal import XMLStreams
internal import XMPPSessions

/// Logins that went wrong.
extension StreamProblem {
    static let noTLS = StreamProblem(
        code: "starttls-missing", sentence: "The server does not offer encryption.",
        action: "Ask the server's operator; nothing was sent without encryption.", remedy: .user,
        section: "RFC 6120 §5.3.1")
    static let refusedTLS = StreamProblem(
        code: "starttls-refused", sentence: "The server refused to encrypt the connection.",
        section: "RFC 6120 §5.4.2.2")
    static let gluedBytes = StreamProblem(
        code: "bytes-before-tls", sentence: "Somebody put data in front of the encryption.",
        section: "RFC 6120 §5.4.3.3")
    static let bytesAtRestart = StreamProblem(
        code: "bytes-before-restart", sentence: "The server went on speaking on a stream that was over.",
        section: "RFC 6120 §4.3.3")
    static let outOfOrder = StreamProblem(
        code: "login-out-of-order",
        sentence: "The server sent something at a point of the login where it makes no sense.",
        section: "RFC 6120 §4.3")
    static let tooOld = StreamProblem(
        code: "server-too-old", sentence: "The server speaks a version of XMPP without encryption.", remedy: .user,
        section: "RFC 6120 §4.7.5")
    static let otherDomain = StreamProblem(
        code: "other-domain", sentence: "The server answered for another domain than the account's.",
        section: "RFC 6120 §4.7.1")
    static let noAuthentication = StreamProblem(
        code: "sasl-missing", sentence: "The server offers no way to log in.", remedy: .user,
        section: "RFC 6120 §6.4.1"
    )
    static let secondFactor = StreamProblem(
        code: "sasl-second-factor", sentence: "The server wants a second proof, which this program cannot give yet.",
        remedy: .user, section: "XEP-0388 §2.6.3")
    static let noBinding = StreamProblem(
        code: "binding-missing", sentence: "The server offers no way to bind a resource.", section: "RFC 6120 §7.3.1")
    static let wrongAddress = StreamProblem(
        code: "bound-to-other-address", sentence: "The server gave the session an address that is not the account's.",
        section: "RFC 6120 §7.6.1")
    static let wrongResumption = StreamProblem(
        code: "resumed-other-stream", sentence: "The server resumed a stream that was not asked for.",
        section: "XEP-0198 §5")
    static let redirectWithoutTLS = StreamProblem(
        code: "redirect-without-tls", sentence: "The server named another host before the connection was encrypted.",
        section: "RFC 6120 §4.9.3.19")
    static let tooManyRedirects = StreamProblem(
        code: "too-many-redirects", sentence: "The server's hosts name each other in a circle.",
        section: "RFC 6120 §4.9.3.19")
    static let wrongRedirect = StreamProblem(
        code: "redirect-malformed", sentence: "The server named another host that cannot be read.",
        section: "RFC 6120 §4.9.3.19")

    /// What our own side refused or could not do.
    static func sasl(_ error: SASLError) -> StreamProblem {
        let waits: Set<String> = [
            "no-usable-mechanism", "downgrade", "plain-over-unverified", "plain-beside-better", "unusable-credential",
            "keys-do-not-fit", "no-usable-binding", "server-invalid-proof", "server-unknown-user",
            "binding-types-missing", "bound-mechanisms-missing", "iterations-out-of-range",
        ]
        return StreamProblem(
            code: "sasl-\(error.code)", sentence: error.explanation,
            remedy: waits.contains(error.code) ? .user : .retry)
    }

    /// `<failure/>` of SASL or SASL2 (RFC 6120 §6.5).
    static func saslFailure(_ failure: Element) -> StreamProblem {
        let condition = failure.elements.first { saslConditions[$0.name.local] != nil }
        let name = condition?.name.local ?? "unknown-failure"
        let (sentence, action, remedy) = saslConditions[name] ?? ("The server refused the login.", nil, .retry)
        return StreamProblem(
            code: "sasl-\(name)", sentence: sentence, action: action, remedy: remedy, section: "RFC 6120 §6.5")
    }

    private static let saslConditions: [String: (String, String?, Remedy)] = [
        "aborted": ("The server broke off the login.", nil, .retry),
        "account-disabled": ("The account is disabled.", "Ask the server's operator.", .user),
        "credentials-expired": ("The password has expired.", "Set a new password.", .user),
        "encryption-required": ("The server wants a better encrypted connection.", nil, .user),
        "incorrect-encoding": ("The server could not read the login message.", nil, .retry),
        "invalid-authzid": ("The server does not let this login act for the account.", nil, .user),
        "invalid-mechanism": ("The server refused the login method it had offered.", nil, .retry),
        "malformed-request": ("The server could not read the login message.", nil, .retry),
        "mechanism-too-weak": ("The server calls the login method too weak.", nil, .user),
        "not-authorized": ("The server refused the user name or password.", "Check the password.", .user),
        "temporary-auth-failure": ("The server cannot check logins at the moment.", nil, .retry),
    ]

    static func bindingRefused(_ iq: Element) -> StreamProblem {
        let known: Set<String> = ["bad-request", "conflict", "not-allowed", "resource-constraint"]
        let error = iq.child("error", .client)
        let name = error?.elements.first { known.contains($0.name.local) }?.name.local ?? "unknown"
        return StreamProblem(
            code: "binding-refused", sentence: "The server refused to bind a resource.", section: "RFC 6120 §7.6.2",
            detail: name)
    }
}
