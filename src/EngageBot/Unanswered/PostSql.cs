namespace EngageBot.Unanswered;

/// <summary>
/// The definitions of behaviour as SQL, once for every query that needs them. CROSS JOIN fixes the order of joins on SQLite, which without statistics would
/// rather go through all that an author ever wrote; PostgreSQL reads it as a plain join.
/// </summary>
internal static class PostSql
{
    /// <summary>Traits of what is not written by a person: bots and webhooks never answer and post nothing.</summary>
    public const string NotByPerson = "7";

    /// <summary>The kinds that invite a reply, see <see cref="PostClassifier.InvitesReply"/>.</summary>
    public const string InvitingKinds = "1, 2, 3, 4, 5";

    /// <summary>What m wants of everybody: what is for one member alone is chat to the others.</summary>
    public const string KindToAll = "CASE WHEN (m.traits & 128) = 0 THEN m.kind ELSE 0 END";

    /// <summary>m starts a conversation: written by a person, no reply, not in somebody's thread, still there.</summary>
    public const string IsPost =
        $"""
        (m.traits & {NotByPerson}) = 0 AND m.author IS NOT NULL AND (m.deleted_at IS NULL OR m.deleted_at > @now)
        AND (m.thread IS NULL OR m.thread = m.number)
        AND NOT EXISTS (SELECT 1 FROM counting_links l WHERE l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id))
        """;

    /// <summary>Follows chain(post, author, message): the lines by which an author continued his post.</summary>
    public const string Chain =
        """
        SELECT chain.post, chain.author, m.id
        FROM chain
        CROSS JOIN counting_links l
        CROSS JOIN messages m
        WHERE l.parent = chain.message AND m.id = l.message AND m.author = chain.author AND m.id <> chain.message AND m.at <= @now
        """;

    /// <summary>Joins to chain the messages m by which other people replied to any of its lines.</summary>
    public const string Replies =
        $"""
        chain
        CROSS JOIN counting_links l
        CROSS JOIN messages m
        WHERE l.parent = chain.message AND m.id = l.message AND (m.author IS NULL OR m.author <> chain.author)
            AND (m.traits & {NotByPerson}) = 0 AND (m.deleted_at IS NULL OR m.deleted_at > @now) AND m.at <= @now
        """;
}
