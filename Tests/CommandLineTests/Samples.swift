import FrontendKit
import JSONText

/// What a daemon might tell, hostile parts included.
enum Samples {
    /// 2026-03-04 14:05:06 UTC.
    static let moment: Int64 = 1_772_633_106_000_000

    static let online = AccountShape([
        "id": "a1", "jid": "juliet@example.org", "enabled": true, "state": "online", "problem": [:], "next-try": 0,
        "bound-jid": "juliet@example.org/balcony",
        "security": [
            "tls-version": "TLSv1.3", "cipher": "TLS_AES_256_GCM_SHA384", "tls": "direct",
            "mechanism": "SCRAM-SHA-256-PLUS", "channel-binding": "tls-exporter", "address": "192.0.2.1:5223",
            "resumed": false,
        ],
        "settings": ["host": "xmpp.example.org", "port": 5223, "password-source": "secret-service"],
        "presence": ["show": "away", "statuses": ["": "Back at five", "de": "Um fünf zurück"], "priority": 5],
        "queued": 0,
    ])

    static let failed = AccountShape([
        "id": "a2", "jid": "nurse@example.net", "enabled": true, "state": "failed",
        "problem": [
            "code": "not-authorized", "sentence": "The server does not accept the password.",
            "action": "Give the right one: saluton account set nurse@example.net --ask-password",
            "section": "RFC 6120 §6.5.10", "detail": "SCRAM-SHA-256: \u{1B}[31mno",
        ],
        "next-try": 0, "bound-jid": "", "security": [:], "settings": [:],
        "presence": ["show": "available", "statuses": [:], "priority": 0], "queued": 2,
    ])

    static let waiting = AccountShape([
        "id": "a10", "jid": "tybalt@example.com", "enabled": true, "state": "waiting",
        "problem": ["code": "refused", "sentence": "Nobody answers at example.com."],
        "next-try": .integer(moment + 95_000_000), "bound-jid": "", "security": [:], "settings": [:],
        "presence": ["show": "available", "statuses": [:], "priority": 0], "queued": 0,
    ])

    static let received = EntryShape([
        "id": "e17", "direction": "in", "kind": "chat", "texts": ["": "Wherefore art thou?\nRomeo!"],
        "author": "romeo@example.org/orchard", "time": .integer(moment), "received": .integer(moment + 40_000),
        "thread": "t1", "message-id": "m1", "stanza-ids": ["juliet@example.org": "s1"], "encryption": "none",
    ])

    static let several = EntryShape([
        "id": "e18", "direction": "out", "kind": "normal",
        "texts": ["en": "Good day", "de": "Guten Tag", "he": "שלום"], "subjects": ["en": "Greetings"],
        "author": "juliet@example.org/balcony", "time": .integer(moment + 60_000_000), "state": "delivered",
    ])

    static let hostile = EntryShape([
        "id": "e19", "direction": "in", "kind": "headline", "texts": ["x\u{9B}y": "\u{1B}]0;owned\u{7}\u{202E}txt.exe"],
        "author": "mallory@example.org/\u{9B}2J", "time": .integer(moment + 120_000_000), "delayed": true,
        "reason": "\u{90}bad",
    ])

    static let failedEntry = EntryShape([
        "id": "e20", "direction": "out", "kind": "chat", "texts": ["": "Anybody?"], "author": "juliet@example.org",
        "time": .integer(moment + 180_000_000), "state": "failed", "reason": "service-unavailable",
    ])

    static let romeo = ContactShape([
        "jid": "romeo@example.org", "name": "Romeo 漢字", "groups": ["Friends", "Verona"], "subscription": "both",
        "ask": false, "approved": false,
        "resources": [
            ["resource": "phone", "show": "away", "priority": 0, "statuses": [:]],
            ["resource": "orchard", "show": "available", "priority": 10, "statuses": ["": "Here", "it": "Qui"]],
        ],
    ])

    static let mallory = ContactShape([
        "jid": "mallory@example.org", "name": "\u{202E}Nurse\u{7}", "groups": [], "subscription": "none", "ask": true,
        "approved": true, "resources": [],
    ])
}
