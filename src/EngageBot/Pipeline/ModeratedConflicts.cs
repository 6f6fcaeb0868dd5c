using System.Data;
using EngageBot.Database;

namespace EngageBot.Pipeline;

/// <summary>
/// Keeps those apart between whom moderators had to step in: whom a member talked with in the half hour before he was put to silence. It costs an introduction at most, and nobody is told.
/// </summary>
internal sealed class ModeratedConflicts(WriteSession session)
{
    /// <summary>Milliseconds.</summary>
    private const long Before = 1_800_000;

    // A reply between them, either way; both ways round, as the table is read.
    private const string TalkedWith =
        """
        SELECT p.author AS other FROM messages m
        JOIN counting_links l ON l.message = m.id
        JOIN messages p ON p.id = l.parent
        WHERE m.author = @member AND m.at > @since AND m.at <= @at AND p.author IS NOT NULL AND p.author <> @member
        UNION
        SELECT a.author FROM messages m
        JOIN counting_links l ON l.parent = m.id
        JOIN messages a ON a.id = l.message
        WHERE m.author = @member AND m.at > @since AND m.at <= @at AND a.at <= @at AND a.author IS NOT NULL AND a.author <> @member
        """;

    private static readonly HotSql One = Pairs("@member, t.other");
    private static readonly HotSql Other = Pairs("t.other, @member");

    public async ValueTask PartAsync(long member, long at, CancellationToken cancellationToken)
    {
        await session.ExecuteAsync(One, cancellationToken, member, at - Before, at);
        await session.ExecuteAsync(Other, cancellationToken, member, at - Before, at);
    }

    private static HotSql Pairs(string pair) => new(
        $"INSERT INTO never_pairs (one, other, at) SELECT {pair}, @at FROM ({TalkedWith}) t WHERE 1 = 1 ON CONFLICT (one, other) DO NOTHING",
        ("member", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64));
}
