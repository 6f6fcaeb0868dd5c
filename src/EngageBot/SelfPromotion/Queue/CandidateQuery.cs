using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.SelfPromotion.Queue;

/// <summary>Reads messages that may be for the queue, each once: where it stands is kept in memory, and after a restart found again from the clock.</summary>
internal sealed class CandidateQuery(WriteSession session)
{
    private const int AtOnce = 300;

    // Of this process: another's keys may be higher, and what is written here next would be passed over.
    private static readonly HotSql Newest = new(
        """
        SELECT m.id FROM messages m
        CROSS JOIN channels c
        CROSS JOIN own_communities k
        WHERE m.id > @after AND c.id = m.channel AND k.id = c.community
        ORDER BY m.id DESC LIMIT 1
        """,
        ("after", DbType.Int64));

    private static readonly HotSql First = new(
        "SELECT MIN(first.id) FROM (SELECT (SELECT MIN(m.id) FROM messages m WHERE m.channel = c.id AND m.at >= @since) AS id FROM channels c WHERE c.community IN (SELECT own.id FROM own_communities own)) first",
        ("since", DbType.Int64));

    private static readonly HotSql Candidates = new(
        $"""
        SELECT m.id, m.author, m.at, c.community, m.channel, c.name, c.platform_id, m.kind, COALESCE(m.promotion, 0), m.text, (SELECT MIN(d.domain) FROM link_domains d WHERE d.message = m.id)
        FROM messages m
        JOIN channels c ON c.id = m.channel AND c.visibility = {ChannelVisibility.Everyone:D}
        JOIN own_communities k ON k.id = c.community
        JOIN members a ON a.id = m.author AND a.is_bot = 0
        WHERE m.id > @after AND m.id <= @newest AND m.at >= @since AND (m.traits & 7) = 0 AND m.deleted_at IS NULL
            AND (m.promotion IS NOT NULL OR EXISTS (SELECT 1 FROM link_domains d WHERE d.message = m.id))
        ORDER BY m.id LIMIT {AtOnce}
        """,
        ("after", DbType.Int64),
        ("newest", DbType.Int64),
        ("since", DbType.Int64));

    private long? _after;

    /// <summary>The next of those written since a moment and not after another: later ones may yet be changed or taken away by their authors.</summary>
    public async Task<IReadOnlyList<QueueCandidate>> NextAsync(long since, long until, CancellationToken cancellationToken)
    {
        if ((_after ?? (await session.NumberAsync(First, cancellationToken, since) - 1)) is not { } after || await session.NumberAsync(Newest, cancellationToken, after) is not { } newest)
        {
            return [];
        }

        var (found, isWhole) = await ReadAsync(after, newest, since, cancellationToken);
        QueueCandidate[] old = [.. found.TakeWhile(candidate => candidate.At <= until)];
        _after = old.Length < found.Count ? found[old.Length].Message - 1 : isWhole ? newest : found[^1].Message;
        return old;
    }

    public void Forget() => _after = null;

    private async Task<(IReadOnlyList<QueueCandidate> Found, bool IsWhole)> ReadAsync(long after, long newest, long since, CancellationToken cancellationToken)
    {
        List<QueueCandidate> found = [];
        await using var reader = await session.ReadAsync(Candidates, cancellationToken, after, newest, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            found.Add(new QueueCandidate
            {
                Message = reader.GetInt64(0),
                Author = reader.GetInt64(1),
                At = reader.GetInt64(2),
                Community = reader.GetInt64(3),
                Channel = reader.GetInt64(4),
                ChannelName = reader.GetString(5),
                ChannelId = reader.GetString(6),
                Kind = (PostKind)reader.GetInt32(7),
                Thousandths = reader.GetInt32(8),
                Text = reader.IsDBNull(9) ? null : reader.GetString(9),
                Domain = reader.IsDBNull(10) ? null : reader.GetString(10),
            });
        }

        return (found, found.Count < AtOnce);
    }
}
