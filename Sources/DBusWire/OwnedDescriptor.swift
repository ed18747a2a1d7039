internal import CLibc
internal import Glibc

/// A file descriptor that is closed with its last copy.
public struct OwnedDescriptor: Equatable, Sendable {
    private final class Owner: Sendable {
        let number: Int32

        init(_ number: Int32) { self.number = number }

        deinit { close(number) }
    }

    private let owner: Owner

    /// The number, open for as long as a copy of this value lives.
    public var number: Int32 { owner.number }

    /// Takes over an open descriptor.
    public init(taking number: Int32) { owner = Owner(number) }

    /// Duplicates a descriptor; nil when it is not open or the process has too many.
    public init?(duplicating number: Int32) {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { return nil }
        owner = Owner(copy)
    }

    /// A pipe: what is written to the one end is read from the other; nil when the process has too many descriptors.
    ///
    /// No program that is started meanwhile inherits an end, so that the pipe ends when its last writer does.
    public static func pipe() -> (reading: OwnedDescriptor, writing: OwnedDescriptor)? {
        var ends: [Int32] = [-1, -1]
        guard saluton_pipe(&ends) == 0 else { return nil }
        return (OwnedDescriptor(taking: ends[0]), OwnedDescriptor(taking: ends[1]))
    }

    public static func == (left: OwnedDescriptor, right: OwnedDescriptor) -> Bool { left.owner === right.owner }
}
