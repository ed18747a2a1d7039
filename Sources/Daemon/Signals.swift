import CRuntime
import Glibc

/// The signals that end the daemon, as a stream.
enum Signals {
    /// Each signal as it comes; a thread sleeps for it.  Writing to somebody who has gone is from now on an error like
    /// others.  `nil` when there is no descriptor or thread left.
    static func stream() -> AsyncStream<UInt8>? {
        let descriptor = saluton_ending_signals()
        guard descriptor >= 0 else { return nil }
        let (stream, continuation) = AsyncStream<UInt8>.makeStream(bufferingPolicy: .bufferingNewest(4))
        let box = Unmanaged.passRetained(Box(descriptor, continuation))
        var thread = pthread_t()
        let failed = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                let box = Unmanaged<Box>.fromOpaque(context).takeRetainedValue()
                var signal: UInt8 = 0
                while true {
                    let count = read(box.descriptor, &signal, 1)
                    if count == 1 { box.continuation.yield(signal) } else if errno != EINTR { return nil }
                }
            }, box.toOpaque())
        guard failed == 0 else {
            box.release()
            return nil
        }
        pthread_detach(thread)
        return stream
    }

    private final class Box: Sendable {
        let descriptor: Int32
        let continuation: AsyncStream<UInt8>.Continuation

        init(_ descriptor: Int32, _ continuation: AsyncStream<UInt8>.Continuation) {
            self.descriptor = descriptor
            self.continuation = continuation
        }
    }
}
