import Foundation
import Testing

@testable import bindings

@Suite("The generator of bindings")
struct BindingsTests {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    private static let golden = tests.appendingPathComponent("Support/Golden/dbus")

    private func read(_ file: String) throws -> InterfaceModel {
        try InterfaceReader.read(file: file, knownErrors: ["InvalidArguments", "NoSuchThing"])
    }

    /// Reads a file with these members in an interface.
    private func read(members: String) throws -> InterfaceModel {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        let text = "<node><!-- Y: a test. --><interface name='x.Y'>\(members)</interface></node>"
        try Data(text.utf8).write(to: file)
        return try read(file.path)
    }

    @Test("The sample gives the Swift that the tests of the server compile")
    func sample() throws {
        let model = try read(Self.golden.appendingPathComponent("org.saluton.Sample1.xml").path)
        let compiled = try String(
            contentsOf: Self.tests.appendingPathComponent("BusServerTests/Sample1.swift"), encoding: .utf8)
        let expected = compiled.split(separator: "\n", omittingEmptySubsequences: false).filter {
            $0 != "public import BusAPI"
        }
        #expect(SwiftFile.text(model) == expected.joined(separator: "\n"))
    }

    @Test("The page names methods, arguments, errors and the command")
    func page() throws {
        let model = try read(Self.golden.appendingPathComponent("org.saluton.Sample1.xml").path)
        let page = MarkdownPage.text(model, errorPrefix: "org.saluton.Error.")
        for line in [
            "### Join(words: as, options: a{sv}) → (joined: s, counts: a(st))", "- `words` (`as`): at least one.",
            "Errors: `InvalidArguments`", "    sample echo <text>", "### Mood: a{ss}",
            "### Rang(number: u, details: a{sv})",
        ] {
            #expect(page.contains("\n" + line))
        }
    }

    @Test(
        "What is not documented or not known is refused",
        arguments: [
            "<method name='M'/>",
            "<!-- N: another name. --><method name='M'/>",
            "<!-- M: --><method name='M'/>",
            "<!-- M: text. --><method name='M'><arg name='a' type='s' direction='in'/></method>",
            "<!-- M: text. @a: text. @b: none. --><method name='M'><arg name='a' type='s' direction='in'/></method>",
            "<!-- M: text. @a: text. --><method name='M'><arg name='a' type='s'/></method>",
            "<!-- M: text. @a: text. --><method name='M'><arg name='a' type='ss' direction='in'/></method>",
            "<!-- M: text. --><method name='M'><annotation name='org.saluton.Errors' value='Strange'/></method>",
            "<!-- P: text. --><property name='P' type='v' access='read'/>",
            "<!-- P: text. --><property name='P' type='s' access='read'><annotation "
                + "name='org.freedesktop.DBus.Property.EmitsChangedSignal' value='perhaps'/></property>",
            "<!-- M: text. --><thing name='M'/>",
            "<!-- M: text. --><method/>",
        ])
    func refusals(members: String) {
        #expect(throws: BindingsError.self) { try read(members: members) }
    }

    @Test("Arguments may share a text")
    func sharedText() throws {
        let model = try read(
            members: "<!-- M: text. @a, @b: both.  Source: here. Since: 2 --><method name='M'>"
                + "<arg name='a' type='s' direction='in'/><arg name='b' type='u' direction='out'/></method>")
        let text = try #require(model.methods.first?.documentation)
        #expect(text.text(on: "a") == "both." && text.text(on: "b") == "both.")
        #expect(text.source == "here." && text.since == "2" && text.summary == "text.")
    }

    @Test(
        "Names become Swift's",
        arguments: [
            ("JID", "jid"), ("BoundJID", "boundJID"), ("Id", "id"), ("TraceXML", "traceXML"), ("XMLName", "xmlName"),
            ("reply-to", "replyTo"), ("in", "`in`"), ("NextTry", "nextTry"),
        ])
    func names(name: String, swift: String) { #expect(SwiftName.member(name) == swift) }

    @Test(
        "Types become Swift's",
        arguments: [
            ("a{sv}", "Fields"), ("aa{sv}", "[Fields]"), ("a{ss}", "OrderedEntries<String, String>"), ("ay", "[UInt8]"),
            ("a(sst)", "[Row<String, String, UInt64>]"),
            ("a{oa{sa{sv}}}", "OrderedEntries<ObjectPath, OrderedEntries<String, Fields>>"),
            ("ss", nil), ("a", nil), ("()", nil), ("(s", nil), ("z", nil), ("", nil),
        ])
    func types(type: String, swift: String?) { #expect(SwiftType(type)?.name == swift) }
}
