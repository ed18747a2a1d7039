internal import Glibc

/// A file descriptor that is closed with its last owner.
public final class OwnedDescriptor: Sendable {
    /// The number, open for as long as this object lives.
    public let number: Int32

    /// Takes over an open descriptor.
    public init(taking number: Int32) { self.number = number }

    /// Duplicates a descriptor; nil when it is not open or the process has too many.
    public init?(duplicating number: Int32) {
        let copy = fcntl(number, F_DUPFD_CLOEXEC, 3)
        guard copy >= 0 else { return nil }
        self.number = copy
    }

    deinit { close(number) }
}

extension OwnedDescriptor: Equatable {
    public static func == (left: OwnedDescriptor, right: OwnedDescriptor) -> Bool { left === right }
}
