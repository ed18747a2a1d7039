import Glibc

/// Reads what a program says until it has ended or must.
struct ProgramReading {
    /// Where to read; -1: there is nothing more.
    var pipes: (output: Int32, complaints: Int32)
    let handle: Int32
    let limits: ProgramCall.Limits

    private var output: [UInt8] = []
    private var complaints: [UInt8] = []
    private var buffer = [UInt8](repeating: 0, count: 16_384)

    init(pipes: (output: Int32, complaints: Int32), handle: Int32, limits: ProgramCall.Limits) {
        self.pipes = pipes
        self.handle = handle
        self.limits = limits
    }

    /// Returns once it is gone.
    mutating func end(of program: RunningProgram) -> ProgramEnd {
        // A password may have passed through.
        defer { buffer.withUnsafeMutableBytes { _ = $0.initializeMemory(as: UInt8.self, repeating: 0) } }
        var cause = read(until: Self.now + limits.time)
        if cause != nil {
            if limits.grace > .zero {
                program.ask()
                _ = read(until: Self.now + limits.grace)
            }
            program.kill()
        }
        let status = program.collect(from: handle)
        if cause == nil {
            cause = status & 0x7F == 0 ? .status((status >> 8) & 0xFF) : .signal(status & 0x7F)
        }
        return ProgramEnd(cause ?? .status(0), output: output, complaints: complaints)
    }

    /// Why it must end; `nil`: it has ended.
    private mutating func read(until end: Duration) -> ProgramEnd.Cause? {
        while true {
            let left = end - Self.now
            guard left > .zero else { return .overdue }
            var polls = [handle, pipes.output, pipes.complaints].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            let ready = poll(&polls, 3, Int32(clamping: Int64((left / .milliseconds(1)).rounded(.up))))
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { continue }
            if polls[1].revents != 0 {
                pipes.output = take(pipes.output, into: \.output)
                guard output.count <= limits.output else {
                    output.removeLast(output.count - limits.output)
                    return .flood
                }
            }
            if polls[2].revents != 0 {
                pipes.complaints = take(pipes.complaints, into: \.complaints)
                let bound = limits.complaints ?? 0
                guard complaints.count <= bound else {
                    complaints.removeLast(complaints.count - bound)
                    return .flood
                }
            }
            // What it said before it ended is all in the pipes: they are looked at first.
            if polls[0].revents != 0, polls[1].revents == 0, polls[2].revents == 0 { return nil }
        }
    }

    /// Returns where to go on; -1: that was the end.
    private mutating func take(_ end: Int32, into place: WritableKeyPath<Self, [UInt8]>) -> Int32 {
        let count = Glibc.read(end, &buffer, buffer.count)
        if count < 0, errno == EINTR { return end }
        guard count > 0 else { return -1 }
        self[keyPath: place].append(contentsOf: buffer[..<count])
        return end
    }

    /// A clock that only goes on.
    private static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
