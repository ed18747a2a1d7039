import DBusWire
import FrontendKit
import Synchronization

@testable import CommandLine

/// Stands for the streams of a process: keeps what is printed, and has what is typed.
final class Paper: Sendable {
    private let written = Mutex("")
    private let complained = Mutex("")
    private let typed: Mutex<[UInt8]>
    private let questions = Mutex<[String]>([])

    /// - Parameter input: what stands in standard input.
    init(input: String = "") { typed = Mutex(Array(input.utf8)) }

    var output: String { written.withLock { $0 } }
    var errors: String { complained.withLock { $0 } }
    var asked: [String] { questions.withLock { $0 } }

    /// A desk that writes here.
    /// - Parameters:
    ///   - secret: what the person at the terminal types unseen.
    ///   - writes: how many writes succeed before nobody reads any more; nil for all.
    func desk(
        bus: BusAddress = .address("unix:path=/nowhere"), isTerminal: Bool = false, secret: String? = nil,
        writes: Int? = nil
    ) -> Desk {
        let left = Countdown(writes)
        return Desk(
            write: { text in
                guard left.takeOne() else { return false }
                self.written.withLock { $0 += text }
                return true
            },
            complain: { line in self.complained.withLock { $0 += line + "\n" } },
            input: StandardInput(
                isTerminal: isTerminal,
                readAll: { limit in self.typed.withLock { $0.count > limit ? nil : $0 } },
                readLine: { _ in self.readLine() },
                askSecret: { question in
                    self.questions.withLock { $0.append(question) }
                    return secret
                }),
            time: .utc, now: { Samples.moment }, doors: Doors(bus: bus))
    }

    private func readLine() -> [UInt8]? {
        typed.withLock { bytes in
            guard !bytes.isEmpty else { return nil }
            let end = bytes.firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let line = Array(bytes[..<end])
            bytes.removeSubrange(..<min(end + 1, bytes.endIndex))
            return line
        }
    }
}

/// A number that runs out.
private final class Countdown: Sendable {
    private let left: Mutex<Int?>

    init(_ count: Int?) { left = Mutex(count) }

    func takeOne() -> Bool {
        left.withLock { count in
            guard let number = count else { return true }
            count = number - 1
            return number > 0
        }
    }
}
