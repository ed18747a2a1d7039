import Domain
import XMPPAddresses

extension Writer {
    /// Requests kept of one account: anybody can make one.
    static let requestBound = 500

    /// A request that is repeated keeps its place and takes the new words; beyond the bound no new one is kept.
    func addRequest(_ account: AccountID, _ request: SubscriptionRequest) throws(StoreError) -> Outcome {
        let row = try row(of: account)
        let statement = try connection.prepare(
            """
            INSERT INTO subscription_request (account, jid, received_at, statuses, nickname) SELECT ?1, ?2, ?3, ?4, ?5
            WHERE (SELECT count(*) FROM subscription_request WHERE account = ?1) < ?6
                OR EXISTS (SELECT 1 FROM subscription_request WHERE account = ?1 AND jid = ?2)
            ON CONFLICT (account, jid) DO UPDATE SET statuses = ?4, nickname = ?5
                WHERE statuses <> ?4 OR nickname IS NOT ?5
            """)
        statement.bind(1, row)
        statement.bind(2, request.jid.description)
        statement.bind(3, request.receivedAt.microseconds)
        statement.bind(4, PackedText.pack(request.statuses))
        statement.bind(5, request.nickname)
        statement.bind(6, Int64(Self.requestBound))
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
