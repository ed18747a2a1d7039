/// Reads the interface in one of the files `org.saluton.*.xml`.
struct InterfaceReader {
    private let file: String
    private let knownErrors: Set<String>
    private var methods: [InterfaceModel.Method] = []
    private var properties: [InterfaceModel.Property] = []
    private var signals: [InterfaceModel.Signal] = []

    static func read(file: String, knownErrors: Set<String>) throws(BindingsError) -> InterfaceModel {
        guard case .element("node", _, let children, _) = try XMLNode(file: file) else {
            throw BindingsError("\(file): the root must be <node>")
        }
        var comment: String?
        for child in children {
            switch child {
            case .comment(let text): comment = text
            case .element("interface", let attributes, let members, _):
                var reader = InterfaceReader(file: file, knownErrors: knownErrors)
                return try reader.readInterface(attributes["name"] ?? "", members, comment, xml: child)
            default: break
            }
        }
        throw BindingsError("\(file): no interface in it")
    }

    private init(file: String, knownErrors: Set<String>) {
        self.file = file
        self.knownErrors = knownErrors
    }

    private mutating func readInterface(
        _ name: String, _ members: [XMLNode], _ text: String?, xml: XMLNode
    ) throws(BindingsError) -> InterfaceModel {
        let short = name.split(separator: ".").last.map(String.init) ?? ""
        let documentation = try documentation(text, short, place: "\(file): \(short)")
        var comment: String?
        for member in members {
            switch member {
            case .comment(let text): comment = text
            case .element(let kind, let attributes, let children, let line):
                guard let memberName = attributes["name"] else { throw BindingsError("\(file):\(line): no name") }
                let place = "\(file):\(line): \(short).\(memberName)"
                let text = try self.documentation(comment, memberName, place: place)
                try read(kind, memberName, attributes, children, text, place)
                comment = nil
            }
        }
        return InterfaceModel(
            name: name, methods: methods, properties: properties, signals: signals, documentation: documentation,
            xml: IntrospectionText.interface(xml))
    }

    private func documentation(_ text: String?, _ name: String, place: String) throws(BindingsError) -> MemberText {
        guard let text else { throw BindingsError("\(place): a comment must stand before it") }
        return try MemberText(comment: text, name: name, place: place)
    }

    private mutating func read(
        _ kind: String, _ name: String, _ attributes: [String: String], _ children: [XMLNode], _ text: MemberText,
        _ place: String
    ) throws(BindingsError) {
        switch kind {
        case "method":
            let arguments = try arguments(children, isSignal: false, text, place)
            let errors = (annotation("org.saluton.Errors", children) ?? "").split(separator: " ").map(String.init)
            for error in errors where !knownErrors.contains(error) {
                throw BindingsError("\(place): the error \(error) is not in errors.xml")
            }
            methods.append(
                InterfaceModel.Method(
                    name: name, arguments: arguments, errors: errors,
                    command: annotation("org.saluton.Command", children),
                    isInline: annotation("org.saluton.Inline", children) == "true", documentation: text))
        case "property":
            guard let type = attributes["type"], SwiftType(type) != nil, type != "v" else {
                throw BindingsError("\(place): a property needs one type other than v")
            }
            let change = annotation("org.freedesktop.DBus.Property.EmitsChangedSignal", children) ?? "true"
            guard ["true", "invalidates", "false", "const"].contains(change) else {
                throw BindingsError("\(place): EmitsChangedSignal is true, invalidates, false or const")
            }
            properties.append(
                InterfaceModel.Property(
                    name: name, type: type, isWritable: attributes["access"] == "readwrite",
                    isOptional: annotation("org.saluton.Optional", children) == "true", change: change,
                    documentation: text))
        case "signal":
            let arguments = try arguments(children, isSignal: true, text, place)
            signals.append(InterfaceModel.Signal(name: name, arguments: arguments, documentation: text))
        default: throw BindingsError("\(place): <\(kind)> is not known here")
        }
    }

    private func annotation(_ name: String, _ children: [XMLNode]) -> String? {
        for case .element("annotation", let attributes, _, _) in children where attributes["name"] == name {
            return attributes["value"]
        }
        return nil
    }

    private func arguments(
        _ children: [XMLNode], isSignal: Bool, _ text: MemberText, _ place: String
    ) throws(BindingsError) -> [InterfaceModel.Argument] {
        var arguments: [InterfaceModel.Argument] = []
        for case .element("arg", let attributes, _, _) in children {
            guard let name = attributes["name"], let type = attributes["type"], SwiftType(type) != nil else {
                throw BindingsError("\(place): each argument needs a name and one type")
            }
            guard text.text(on: name) != nil else { throw BindingsError("\(place): no text on @\(name)") }
            let direction = attributes["direction"]
            guard isSignal || direction == "in" || direction == "out" else {
                throw BindingsError("\(place): the direction of @\(name) is in or out")
            }
            arguments.append(
                InterfaceModel.Argument(name: name, type: type, isOutput: isSignal || direction == "out"))
        }
        for (name, _) in text.arguments where !arguments.contains(where: { $0.name == name }) {
            throw BindingsError("\(place): @\(name) is no argument")
        }
        return arguments
    }
}
