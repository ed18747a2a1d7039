import Foundation
import TestSupport
import Testing

extension LocalServer {
    /// The address of one of its users.
    func address(_ name: String) -> String { "\(name)@\(domain)" }

    /// Makes two of its users contacts who see each other; before they log in.
    func befriend(_ one: String, _ other: String) throws {
        let domain = domain
        for (owner, contact) in [(one, other), (other, one)] {
            try file(
                "roster", owner,
                "return { [\"\(contact)@\(domain)\"] = { subscription = \"both\"; groups = {}; }; [false] = { version = 1; }; };\n"
            )
        }
    }

    /// Gives one of its users so many contacts; before the user logs in.
    func fillRoster(of owner: String, count: Int) throws {
        let facts = "subscription = \"none\"; groups = { [\"Friends\"] = true; }"
        let rows = (0..<count).map { "[\"contact\($0)@elsewhere.example\"] = { name = \"Contact \($0)\"; \(facts) };" }
        try file("roster", owner, "return { [false] = { version = 1; };\n\(rows.joined(separator: "\n"))\n};\n")
    }

    /// Adds messages of users to one of them to the latter's archive: id, sender and text, in this order, a second apart.
    func archive(of owner: String, _ messages: [(id: String, sender: String, text: String)]) throws {
        try archive(
            of: owner,
            stanzas: messages.map { message in
                ArchivedStanza(
                    message.id, from: address(message.sender) + "/home", to: address(owner), [.body(message.text)])
            })
    }

    /// Adds messages to the archive of one of its users, in this order, a second apart.
    func archive(of owner: String, stanzas: [ArchivedStanza]) throws {
        let host = domain.replacing(".", with: "%2e").replacing("-", with: "%2d")
        let place = folder.appendingPathComponent("data/\(host)/archive")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let file = place.appendingPathComponent("\(owner).list")
        var list = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        let yesterday = Int(Date().timeIntervalSince1970) - 86_400
        let start = yesterday + list.split(separator: "\n").count
        for (number, stanza) in stanzas.enumerated() {
            list += stanza.row(of: address(owner), at: start + number)
        }
        try list.write(to: file, atomically: true, encoding: .utf8)
    }

    /// Writes one of the server's own files.
    private func file(_ store: String, _ user: String, _ text: String) throws {
        let host = domain.replacing(".", with: "%2e").replacing("-", with: "%2d")
        let place = folder.appendingPathComponent("data/\(host)/\(store)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try text.write(to: place.appendingPathComponent("\(user).dat"), atomically: true, encoding: .utf8)
    }
}

extension DaemonUnderTest {
    /// Adds a user of the server and waits until it is online.
    func add(
        _ name: String, _ password: String, at server: LocalServer, host: String = "127.0.0.1", port: UInt16? = nil
    ) async throws {
        let outcome = try await saluton(
            "account", "add", server.address(name), "--password-stdin", "--host", host, "--port",
            "\(port ?? server.port)", "--tls", "starttls", "--ca", server.authorityFile, "--wait",
            input: password + "\n")
        try #require(outcome.status == 0, "\(outcome)\n\(log)")
    }
}
