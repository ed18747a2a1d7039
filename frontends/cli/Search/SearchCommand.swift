import ArgumentParser
import BusAPI
import FrontendKit
import JSONText

/// `saluton search`
struct SearchCommand: Action {
    /// What an entry may carry.
    enum Carried: String, CaseIterable, ExpressibleByArgument {
        case file, link
    }

    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Find entries that have all the words, the newest first.",
        discussion: """
            The last word may be the beginning of one.  Without words, everything that the options let through is found.
              saluton search rose name --in romeo@example.org --after 30d
            """)

    @Argument(help: "Words.")
    var words: [String] = []

    @Option(help: ArgumentHelp("Written by this address.", valueName: "jid"))
    var from: String?

    @Option(name: .customLong("in"), help: ArgumentHelp("In the conversation with this address.", valueName: "jid"))
    var peer: String?

    @Option(help: ArgumentHelp("Written before: \(When.help).", valueName: "when"))
    var before: When?

    @Option(help: ArgumentHelp("Written after.", valueName: "when"))
    var after: When?

    @Option(help: "In this language, as de or pt-BR.")
    var language: String?

    @Option(help: "Of this kind: chat, normal, headline, groupchat, error, file, call or system.")
    var kind: String?

    @Option(help: "With a file or a link; may be repeated.")
    var has: [Carried] = []

    @Flag(help: "Have the server look in its archive first, where it can; what it finds is kept here.")
    var server = false

    @Flag(help: "What fits best comes first, not what is newest.")
    var best = false

    @Option(help: ArgumentHelp("At most so many entries, 1–500.", valueName: "number"))
    var last: UInt32 = 20

    @Option(help: "Go on at a cursor, as the page before gave it.")
    var cursor: String?

    @Option(help: ArgumentHelp("Show so many entries before and after each, 0–20.", valueName: "number"))
    var context = 0

    @Flag(help: "Show what hides behind spoilers.")
    var spoilers = false

    @Option(name: [.customShort("a"), .long], help: "Address or id of the account; without it all are searched.")
    var account: String?

    @OptionGroup var common: CommonOptions

    func validate() throws {
        guard (1...500).contains(last) else { throw ValidationError("--last is 1–500.") }
        guard (0...20).contains(context) else { throw ValidationError("--context is 0–20.") }
        if server && query.isEmpty { throw ValidationError("--server needs words.") }
        if let language, !LanguageTag.isValid(language) {
            throw ValidationError("A language is written like de or pt-BR.")
        }
        let isFiltered = [account, peer, from, language, kind].contains { $0 != nil } || before != nil || after != nil
        if query.isEmpty && !isFiltered && has.isEmpty {
            throw ValidationError("There is nothing to look for.  What can be: saluton search --help")
        }
    }

    var query: String { words.joined(separator: " ") }

    /// The options of Manager1.Search.
    func options(at desk: Desk) -> Fields {
        var options: Fields = [:]
        options.set("account", account)
        options.set("conversation", peer)
        options.set("author", from)
        options.set("before", before?.microseconds(at: desk))
        options.set("after", after?.microseconds(at: desk))
        options.set("language", language)
        options.set("kind", kind)
        options.set("has", has.isEmpty ? nil : has.map(\.rawValue))
        options.set("order", best ? "best" : nil)
        options.set("server", server ? true : nil)
        options.set("cursor", cursor)
        return options
    }

    func run(at desk: Desk) async throws {
        let manager = try await desk.daemon().manager
        let page = try await manager.search(query: query, limit: last, options: options(at: desk))
        var hits: [SearchReport.Hit] = []
        for entry in page.entries.map({ EntryShape(JSON($0)) }) {
            hits.append(
                SearchReport.Hit(
                    entry: entry,
                    context: context == 0 ? nil : try await SearchContext.find(around: entry, context, manager)))
        }
        try desk.show(SearchReport(hits: hits, next: page.next.isEmpty ? nil : page.next, showsSpoilers: spoilers))
    }
}
