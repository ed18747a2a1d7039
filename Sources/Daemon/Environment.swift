import Glibc

/// The environment of this process.
enum Environment {
    /// By name; what has no name is left out.
    static var all: [String: String] {
        var variables: [String: String] = [:]
        var place = environ
        while let text = place.pointee {
            let parts = String(cString: text).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            if parts.count == 2 { variables[String(parts[0])] = String(parts[1]) }
            place += 1
        }
        return variables
    }
}
