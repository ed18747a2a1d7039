internal import Glibc
internal import NIOCore

/// Options of TCP that Linux has.
enum SocketTuning {
    /// A peer that has not acknowledged for so long is gone: milliseconds.
    private static let userTimeout = 90_000

    static func prepare(_ channel: any Channel) {
        set(channel, TCP_USER_TIMEOUT, userTimeout)
        acknowledgeAtOnce(channel)
    }

    /// A server that waits for our acknowledgement before it goes on (Nagle) would wait 40 ms for each step; the
    /// option does not stick.
    static func acknowledgeAtOnce(_ channel: any Channel) { set(channel, TCP_QUICKACK, 1) }

    private static func set(_ channel: any Channel, _ name: CInt, _ value: Int) {
        let option = ChannelOptions.Types.SocketOption(
            level: NIOBSDSocket.OptionLevel(rawValue: CInt(IPPROTO_TCP)), name: NIOBSDSocket.Option(rawValue: name))
        _ = try? channel.syncOptions?.setOption(option, value: value)
    }
}
