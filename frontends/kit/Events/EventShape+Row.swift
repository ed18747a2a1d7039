internal import BusAPI
internal import JSONText

extension EventShape {
    /// One row of Events1.Read or Recorded.
    typealias EventRow = Row<UInt64, Int64, String, String, String, String>

    init(_ row: EventRow) {
        let (number, time, kind, account, conversation, content) = row.values
        var members: [JSON.Member] = [
            JSON.Member("number", .integer(Int64(clamping: number))), JSON.Member("time", .integer(time)),
            JSON.Member("kind", .string(kind)),
        ]
        if !account.isEmpty { members.append(JSON.Member("account", .string(account))) }
        if !conversation.isEmpty { members.append(JSON.Member("conversation", .string(conversation))) }
        members.append(JSON.Member("event", (try? JSONParser.parse(content)) ?? .object([])))
        self.init(.object(members))
    }
}
