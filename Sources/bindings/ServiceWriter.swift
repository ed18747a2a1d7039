/// Writes the server's side of an interface: the protocol, and who calls it.
struct ServiceWriter {
    let interface: InterfaceModel

    func write(to source: inout SourceText) {
        source.comment("The server's side of `\(interface.name)`.")
        source.block("public protocol \(interface.shortName)Service: Sendable {") { source in
            for (place, method) in interface.methods.enumerated() {
                if place > 0 { source.line() }
                Self.comment(method, &source)
                requirement(method, &source)
            }
            for property in interface.properties where property.isWritable {
                source.line()
                source.comment("Sets: " + property.documentation.summary)
                let type = SwiftType(property.type)?.name ?? ""
                source.head(
                    "func " + SwiftName.setter(property.name), ["_ call: BusCall", "to value: \(type)"],
                    " async throws(BusError)")
            }
        }
        source.line()
        source.block("extension \(interface.shortName) {") { source in
            serve(&source)
            if !interface.methods.isEmpty {
                source.line()
                dispatch(&source)
            }
        }
    }

    static func comment(_ method: InterfaceModel.Method, _ source: inout SourceText) {
        let text = method.documentation
        source.comment(text.summary)
        if !method.input.isEmpty {
            source.comment("- Parameters:")
            for argument in method.input {
                source.comment(
                    "- \(SwiftName.label(argument.name)): \(text.text(on: argument.name) ?? "")", indent: "  ")
            }
        }
        for argument in method.output {
            source.comment("- Returns: `\(SwiftName.label(argument.name))`: \(text.text(on: argument.name) ?? "")")
        }
        if !method.errors.isEmpty { source.comment("- Throws: " + method.errors.joined(separator: ", ")) }
        if let sources = text.source { source.comment("Source: " + sources) }
    }

    static func result(_ method: InterfaceModel.Method) -> String {
        let types = method.output.map { SwiftType($0.type)?.name ?? "" }
        switch types.count {
        case 0: return ""
        case 1: return " -> \(types[0])"
        default:
            let members = zip(method.output, types).map { "\(SwiftName.label($0.name)): \($1)" }
            return " -> (\(members.joined(separator: ", ")))"
        }
    }

    static func parameters(_ arguments: [InterfaceModel.Argument]) -> [String] {
        arguments.map { "\(SwiftName.label($0.name)): \(SwiftType($0.type)?.name ?? "")" }
    }

    private func requirement(_ method: InterfaceModel.Method, _ source: inout SourceText) {
        source.head(
            "func " + SwiftName.member(method.name), ["_ call: BusCall"] + Self.parameters(method.input),
            (method.isInline ? " throws(BusError)" : " async throws(BusError)") + Self.result(method))
    }

    private func serve(_ source: inout SourceText) {
        let name = interface.shortName
        source.comment("Puts a service and its outlet together, for the object tree.")
        source.block("public static func serve(_ service: some \(name)Service, _ outlet: Outlet) -> ServedInterface {")
        {
            source in
            source.line("ServedInterface(")
            source.line("    outlet,")
            let dispatch = interface.methods.isEmpty ? "_, _, _ in .unknownMember" : "dispatch(service, $0, $1, $2)"
            source.line("    dispatch: { \(dispatch) },")
            let writable = interface.properties.enumerated().filter { $0.element.isWritable }
            if writable.isEmpty {
                source.line("    set: { _, _, _ in .unknownMember })")
            } else {
                source.line("    set: { call, property, value in")
                source.line("        switch property {")
                for (place, property) in writable {
                    source.line("        case \(place):  // \(property.name)")
                    source.line("            .later { () async throws(BusError) in")
                    source.line("                var input = Arguments([value])")
                    let setter = SwiftName.setter(property.name)
                    source.line("                try await service.\(setter)(call, to: input.next())")
                    source.line("                return []")
                    source.line("            }")
                }
                source.line("        default: .unknownMember")
                source.line("        }")
                source.line("    })")
            }
        }
    }

    private func dispatch(_ source: inout SourceText) {
        source.line("private static func dispatch(")
        source.line(
            "    _ service: some \(interface.shortName)Service, _ call: BusCall, _ method: Int, _ arguments: [Value]")
        source.block(") -> CallAnswer {") { source in
            source.line("switch method {")
            for (place, method) in interface.methods.enumerated() {
                source.line("case \(place):  // \(method.name)")
                let opening =
                    method.isInline ? "    .now { () throws(BusError) in" : "    .later { () async throws(BusError) in"
                source.line(opening)
                for line in body(method) { source.line("        " + line) }
                source.line("    }")
            }
            source.line("default: .unknownMember")
            source.line("}")
        }
    }

    private func body(_ method: InterfaceModel.Method) -> [String] {
        var lines = method.input.isEmpty ? [] : ["var input = Arguments(arguments)"]
        let inputs = method.input.map { "\(SwiftName.label($0.name)): input.next()" }
        let list = (["call"] + inputs).joined(separator: ", ")
        let tries = method.isInline ? "try " : "try await "
        let name = SwiftName.member(method.name)
        var call = ["\(tries)service.\(name)(\(list))"]
        if call[0].count > 84 {
            call = ["\(tries)service.\(name)("] + SourceText.wrap(list + ")", to: 90).map { "    " + $0 }
        }
        switch method.output.count {
        case 0: lines += call + ["return []"]
        default:
            lines += ["let output = " + call[0]] + call.dropFirst()
            let values =
                method.output.count == 1
                ? ["output.busValue"] : method.output.map { "output.\(SwiftName.member($0.name)).busValue" }
            lines.append("return [\(values.joined(separator: ", "))]")
        }
        return lines
    }
}
