extension Migration {
    /// Own acts in the outbox, and where a message was sent to.
    static let errands = Migration(
        number: 3,
        sql: """
            -- Where an outgoing entry goes; NULL: to the peer's bare address.
            ALTER TABLE entry ADD COLUMN recipient TEXT;
            -- Nearly empty: what keeps later things of its conversation back.
            CREATE INDEX entry_held ON entry(conversation) WHERE state = 1;

            -- id is of the sequence of entries.  entry may be gone: a retraction is told nevertheless.
            -- act: JSON.
            CREATE TABLE errand (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                entry INTEGER NOT NULL,
                act TEXT NOT NULL,
                recipient TEXT NOT NULL,
                target TEXT NOT NULL,
                message_id TEXT NOT NULL,
                kind INTEGER NOT NULL,
                thread TEXT,
                thread_parent TEXT,
                made_at INTEGER NOT NULL,
                state INTEGER NOT NULL,
                reason_code TEXT,
                reason_text TEXT,
                sequence INTEGER,
                attempts INTEGER NOT NULL,
                sealed_stanza BLOB
            ) STRICT;
            CREATE INDEX errand_account ON errand(account, id);
            CREATE INDEX errand_entry ON errand(entry);
            CREATE INDEX errand_message_id ON errand(conversation, message_id);
            CREATE INDEX errand_held ON errand(conversation) WHERE state = 1;
            """
    )
}
