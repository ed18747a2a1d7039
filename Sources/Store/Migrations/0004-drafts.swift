extension Migration {
    /// Drafts out of the log of events; what keeps deleted things short, and what is open quick to see.
    static let drafts = Migration(
        number: 4,
        sql: """
            -- A draft stands in its conversation only: the event of a conversation is written from it when read.
            UPDATE event SET payload = NULL WHERE kind = 'conversation-changed';
            -- Nearly empty: what has still to be told.
            CREATE INDEX errand_open ON errand(account) WHERE state IN (0, 1, 2);
            CREATE INDEX pending_act_received ON pending_act(received_at);
            CREATE INDEX tombstone_time ON tombstone(conversation, time);
            """
    )
}
