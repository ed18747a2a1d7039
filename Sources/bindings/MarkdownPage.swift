/// The page of one interface in `docs/dbus`.
enum MarkdownPage {
    static let header = "<!-- Generated from dbus/ by `swift run bindings`; do not edit. -->"

    static func text(_ interface: InterfaceModel, errorPrefix: String) -> String {
        var page = [header, "# \(interface.name)", "", sentence(interface.documentation.summary)]
        facts(interface.documentation, &page)
        if !interface.methods.isEmpty { page += ["", "## Methods"] }
        for method in interface.methods { write(method, &page) }
        if !interface.properties.isEmpty { page += ["", "## Properties"] }
        for property in interface.properties { write(property, &page) }
        if !interface.signals.isEmpty { page += ["", "## Signals"] }
        for signal in interface.signals {
            page += ["", "### \(signal.name)(\(list(signal.arguments)))", "", sentence(signal.documentation.summary)]
            arguments(signal.arguments, signal.documentation, &page)
            facts(signal.documentation, &page)
        }
        if !interface.methods.isEmpty { page += ["", "Errors begin with `\(errorPrefix)`; see [errors](errors.md)."] }
        return page.joined(separator: "\n") + "\n"
    }

    static func errors(_ model: ErrorsModel) -> String {
        var page = [
            header, "# Errors", "", "All names begin with `\(model.prefix)`.", "", "| name | meaning |", "|---|---|",
        ]
        page += model.errors.map { "| `\($0.name)` | \(cell($0.text)) |" }
        return page.joined(separator: "\n") + "\n"
    }

    static func index(_ interfaces: [InterfaceModel]) -> String {
        var page = [header, "# The API on D-Bus", "", "| interface | what it is |", "|---|---|"]
        page += interfaces.map { interface in
            let first =
                interface.documentation.summary.split(separator: ". ", maxSplits: 1).first.map(String.init) ?? ""
            return "| [\(interface.name)](\(interface.shortName).md) | \(cell(sentence(first))) |"
        }
        return (page + ["", "[Errors](errors.md)"]).joined(separator: "\n") + "\n"
    }

    private static func write(_ method: InterfaceModel.Method, _ page: inout [String]) {
        let output = method.output.isEmpty ? "" : " → (\(list(method.output)))"
        page += ["", "### \(method.name)(\(list(method.input)))\(output)", "", sentence(method.documentation.summary)]
        arguments(method.arguments, method.documentation, &page)
        if !method.errors.isEmpty {
            page += ["", "Errors: " + method.errors.map { "`\($0)`" }.joined(separator: ", ")]
        }
        facts(method.documentation, &page)
        if let command = method.command { page += ["", "    \(command)"] }
    }

    private static func write(_ property: InterfaceModel.Property, _ page: inout [String]) {
        let access = property.isWritable ? "read and write" : "read"
        let changes = [
            "true": "announced with its value", "invalidates": "announced without its value", "false": "not announced",
            "const": "never",
        ]
        page += ["", "### \(property.name): \(property.type)", "", sentence(property.documentation.summary), ""]
        page.append(
            "Access: \(access). Change: \(changes[property.change] ?? "")."
                + (property.isOptional ? " May be absent." : ""))
        facts(property.documentation, &page)
    }

    private static func list(_ arguments: [InterfaceModel.Argument]) -> String {
        arguments.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    }

    private static func arguments(
        _ arguments: [InterfaceModel.Argument], _ text: MemberText, _ page: inout [String]
    ) {
        guard !arguments.isEmpty else { return }
        page.append("")
        for argument in arguments {
            page.append("- `\(argument.name)` (`\(argument.type)`): \(text.text(on: argument.name) ?? "")")
        }
    }

    private static func facts(_ text: MemberText, _ page: inout [String]) {
        let facts = [text.source.map { "Source: " + $0 }, text.since.map { "Since: \($0)" }].compactMap { $0 }
        if !facts.isEmpty { page += ["", facts.joined(separator: " ")] }
    }

    private static func sentence(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static func cell(_ text: String) -> String { text.split(separator: "|").joined(separator: "\\|") }
}
