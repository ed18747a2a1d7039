/// Writes the client's side of an interface.
struct ProxyWriter {
    let interface: InterfaceModel

    func write(to source: inout SourceText) {
        let name = interface.shortName
        source.comment("The client's side of `\(interface.name)`, for one object.")
        source.block("public struct \(name)Proxy: Sendable {") { source in
            source.line("public let client: any BusClient")
            source.line("public let path: ObjectPath")
            source.comment("Time for each answer; nil for the usual one.")
            source.line("public var timeout: Duration?")
            source.line()
            source.block("public init(_ client: any BusClient, _ path: ObjectPath, timeout: Duration? = nil) {") {
                source in
                source.line("self.client = client")
                source.line("self.path = path")
                source.line("self.timeout = timeout")
            }
            for method in interface.methods {
                source.line()
                ServiceWriter.comment(method, &source)
                write(method, &source)
            }
            for property in interface.properties { write(property, &source) }
            if !interface.properties.isEmpty {
                source.line()
                source.comment("Reads all properties at once.")
                source.block("public func properties() async throws(BusError) -> \(name).Properties {") { source in
                    source.line("try await client.properties(path)")
                }
                source.line()
                source.comment("Follows the properties: subscribe first, then read.")
                source.block("public func changes() async throws(BusError) -> BusUpdates<PropertiesChanged> {") {
                    source in
                    source.line("try await client.changes(of: \(name).Properties.self, at: path)")
                }
            }
            for signal in interface.signals {
                source.line()
                source.comment(signal.documentation.summary)
                let member = SwiftName.member(signal.name)
                source.block("public func \(member)() async throws(BusError) -> BusUpdates<\(name).\(signal.name)> {") {
                    source in
                    source.line("try await client.signals(at: path)")
                }
            }
        }
    }

    private func write(_ method: InterfaceModel.Method, _ source: inout SourceText) {
        source.head(
            "public func " + SwiftName.member(method.name), ServiceWriter.parameters(method.input),
            " async throws(BusError)" + ServiceWriter.result(method) + " {")
        let values = method.input.map { SwiftName.member($0.name) + ".busValue" }.joined(separator: ", ")
        let call = "try await client.call("
        let list = "path, \(interface.shortName).interface.name, \"\(method.name)\", [\(values)], timeout: timeout)"
        let start = method.output.isEmpty ? "    _ = " : "    let reply = "
        source.line(start + call)
        for line in SourceText.wrap(list, to: 100) { source.line("        " + line) }
        switch method.output.count {
        case 0: break
        case 1:
            source.line("    var output = Arguments(reply)")
            source.line("    return try output.next()")
        default:
            source.line("    var output = Arguments(reply)")
            let next = method.output.map { "\(SwiftName.label($0.name)): try output.next()" }
            source.line("    return (\(next.joined(separator: ", ")))")
        }
        source.line("}")
    }

    private func write(_ property: InterfaceModel.Property, _ source: inout SourceText) {
        let type = SwiftType(property.type)?.name ?? ""
        source.line()
        source.comment("Reads: " + property.documentation.summary)
        source.block("public func \(SwiftName.getter(property.name))() async throws(BusError) -> \(type) {") { source in
            source.line("try await client.property(path, \(interface.shortName).interface.name, \"\(property.name)\")")
        }
        guard property.isWritable else { return }
        source.line()
        source.comment("Sets: " + property.documentation.summary)
        source.block("public func \(SwiftName.setter(property.name))(to value: \(type)) async throws(BusError) {") {
            source in
            source.line("try await client.setProperty(")
            source.line("    path, \(interface.shortName).interface.name, \"\(property.name)\", to: value.busValue)")
        }
    }
}
