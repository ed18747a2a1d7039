extension Migration {
    /// Drafts out of the log of events; what keeps deleted things short.
    static let drafts = Migration(
        number: 4,
        sql: """
            -- A draft stands in its conversation only: the event of a conversation is written from it when read.
            UPDATE event SET payload = NULL WHERE kind = 'conversation-changed';
            CREATE INDEX pending_act_received ON pending_act(received_at);
            CREATE INDEX tombstone_time ON tombstone(conversation, time);
            """
    )
}
