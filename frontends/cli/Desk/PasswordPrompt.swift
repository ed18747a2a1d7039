@preconcurrency import Glibc

/// Asks for a password on the terminal without showing it.
///
/// The terminal hands over every key, the one for interruption included, so that no signal can leave it mute.
enum PasswordPrompt {
    static func ask(_ question: String) -> String? {
        let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
        guard terminal >= 0 else { return nil }
        defer { close(terminal) }
        var before = termios()
        guard tcgetattr(terminal, &before) == 0 else { return nil }
        var mute = before
        mute.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        guard tcsetattr(terminal, TCSAFLUSH, &mute) == 0 else { return nil }
        say(question, to: terminal)
        var line = SecretLine()
        var outcome = SecretLine.Outcome.more
        while outcome == .more {
            var byte: UInt8 = 0
            let count = read(terminal, &byte, 1)
            if count < 0 && errno == EINTR { continue }
            outcome = count == 1 ? line.take(byte) : .end
        }
        tcsetattr(terminal, TCSAFLUSH, &before)
        say("\n", to: terminal)
        switch outcome {
        case .done: return line.text
        case .interrupted:
            raise(SIGINT)
            return nil
        case .end, .more: return nil
        }
    }

    private static func say(_ text: String, to terminal: Int32) {
        _ = Array(text.utf8).withUnsafeBytes { write(terminal, $0.baseAddress, $0.count) }
    }
}

/// A line that is typed unseen.
struct SecretLine {
    enum Outcome: Equatable { case more, done, interrupted, end }

    private static let limit = 1024
    private var bytes: [UInt8] = []

    /// The line so far; nil where it is not UTF-8.
    var text: String? { String(validating: bytes, as: UTF8.self) }

    mutating func take(_ byte: UInt8) -> Outcome {
        switch byte {
        case 0x0A, 0x0D: return .done
        case 0x03, 0x1C: return .interrupted
        case 0x04: return bytes.isEmpty ? .end : .done
        case 0x08, 0x7F:
            while let last = bytes.popLast(), last & 0xC0 == 0x80 {}
        case 0x15: bytes = []
        default:
            if bytes.count < Self.limit { bytes.append(byte) }
        }
        return .more
    }
}
