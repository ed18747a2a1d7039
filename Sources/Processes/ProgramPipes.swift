import CLibc
import Glibc

/// The ends of what connects us with a program; all of them are closed with this object.
final class ProgramPipes {
    /// The whole input is in it, so that a program which does not read holds nobody up.
    let input: Int32
    let output: Int32
    /// -1: it complains where we do.
    let complaints: Int32
    /// Where we read what it prints and complains; -1: not at all.
    let readEnds: (output: Int32, complaints: Int32)

    /// `nil` when there is no descriptor or memory left.
    init?(input bytes: [UInt8], hasComplaints: Bool) {
        let input = saluton_memory_file()
        var (first, second): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
        let isComplete =
            input >= 0 && Self.fill(input, bytes) && saluton_pipe(&first) == 0
            && (!hasComplaints || saluton_pipe(&second) == 0)
        self.input = input
        output = first[1]
        complaints = second[1]
        readEnds = (first[0], second[0])
        guard isComplete else { return nil }
    }

    deinit {
        for end in [input, output, complaints, readEnds.output, readEnds.complaints] where end >= 0 { close(end) }
    }

    private static func fill(_ file: Int32, _ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return lseek(file, 0, SEEK_SET) == 0
    }
}
