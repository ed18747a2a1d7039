import ArgumentParser

/// `saluton info …`
struct InfoFamily: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "info", abstract: "Ask servers and other clients about themselves.",
        subcommands: [InfoDisco.self, InfoVersion.self, InfoTime.self, InfoLast.self, InfoPing.self])
}
