/// One interface as its file describes it.
struct InterfaceModel {
    struct Argument {
        let name: String
        let type: String
        let isOutput: Bool
    }

    struct Method {
        let name: String
        let arguments: [Argument]
        let errors: [String]
        let command: String?
        let isInline: Bool
        let documentation: MemberText

        var input: [Argument] { arguments.filter { !$0.isOutput } }
        var output: [Argument] { arguments.filter(\.isOutput) }
    }

    struct Property {
        let name: String
        let type: String
        let isWritable: Bool
        let isOptional: Bool
        /// The value of `EmitsChangedSignal`.
        let change: String
        let documentation: MemberText
    }

    struct Signal {
        let name: String
        let arguments: [Argument]
        let documentation: MemberText
    }

    let name: String
    let methods: [Method]
    let properties: [Property]
    let signals: [Signal]
    let documentation: MemberText
    /// The element `interface`, indented, without comments.
    let xml: String

    /// `Account1` of `org.saluton.Account1`.
    var shortName: String { name.split(separator: ".").last.map(String.init) ?? name }
}
