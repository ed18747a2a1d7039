import Logging
public import Domain
import Store
public import XMPPAddresses
import XMPPSessions
import XMPPStanzas

/// A message to be sent, as a frontend asks for it.
public struct Draft: Sendable {
    public var texts: Domain.LanguageMap
    public var subjects: Domain.LanguageMap
    public var kind: EntryKind
    public var thread: String?
    public var threadParent: String?
    /// Send to this resource only; `nil`: to the bare JID.
    public var resource: String?
    /// The caller's name for this call: a second one with the same name gives the first entry.
    public var token: String?

    public init(
        texts: Domain.LanguageMap, subjects: Domain.LanguageMap = Domain.LanguageMap(), kind: EntryKind = .chat, thread: String? = nil,
        threadParent: String? = nil, resource: String? = nil, token: String? = nil
    ) {
        self.texts = texts
        self.subjects = subjects
        self.kind = kind
        self.thread = thread
        self.threadParent = threadParent
        self.resource = resource
        self.token = token
    }
}

extension AccountService {
    /// Stores a message to be sent and returns its entry; it is sent as soon as there is a stream.
    public func send(_ draft: Draft, to peer: BareJID) async throws(BackendError) -> EntryID {
        guard !isStopped else { throw .shuttingDown }
        let recipient = try recipient(peer, draft.resource)
        let now = surroundings.now()
        let messageID = draft.token.map { "saluton-\($0)" } ?? RandomID.make()
        if draft.token != nil, let known = try await entry(with: peer, messageID: messageID) { return known }
        let content = EntryContent(
            direction: .outgoing, kind: draft.kind, author: jid.description, sentAt: now, receivedAt: now,
            texts: draft.texts, subjects: draft.subjects, thread: draft.thread, threadParent: draft.threadParent,
            messageID: messageID, originID: messageID, state: .queued)
        let entry = NewEntry(account: id, peer: peer, content: content)
        let committed: Committed
        do throws(StoreError) {
            committed = try await commit([.send(entry, to: recipient, sealedStanza: nil)])
        } catch {
            throw BackendError(error)
        }
        guard let added = committed.added.first else {
            throw BackendError(name: "StorageFailed", sentence: "The message was not stored.")
        }
        queued += 1
        lastAct.note(now)
        tell()
        await dispatch()
        return added
    }

    private func recipient(_ peer: BareJID, _ resource: String?) throws(BackendError) -> String {
        guard let resource else { return peer.description }
        do throws(AddressError) {
            return try FullJID(bare: peer, resource: resource).description
        } catch {
            throw .invalidArguments("The resource is not valid: \(error)")
        }
    }

    private func entry(with peer: BareJID, messageID: String) async throws(BackendError) -> EntryID? {
        do throws(StoreError) {
            guard let conversation = try await surroundings.store.conversation(of: id, with: peer) else { return nil }
            let found = try await surroundings.store.entry(in: conversation.id, withAnyID: messageID)
            return found?.content.direction == .outgoing ? found?.id : nil
        } catch {
            throw BackendError(error)
        }
    }

    /// Gives the session what waits in the outbox, in order; one at a time does this.
    func dispatch() async {
        isDispatchWanted = true
        guard !isDispatching else { return }
        isDispatching = true
        defer { isDispatching = false }
        while isDispatchWanted, isOnline, let session {
            isDispatchWanted = false
            do {
                try await dispatch(to: session)
            } catch let error as StoreError {
                log.error("cannot read the outbox", metadata: ["error": "\(error)"])
            } catch {
                // The session is over; the rows wait for the next one.
                return
            }
        }
    }

    private func dispatch(to session: Session) async throws {
        var last: EntryID?
        while true {
            let rows = try await surroundings.store.unwritten(of: id, after: last, limit: 100)
            guard let end = rows.last?.entry.id else { return }
            last = end
            for row in rows where handed.insert(row.entry.id).inserted {
                try await session.send(OutgoingMessage.element(row), token: row.entry.id.description)
            }
        }
    }

    /// Ends a session for good: what the server has is done, the rest waits for the next session.
    func settle(_ old: Session?, handledByServer count: UInt32?) async {
        var changes: [Change] = []
        if let old {
            guard await old.resumption == nil || count != nil || session !== old else { return }
            let remains = await old.dissolve(handledByServer: count)
            changes = remains.acknowledged.compactMap(EntryID.init).map { .setState($0, .onServer) }
            for entry in remains.acknowledged.compactMap(EntryID.init) where handed.contains(entry) { queued -= 1 }
        } else if let count {
            let rows = (try? await surroundings.store.outbox(of: id)) ?? []
            for row in rows {
                guard let number = row.sequence, count &- number <= UInt32(Int32.max) else { continue }
                changes.append(.setState(row.entry.id, .onServer))
                queued -= 1
            }
        }
        changes.append(.requeue(id))
        changes.append(.setResumption(id, nil))
        if session === old { session = nil }
        handed = []
        queued = max(0, queued)
        do {
            try await commit(changes)
        } catch {
            log.error("cannot store the end of a session", metadata: ["error": "\(error)"])
        }
    }
}
