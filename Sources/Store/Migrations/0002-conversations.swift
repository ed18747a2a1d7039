extension Migration {
    /// Details, acts, conversation state, archives, search, consumers, retention.
    ///
    /// `entry.more` has a bit for each thing that may stand beside an entry, see `EntryBits`.
    static let conversations = Migration(
        number: 2,
        sql: """
            ALTER TABLE entry ADD COLUMN occupant_id TEXT;
            -- Guessed, where language says nothing.
            ALTER TABLE entry ADD COLUMN detected_language TEXT;

            ALTER TABLE conversation ADD COLUMN open INTEGER NOT NULL DEFAULT 1;
            ALTER TABLE conversation ADD COLUMN unread INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE conversation ADD COLUMN mentions INTEGER NOT NULL DEFAULT 0;
            ALTER TABLE conversation ADD COLUMN read_entry INTEGER;
            ALTER TABLE conversation ADD COLUMN read_at INTEGER;
            ALTER TABLE conversation ADD COLUMN mute TEXT;
            ALTER TABLE conversation ADD COLUMN mute_until INTEGER;
            ALTER TABLE conversation ADD COLUMN pinned INTEGER NOT NULL DEFAULT 0;
            -- JSON.
            ALTER TABLE conversation ADD COLUMN draft TEXT;
            -- No archive brings back what is older.
            ALTER TABLE conversation ADD COLUMN purged_before INTEGER;

            CREATE TABLE conversation_reader (
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                reader TEXT NOT NULL,
                entry INTEGER NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY (conversation, reader)
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE entry_detail (
                entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
                json TEXT NOT NULL
            ) STRICT;

            CREATE TABLE entry_mark (
                entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
                corrected_at INTEGER,
                retracted_at INTEGER,
                retracted_by TEXT,
                reason TEXT,
                pinned_at INTEGER
            ) STRICT;

            -- What the entry does not say any more, or never did because something later came first.
            CREATE TABLE entry_version (
                entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
                time INTEGER NOT NULL,
                number INTEGER NOT NULL,
                texts TEXT NOT NULL,
                subjects TEXT NOT NULL,
                details TEXT,
                PRIMARY KEY (entry, time, number)
            ) STRICT, WITHOUT ROWID;

            -- An empty set stays, so that an older one that comes late does not count.
            CREATE TABLE entry_reaction (
                entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
                sender TEXT NOT NULL,
                emojis TEXT NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY (entry, sender)
            ) STRICT, WITHOUT ROWID;

            -- Ids of the stanzas that corrected an entry.  given_by is empty for what the sender gave.
            CREATE TABLE entry_alias (
                conversation INTEGER NOT NULL,
                id TEXT NOT NULL,
                given_by TEXT NOT NULL,
                entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
                PRIMARY KEY (conversation, id, given_by, entry)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX entry_alias_entry ON entry_alias(entry);

            CREATE TABLE entry_expiry (
                entry INTEGER PRIMARY KEY REFERENCES entry(id) ON DELETE CASCADE,
                seconds INTEGER,
                -- NULL until it is read.
                due_at INTEGER
            ) STRICT;
            CREATE INDEX entry_expiry_due ON entry_expiry(due_at) WHERE due_at IS NOT NULL;
            CREATE INDEX entry_expiry_waiting ON entry_expiry(entry) WHERE due_at IS NULL;

            -- Acts whose entry is not here yet; kin is the same for acts of which one replaces the other.
            CREATE TABLE pending_act (
                id INTEGER PRIMARY KEY,
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                peer TEXT NOT NULL,
                kin TEXT NOT NULL,
                time INTEGER NOT NULL,
                received_at INTEGER NOT NULL,
                act TEXT NOT NULL,
                UNIQUE (account, peer, kin)
            ) STRICT;
            CREATE TABLE pending_act_name (
                act INTEGER NOT NULL REFERENCES pending_act(id) ON DELETE CASCADE,
                account INTEGER NOT NULL,
                peer TEXT NOT NULL,
                id TEXT NOT NULL,
                given_by TEXT NOT NULL,
                PRIMARY KEY (account, peer, id, given_by, act)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX pending_act_name_act ON pending_act_name(act);

            -- peer is empty for the whole archive.
            CREATE TABLE archive (
                account INTEGER NOT NULL REFERENCES account(id) ON DELETE CASCADE,
                jid TEXT NOT NULL,
                peer TEXT NOT NULL,
                support TEXT NOT NULL,
                PRIMARY KEY (account, jid, peer)
            ) STRICT, WITHOUT ROWID;
            CREATE TABLE archive_span (
                account INTEGER NOT NULL,
                jid TEXT NOT NULL,
                peer TEXT NOT NULL,
                position INTEGER NOT NULL,
                oldest_id TEXT NOT NULL,
                oldest_at INTEGER NOT NULL,
                newest_id TEXT NOT NULL,
                newest_at INTEGER NOT NULL,
                reaches_beginning INTEGER NOT NULL,
                live INTEGER NOT NULL,
                PRIMARY KEY (account, jid, peer, position),
                FOREIGN KEY (account, jid, peer) REFERENCES archive(account, jid, peer) ON DELETE CASCADE
            ) STRICT, WITHOUT ROWID;

            CREATE TABLE consumer (
                name TEXT PRIMARY KEY NOT NULL,
                event INTEGER NOT NULL,
                used_at INTEGER NOT NULL
            ) STRICT, WITHOUT ROWID;

            -- Neither account nor conversation: global.  NULL seconds: for ever.
            CREATE TABLE retention_rule (
                id INTEGER PRIMARY KEY,
                account INTEGER REFERENCES account(id) ON DELETE CASCADE,
                conversation INTEGER REFERENCES conversation(id) ON DELETE CASCADE,
                seconds INTEGER
            ) STRICT;
            CREATE UNIQUE INDEX retention_rule_scope
                ON retention_rule(ifnull(account, 0), ifnull(conversation, 0));

            -- What was deleted and must not come back; given_by is empty for what the sender gave.
            CREATE TABLE tombstone (
                conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
                id TEXT NOT NULL,
                given_by TEXT NOT NULL,
                time INTEGER NOT NULL,
                PRIMARY KEY (conversation, id, given_by)
            ) STRICT, WITHOUT ROWID;

            -- The texts stand in the entry only.  rowid: the time, then the entry (SearchKey).
            CREATE VIRTUAL TABLE search USING fts5(
                text, further, place, content = '', tokenize = 'unicode61 remove_diacritics 2'
            );
            CREATE VIEW search_source (entry, sent_at, conversation, text, further) AS
                SELECT id, sent_at, conversation, text,
                    nullif(ifnull(subject, '') || ' ' || ifnull(
                        (SELECT group_concat(t.text, ' ') FROM entry_text t WHERE t.entry = e.id), ''), ' ')
                FROM entry e;
            -- Whether deleted text may still stand in the index's older pieces.
            CREATE TABLE search_state (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                stale INTEGER NOT NULL
            ) STRICT;
            INSERT INTO search_state VALUES (1, 0);
            INSERT INTO search (rowid, text, further, place)
                SELECT (min(max(sent_at / 1000000, 0), 4294967295) << 31) | (entry & 2147483647), text, further,
                    'c' || conversation
                FROM search_source WHERE text IS NOT NULL OR further IS NOT NULL;
            """
    )
}
