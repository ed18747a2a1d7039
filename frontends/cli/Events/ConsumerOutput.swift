import FrontendKit
import Glibc

/// Standard output of a consumer: knows what of it was written whole.
struct ConsumerOutput {
    private let desk: Desk
    private let interruption: Interruption?
    /// The file that is appended to, until its end was compared with what comes first.
    private var tail: AppendedFile?
    /// Whether it must be on the disk before it is acknowledged.
    private let isFile: Bool
    /// The last event that was written whole and that the daemon has not acknowledged; nil: none.
    private(set) var unacknowledged: UInt64?

    init(_ desk: Desk, _ interruption: Interruption?) {
        self.desk = desk
        self.interruption = interruption
        tail = desk.isProcess ? AppendedFile(STDOUT_FILENO) : nil
        isFile = desk.isProcess && AppendedFile.isFile(STDOUT_FILENO)
    }

    mutating func acknowledged(_ number: UInt64) {
        if unacknowledged == number { unacknowledged = nil }
    }

    /// Writes events, line by line.
    /// - Returns: whether all are out; else nobody reads any more, or somebody interrupted.
    mutating func write(_ events: [EventShape]) throws -> Bool {
        var lines = events.map { EventLine($0, desk) }[...]
        if let tail {
            self.tail = nil
            let written = tail.reconcile(with: lines)
            unacknowledged = lines.prefix(written).last?.number ?? unacknowledged
            lines = lines.dropFirst(written)
        }
        for line in lines {
            if interruption?.signal != nil { return false }
            guard desk.write(line.text + "\n") else { return false }
            unacknowledged = line.number
        }
        return true
    }

    /// Says that events up to a number are lost; throws the refusal where there is one.
    mutating func write(lost number: UInt64, unlessRefused refusal: Failure?) throws -> Bool {
        if let refusal { throw refusal }
        try desk.show(LostEventsReport(last: number))
        unacknowledged = number
        return true
    }

    /// Has what was written put on the disk, where it goes to a file; false where that failed.
    func settle() -> Bool {
        guard isFile else { return true }
        return fdatasync(STDOUT_FILENO) == 0 || errno == EINVAL
    }
}
