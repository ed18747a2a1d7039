import FrontendKit
import JSONText

/// One event as it is printed.
struct EventLine {
    let number: UInt64
    let text: String
    /// How the line begins whatever becomes of what the event is about: its number and its time.
    let head: String

    init(_ event: EventShape, _ desk: Desk) {
        let report = EventReport(event: event)
        number = event.number
        text = desk.isJSON ? Printable.json(report.json.text) : Printable.line(report.lines(desk.time).joined())
        head =
            desk.isJSON
            ? #"{"number":\#(event.number),"time":\#(event.time),"# : "\(event.number)  \(desk.time.text(event.time))  "
    }
}
