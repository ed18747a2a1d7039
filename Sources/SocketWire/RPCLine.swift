public import DBusWire
public import JSONText

/// The lines that the daemon writes, each with its end.
public enum RPCLine {
    /// Names of the socket's own methods and notifications; JSON-RPC keeps `rpc.` for such (§4).
    public static let listen = "rpc.listen"
    public static let resync = "rpc.resync"

    public static func result(_ id: JSON, _ values: [Value], isTyped: Bool) -> [UInt8] {
        line { json in
            json.key("id")
            json.value(id)
            json.key("result")
            if isTyped {
                json.object {
                    $0.member("type", values.signature.rawValue)
                    $0.key("data")
                    $0.values(values, isTyped: true)
                }
            } else {
                json.values(values, isTyped: false)
            }
        }
    }

    public static func error(_ id: JSON, _ code: RPCCode, _ name: ErrorName, _ sentence: String) -> [UInt8] {
        line { json in
            json.key("id")
            json.value(id)
            json.key("error")
            json.object {
                $0.member("code", code.rawValue)
                $0.member("message", sentence)
                $0.key("data")
                $0.object { $0.member("name", name.rawValue) }
            }
        }
    }

    public static func signal(
        _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value], isTyped: Bool
    ) -> [UInt8] {
        line { json in
            json.member("method", interface.rawValue + "." + member.rawValue)
            json.key("params")
            json.object {
                $0.member("path", path.rawValue)
                if isTyped { $0.member("type", arguments.signature.rawValue) }
                $0.key("args")
                $0.values(arguments, isTyped: isTyped)
            }
        }
    }

    /// Signals were dropped since the reader was too slow: it reads the state anew.
    public static let resyncLine = line {
        $0.member("method", resync)
        $0.key("params")
        $0.object { _ in }
    }

    /// A call, as clients write it.
    public static func call(
        _ id: Int64, _ path: ObjectPath, _ interface: InterfaceName, _ member: MemberName, _ arguments: [Value]
    ) -> [UInt8] {
        line { json in
            json.member("id", id)
            json.member("method", interface.rawValue + "." + member.rawValue)
            json.key("params")
            json.object {
                $0.member("path", path.rawValue)
                $0.key("args")
                $0.values(arguments, isTyped: true)
            }
        }
    }

    /// `rpc.listen` with types, as our clients write it.
    public static func listening(_ id: Int64, signals: Bool) -> [UInt8] {
        line { json in
            json.member("id", id)
            json.member("method", listen)
            json.key("params")
            json.object {
                $0.member("signals", signals)
                $0.member("typed", true)
            }
        }
    }

    private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("jsonrpc", "2.0")
            members(&$0)
        }
        return json.utf8 + [0x0A]
    }
}
