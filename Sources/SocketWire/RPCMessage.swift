public import DBusWire
internal import JSONText

/// What a client reads from the socket, with types told.
public enum RPCMessage: Equatable, Sendable {
    case result(Int64, [Value])
    case error(Int64, ErrorReply)
    case signal(Signal)
    /// Signals were dropped: read the state anew.
    case resync

    /// nil for what is none of these, which a client passes over.
    public init?(line: [UInt8]) {
        let bounds = JSONBounds(bytes: SocketLimits.answerBytes, depth: 64, values: 1 << 22)
        guard let json = try? JSONParser.parse(String(decoding: line, as: UTF8.self), within: bounds) else {
            return nil
        }
        if let method = json["method"]?.string {
            self.init(method: method, json["params"] ?? .null)
        } else if let id = json["id"]?.integer {
            self.init(answer: id, json)
        } else {
            return nil
        }
    }

    private init?(method: String, _ parameters: JSON) {
        if method == RPCLine.resync {
            self = .resync
            return
        }
        guard let dot = method.lastIndex(of: "."), let interface = InterfaceName(rawValue: String(method[..<dot])),
            let member = MemberName(rawValue: String(method[method.index(after: dot)...])),
            let path = parameters["path"]?.string.flatMap({ ObjectPath(rawValue: $0) }),
            let arguments = Self.values(parameters["type"], parameters["args"])
        else { return nil }
        self = .signal(Signal(path: path, interface: interface, member: member, arguments))
    }

    private init?(answer id: Int64, _ json: JSON) {
        if let result = json["result"] {
            guard let values = Self.values(result["type"], result["data"]) else { return nil }
            self = .result(id, values)
        } else if let error = json["error"] {
            let name = error["data"]?["name"]?.string.flatMap { ErrorName(rawValue: $0) } ?? .failed
            self = .error(id, ErrorReply(name, error["message"]?.string ?? ""))
        } else {
            return nil
        }
    }

    private static func values(_ type: JSON?, _ elements: JSON?) -> [Value]? {
        guard let type = type?.string.flatMap({ Signature(rawValue: $0) }), let elements = elements?.array else {
            return nil
        }
        return try? ValueReader.values(elements, as: type)
    }
}
