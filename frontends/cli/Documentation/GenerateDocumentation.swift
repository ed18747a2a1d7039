import ArgumentParser
import FrontendKit
import Glibc

/// `saluton generate-documentation`: manual pages and shell completions, for the installation.
struct GenerateDocumentation: Action {
    static let configuration = CommandConfiguration(
        commandName: "generate-documentation", abstract: "Write manual pages and shell completions.",
        shouldDisplay: false)

    @Option(help: ArgumentHelp("Folder to write to.", valueName: "folder"), completion: .directory)
    var output: String

    @OptionGroup var common: CommonOptions

    func run(at desk: Desk) async throws {
        try makeFolder(output)
        try makeFolder(output + "/man1")
        for page in try ManualPage.all(of: Saluton.self) { try write(page.text, to: "man1/\(page.name).1") }
        try write(Saluton.completionScript(for: .bash), to: "saluton.bash")
        try write(Saluton.completionScript(for: .zsh), to: "_saluton")
        try write(Saluton.completionScript(for: .fish), to: "saluton.fish")
    }

    private func makeFolder(_ path: String) throws(Failure) {
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw cannotWrite(path) }
    }

    private func write(_ text: String, to name: String) throws(Failure) {
        let path = output + "/" + name
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { throw cannotWrite(path) }
        defer { close(descriptor) }
        guard Desk.writeAll(descriptor, text) else { throw cannotWrite(path) }
    }

    private func cannotWrite(_ path: String) -> Failure {
        Failure(.storage, name: "CannotWrite", "\(path): \(String(cString: strerror(errno)))")
    }
}
