public import JSONText

/// A call as JSON-RPC 2.0 writes it (§4).
public struct RPCRequest: Equatable, Sendable {
    /// Why a line is no call.
    public struct Refusal: Error, Equatable, Sendable {
        public let code: RPCCode
        public let sentence: String
        /// The call's id as far as it was found; null else.
        public let id: JSON
    }

    /// Absent for a notification, which gets no answer.
    public let id: JSON?
    public let method: String
    /// The members of `params`.
    public let parameters: [JSON.Member]

    public subscript(name: String) -> JSON? { parameters.first { $0.name == name }?.value }

    /// Reads a line.
    public init(line: [UInt8]) throws(Refusal) {
        guard line.count <= SocketLimits.lineBytes else {
            throw Refusal(code: .invalidRequest, sentence: "the line is longer than 1 MiB", id: .null)
        }
        guard let text = String(validating: line, as: UTF8.self) else {
            throw Refusal(code: .parse, sentence: "the line is not UTF-8", id: .null)
        }
        let bounds = JSONBounds(
            bytes: SocketLimits.lineBytes, depth: SocketLimits.depth, values: SocketLimits.values)
        let json: JSON
        do throws(JSONError) {
            json = try JSONParser.parse(text, within: bounds)
        } catch {
            throw Refusal(code: .parse, sentence: "\(error.reason.rawValue), at byte \(error.offset)", id: .null)
        }
        try self.init(json)
    }

    private init(_ json: JSON) throws(Refusal) {
        func refuse(_ sentence: String, _ id: JSON = .null) -> Refusal {
            Refusal(code: .invalidRequest, sentence: sentence, id: id)
        }
        guard let members = json.members else {
            throw refuse(
                json.array == nil ? "a call is an object" : "batches are not taken: write a line for each call")
        }
        let id = json["id"]
        switch id {
        case nil, .null?, .string?, .integer?, .decimal?: break
        case .bool?, .array?, .object?: throw refuse("the id is neither string nor number")
        }
        guard json["jsonrpc"] == "2.0" else { throw refuse("jsonrpc is not \"2.0\"", id ?? .null) }
        guard let method = json["method"]?.string else { throw refuse("there is no method", id ?? .null) }
        let names: Set = ["jsonrpc", "id", "method", "params"]
        guard members.allSatisfy({ names.contains($0.name) }) else {
            throw refuse("a call has jsonrpc, id, method and params, nothing else", id ?? .null)
        }
        guard let parameters = (json["params"] ?? .object([])).members else {
            throw Refusal(code: .invalidParameters, sentence: "params is not an object", id: id ?? .null)
        }
        self.id = id
        self.method = method
        self.parameters = parameters
    }
}
