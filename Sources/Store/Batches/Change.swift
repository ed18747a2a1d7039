public import Domain
public import XMPPAddresses

/// One thing to be changed in the store.
///
/// What frontends show is announced by an event of its own accord, in the same transaction, when it really changed
/// (`docs/events.md` lists them); a change of an account that is gone fails its batch with `.noSuchAccount`, a change
/// of an entry that is gone is `.unchanged`.
public enum Change: Sendable {
    // MARK: Entries

    /// Stores an entry that is here already in some form: received, copied, fetched.
    case add(NewEntry)
    /// Stores an outgoing entry, to be sent to an address, bare or full, as soon as possible.  The last value is what
    /// must be sent word for word, if there is such a thing.
    case send(NewEntry, to: String, sealedStanza: [UInt8]?)
    /// Moves an outgoing entry or an errand on, where it may go there.  From `on-server` on it is out of the outbox;
    /// `queued` puts a failed one back.
    case setState(EntryID, EntryState)
    /// The same for the newest outgoing entry with this message id or origin-id in the conversation with the peer, or
    /// for the errand with it.
    case setStateByMessageID(AccountID, peer: BareJID, id: String, EntryState)
    /// The entry or errand was written as the stanza with this number on the stream; it is `sent` now.
    case written(EntryID, sequence: UInt32)
    /// The stream is lost for good: whatever was written and not acknowledged is `queued` again.
    case requeue(AccountID)
    /// Takes back an outgoing entry that was never written: it has failed, as cancelled.
    case cancel(EntryID)
    /// Queues a failed or held entry or errand again, unless it was retracted.
    case retry(EntryID)
    /// The stream is lost for good: whatever was written and not acknowledged is held until the archive tells.
    case awaitArchive(AccountID)
    /// The archive has the own message with this origin-id or message id: it is `on-server`, with the archive's id.
    case found(AccountID, peer: BareJID, id: String, StanzaReference?)
    case openConversation(AccountID, peer: BareJID, Conversation.Kind)
    /// Brings back an entry with all that was done to it; one that is here already stays as it is.
    case restore(RestoredEntry)

    /// Does to an entry what somebody asks for, if `ActRule` lets them; when the entry is not here, keeps the act until
    /// it is.
    case act(Act)
    /// Does to an entry what the user asks for, if `ActRule` lets them, and queues what tells the others (an errand).
    /// What was never written is changed in place, or taken back, without a word.
    case perform(OwnAct)
    /// The same, but it does not wait: an act of somebody who could invent any number of them.
    case actNow(Act)
    /// A correction that does not wait: when what it corrects is not here, it is an entry of its own, which that name
    /// leads to from then on.
    case actOrAdd(Act, NewEntry)
    /// Notes the language a text seems to be in; `nil`: not known.
    case setDetectedLanguage(EntryID, String?)

    // MARK: Conversations

    case change(ConversationID, ConversationChange)

    // MARK: Archives

    /// All that is known of an archive, in place of what was.
    case setArchive(ArchiveScope, ArchiveKnowledge)
    /// A new message came by itself: the span that is live reaches up to it.  Without effect where none is live, and
    /// while entries are written that the server has not acknowledged: the archive may have them before this place.
    case extendArchive(ArchiveScope, to: ArchivePlace)
    /// No session follows the account's archives any more: what comes from now on is not known by itself.
    case suspendArchives(AccountID)

    // MARK: Deleting

    /// `nil` removes the rule.
    case setRetention(RetentionScope, RetentionPeriod?)
    /// Deletes what is due by a rule or a sender's timer, 500 entries at most.
    case purgeDue(limit: Int)
    /// Deletes the oldest entries before a time, 500 at most; what waits in the outbox stays.
    case purge(ConversationID, before: Timestamp, limit: Int)
    /// Deletes these entries, 500 at most.
    case delete([EntryID])
    /// Cleans what was deleted out of the search index, so many pages at once; `.unchanged`: it is clean.
    case sweepSearch(pages: Int)

    // MARK: Consumers

    /// Makes a consumer, or moves it to an event, back too.
    case setConsumer(String, acknowledged: Int64)
    /// The consumer has dealt with everything up to this event; never moves back.
    case advanceConsumer(String, acknowledged: Int64)
    case removeConsumer(String)

    // MARK: Streams

    /// `nil`: there is no stream that could be resumed.
    case setResumption(AccountID, StreamResumption?)
    /// The count of handled stanzas alone; without a resumption there is nothing to change.
    case setHandled(AccountID, UInt32)

    // MARK: Accounts

    case addAccount(Account, StoredLogin)
    case updateAccount(Account)
    /// Removes the account and all it has: contacts, conversations, entries, events.
    case removeAccount(AccountID)
    case setSealedSecret(AccountID, [UInt8]?)
    case setSealedToken(AccountID, [UInt8]?)
    case setLoginPin(AccountID, String?)

    // MARK: Roster

    /// The server's whole roster; only what differs is written.
    case replaceRoster(AccountID, [Contact], version: String?)
    /// One item of a push.  A `nil` version leaves the version as it is.
    case setContact(AccountID, Contact, version: String?)
    case removeContact(AccountID, BareJID, version: String?)
    case addRequest(AccountID, SubscriptionRequest)
    case removeRequest(AccountID, BareJID)

    // MARK: The rest

    /// `nil` removes it.  A name that begins with a dot is the daemon's own note, which is not announced.
    case setSetting(String, String?)
    /// What a capabilities hash stands for, verified before (XEP-0115 §5.4).
    case setCapability(hash: String, info: String)
    case announce(NewEvent)
    /// Removes the oldest events, 5,000 at most: those older than the moment, and as many as there are beyond the
    /// count.  The last event always stays.
    case trimEvents(keeping: Int, since: Timestamp?)
}
