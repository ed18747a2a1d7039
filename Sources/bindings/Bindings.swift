import FoundationEssentials
import Glibc

/// Makes Swift and documentation from the API's XML.
@main
struct Bindings {
    private var input = "dbus"
    private var swift = "Sources/BusAPI/Generated"
    private var documentation = "docs/dbus"
    private var isCheck = false

    static func main() {
        do throws(BindingsError) {
            let differences = try Bindings(CommandLine.arguments.dropFirst()).run()
            for difference in differences { print(difference) }
            if !differences.isEmpty {
                print("run `swift run bindings` and commit what it writes")
                exit(1)
            }
        } catch {
            print(error)
            exit(2)
        }
    }

    private init(_ arguments: ArraySlice<String>) throws(BindingsError) {
        var rest = arguments
        while let option = rest.popFirst() {
            if option == "--check" {
                isCheck = true
                continue
            }
            guard let value = rest.popFirst() else { throw Self.usage }
            switch option {
            case "--input": input = value
            case "--swift": swift = value
            case "--docs": documentation = value
            default: throw Self.usage
            }
        }
    }

    private static let usage = BindingsError(
        "usage: bindings [--input dbus] [--swift FOLDER] [--docs FOLDER] [--check]")

    /// Writes the files; with `--check` only tells which differ.
    private func run() throws(BindingsError) -> [String] {
        let errors = try ErrorsModel(file: input + "/errors.xml")
        let names = Set(errors.errors.map(\.name))
        var interfaces: [InterfaceModel] = []
        for file in try Self.names(in: input) where file.hasPrefix("org.") && file.hasSuffix(".xml") {
            interfaces.append(try InterfaceReader.read(file: input + "/" + file, knownErrors: names))
        }
        var sources = ["BusError+Names.swift": errors.swift()]
        var pages = ["errors.md": MarkdownPage.errors(errors), "README.md": MarkdownPage.index(interfaces)]
        for interface in interfaces {
            sources[interface.shortName + ".swift"] = SwiftFile.text(interface)
            pages[interface.shortName + ".md"] = MarkdownPage.text(interface, errorPrefix: errors.prefix)
        }
        return try settle(sources, in: swift) + settle(pages, in: documentation)
    }

    private func settle(_ files: [String: String], in folder: String) throws(BindingsError) -> [String] {
        let present = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        let stale = present.filter { files[$0] == nil }.sorted()
        let changed = files.keys.sorted().filter { name in
            FileManager.default.contents(atPath: folder + "/" + name) != files[name].map { Data($0.utf8) }
        }
        if isCheck {
            return stale.map { "\(folder)/\($0): nothing in \(input) makes this file" }
                + changed.map { "\(folder)/\($0): differs from what \(input) makes" }
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            for name in stale { try FileManager.default.removeItem(atPath: folder + "/" + name) }
            for name in changed {
                guard let text = files[name] else { continue }
                try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
            }
        } catch {
            throw BindingsError("\(folder): \(error)")
        }
        return []
    }

    private static func names(in folder: String) throws(BindingsError) -> [String] {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        } catch {
            throw BindingsError("\(folder): cannot be read")
        }
    }
}
