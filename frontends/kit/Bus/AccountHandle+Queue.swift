public import BusAPI
internal import DBusWire
internal import JSONText

extension AccountHandle {
    /// A page of what waits to be sent or acknowledged, oldest first.
    /// - Parameter entry: the last one of the page before; nil for the first page.
    public func queue(after entry: String?) async throws(BusError) -> (entries: [EntryShape], isLast: Bool) {
        let limit: UInt32 = 500
        var options: Fields = [:]
        options.set("after", entry)
        let page = try await account.queue(limit: limit, options: options)
        return (page.map { EntryShape(JSON($0)) }, page.count < Int(limit))
    }
}
