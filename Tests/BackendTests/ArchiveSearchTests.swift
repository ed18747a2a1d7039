import Domain
import Store
import TestSupport
import Testing
import XMPPAddresses

@testable import Backend

@Suite("Servers that search their archives (XEP-0431)", .timeLimit(.minutes(1)))
struct ArchiveSearchTests {
    private static let offer = ["urn:xmpp:mam:2", "urn:xmpp:fulltext:0"]

    private func online(_ house: House, features: [String] = offer) async throws -> (AccountService, Server) {
        let service = try await house.juliet()
        let server = try await house.accept()
        try await server.greet(features: features)
        if features.contains("urn:xmpp:mam:2") {
            try await server.give([Archived("a9", 90, "the newest")], to: server.archiveQuestion())
            await house.observer.until { seen in seen.last(service.id)?.archive == .current ? () : nil }
        } else {
            await house.observer.until { seen in seen.last(service.id)?.archive == .unsupported ? () : nil }
        }
        return (service, server)
    }

    private func wish(_ text: String, account: String? = nil, peer: BareJID? = nil) -> SearchWish {
        SearchWish(query: SearchQuery(text: text), account: account, peer: peer, asksServers: true)
    }

    @Test("What the server finds is kept and found, and what is known of the archive stays as it is")
    func found() async throws {
        let house = try House(wantsArchive: true)
        let (service, server) = try await online(house)
        let scope = ArchiveScope(account: service.id, archive: service.jid)
        let before = try await house.store.archive(scope)
        let romeo = try BareJID("romeo@example.net")
        async let found = house.backend.search(wish("rose", account: "juliet@example.com", peer: romeo), limit: 20)
        let question = try await server.archiveQuestion()
        #expect(question.words == "rose" && question.peer == "romeo@example.net" && question.place == "before")
        #expect(question.max == 100)
        try await server.give([Archived("a2", 2, "a rose"), Archived("a5", 5, "the roses")], to: question)
        // The words are looked for here as they always are.
        #expect(try await found.hits.map { $0.shown.entry.content.texts.first?.text } == ["the roses", "a rose"])
        #expect(try await house.store.archive(scope) == before)
        #expect(try await house.store.conversation(of: service.id, with: romeo)?.state.unread == 0)
        // Without being told to, no server is asked; and all that can are asked where none is named.
        let here = try await house.backend.search(SearchWish(query: SearchQuery(text: "rose")), limit: 20)
        #expect(here.hits.count == 2)
        async let again = house.backend.search(wish("newest"), limit: 20)
        let second = try await server.archiveQuestion()
        #expect(second.words == "newest" && second.peer == nil)
        try await server.give([], to: second, complete: true)
        #expect(try await again.hits.count == 1)
    }

    /// The name of the error that a search ends with.
    private func failure(_ house: House, _ wish: SearchWish) async -> String {
        do throws(BackendError) {
            _ = try await house.backend.search(wish, limit: 20)
            return "none"
        } catch {
            return error.name
        }
    }

    @Test("A server that refuses, or cannot search, says so", arguments: [nil, "juliet@example.com"])
    func refused(account: String?) async throws {
        let house = try House(wantsArchive: true)
        let (_, server) = try await online(house)
        async let refused = failure(house, wish("rose", account: account))
        try await server.refuse(server.archiveQuestion().id, "forbidden")
        #expect(await refused == "RemoteError")
        let other = try House(wantsArchive: true)
        _ = try await online(other, features: ["urn:xmpp:mam:2"])
        #expect(await failure(other, wish("rose", account: account)) == "NotSupported")
        #expect(await failure(other, wish(" ", account: account)) == "InvalidArguments")
    }
}
