internal import BusAPI
internal import DBusWire
internal import JSONText
internal import SocketWire
internal import Synchronization

extension SocketDoor {
    /// Does what a line asks for.
    func handle(_ line: [UInt8], from connection: DoorConnection) {
        let request: RPCRequest
        do throws(RPCRequest.Refusal) {
            request = try RPCRequest(line: line)
        } catch {
            let line = RPCLine.error(error.id, error.code, error.code.name, error.sentence)
            return connection.output.withLock { $0.append(line) }
        }
        let outcome: CallAnswer
        do throws(ErrorReply) {
            outcome = request.method == RPCLine.listen ? try listen(request, connection) : try call(request, connection)
        } catch {
            outcome = .failure(error)
        }
        switch outcome {
        case .reply(let values): answer(request.id, .success(values), connection)
        case .failure(let error): answer(request.id, .failure(error), connection)
        case .deferred(let work): finish(work, request.id, connection)
        }
    }

    private func finish(
        _ work: @escaping @Sendable () async -> Result<[Value], ErrorReply>, _ id: JSON?, _ connection: DoorConnection
    ) {
        guard connection.output.withLock({ $0.begin() }) else {
            let sentence = "more than \(SocketLimits.callsPerConnection) unfinished calls"
            return answer(id, .failure(ErrorReply(.limitsExceeded, sentence)), connection)
        }
        // Unstructured: the call lives until it is answered, whatever becomes of the caller; `begin` bounds it.
        Task { [weak self] in
            let line = Self.line(id, await work(), isTyped: connection.output.withLock(\.isTyped))
            connection.output.withLock { $0.finish(line) }
            self?.mark([connection.descriptor])
        }
    }

    private func answer(_ id: JSON?, _ result: Result<[Value], ErrorReply>, _ connection: DoorConnection) {
        connection.output.withLock { output in
            if let line = Self.line(id, result, isTyped: output.isTyped) { output.append(line) }
        }
    }

    /// nil for a notification: nobody wants to know.
    private static func line(_ id: JSON?, _ result: Result<[Value], ErrorReply>, isTyped: Bool) -> [UInt8]? {
        guard let id else { return nil }
        return switch result {
        case .success(let values): RPCLine.result(id, values, isTyped: isTyped)
        case .failure(let error): RPCLine.error(id, RPCCode(error.name), error.name, error.message)
        }
    }

    /// `rpc.listen`: whether signals to everybody are wanted, and whether types are told.
    private func listen(_ request: RPCRequest, _ connection: DoorConnection) throws(ErrorReply) -> CallAnswer {
        try refuseUnknown(request, ["signals", "typed"])
        func flag(_ name: String, _ usual: Bool) throws(ErrorReply) -> Bool {
            guard let value = request[name] else { return usual }
            guard let flag = value.bool else { throw ErrorReply(.invalidArguments, "\(name) is true or false") }
            return flag
        }
        let (signals, typed) = (try flag("signals", true), try flag("typed", false))
        connection.output.withLock {
            $0.isListening = signals
            $0.isTyped = typed
        }
        return .reply([])
    }

    private func call(_ request: RPCRequest, _ connection: DoorConnection) throws(ErrorReply) -> CallAnswer {
        try refuseUnknown(request, ["path", "args"])
        guard let dot = request.method.lastIndex(of: "."),
            let interface = InterfaceName(rawValue: String(request.method[..<dot])),
            let member = MemberName(rawValue: String(request.method[request.method.index(after: dot)...]))
        else { throw ErrorReply(.unknownMethod, "a method is an interface, a dot and a name") }
        var path = tree.root
        if let given = request["path"] {
            guard let named = given.string.flatMap({ ObjectPath(rawValue: $0) }) else {
                throw ErrorReply(.invalidArguments, "path is not an object's path")
            }
            path = named
        }
        guard let elements = (request["args"] ?? .array([])).array else {
            throw ErrorReply(.invalidArguments, "args is an array, in the order of the method's arguments")
        }
        var arguments: [Value] = []
        if let signature = tree.inputSignature(path, interface, member) {
            arguments = try read(elements, as: signature)
            if interface == "org.freedesktop.DBus.Properties", member == "Set" {
                try adapt(&arguments, elements, path)
            }
        }
        return tree.answer(connection.caller, path, interface, member, arguments.signature, arguments)
    }

    /// A property is of a known type: a plain value need not tell it.
    private func adapt(_ arguments: inout [Value], _ elements: [JSON], _ path: ObjectPath) throws(ErrorReply) {
        guard elements.count == 3, elements[2].members == nil, case .string(let name) = arguments[0],
            case .string(let property) = arguments[1], let interface = InterfaceName(rawValue: name),
            let type = tree.type(path, interface, property: property)
        else { return }
        arguments[2] = .variant(try read([elements[2]], as: type)[0])
    }

    private func read(_ elements: [JSON], as signature: Signature) throws(ErrorReply) -> [Value] {
        do throws(ValueReader.Mismatch) {
            return try ValueReader.values(elements, as: signature)
        } catch {
            throw ErrorReply(.invalidArguments, error.sentence)
        }
    }

    private func refuseUnknown(_ request: RPCRequest, _ names: Set<String>) throws(ErrorReply) {
        guard request.parameters.allSatisfy({ names.contains($0.name) }) else {
            throw ErrorReply(.invalidArguments, "params has \(names.sorted().joined(separator: " and ")), nothing else")
        }
    }
}
