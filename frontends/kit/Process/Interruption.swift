internal import DBusWire
internal import Glibc
internal import Synchronization

/// The signals that ask a program to end, caught so that it can finish what it is at.
///
/// The first one is noted, the second one ends the program at once.  One that was ignored from the beginning, as under
/// nohup(1), stays ignored.  There is one for a process at a time.
public struct Interruption: Sendable {
    private let reading: OwnedDescriptor
    private let writing: OwnedDescriptor
    private let caught: [Int32]

    /// Catches them from now on; nil where there is no descriptor left.
    public static func begin() -> Interruption? {
        guard let pipe = OwnedDescriptor.pipe() else { return nil }
        Noted.signal.store(0, ordering: .sequentiallyConsistent)
        Noted.output.store(pipe.writing.number, ordering: .sequentiallyConsistent)
        return Interruption(
            reading: pipe.reading, writing: pipe.writing, caught: [SIGINT, SIGTERM, SIGHUP].filter(Noted.takes))
    }

    /// The signal that came; nil: none yet.
    public var signal: Int32? {
        let number = Noted.signal.load(ordering: .sequentiallyConsistent)
        return number == 0 ? nil : number
    }

    /// Returns when one has come, or after `end`.
    public func arrived() async {
        let reading = reading
        await withCheckedContinuation { done in
            DetachedThread.run {
                var byte: UInt8 = 0
                while read(reading.number, &byte, 1) < 0 && errno == EINTR {}
                done.resume()
            }
        }
    }

    /// Signals do what they usually do again; who waits in `arrived` goes on.
    public func end() {
        for number in caught { Glibc.signal(number, SIG_DFL) }
        Noted.output.store(-1, ordering: .sequentiallyConsistent)
        var byte: UInt8 = 0
        _ = write(writing.number, &byte, 1)
    }

    /// Ends the process as the signal would have, so that whoever started it sees why.
    public func passOn() {
        guard let signal else { return }
        // The threads of tasks block signals.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, signal)
        pthread_sigmask(SIG_UNBLOCK, &signals, nil)
        raise(signal)
    }
}

/// What the handler of signals may touch.
private enum Noted {
    static let signal = Atomic<Int32>(0)
    static let output = Atomic<Int32>(-1)

    /// Catches a signal; false where it is ignored.
    static func takes(_ number: Int32) -> Bool {
        var before = sigaction()
        guard sigaction(number, nil, &before) == 0 else { return false }
        // SIG_IGN is an address that no function has.
        let ignored = withUnsafeBytes(of: before.__sigaction_handler) { $0.load(as: UInt.self) == 1 }
        guard !ignored else { return false }
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { number in
            var byte: UInt8 = 0
            Noted.signal.store(number, ordering: .sequentiallyConsistent)
            _ = write(Noted.output.load(ordering: .sequentiallyConsistent), &byte, 1)
        }
        action.sa_flags = Int32(
            bitPattern: UInt32(SA_RESTART) | UInt32(bitPattern: Int32(truncatingIfNeeded: SA_RESETHAND)))
        return sigaction(number, &action, nil) == 0
    }
}
