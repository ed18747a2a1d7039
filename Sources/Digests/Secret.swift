internal import COpenSSL

/// Bytes that nobody may print, store by accident, or find in freed memory.
///
/// It prints as `•••`, is not `Codable`, compares in constant time, and leaves through `expose(_:)` only. Copies share
/// one buffer, which is wiped when the last one goes.
public struct Secret: Sendable, Equatable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private let storage: SecretStorage

    /// Copies the bytes; wiping the original is the caller's business.
    public init(_ bytes: some Collection<UInt8>) {
        storage = SecretStorage(count: bytes.count)
        storage.buffer.copyBytes(from: bytes)
    }

    /// The UTF-8 bytes of a text.
    public init(utf8 text: String) {
        self.init(text.utf8)
    }

    /// A secret that is made in place: `fill` gets `count` zero bytes to write to.
    public init<Failure: Error>(
        count: Int, _ fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
    ) throws(Failure) {
        storage = SecretStorage(count: count)
        try fill(storage.buffer)
    }

    /// How many bytes there are.
    public var count: Int { storage.buffer.count }

    /// The one door: the bytes are readable inside `body`, and the pointer must not leave it.
    public func expose<Result, Failure: Error>(
        _ body: (UnsafeRawBufferPointer) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try body(UnsafeRawBufferPointer(storage.buffer))
    }

    public static func == (left: Secret, right: Secret) -> Bool {
        left.expose { left in right.expose { right in ConstantTime.equal(left, right) } }
    }

    public var description: String { "•••" }
    public var debugDescription: String { "•••" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The buffer behind a secret. Written before it is shared, only read afterwards.
private final class SecretStorage: Sendable {
    nonisolated(unsafe) let buffer: UnsafeMutableRawBufferPointer

    init(count: Int) {
        buffer = .allocate(byteCount: count, alignment: 16)
        buffer.initializeMemory(as: UInt8.self, repeating: 0)
    }

    deinit {
        OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        buffer.deallocate()
    }
}
