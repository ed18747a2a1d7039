/// The generated Swift of one interface.
enum SwiftFile {
    static let header = """
        // swift-format-ignore-file
        // Generated from dbus/ by `swift run bindings`; do not edit.
        """

    static func text(_ interface: InterfaceModel) -> String {
        var source = SourceText()
        source.verbatim(header)
        source.line("public import DBusWire")
        source.line()
        NamespaceWriter(interface: interface).write(to: &source)
        source.line()
        ServiceWriter(interface: interface).write(to: &source)
        source.line()
        ProxyWriter(interface: interface).write(to: &source)
        return source.text
    }
}
