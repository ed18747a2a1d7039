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

    static let marked = EntryShape([
        "id": "e21", "direction": "in", "kind": "chat", "texts": ["": "Wherefore art\u{1B}[1m thou?\n<script>"],
        "author": "romeo@example.org/orchard", "time": .integer(moment + 240_000_000),
        "corrected": .integer(moment + 250_000_000), "versions": 1, "reply-to": "m18", "reply-to-entry": "e18",
        "reply-to-author": "juliet@example.org/balcony", "mentioned": true, "attention": true, "timer": 86_400,
        "reactions": ["🌹": ["juliet@example.org"], "\u{9B}2J": ["mallory@example.org", "nurse@example.net"]],
        "links": [
            ["url": "https://example.org/?a=1&b=\"2\"", "description": "A \u{202E}page"],
            ["url": "javascript:alert(1)", "description": "Click"],
        ],
    ])

    static let answer = EntryShape([
        "id": "e25", "direction": "in", "kind": "chat", "texts": ["": "> Good day\n> to you\nAnd to *you*"],
        "author": "romeo@example.org/orchard", "time": .integer(moment + 270_000_000), "reply-to": "m18",
        "reply-to-entry": "e18", "reply-to-author": "juliet@example.org/balcony", "quoted": 20,
        "matches": [[2, 4], [20, 3]],
    ])

    static let bareLink = EntryShape([
        "id": "e26", "direction": "out", "kind": "chat", "texts": ["": "https://example.org/ä"],
        "author": "juliet@example.org", "time": .integer(moment + 280_000_000), "state": "displayed",
        "links": [["url": "https://example.org/ä"]],
    ])

    static let hidden = EntryShape([
        "id": "e22", "direction": "in", "kind": "chat", "texts": ["": "They die"], "author": "nurse@example.net",
        "time": .integer(moment + 300_000_000), "spoiler": "the \u{7}end", "reply-to": "gone",
    ])

    static let retracted = EntryShape([
        "id": "e23", "direction": "in", "kind": "groupchat", "author": "rooms@example.org/mallory",
        "time": .integer(moment + 360_000_000), "retracted": .integer(moment + 370_000_000),
        "retracted-by": "rooms@example.org", "retraction-reason": "Spam\u{1B}",
    ])

    /// U+FDD0, with which our own marks of emphasis begin.
    private static let forged = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

    static let found = EntryShape([
        "id": "e24", "account": "a1", "conversation": "7", "peer": "romeo@example.org", "direction": "in",
        "kind": "chat", "texts": ["": .string("A rose by any\nother \(forged)name")],
        "author": "romeo@example.org/orchard",
        "time": .integer(moment), "matches": [[2, 4], [21, 4]],
    ])

    static let conversation = ConversationShape([
        "id": "7", "account": "/org/saluton/Saluton1/accounts/a1", "jid": "romeo@example.org", "kind": "chat",
        "unread": 3, "mentions": 1, "read-up-to": "e17",
        "draft": ["text": "Good\nnight\u{9B}", "reply-to": "e17", "time": .integer(moment)],
        "chat-states": ["romeo@example.org/\u{1B}phone": "composing"],
        "settings": [
            "pinned": true, "notify": "mentions", "muted-until": .integer(moment + 3_600_000_000), "retention": 86_400,
        ],
    ])

    static let closed = ConversationShape([
        "id": "8", "account": "/org/saluton/Saluton1/accounts/a1", "jid": "nurse@example.net", "kind": "chat",
        "unread": 0, "mentions": 0, "read-up-to": "", "draft": [:], "chat-states": [:],
        "settings": ["open": false, "muted-until": .integer(moment - 1)],
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
