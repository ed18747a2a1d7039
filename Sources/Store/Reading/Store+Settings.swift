extension Store {
    /// All settings that were ever made.
    public func settings() async throws(StoreError) -> [String: String] {
        try await read { (reader) throws(StoreError) in
            let rows = try reader.all("SELECT name, value FROM setting", { _ in }, { ($0.text(0), $0.text(1)) })
            return Dictionary(rows) { first, _ in first }
        }
    }

    /// The value of a setting; `nil`: never made.
    public func setting(_ name: String) async throws(StoreError) -> String? {
        try await read { (reader) throws(StoreError) in
            try reader.first("SELECT value FROM setting WHERE name = ?", { $0.bind(1, name) }, { $0.text(0) })
        }
    }

    /// What a capabilities hash stands for; `nil`: not known.
    public func capability(hash: String) async throws(StoreError) -> String? {
        try await read { (reader) throws(StoreError) in
            try reader.first("SELECT info FROM capability WHERE hash = ?", { $0.bind(1, hash) }, { $0.text(0) })
        }
    }
}
