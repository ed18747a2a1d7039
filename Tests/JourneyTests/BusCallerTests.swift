import BusAPI
import DBusWire
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    /// Callers that do not know how to behave.
    struct BusCallerTests {
        private static let ours = "org.saluton.Error."
        private static let theirs = "org.freedesktop.DBus.Error."
        private static let properties: InterfaceName = "org.freedesktop.DBus.Properties"

        static let calls: [WrongCall] = [
            WrongCall("no argument", theirs + "InvalidArgs", "FindAccount"),
            WrongCall("an argument of another type", theirs + "InvalidArgs", "FindAccount", [.uint32(1)]),
            WrongCall("an argument too many", theirs + "InvalidArgs", "Refusals", [.string("")]),
            WrongCall(
                "too large a text", theirs + "LimitsExceeded", "Echo", [.string(String(repeating: "x", count: 1 << 20))]
            ),
            WrongCall("an unknown method", theirs + "UnknownMethod", "Explode"),
            WrongCall(
                "an unknown interface", theirs + "UnknownInterface", on: "org.saluton.Nothing1", "Echo", [.string("")]),
            WrongCall(
                "an unknown object", theirs + "UnknownObject", at: "/org/saluton/Saluton1/accounts/none",
                on: "org.saluton.Account1", "Connect"),
            WrongCall(
                "an object outside", theirs + "UnknownObject", at: "/elsewhere", on: "org.saluton.Manager1", "Refusals"),
            WrongCall(
                "an unknown property", theirs + "UnknownProperty", on: properties, "Get",
                [.string("org.saluton.Manager1"), .string("Password")]),
            WrongCall(
                "a property that is only read", theirs + "PropertyReadOnly", on: properties, "Set",
                [.string("org.saluton.Manager1"), .string("Version"), .variant(.string("9"))]),
            WrongCall(
                "a property of another type", theirs + "InvalidArgs", on: properties, "Set",
                [.string("org.saluton.Manager1"), .string("LogFilter"), .variant(.uint32(9))]),
            WrongCall(
                "a property out of its range", ours + "InvalidArguments", on: properties, "Set",
                [.string("org.saluton.Manager1"), .string("LogFilter"), .variant(.string("loud"))]),
            WrongCall(
                "an unknown option", ours + "InvalidArguments", "AddAccount",
                [.string("j@example.org"), .fields([]), .fields([.init("colour", .string("red"))])]),
            WrongCall(
                "an unknown setting", ours + "InvalidArguments", "AddAccount",
                [.string("j@example.org"), .fields([.init("colour", .string("red"))]), .fields([])]),
            WrongCall(
                "a setting of another type", ours + "InvalidArguments", "AddAccount",
                [.string("j@example.org"), .fields([.init("port", .string("5222"))]), .fields([])]),
            WrongCall(
                "a setting out of its range", ours + "InvalidArguments", "AddAccount",
                [.string("j@example.org"), .fields([.init("authority-file", .string("relative.pem"))]), .fields([])]),
            WrongCall(
                "a password of 2,000 bytes", ours + "InvalidArguments", "AddAccount",
                [
                    .string("j@example.org"),
                    .fields([.init("password", .string(String(repeating: "x", count: 2_000)))]), .fields([]),
                ]),
            WrongCall(
                "a bad address", ours + "InvalidAddress", "AddAccount",
                [.string("@example.org"), .fields([]), .fields([])]),
            WrongCall(
                "an address of 5,000 bytes", ours + "InvalidAddress", "AddAccount",
                [.string(String(repeating: "j", count: 5_000) + "@example.org"), .fields([]), .fields([])]),
            WrongCall(
                "the path of no account", ours + "NoSuchAccount", "RemoveAccount",
                [.path("/org/saluton/Saluton1/accounts/none"), .fields([])]),
            WrongCall(
                "a page too long", ours + "InvalidArguments", "ReadLog", [.uint64(0), .uint32(501), .fields([])]),
            WrongCall(
                "a page of nothing", ours + "InvalidArguments", on: "org.saluton.Events1", "Read",
                [.uint64(0), .uint32(0), .fields([])]),
            WrongCall(
                "an account that is no id", ours + "InvalidArguments", on: "org.saluton.Events1", "Read",
                [.uint64(0), .uint32(1), .fields([.init("account", .string("../.."))])]),
        ]

        @Test("What a caller does wrong has the right error's name, and harms nothing")
        func mistakes() async throws {
            let user = try DaemonUnderTest()
            let (program, daemon) = try await user.start()
            let bus = try await BusConnection.open(.address(user.bus.address))
            defer { bus.close() }
            for call in Self.calls {
                #expect(try await Self.error(call, bus) == call.error, "\(call.testDescription)")
            }
            #expect(try await daemon.accounts().isEmpty)
            #expect(try await daemon.manager.echo(text: "alive") == "alive")
            program.send(15)
            #expect(try await program.ended("the daemon") == 0)
        }

        @Test("What is wrong about an account has the right error's name, and changes nothing")
        func accountMistakes() async throws {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let account = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            let conversation = try await account.conversation(with: "romeo@example.net")
            let before = try await account.facts()
            let bus = try await BusConnection.open(.address(user.bus.address))
            defer { bus.close() }
            let (roster, discovery): (InterfaceName, InterfaceName) = ("org.saluton.Roster1", "org.saluton.Discovery1")
            let (own, talk): (InterfaceName, InterfaceName) = ("org.saluton.Account1", "org.saluton.Conversation1")
            let big = Value.dictionary(
                [.init(.string(""), .string(String(repeating: "x", count: 300_000)))], key: "s", value: "s")
            let empty = Value.dictionary([], key: "s", value: "s")
            let calls = [
                WrongCall("a disabled account", Self.ours + "InvalidArguments", at: account.path, on: own, "Connect"),
                WrongCall(
                    "all or none", Self.ours + "InvalidArguments", at: account.path, on: own, "Set",
                    [.fields([.init("host", .string("example.net")), .init("tls", .string("none"))]), .fields([])]),
                WrongCall(
                    "an unknown show", Self.ours + "InvalidArguments", at: account.path, on: own, "SetPresence",
                    [.string("hungry"), empty, .fields([])]),
                WrongCall(
                    "a bad peer", Self.ours + "InvalidAddress", at: account.path, on: own, "OpenConversation",
                    [.string("a@b@c"), .fields([])]),
                WrongCall(
                    "nobody", Self.ours + "NoSuchContact", at: account.path, on: roster, "Get",
                    [.string("romeo@example.net")]),
                WrongCall(
                    "offline", Self.ours + "NotConnected", at: account.path, on: roster, "Add",
                    [.string("romeo@example.net"), .fields([])]),
                WrongCall(
                    "offline too", Self.ours + "NotConnected", at: account.path, on: discovery, "Version",
                    [.string("example.net"), .fields([])]),
                WrongCall(
                    "no text", Self.ours + "InvalidArguments", at: conversation.path, on: talk, "Send",
                    [empty, .fields([])]),
                WrongCall(
                    "a long text", Self.ours + "InvalidArguments", at: conversation.path, on: talk, "Send",
                    [big, .fields([])]),
                WrongCall(
                    "no such entry", Self.ours + "NoSuchEntry", at: conversation.path, on: talk, "GetEntry",
                    [.string("?")]),
                WrongCall(
                    "a bad cursor", Self.ours + "InvalidArguments", at: conversation.path, on: talk, "History",
                    [.uint32(5), .fields([.init("before", .string("'; DROP TABLE"))])]),
            ]
            for call in calls {
                #expect(try await Self.error(call, bus) == call.error, "\(call.testDescription)")
            }
            #expect(try await account.facts() == before)
        }

        private static func error(_ call: WrongCall, _ bus: BusConnection) async throws -> String {
            do throws(WireError) {
                _ = try await bus.call(
                    MethodCall(
                        to: Daemon.name, path: call.path, interface: call.interface, member: call.member, call.arguments
                    ))
                return "none"
            } catch .remote(let reply) {
                return reply.name.rawValue
            }
        }
    }
}
