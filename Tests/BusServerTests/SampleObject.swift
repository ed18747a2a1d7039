import BusAPI
import BusServer
import DBusWire

/// An object with the sample interface.
final class SampleObject: Sample1Service {
    let outlet: Sample1.Outlet
    private let tree: ObjectTree

    init(tree: ObjectTree, _ properties: Sample1.Properties = .init(alias: "a", boundJID: "b", born: 7)) {
        self.tree = tree
        outlet = Sample1.Outlet(properties)
    }

    var served: ServedInterface { Sample1.serve(self, outlet) }

    func echo(_ call: BusCall, text: String) throws(BusError) -> String { text }

    func join(
        _ call: BusCall, words: [String], options: Fields
    ) async throws(BusError) -> (joined: String, counts: [Row<String, UInt64>]) {
        try options.refuseUnknown(allowed: ["separator"])
        guard !words.isEmpty else { throw .invalidArguments.because("no words") }
        let separator = try options.get("separator", as: String.self) ?? " "
        return (words.joined(separator: separator), words.map { Row($0, UInt64($0.count)) })
    }

    func fail(_ call: BusCall) async throws(BusError) { throw BusError.named("NoSuchThing").because("no thing") }

    func handOver(_ call: BusCall, in: OwnedDescriptor) async throws(BusError) -> OwnedDescriptor { `in` }

    func ring(_ call: BusCall, number: UInt32) throws(BusError) {
        outlet.rang(number: number, details: ["by": .string("ring")], to: call.caller)
    }

    func setAlias(_ call: BusCall, to value: String) async throws(BusError) {
        guard value.utf8.count <= 8 else { throw .invalidArguments.because("too long") }
        outlet.update { $0.alias = value }
    }
}
