/// Writes the enum of an interface: description, properties, signals.
struct NamespaceWriter {
    let interface: InterfaceModel

    func write(to source: inout SourceText) {
        source.comment(interface.documentation.summary)
        source.block("public enum \(interface.shortName) {") { source in
            source.line("public typealias Outlet = BusAPI.Outlet<Properties>")
            source.line()
            description(&source)
            source.line()
            properties(&source)
            for signal in interface.signals {
                source.line()
                write(signal, &source)
            }
        }
        if !interface.signals.isEmpty {
            source.line()
            source.block("extension Outlet where Properties == \(interface.shortName).Properties {") { source in
                for (place, signal) in interface.signals.enumerated() {
                    if place > 0 { source.line() }
                    emitter(signal, &source)
                }
            }
        }
    }

    private func list(_ arguments: [InterfaceModel.Argument]) -> String {
        "[" + arguments.map { ".init(\"\($0.name)\", \"\($0.type)\")" }.joined(separator: ", ") + "]"
    }

    private func description(_ source: inout SourceText) {
        source.line("public static let interface = InterfaceDescription(")
        source.line("    \"\(interface.name)\",")
        entries(
            "methods",
            interface.methods.map { method in
                ["\"\(method.name)\"", list(method.input), list(method.output)]
            }, &source)
        entries(
            "properties",
            interface.properties.map { property in
                let change = ["true": "value", "invalidates": "invalidation", "false": "never", "const": "constant"]
                return [
                    "\"\(property.name)\"", "\"\(property.type)\"", "isWritable: \(property.isWritable)",
                    "change: .\(change[property.change] ?? "value")",
                ]
            }, &source)
        entries("signals", interface.signals.map { ["\"\($0.name)\"", list($0.arguments)] }, &source)
        source.line("    xml: #\"\"\"")
        for line in interface.xml.split(separator: "\n") { source.line("    " + line) }
        source.line("    \"\"\"#)")
    }

    private func entries(_ name: String, _ items: [[String]], _ source: inout SourceText) {
        guard !items.isEmpty else { return source.line("    \(name): [],") }
        source.line("    \(name): [")
        for item in items {
            let whole = ".init(" + item.joined(separator: ", ") + "),"
            if whole.count <= 100 {
                source.line("        " + whole)
            } else {
                source.line("        .init(")
                for part in item.dropLast() { source.line("            \(part),") }
                source.line("            \(item[item.count - 1])),")
            }
        }
        source.line("    ],")
    }

    private func type(_ property: InterfaceModel.Property) -> String {
        (SwiftType(property.type)?.name ?? "") + (property.isOptional ? "?" : "")
    }

    private func properties(_ source: inout SourceText) {
        source.comment("The state of an object, as far as this interface shows it.")
        source.block("public struct Properties: InterfaceProperties, Equatable {") { source in
            for property in interface.properties {
                source.comment(property.documentation.summary)
                let empty = property.isOptional ? "" : " = \(SwiftType(property.type)?.empty ?? "")"
                source.line("public var \(SwiftName.member(property.name)): \(type(property))\(empty)")
            }
            if !interface.properties.isEmpty { source.line() }
            source.line("public static var interface: InterfaceDescription { \(interface.shortName).interface }")
            source.line()
            source.line("public init() {}")
            guard !interface.properties.isEmpty else {
                source.line()
                source.line("public var values: [Value?] { [] }")
                source.line()
                source.line("public mutating func apply(_ fields: Fields) throws(BusError) {}")
                return
            }
            source.line()
            source.head(
                "public init",
                interface.properties.map { property in
                    let empty = property.isOptional ? "nil" : SwiftType(property.type)?.empty ?? ""
                    return "\(SwiftName.label(property.name)): \(type(property)) = \(empty)"
                }, " {")
            for property in interface.properties {
                let name = SwiftName.member(property.name)
                source.line("    self.\(name) = \(name)")
            }
            source.line("}")
            source.line()
            let values = interface.properties.map { property in
                SwiftName.member(property.name) + (property.isOptional ? "?" : "") + ".busValue"
            }
            source.block("public var values: [Value?] {") { source in
                source.line("[")
                for line in SourceText.wrap(values.joined(separator: ", "), to: 96) { source.line("    " + line) }
                source.line("]")
            }
            source.line()
            source.block("public mutating func apply(_ fields: Fields) throws(BusError) {") { source in
                for property in interface.properties {
                    let name = SwiftName.member(property.name)
                    source.line(
                        "if let \(name) = try fields.get(\"\(property.name)\", as: \(SwiftType(property.type)?.name ?? "").self) { self.\(name) = \(name) }"
                    )
                }
            }
        }
    }

    private func write(_ signal: InterfaceModel.Signal, _ source: inout SourceText) {
        source.comment(signal.documentation.summary)
        source.block("public struct \(signal.name): BusSignal, Equatable {") { source in
            source.line("public static var interface: InterfaceName { \(interface.shortName).interface.name }")
            source.line("public static let member: MemberName = \"\(signal.name)\"")
            source.line()
            for argument in signal.arguments {
                source.comment(signal.documentation.text(on: argument.name) ?? "")
                source.line("public var \(SwiftName.member(argument.name)): \(SwiftType(argument.type)?.name ?? "")")
            }
            source.line()
            source.head("public init", ServiceWriter.parameters(signal.arguments), " {")
            for argument in signal.arguments {
                let name = SwiftName.member(argument.name)
                source.line("    self.\(name) = \(name)")
            }
            source.line("}")
            source.line()
            source.block("public init?(arguments: [Value]) {") { source in
                var conditions = ["arguments.count == \(signal.arguments.count)"]
                for (place, argument) in signal.arguments.enumerated() {
                    let type = SwiftType(argument.type)?.name ?? ""
                    conditions.append("let \(SwiftName.member(argument.name)) = \(type)(busValue: arguments[\(place)])")
                }
                source.line("guard \(conditions.joined(separator: ",\n                "))")
                source.line("else { return nil }")
                for argument in signal.arguments {
                    let name = SwiftName.member(argument.name)
                    source.line("self.\(name) = \(name)")
                }
            }
            source.line()
            let values = signal.arguments.map { SwiftName.member($0.name) + ".busValue" }
            source.line("public var arguments: [Value] { [\(values.joined(separator: ", "))] }")
        }
    }

    private func emitter(_ signal: InterfaceModel.Signal, _ source: inout SourceText) {
        source.comment(signal.documentation.summary)
        source.head(
            "public func " + SwiftName.member(signal.name),
            ServiceWriter.parameters(signal.arguments) + ["to receiver: Caller? = nil"], " {")
        let list = signal.arguments.map { argument in
            "\(SwiftName.label(argument.name)): \(SwiftName.member(argument.name))"
        }
        source.line("    emit(\(interface.shortName).\(signal.name)(\(list.joined(separator: ", "))), to: receiver)")
        source.line("}")
    }
}
