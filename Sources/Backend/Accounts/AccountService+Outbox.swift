import Digests
public import Domain
import Logging
import Store
import XMLStreams
public import XMPPAddresses
import XMPPSessions
import XMPPStanzas

extension AccountService {
    /// Stores a message to be sent and returns its entry; it is sent as soon as there is a stream.
    public func send(_ draft: Draft, to peer: BareJID) async throws(BackendError) -> EntryID {
        guard !isStopped else { throw .shuttingDown }
        let recipient = try recipient(peer, draft.resource)
        let outgoing = try await outgoing(draft, to: peer)
        let now = surroundings.now()
        let messageID = try messageID(of: draft.token, to: peer)
        let content = EntryContent(
            direction: .outgoing, kind: draft.kind, author: jid.description, sentAt: now, receivedAt: now,
            texts: outgoing.texts, subjects: draft.subjects, thread: draft.thread, threadParent: draft.threadParent,
            messageID: messageID, originID: messageID, state: .queued, details: outgoing.details,
            detectedLanguage: outgoing.texts.detectedLanguage(outgoing.details))
        // The store knows an entry of the same token by its ids, however close together the calls are.
        let entry = NewEntry(
            account: id, peer: peer, content: try await timed(content, to: peer),
            twin: draft.token == nil ? .byArchive : .byArchiveOrSender)
        let committed: Committed
        do throws(StoreError) {
            committed = try await commit([.send(entry, to: recipient, sealedStanza: nil)])
        } catch {
            throw BackendError(error)
        }
        switch committed.outcomes.first {
        case .duplicate(let known, _): return known
        case .added(let added, _):
            lastAct.note(now)
            await recount()
            await dispatch()
            return added
        default: throw BackendError(name: "StorageFailed", sentence: "The message was not stored.")
        }
    }

    /// The same for the same token, and for nobody else's: a program of the other side may use the same ones, and two
    /// messages of one id could not be told apart.
    private func messageID(of token: String?, to peer: BareJID) throws(BackendError) -> String {
        guard let token else { return RandomID.make() }
        do throws(CryptoError) {
            return Hex.encode(Array(try Digest.hash("\(id) \(jid) \(peer) \(token)", with: .sha256).prefix(16)))
        } catch {
            throw BackendError(name: "StorageFailed", sentence: "An id for the message cannot be made: \(error.code)")
        }
    }

    private func outgoing(_ draft: Draft, to peer: BareJID) async throws(BackendError) -> OutgoingContent {
        guard let reply = draft.reply else { return try OutgoingContent(draft, answering: nil, in: .chat) }
        let found: (entry: Entry, place: Conversation)?
        do throws(StoreError) {
            let store = surroundings.store
            if let entry = try await store.entry(reply), let place = try await store.conversation(entry.conversation) {
                found = (entry, place)
            } else {
                found = nil
            }
        } catch {
            throw BackendError(error)
        }
        guard let found, found.place.account == id, found.place.peer == peer else {
            throw .noSuchEntry(reply.description)
        }
        return try OutgoingContent(draft, answering: found.entry, in: found.place.kind)
    }

    private func recipient(_ peer: BareJID, _ resource: String?) throws(BackendError) -> String {
        guard let resource else { return peer.description }
        do throws(AddressError) {
            return try FullJID(bare: peer, resource: resource).description
        } catch {
            throw .invalidArguments("The resource is not valid: \(error)")
        }
    }

    /// Reads how many entries wait; whoever asks meanwhile has the same look repeated.
    func recount() async {
        isCountWanted = true
        guard !isCounting else { return }
        isCounting = true
        defer { isCounting = false }
        while isCountWanted {
            isCountWanted = false
            guard let count = try? await surroundings.store.outboxCount(of: id), count != queued else { continue }
            queued = count
            tell()
        }
    }

    /// Gives the session what waits in the outbox, in order; one at a time does this.
    func dispatch() async {
        isDispatchWanted = true
        guard !isDispatching else { return }
        isDispatching = true
        defer { isDispatching = false }
        while isDispatchWanted, isOnline, archive.outbox != .waiting, let session {
            isDispatchWanted = false
            do {
                try await dispatch(to: session)
            } catch let error as StoreError {
                log.error("cannot read the outbox", metadata: ["error": "\(error)"])
                dispatchLater()
            } catch {
                // The session is over; the rows wait for the next one, which may have asked already.
            }
        }
    }

    private func dispatch(to session: Session) async throws {
        if archive.outbox == .answered { try await releaseHeld() }
        var last: EntryID?
        while true {
            let version = outboxChanges.version
            let rows = try await surroundings.store.unwritten(of: id, after: last, limit: 100)
            guard let end = rows.last?.id else { return }
            last = end
            for row in rows {
                let entry = row.id
                guard session === self.session else { throw SessionOver() }
                guard outboxChanges.isCurrent(version) else {
                    // Who is changing something now asks again at the end.
                    isDispatchWanted = isDispatchWanted || !outboxChanges.isRunning
                    return
                }
                guard handed.insert(entry).inserted else { continue }
                do {
                    try await session.send(stanza(row), token: entry.description)
                } catch {
                    handed.remove(entry)
                    throw error
                }
            }
        }
    }

    /// What goes on the wire for a row: the same each time, as long as nothing new is known of what its recipient wants
    /// to hear.
    func stanza(_ row: OutboxRow) -> Element {
        let isActive = row.entry.map { saysActive(to: row.recipient, $0.content.kind) } ?? false
        return OutgoingMessage.element(row, saysActive: isActive)
    }

    /// Looks at the outbox again in a while, because the store failed.
    func dispatchLater(_ dropped: [EntryID] = []) {
        guard laterDispatch == nil || !dropped.isEmpty else { return }
        let clock = surroundings.clock
        let due = clock.now + .seconds(5)
        let before = laterDispatch
        // Ends by itself; without a stream it finds nothing to do.
        laterDispatch = Task {
            await before?.value
            try? await clock.sleep(until: due)
            laterDispatch = nil
            _ = try? await commit(dropped.map { .setState($0, .queued) })
            await dispatch()
        }
    }
}
