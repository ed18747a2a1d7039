import Domain
import JSONText
import XMPPAddresses

/// The payloads of the events that the store makes by itself, apart from entries; keys as in `docs/events.md`.
enum EventPayload {
    static func removedEntry(_ entry: EntryID) -> String {
        object {
            $0.member("entry", entry.description)
            $0.member("removed", true)
        }
    }

    static func state(_ entry: EntryID, _ state: EntryState) -> String {
        object {
            $0.member("entry", entry.description)
            $0.member(state)
        }
    }

    static func state(of act: String, _ id: EntryID, on entry: EntryID, _ state: EntryState) -> String {
        object {
            $0.member("entry", entry.description)
            $0.member("id", id.description)
            $0.member("act", act)
            $0.member(state)
        }
    }

    static func conversation(_ id: ConversationID, peer: String, _ kind: Conversation.Kind) -> String {
        object {
            $0.member("conversation", id.description)
            $0.member("peer", peer)
            $0.member("kind", kind.rawValue)
        }
    }

    static func conversation(_ conversation: Conversation) -> String {
        object {
            $0.member("conversation", conversation.id.description)
            $0.member("peer", conversation.peer.description)
            $0.member("kind", conversation.kind.rawValue)
            conversation.state.write(to: &$0)
        }
    }

    static func reader(_ reader: String, _ entry: EntryID, at time: Int64) -> String {
        object {
            $0.member("reader", reader)
            $0.member("entry", entry.description)
            $0.member("time", time)
        }
    }

    static func removedEntries(_ entries: [EntryID]) -> String {
        object { json in
            json.key("entries")
            json.array { list in
                for entry in entries { list.string(entry.description) }
            }
        }
    }

    static func imported(_ conversation: Conversation, count: Int64) -> String {
        object {
            $0.member("conversation", conversation.id.description)
            $0.member("peer", conversation.peer.description)
            $0.member("count", count)
        }
    }

    /// Without the proxy, whose URL may hold a password.
    static func account(_ account: Account, action: String) -> String {
        object {
            $0.member("action", action)
            $0.member("account", account.id.description)
            $0.member("jid", account.jid.description)
            $0.member("enabled", account.isEnabled)
            $0.member("label", ifPresent: account.label)
            $0.member("nickname", ifPresent: account.nickname)
        }
    }

    static func accountRemoved(_ id: AccountID, jid: String) -> String {
        object {
            $0.member("account", id.description)
            $0.member("jid", jid)
        }
    }

    static func rosterReplaced(count: Int) -> String {
        object {
            $0.member("action", "replaced")
            $0.member("count", Int64(count))
        }
    }

    static func contactSet(_ contact: Contact) -> String {
        object {
            $0.member("action", "set")
            $0.member("jid", contact.jid.description)
            $0.member("name", ifPresent: contact.name)
            $0.key("groups")
            $0.beginArray()
            for group in contact.groups { $0.string(group) }
            $0.endArray()
            $0.member("subscription", contact.subscription.rawValue)
            $0.member("ask", contact.isAsked)
            $0.member("approved", contact.isApproved)
        }
    }

    static func contactRemoved(_ jid: String) -> String {
        object {
            $0.member("action", "removed")
            $0.member("jid", jid)
        }
    }

    static func requestAdded(_ request: SubscriptionRequest) -> String {
        object {
            $0.member("action", "added")
            $0.member("jid", request.jid.description)
            $0.member("received", request.receivedAt.microseconds)
            $0.member("statuses", request.statuses)
            $0.member("nickname", ifPresent: request.nickname)
        }
    }

    static func requestRemoved(_ jid: String) -> String {
        object {
            $0.member("action", "removed")
            $0.member("jid", jid)
        }
    }

    static func setting(_ name: String, _ value: String?) -> String {
        object {
            $0.member("name", name)
            $0.member("value", ifPresent: value)
        }
    }

    private static func object(_ members: (inout JSONWriter) -> Void) -> String {
        var json = JSONWriter()
        json.object(members)
        return json.text
    }
}
