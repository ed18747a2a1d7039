extension Migration {
    /// Accounts, roster, conversations, entries, outbox, events, settings.
    ///
    /// Times are microseconds UTC.  The codes of `entry.direction`, `kind` and `state` are those of `EntryCodes`, the
    /// words of closed sets elsewhere those of `Domain`.  Lists in one column are packed as `PackedText` says.
    static let foundations = Migration(
        number: 1,
        sql: """
            -- What was given last; one row.  Numbers are never given twice, whatever is deleted.
            CREATE TABLE sequence (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                event INTEGER NOT NULL,
                entry INTEGER NOT NULL,
                conversation INTEGER NOT NULL,
                trimmed_event INTEGER NOT NULL
            ) STRICT;
            INSERT INTO sequence VALUES (1, 0, 0, 0, 0);

            CREATE TABLE setting (
                name TEXT PRIMARY KEY NOT NULL,
                value TEXT NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE account (
                id INTEGER PRIMARY KEY,
                name TEXT NOT NULL UNIQUE,
                jid TEXT NOT NULL UNIQUE,
                enabled INTEGER NOT NULL,
                resource TEXT,
                host TEXT,
                port INTEGER,
                tls TEXT NOT NULL,
                authority_file TEXT,
                proxy TEXT,
                login TEXT NOT NULL,
                login_detail TEXT,
                priority INTEGER NOT NULL,
                label TEXT,
                nickname TEXT,
                roster_version TEXT,
                -- Never in the clear: sealed above the store.
                sealed_secret BLOB,
                sealed_token BLOB,
                login_pin TEXT
            ) STRICT;

            -- Apart from account, as it is written with every batch.
            CREATE TABLE resumption (
                account INTEGER PRIMARY KEY REFERENCES account(id) ON DELETE CASCADE,
                sealed_id BLOB NOT NULL,
                location TEXT,
                bound_jid TEXT NOT NULL,
                handled INTEGER NOT NULL
            ) STRICT;

            CREATE TABLE contact (
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                jid TEXT NOT NULL,
                name TEXT,
                groups TEXT NOT NULL,
                subscription TEXT NOT NULL,
                asked INTEGER NOT NULL,
                approved INTEGER NOT NULL,
                PRIMARY KEY (account, jid)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE subscription_request (
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                jid TEXT NOT NULL,
                received_at INTEGER NOT NULL,
                statuses TEXT NOT NULL,
                nickname TEXT,
                PRIMARY KEY (account, jid)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE capability (
                hash TEXT PRIMARY KEY NOT NULL,
                info TEXT NOT NULL,
                used_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE conversation (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                peer TEXT NOT NULL,
                kind TEXT NOT NULL,
                UNIQUE (account, peer)
            ) STRICT;

            -- The first text, subject and stanza-id stand in the row, further ones in the tables below; more has a bit
            -- for each of the two tables: 1 entry_text, 2 entry_stanza_id.
            CREATE TABLE entry (
                id INTEGER PRIMARY KEY,
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                direction INTEGER NOT NULL,
                kind INTEGER NOT NULL,
                author TEXT NOT NULL,
                sent_at INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                language TEXT,
                text TEXT,
                subject_language TEXT,
                subject TEXT,
                thread TEXT,
                thread_parent TEXT,
                message_id TEXT,
                origin_id TEXT,
                stanza_id TEXT,
                stanza_by TEXT,
                encryption TEXT,
                state INTEGER,
                reason_code TEXT,
                reason_text TEXT,
                more INTEGER NOT NULL
            ) STRICT;
            CREATE INDEX entry_place ON entry(conversation, sent_at);
            CREATE INDEX entry_message_id ON entry(conversation, message_id) WHERE message_id IS NOT NULL;
            CREATE INDEX entry_origin_id ON entry(conversation, origin_id)
                WHERE origin_id IS NOT NULL AND origin_id IS NOT message_id;
            CREATE UNIQUE INDEX entry_stanza ON entry(conversation, stanza_id, stanza_by) WHERE stanza_id IS NOT NULL;

            -- part: 0 text, 1 subject.
            CREATE TABLE entry_text (
                entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
                part INTEGER NOT NULL,
                position INTEGER NOT NULL,
                language TEXT NOT NULL,
                text TEXT NOT NULL,
                PRIMARY KEY (entry, part, position)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE entry_stanza_id (
                conversation INTEGER NOT NULL,
                stanza_id TEXT NOT NULL,
                stanza_by TEXT NOT NULL,
                entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
                PRIMARY KEY (conversation, stanza_id, stanza_by)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entry_stanza_id_entry ON entry_stanza_id(entry);

            CREATE TABLE outbox (
                entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                recipient TEXT NOT NULL,
                sequence INTEGER,
                attempts INTEGER NOT NULL,
                sealed_stanza BLOB
            ) STRICT;
            CREATE INDEX outbox_account ON outbox(account);

            -- An event about a whole entry has no payload: it is written from the entry when read, so that a text
            -- stands in one place only.
            CREATE TABLE event (
                number INTEGER PRIMARY KEY,
                time INTEGER NOT NULL,
                kind TEXT NOT NULL,
                account TEXT,
                conversation INTEGER,
                entry INTEGER,
                payload TEXT
            ) STRICT;
            """
    )
}
