import BusAPI
import DBusWire
import Foundation
import FoundationXML
import FrontendKit
import JSONText
import TestSupport
import Testing

extension Journeys {
    struct IntrospectionTests {
        @Test("What live objects say of themselves is what dbus/*.xml says")
        func introspection() async throws {
            let user = try DaemonUnderTest()
            let (_, daemon) = try await user.start()
            let account = try await daemon.addAccount("juliet@example.org", settings: [:], isEnabled: false)
            _ = try await account.conversation(with: "romeo@example.org")
            let described = try Self.described()
            var seen: Set<String> = []
            let paths = try await daemon.objects().map(\.path) + [Daemon.root]
            #expect(paths.count == 3)
            for path in paths {
                for (name, text) in Introspection.interfaces(of: try await Self.introspect(path, user)) {
                    guard name.hasPrefix("org.saluton.") else { continue }
                    seen.insert(name)
                    #expect(text == described[name], "\(name) at \(path)")
                }
            }
            #expect(seen == Set(described.keys))
        }

        private static func introspect(_ path: ObjectPath, _ user: DaemonUnderTest) async throws -> String {
            let bus = try await BusConnection.open(.address(user.bus.address))
            defer { bus.close() }
            let reply = try await bus.call(
                MethodCall(
                    to: Daemon.name, path: path, interface: "org.freedesktop.DBus.Introspectable", member: "Introspect")
            )
            guard case .string(let text)? = reply.first else { return "" }
            return text
        }

        /// The interfaces of the source tree.
        private static func described() throws -> [String: String] {
            let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            let folder = root.appendingPathComponent("dbus")
            var found: [String: String] = [:]
            for file in try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            where file.lastPathComponent.hasPrefix("org.saluton.") {
                let text = try String(contentsOf: file, encoding: .utf8)
                found.merge(Introspection.interfaces(of: text)) { one, _ in one }
            }
            return found
        }
    }
}

/// Reads introspection data into a form that can be compared: elements with sorted attributes, without comments.
final class Introspection: NSObject, XMLParserDelegate {
    private var interfaces: [String: String] = [:]
    private var current: (name: String, text: String)?

    static func interfaces(of text: String) -> [String: String] {
        let reader = Introspection()
        let parser = XMLParser(data: Data(text.utf8))
        parser.delegate = reader
        return parser.parse() ? reader.interfaces : [:]
    }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        if name == "interface" { current = (attributes["name"] ?? "", "") }
        let written = attributes.sorted { $0.key < $1.key }.map { " \($0.key)='\($0.value)'" }.joined()
        current?.text += "<\(name)\(written)>\n"
    }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
        current?.text += "</\(name)>\n"
        if name == "interface", let done = current {
            interfaces[done.name] = done.text
            current = nil
        }
    }
}
