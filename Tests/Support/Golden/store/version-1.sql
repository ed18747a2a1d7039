-- The database as version 1 made it, with a row or more in every table.  Never edited.
PRAGMA application_id = 1398893685;
PRAGMA user_version = 1;
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
    kind TEXT NOT NULL,
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
) STRICT;
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
INSERT INTO sequence VALUES (1, 41, 12, 3, 36);
INSERT INTO setting VALUES ('log.level', 'debug');
INSERT INTO account (id, name, jid, enabled, resource, host, port, tls, authority_file, proxy, priority, label, nickname,
    login, login_detail, roster_version, sealed_secret, sealed_token, login_pin)
    VALUES (1, 'juliet01', 'juliet@capulet.example', 1, 'balcony', '::1', 5223, 'direct', '/ca.pem', NULL, 5, NULL, 'Juliet',
    'password', NULL, 'ver7', X'0102', X'03', '{}');
INSERT INTO account (id, name, jid, enabled, tls, priority, login, login_detail)
    VALUES (2, 'nurse001', 'nurse@capulet.example', 0, 'automatic', -1, 'command', 'pass show nurse');
INSERT INTO resumption VALUES (1, X'AABB', NULL, 'juliet@capulet.example/balcony', 4294967295);
INSERT INTO contact VALUES (1, 'romeo@montague.example', 'Romeo', 'Friends' || char(31) || 'Lovers' || char(31), 'both', 0, 1);
INSERT INTO subscription_request VALUES (1, 'paris@verona.example', 1000, 'de' || char(30) || 'hallo' || char(31), 'Paris');
INSERT INTO capability VALUES ('sha-1:abc', '<query/>', 1000);
INSERT INTO conversation VALUES (2, 1, 'romeo@montague.example', 'chat');
INSERT INTO conversation VALUES (3, 1, 'party@rooms.example', 'room');
INSERT INTO entry VALUES (10, 2, 0, 0, 'romeo@montague.example/orchard', 1000, 1001, 'en', 'hello', '', 'greeting', 't1',
    't0', 'm1', 'o1', 's1', 'juliet@capulet.example', 'omemo:2', NULL, NULL, NULL, 3);
INSERT INTO entry VALUES (11, 2, 1, 0, 'juliet@capulet.example/balcony', 1002, 1002, '', 'yes', NULL, NULL, NULL, NULL,
    'm2', 'm2', NULL, NULL, NULL, 1, 'not-connected', 'There is no connection.', 0);
INSERT INTO entry VALUES (12, 3, 0, 1, 'party@rooms.example/tybalt', 1003, 1003, NULL, NULL, NULL, NULL, NULL, NULL,
    NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 0);
INSERT INTO entry_text VALUES (10, 0, 1, 'de', 'hallo');
INSERT INTO entry_text VALUES (10, 1, 1, 'de', 'gruss');
INSERT INTO entry_stanza_id VALUES (2, 's2', 'archive.example', 10);
INSERT INTO outbox VALUES (11, 1, 'romeo@montague.example', NULL, 2, X'0F');
INSERT INTO event VALUES (40, 2000, 'message', 'juliet01', 2, 10, NULL);
INSERT INTO event VALUES (41, 2001, 'presence', 'juliet01', NULL, NULL, '{"jid":"romeo@montague.example"}');
