import JSONText

/// What a command says about itself, as the argument parser dumps it.
struct CommandFacts {
    private let json: JSON
    /// The words that lead to it, the program's name first.
    let path: [String]

    init(_ json: JSON, path: [String]) {
        self.json = json
        self.path = path + [json["commandName"]?.string ?? ""]
    }

    var pageName: String { path.joined(separator: "-") }
    var abstract: String { json["abstract"]?.string ?? "" }
    var discussion: String? { json["discussion"]?.string }

    /// For the line that whatis(1) shows.
    var abstractWithoutStop: String {
        abstract.hasSuffix(".") ? String(abstract.dropLast()) : abstract
    }

    /// Without the parser's own and the hidden ones.
    var subcommands: [CommandFacts] {
        (json["subcommands"]?.array ?? [])
            .filter { $0["shouldDisplay"]?.bool != false && $0["commandName"]?.string != "help" }
            .map { CommandFacts($0, path: path) }
    }

    /// Without the hidden ones.
    var arguments: [ArgumentFacts] {
        (json["arguments"]?.array ?? []).filter { $0["shouldDisplay"]?.bool != false }.map(ArgumentFacts.init)
    }

    /// One line that shows how to call it.
    /// - Parameter isGroup: its arguments are on a page of its own.
    func usage(isGroup: Bool) -> [String] {
        let words = path.joined(separator: " ")
        if isGroup { return [words, subcommands.isEmpty ? "[OPTIONS]" : "COMMAND …"] }
        return [words] + arguments.filter { !$0.isHelp }.map(\.usage)
    }
}

/// An argument, an option or a flag.
struct ArgumentFacts {
    private let json: JSON

    init(_ json: JSON) { self.json = json }

    private var valueName: String { json["valueName"]?.string ?? "value" }
    private var isPositional: Bool { json["kind"]?.string == "positional" }
    private var isFlag: Bool { json["kind"]?.string == "flag" }
    private var names: [String] {
        (json["names"]?.array ?? [])
            .map { ($0["kind"]?.string == "long" ? "--" : "-") + ($0["name"]?.string ?? "") }
    }

    var isHelp: Bool { names.contains("--help") || names.contains("--version") }

    /// `-a, --account <account>`.
    var heading: String {
        isPositional ? "<\(valueName)>" : names.joined(separator: ", ") + (isFlag ? "" : " <\(valueName)>")
    }

    /// `[--account <account>]`.
    var usage: String {
        let name = names.last { $0.hasPrefix("--") } ?? names.last ?? ""
        let text = isPositional ? "<\(valueName)>" : isFlag ? name : "\(name) <\(valueName)>"
        let repeated = json["isRepeating"]?.bool == true ? text + " …" : text
        return json["isOptional"]?.bool == true ? "[\(repeated)]" : repeated
    }

    /// What it is for, the values it takes, and its default.
    var explanation: String {
        var parts = [json["abstract"]?.string ?? ""]
        let values = (json["allValues"]?.array ?? []).compactMap(\.string)
        if !values.isEmpty && !isPositional { parts.append("One of: \(values.joined(separator: ", ")).") }
        if let value = json["defaultValue"]?.string, !isFlag { parts.append("Default: \(value).") }
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }
}
