import Domain
import XMPPAddresses

extension Writer {
    /// A request that is repeated keeps its place and takes the new words.
    func addRequest(_ account: AccountID, _ request: SubscriptionRequest) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        let statement = try connection.prepare(
            """
            INSERT INTO subscription_request (account, jid, received_at, statuses, nickname) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (account, jid) DO UPDATE SET statuses = ?4, nickname = ?5
                WHERE statuses <> ?4 OR nickname IS NOT ?5
            """)
        statement.bind(1, row)
        statement.bind(2, request.jid.description)
        statement.bind(3, request.receivedAt.microseconds)
        statement.bind(4, PackedText.pack(request.statuses))
        statement.bind(5, request.nickname)
        try statement.run()
        guard connection.changes > 0 else { return .unchanged }
        try announce(.subscriptionRequest, account, payload: EventPayload.requestAdded(request))
        return .done
    }

    func removeRequest(_ account: AccountID, _ jid: BareJID) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        let statement = try connection.prepare("DELETE FROM subscription_request WHERE account = ? AND jid = ?")
        statement.bind(1, row)
        statement.bind(2, jid.description)
        try statement.run()
        guard connection.changes > 0 else { return .unchanged }
        try announce(.subscriptionRequest, account, payload: EventPayload.requestRemoved(jid.description))
        return .done
    }
}
