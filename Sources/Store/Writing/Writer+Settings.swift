import Domain

extension Writer {
    func setSetting(_ name: String, _ value: String?) throws(StoreError) -> Outcome {
        if let value {
            let statement = try connection.prepare(
                """
                INSERT INTO setting (name, value) VALUES (?1, ?2)
                ON CONFLICT (name) DO UPDATE SET value = ?2 WHERE value <> ?2
                """)
            statement.bind(1, name)
            statement.bind(2, value)
            try statement.run()
        } else {
            let statement = try connection.prepare("DELETE FROM setting WHERE name = ?")
            statement.bind(1, name)
            try statement.run()
        }
        guard connection.changes > 0 else { return .unchanged }
        // What the daemon notes for itself is nobody's setting.
        guard !name.hasPrefix(".") else { return .done }
        try announce(.settings, nil, payload: EventPayload.setting(name, value))
        return .done
    }

    /// Strangers make hashes too, so the cache is bounded; what was used longest ago goes first.
    func setCapability(_ hash: String, _ info: String) throws(StoreError) -> Outcome {
        let statement = try connection.prepare(
            "INSERT OR REPLACE INTO capability (hash, info, used_at) VALUES (?, ?, ?)")
        statement.bind(1, hash)
        statement.bind(2, info)
        statement.bind(3, now.microseconds)
        try statement.run()
        let bound = try connection.prepare(
            """
            DELETE FROM capability WHERE hash IN
                (SELECT hash FROM capability ORDER BY used_at DESC, hash LIMIT -1 OFFSET ?)
            """)
        bound.bind(1, Store.capabilityBound)
        try bound.run()
        return .done
    }
}
