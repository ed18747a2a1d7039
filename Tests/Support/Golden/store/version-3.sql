-- The database as version 3 made it, with a row or more in every table.  Never edited.
PRAGMA application_id = 1398893685;
PRAGMA user_version = 3;
CREATE TABLE sequence (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    event INTEGER NOT NULL,
    entry INTEGER NOT NULL,
    conversation INTEGER NOT NULL,
    trimmed_event INTEGER NOT NULL
) STRICT;
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
    kind TEXT NOT NULL, open INTEGER NOT NULL DEFAULT 1, unread INTEGER NOT NULL DEFAULT 0, mentions INTEGER NOT NULL DEFAULT 0, read_entry INTEGER, read_at INTEGER, mute TEXT, mute_until INTEGER, pinned INTEGER NOT NULL DEFAULT 0, draft TEXT, purged_before INTEGER,
    UNIQUE (account, peer)
) STRICT;
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
, occupant_id TEXT, detected_language TEXT, recipient TEXT) STRICT;
CREATE INDEX entry_place ON entry(conversation, sent_at);
CREATE INDEX entry_message_id ON entry(conversation, message_id) WHERE message_id IS NOT NULL;
CREATE INDEX entry_origin_id ON entry(conversation, origin_id)
    WHERE origin_id IS NOT NULL AND origin_id IS NOT message_id;
CREATE UNIQUE INDEX entry_stanza ON entry(conversation, stanza_id, stanza_by) WHERE stanza_id IS NOT NULL;
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
CREATE TABLE event (
    number INTEGER PRIMARY KEY,
    time INTEGER NOT NULL,
    kind TEXT NOT NULL,
    account TEXT,
    conversation INTEGER,
    entry INTEGER,
    payload TEXT
) STRICT;
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
CREATE TABLE entry_version (
    entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    time INTEGER NOT NULL,
    number INTEGER NOT NULL,
    texts TEXT NOT NULL,
    subjects TEXT NOT NULL,
    details TEXT,
    PRIMARY KEY (entry, time, number)
) STRICT, WITHOUT ROWID;
CREATE TABLE entry_reaction (
    entry INTEGER NOT NULL REFERENCES entry(id) ON DELETE CASCADE,
    sender TEXT NOT NULL,
    emojis TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (entry, sender)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE retention_rule (
    id INTEGER PRIMARY KEY,
    account INTEGER REFERENCES account(id) ON DELETE CASCADE,
    conversation INTEGER REFERENCES conversation(id) ON DELETE CASCADE,
    seconds INTEGER
) STRICT;
CREATE UNIQUE INDEX retention_rule_scope
    ON retention_rule(ifnull(account, 0), ifnull(conversation, 0));
CREATE TABLE tombstone (
    conversation INTEGER NOT NULL REFERENCES conversation(id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    given_by TEXT NOT NULL,
    time INTEGER NOT NULL,
    PRIMARY KEY (conversation, id, given_by)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE search USING fts5(
    text, further, place, content = '', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE VIEW search_source (entry, sent_at, conversation, text, further) AS
    SELECT id, sent_at, conversation, text,
        nullif(ifnull(subject, '') || ' ' || ifnull(
            (SELECT group_concat(t.text, ' ') FROM entry_text t WHERE t.entry = e.id), ''), ' ')
    FROM entry e;
CREATE TABLE search_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    stale INTEGER NOT NULL
) STRICT;
CREATE INDEX entry_held ON entry(conversation) WHERE state = 1;

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
INSERT INTO sequence VALUES (1, 43, 13, 3, 36);
INSERT INTO setting VALUES ('log.level', 'debug');
INSERT INTO account VALUES (1, 'juliet01', 'juliet@capulet.example', 1, 'balcony', '::1', 5223, 'direct', '/ca.pem', NULL, 'password', NULL, 5, NULL, 'Juliet', 'ver7', X'0102', X'03', '{}');
INSERT INTO account VALUES (2, 'nurse001', 'nurse@capulet.example', 0, NULL, NULL, NULL, 'automatic', NULL, NULL, 'command', 'pass show nurse', -1, NULL, NULL, NULL, NULL, NULL, NULL);
INSERT INTO resumption VALUES (1, X'AABB', NULL, 'juliet@capulet.example/balcony', 4294967295);
INSERT INTO contact VALUES (1, 'romeo@montague.example', 'Romeo', 'Friends' || char(31) || 'Lovers' || char(31), 'both', 0, 1);
INSERT INTO subscription_request VALUES (1, 'paris@verona.example', 1000, 'de' || char(30) || 'hallo' || char(31), 'Paris');
INSERT INTO capability VALUES ('sha-1:abc', '<query/>', 1000);
INSERT INTO conversation VALUES (2, 1, 'romeo@montague.example', 'chat', 1, 1, 1, 11, 1002, 'mentions', NULL, 1, '{"text":"but soft","time":5}', NULL);
INSERT INTO conversation VALUES (3, 1, 'party@rooms.example', 'room', 1, 0, 0, NULL, NULL, NULL, NULL, 0, NULL, NULL);
INSERT INTO entry VALUES (10, 2, 0, 0, 'romeo@montague.example/orchard', 1000, 1001, 'en', 'hello', '', 'greeting', 't1', 't0', 'm1', 'o1', 's1', 'juliet@capulet.example', 'omemo:2', NULL, NULL, NULL, 2111, NULL, 'en', NULL);
INSERT INTO entry VALUES (11, 2, 1, 0, 'juliet@capulet.example/balcony', 1002, 1002, '', 'yes', NULL, NULL, NULL, NULL, 'm2', 'm2', NULL, NULL, NULL, 1, 'not-connected', 'There is no connection.', 0, NULL, NULL, 'romeo@montague.example/orchard');
INSERT INTO entry VALUES (12, 3, 0, 1, 'party@rooms.example/tybalt', 1003, 1003, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0, NULL, NULL, NULL);
INSERT INTO entry_text VALUES (10, 0, 1, 'de', 'hallo');
INSERT INTO entry_text VALUES (10, 1, 1, 'de', 'gruss');
INSERT INTO entry_stanza_id VALUES (2, 's2', 'archive.example', 10);
INSERT INTO outbox VALUES (11, 1, 'romeo@montague.example', NULL, 2, X'0F');
INSERT INTO event VALUES (40, 2000, 'message', 'juliet01', 2, 10, NULL);
INSERT INTO event VALUES (41, 2001, 'presence', 'juliet01', NULL, NULL, '{"jid":"romeo@montague.example"}');
INSERT INTO event VALUES (42, 2002, 'message-changed', 'juliet01', 2, 10, 'correct');
INSERT INTO event VALUES (43, 2003, 'conversation-changed', 'juliet01', 2, NULL, '{"conversation":"c2","peer":"romeo@montague.example","kind":"chat","open":true,"unread":1,"mentions":1,"pinned":true,"draft":{"text":"farewell","time":4}}');
INSERT INTO conversation_reader VALUES (2, 'romeo@montague.example', 11, 1002);
INSERT INTO entry_detail VALUES (10, '{"reply":{"id":"r1"},"attention":true}');
INSERT INTO entry_mark VALUES (10, 1500, NULL, NULL, NULL, 1600);
INSERT INTO entry_version VALUES (10, 1000, 0, 'en' || char(30) || 'helo' || char(31), '', NULL);
INSERT INTO entry_reaction VALUES (10, 'juliet@capulet.example', '❤' || char(31), 1700);
INSERT INTO entry_alias VALUES (2, 'm3', '', 10);
INSERT INTO entry_expiry VALUES (12, 60, 9000);
INSERT INTO pending_act VALUES (1, 1, 'romeo@montague.example', 'k', 1800, 1800, '{"kind":"retract","account":"juliet01","peer":"romeo@montague.example","names":[{"id":"m9"}],"direction":"in","author":"romeo@montague.example","time":1800,"stanza-ids":[]}');
INSERT INTO pending_act_name VALUES (1, 1, 'romeo@montague.example', 'm9', '');
INSERT INTO archive VALUES (1, 'juliet@capulet.example', '', 'supported');
INSERT INTO archive_span VALUES (1, 'juliet@capulet.example', '', 0, 's0', 900, 's1', 1000, 1, 0);
INSERT INTO consumer VALUES ('phone', 40, 2000);
INSERT INTO retention_rule VALUES (1, 1, NULL, 86400);
INSERT INTO tombstone VALUES (2, 'm0', '', 500);
INSERT INTO search_state VALUES (1, 0);
INSERT INTO search (rowid, text, further, place) VALUES (10, 'hello', 'greeting hallo gruss', 'c2');
INSERT INTO search (rowid, text, further, place) VALUES (11, 'yes', NULL, 'c2');
INSERT INTO errand VALUES (13, 1, 2, 10, '{"kind":"react","emojis":["❤"]}', 'romeo@montague.example', 'm1', 'r13', 0, 't1', 't0', 2004, 0, NULL, NULL, NULL, 0, NULL);
