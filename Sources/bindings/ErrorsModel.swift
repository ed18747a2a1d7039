/// The errors of the API, as `errors.xml` lists them.
struct ErrorsModel {
    /// With the dot at the end.
    let prefix: String
    let errors: [(name: String, text: String)]

    init(file: String) throws(BindingsError) {
        guard case .element("errors", let attributes, let children, _) = try XMLNode(file: file),
            let prefix = attributes["prefix"]
        else { throw BindingsError("\(file): the root must be <errors prefix=\"…\">") }
        self.prefix = prefix + "."
        var errors: [(String, String)] = []
        for case .element("error", let attributes, let inner, let line) in children {
            guard let name = attributes["name"], case .comment(let text)? = inner.first else {
                throw BindingsError("\(file):\(line): an error needs a name and a comment inside")
            }
            errors.append((name, text.split(whereSeparator: \.isWhitespace).joined(separator: " ")))
        }
        self.errors = errors
    }

    func swift() -> String {
        var source = SourceText()
        source.verbatim(SwiftFile.header)
        source.line("import DBusWire")
        source.line()
        source.block("extension BusError {") { source in
            source.comment("What our own names begin with.")
            source.line("public static let prefix = \"\(prefix)\"")
            for (name, text) in errors {
                source.line()
                source.comment(text)
                source.line("public static let \(SwiftName.member(name)) = BusError(")
                source.line("    busName: \"\(prefix)\(name)\",")
                source.line("    message: #\"\(text)\"#)")
            }
            source.line()
            source.comment("All of our own errors by the last component of their names.")
            source.line("static let all: [String: BusError] = [")
            for (name, _) in errors { source.line("    \"\(name)\": .\(SwiftName.member(name)),") }
            source.line("]")
        }
        return source.text
    }
}
