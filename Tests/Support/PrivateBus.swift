internal import CLibc
public import Foundation
internal import Glibc

/// A `dbus-daemon` of one test, in a folder of its own; it ends with this object.
public final class PrivateBus: Sendable {
    public enum Failure: Error { case cannotStart(String) }

    /// The folder of this bus: socket, configuration and service files.
    public let folder: URL
    /// The address for `BusConnection.open(.address(…))` and `DBUS_SESSION_BUS_ADDRESS`.
    public let address: String
    private let process: pid_t

    /// Starts a bus.
    /// - Parameter services: bus names and the command lines that start them on the first call.
    public init(services: [String: String] = [:]) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("bus-\(UUID().uuidString.prefix(8))")
        let serviceFolder = folder.appendingPathComponent("services")
        try FileManager.default.createDirectory(at: serviceFolder, withIntermediateDirectories: true)
        for (name, command) in services {
            let text = "[D-BUS Service]\nName=\(name)\nExec=\(command)\n"
            try text.write(
                to: serviceFolder.appendingPathComponent("\(name).service"), atomically: true, encoding: .utf8)
        }
        let configuration = folder.appendingPathComponent("bus.conf")
        try Self.configuration(folder: folder.path, services: serviceFolder.path)
            .write(to: configuration, atomically: true, encoding: .utf8)
        (process, address) = try Self.start(configuration: configuration.path)
    }

    deinit {
        stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Ends the bus at once: every connection is lost.
    public func stop() {
        guard kill(process, SIGKILL) == 0 else { return }
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    private static func configuration(folder: String, services: String) -> String {
        """
        <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
         "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
        <busconfig>
          <type>session</type>
          <keep_umask/>
          <listen>unix:path=\(folder)/socket</listen>
          <auth>EXTERNAL</auth>
          <servicedir>\(services)</servicedir>
          <policy context="default">
            <allow send_destination="*" eavesdrop="true"/>
            <allow eavesdrop="true"/>
            <allow own="*"/>
          </policy>
          <limit name="max_incoming_bytes">1000000000</limit>
          <limit name="max_outgoing_bytes">1000000000</limit>
          <limit name="max_message_size">1000000000</limit>
          <limit name="max_replies_per_connection">50000</limit>
        </busconfig>
        """
    }

    private static func start(configuration: String) throws -> (pid_t, String) {
        var pipe: [Int32] = [0, 0]
        guard saluton_pipe(&pipe) == 0 else { throw Failure.cannotStart("no pipe") }
        defer { close(pipe[0]) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, pipe[1], 1)
        posix_spawn_file_actions_addopen(&actions, 2, configuration + ".log", O_WRONLY | O_CREAT, 0o600)
        // The threads of a test block signals; the bus and what it starts need theirs.
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGHUP, SIGINT, SIGPIPE, SIGTERM, SIGCHLD] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        let arguments = [
            "dbus-daemon", "--nofork", "--nopidfile", "--config-file=\(configuration)", "--print-address=1",
        ]
        var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, "dbus-daemon", &actions, &attributes, &pointers, environ)
        close(pipe[1])
        guard result == 0 else { throw Failure.cannotStart("dbus-daemon: \(String(cString: strerror(result)))") }
        var text = Data()
        var byte: UInt8 = 0
        while read(pipe[0], &byte, 1) == 1, byte != UInt8(ascii: "\n") { text.append(byte) }
        guard let address = String(data: text, encoding: .utf8), !address.isEmpty else {
            throw Failure.cannotStart("dbus-daemon gave no address")
        }
        return (process, address)
    }
}
