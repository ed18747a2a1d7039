import BusAPI
import DBusWire
import Domain

typealias EventRow = Row<UInt64, Int64, String, String, String, String>

/// Events in the form of the bus.
enum EventRows {
    /// A page ends at about this many bytes of JSON, so that no reply comes near the limits of the bus.
    static let pageBytes = 1 << 20
    /// A signal carries its events up to this many, and this many bytes of JSON; beyond it carries their range only.
    static let signalCount = 256
    static let signalBytes = 128 << 10

    static func row(_ event: Event) -> EventRow {
        Row(
            UInt64(clamping: event.number), event.time.microseconds, event.kind.description,
            event.account?.description ?? "", event.conversation?.description ?? "", event.payload)
    }

    /// As many as fit on a page; at least one.
    static func fitting(_ events: [Event]) -> [EventRow] {
        var rows: [EventRow] = []
        var bytes = 0
        for event in events {
            bytes += event.payload.utf8.count
            guard bytes <= pageBytes || rows.isEmpty else { break }
            rows.append(row(event))
        }
        return rows
    }

    /// The events of a signal; empty when they are too many.
    static func signal(_ events: [Event]) -> [EventRow] {
        guard events.count <= signalCount else { return [] }
        guard events.reduce(0, { $0 + $1.payload.utf8.count }) <= signalBytes else { return [] }
        return events.map(row)
    }
}
