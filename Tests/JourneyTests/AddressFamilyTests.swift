import FrontendKit
import Glibc
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct AddressFamilyTests {
        /// The loopback addresses that this machine has.
        static var hosts: [String] { hasIPv6 ? ["127.0.0.1", "::1"] : ["127.0.0.1"] }

        private static var hasIPv6: Bool {
            let descriptor = socket(AF_INET6, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
            guard descriptor >= 0 else { return false }
            defer { close(descriptor) }
            var address = sockaddr_in6()
            address.sin6_family = sa_family_t(AF_INET6)
            address.sin6_addr = in6addr_loopback
            let size = socklen_t(MemoryLayout<sockaddr_in6>.size)
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) == 0 }
            }
        }

        @Test("A login over each family of addresses ends verified and encrypted", arguments: hosts)
        func login(host: String) async throws {
            let server = try LocalServer(users: ["juliet": "balcony-7"])
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            try await user.add("juliet", "balcony-7", at: server, host: host)
            let facts = try await daemon.account(server.address("juliet"), until: .online)
            #expect(facts.security["mechanism"]?.string?.hasPrefix("SCRAM-SHA-256") == true)
            #expect(facts.problem == nil)
        }
    }
}
