/// One SRV record (RFC 2782), and what to speak at its target.
struct SRVRecord: Hashable, Sendable {
    var priority: UInt16
    var weight: UInt16
    var port: UInt16
    /// Without the final dot; empty when the service is not offered.
    var target: String
    /// Direct TLS for `_xmpps-client`, STARTTLS for `_xmpp-client`.
    var tls: Candidate.TLS

    /// The order to try records in: by priority, then drawn by weight (RFC 2782).
    ///
    /// Both services count as one list (XEP-0368 §3); direct TLS goes first where priority is equal, as it cannot be
    /// stripped.  `draw` gives a number from 0 through its argument.
    static func ordered(_ records: [SRVRecord], draw: (UInt32) -> UInt32) -> [SRVRecord] {
        let groups = Dictionary(grouping: records.filter { !$0.target.isEmpty }) { $0.priority }
        return groups.sorted { $0.key < $1.key }.flatMap { group in
            [Candidate.TLS.direct, .starttls].flatMap { tls in
                drawn(group.value.filter { $0.tls == tls }, draw)
            }
        }
    }

    private static func drawn(_ records: [SRVRecord], _ draw: (UInt32) -> UInt32) -> [SRVRecord] {
        // Weight zero comes first, so that it is drawn seldom but not never.
        var left = records.sorted { $0.weight < $1.weight }
        var order: [SRVRecord] = []
        while !left.isEmpty {
            let total = left.reduce(UInt32(0)) { $0 &+ UInt32($1.weight) }
            let chosen = draw(total)
            var sum: UInt32 = 0
            let index = left.firstIndex { record in
                sum &+= UInt32(record.weight)
                return sum >= chosen
            }
            order.append(left.remove(at: index ?? 0))
        }
        return order
    }
}
