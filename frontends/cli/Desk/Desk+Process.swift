public import FrontendKit
@preconcurrency import Glibc
import Synchronization

extension Desk {
    /// The desk of this process: its standard streams, its clock, the doors of its environment.
    public static func process(doors: Doors = .ofProcess) -> Desk {
        var desk = Desk(
            write: { text in
                if writeAll(STDOUT_FILENO, text) { return true }
                let number = errno
                outputError.withLock { $0 = number }
                return false
            },
            complain: { _ = writeAll(STDERR_FILENO, $0 + "\n") },
            input: .process,
            time: .local,
            now: {
                var time = timespec()
                clock_gettime(CLOCK_REALTIME, &time)
                return Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000
            },
            doors: doors)
        desk.outputProblem = {
            let number = outputError.withLock { $0 }
            return number == EPIPE ? nil : String(cString: strerror(number))
        }
        desk.showsEmphasis = isatty(STDOUT_FILENO) == 1 && isCapable
        if isatty(STDERR_FILENO) == 1 && isCapable {
            // To the line's beginning, the text, and away with what stood behind it (ECMA-48 EL).
            desk.progress = { _ = writeAll(STDERR_FILENO, "\r\($0)\u{1B}[K") }
        }
        return desk
    }

    /// The last error of standard output.
    private static let outputError = Mutex<Int32>(EPIPE)

    /// Whether the terminal says that it is more than paper.
    private static var isCapable: Bool { getenv("TERM").map { String(cString: $0) != "dumb" } ?? false }

    /// Writes a whole text; false when the other end is closed or the disk is full.
    static func writeAll(_ descriptor: Int32, _ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let part = UnsafeBufferPointer(rebasing: rest)
                let count = Glibc.write(descriptor, part.baseAddress, part.count)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}

extension StandardInput {
    /// Standard input of this process.
    static let process = StandardInput(
        isTerminal: isatty(STDIN_FILENO) == 1,
        readAll: { limit in
            var bytes: [UInt8] = []
            while bytes.count <= limit {
                guard let part = readPart(limit + 1 - bytes.count) else { return bytes }
                bytes += part
            }
            return nil
        },
        readLine: { limit in
            // Byte by byte: what comes after the line belongs to somebody else.
            var line: [UInt8] = []
            while line.count <= limit {
                guard let byte = readPart(1)?.first else { return line.isEmpty ? nil : line }
                if byte == UInt8(ascii: "\n") { return line.last == UInt8(ascii: "\r") ? line.dropLast() : line }
                line.append(byte)
            }
            return nil
        },
        askSecret: PasswordPrompt.ask)

    /// Some bytes; nil at the end.
    private static func readPart(_ limit: Int) -> [UInt8]? {
        let part = [UInt8](unsafeUninitializedCapacity: min(limit, 65_536)) { buffer, count in
            var result = 0
            repeat { result = read(STDIN_FILENO, buffer.baseAddress, buffer.count) } while result < 0 && errno == EINTR
            count = max(0, result)
        }
        return part.isEmpty ? nil : part
    }
}
