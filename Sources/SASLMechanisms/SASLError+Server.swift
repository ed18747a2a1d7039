/// What a server says inside of a mechanism.
extension SASLError {
    /// The server's own reason (`e=`, RFC 5802 §7), as one of the registered words; unknown ones are "other-error".
    public static func refusedByServer(_ reason: String) -> SASLError {
        let known = serverReasons[reason] == nil ? "other-error" : reason
        return SASLError("server-\(known)", serverReasons[known] ?? "The server refused the login.")
    }

    private static let serverReasons = [
        "invalid-encoding": "The server could not read the login message.",
        "extensions-not-supported": "The server refused an extension of the login.",
        "invalid-proof": "The server refused the password.",
        "channel-bindings-dont-match": "The server sees another TLS connection than we do: somebody is in the middle.",
        "server-does-support-channel-binding":
            "The server offers channel binding but its offer did not arrive: somebody is in the middle.",
        "channel-binding-not-supported": "The server does not support channel binding.",
        "unsupported-channel-binding-type": "The server does not support the kind of channel binding that it got.",
        "unknown-user": "The server does not know the user name.",
        "invalid-username-encoding": "The server could not read the user name.",
        "no-resources": "The server lacks the resources to complete the login.",
        "other-error": "The server refused the login without saying why.",
    ]
}
