import JSONText
import Testing

@testable import SocketWire

@Suite("Lines and calls")
struct LineTests {
    @Test("Lines come out whole, however they came in", arguments: 1...9)
    func splitting(size: Int) {
        let bytes = Array("a\r\nbcd\n\nlast".utf8)
        var splitter = LineSplitter(limit: 5)
        var lines: [String] = []
        for start in stride(from: 0, to: bytes.count, by: size) {
            splitter.append(bytes[start..<min(start + size, bytes.count)])
            while let line = splitter.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        }
        #expect(lines == ["a", "bcd", ""])
        #expect(!splitter.isTooLong)
        splitter.append(Array("xx".utf8))
        #expect(splitter.isTooLong)
        splitter.append([0x0A])
        #expect(splitter.next() == Array("lastxx".utf8))
    }

    @Test("A call is read with its id, method and params")
    func call() throws {
        let line = #"{"jsonrpc":"2.0","id":"x","method":"a.B","params":{"path":"/"}}"#
        let request = try RPCRequest(line: Array(line.utf8))
        #expect(request.id == "x")
        #expect(request.method == "a.B")
        #expect(request["path"] == "/")
        #expect(request["args"] == nil)
        let notification = try RPCRequest(line: Array(#"{"jsonrpc":"2.0","method":"a.B"}"#.utf8))
        #expect(notification.id == nil)
    }

    static let deep = String(repeating: "[", count: 100_000)

    static let refused: [(String, RPCCode, JSON)] = [
        ("", .parse, .null), ("{", .parse, .null), ("nonsense", .parse, .null), (deep, .parse, .null),
        (#"{"a":1,"a":2}"#, .parse, .null), ("3", .invalidRequest, .null), ("[]", .invalidRequest, .null),
        (#"[{"jsonrpc":"2.0","id":1,"method":"a.B"}]"#, .invalidRequest, .null),
        (#"{"id":1,"method":"a.B"}"#, .invalidRequest, 1),
        (#"{"jsonrpc":"1.0","id":1,"method":"a"}"#, .invalidRequest, 1),
        (#"{"jsonrpc":"2.0","id":1}"#, .invalidRequest, 1),
        (#"{"jsonrpc":"2.0","id":1,"method":5}"#, .invalidRequest, 1),
        (#"{"jsonrpc":"2.0","id":[],"method":"a.B"}"#, .invalidRequest, .null),
        (#"{"jsonrpc":"2.0","id":true,"method":"a.B"}"#, .invalidRequest, .null),
        (#"{"jsonrpc":"2.0","id":1,"method":"a.B","x":1}"#, .invalidRequest, 1),
        (#"{"jsonrpc":"2.0","id":1,"method":"a.B","params":[1]}"#, .invalidParameters, 1),
    ]

    @Test("What is no call is refused with its reason", arguments: refused)
    func refusal(line: String, code: RPCCode, id: JSON) {
        do {
            _ = try RPCRequest(line: Array(line.utf8))
            Issue.record("taken: \(line.prefix(80))")
        } catch {
            #expect(error.code == code)
            #expect(error.id == id)
        }
    }

    @Test("Text that is not UTF-8, and lines too long, are refused")
    func bytes() {
        #expect(throws: RPCRequest.Refusal.self) { try RPCRequest(line: [0x22, 0xFF, 0x22]) }
        #expect(throws: RPCRequest.Refusal.self) {
            try RPCRequest(line: [UInt8](repeating: 0x20, count: SocketLimits.lineBytes + 1))
        }
    }
}
