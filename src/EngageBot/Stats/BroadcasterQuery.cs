using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.SelfPromotion;

namespace EngageBot.Stats;

/// <summary>
/// How many people only broadcast: at least five announcements or promotions in 30 days, at least one of which got a reply that they left unanswered, and no reply to
/// anybody. A count; who they are is nobody's business here.
/// </summary>
internal sealed class BroadcasterQuery(WriteSession session, Scope scope)
{
    private const long Month = 30L * 86_400_000;
    private const int Announcements = 5;

    private static readonly HotSql Announced = new(
        $"""
        SELECT m.author, m.at
        FROM channels c
        JOIN messages m ON m.channel = c.id AND m.at >= @from AND m.at <= @to
        WHERE c.community = @community AND {Announces("m")} AND (m.traits & 7) = 0 AND m.author IS NOT NULL
            AND NOT EXISTS (
                SELECT 1 FROM counting_links l JOIN messages p ON p.id = l.parent
                WHERE l.message = m.id AND (p.author IS NULL OR p.author <> m.author))
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64),
        ("promotion", DbType.Int32));

    private static readonly HotSql RepliedToAnybody = new(
        """
        SELECT 1 FROM messages m
        JOIN counting_links l ON l.message = m.id
        JOIN messages p ON p.id = l.parent
        WHERE m.author = @author AND (p.author IS NULL OR p.author <> @author) AND (p.traits & 7) = 0
        LIMIT 1
        """,
        ("author", DbType.Int64));

    // He has answered nobody, so a reply to any of his announcements is one that he left.
    private static readonly HotSql WasRepliedTo = new(
        $"""
        SELECT 1 FROM messages p
        JOIN counting_links l ON l.parent = p.id
        JOIN messages m ON m.id = l.message
        WHERE p.author = @author AND {Announces("p")} AND (m.author IS NULL OR m.author <> @author) AND (m.traits & 7) = 0
        LIMIT 1
        """,
        ("author", DbType.Int64),
        ("promotion", DbType.Int32));

    public async Task<int> CountAsync(CancellationToken cancellationToken) => await CountAsync(session, await AnnouncersAsync(cancellationToken), cancellationToken);

    /// <summary>How many of those who announced enough only broadcast.</summary>
    public static async Task<int> CountAsync(WriteSession session, IEnumerable<long> announcers, CancellationToken cancellationToken)
    {
        var broadcasters = 0;
        foreach (var author in announcers)
        {
            var broadcasts = await session.NumberAsync(RepliedToAnybody, cancellationToken, author) is null
                && await session.NumberAsync(WasRepliedTo, cancellationToken, author, PromotionClassifier.ThresholdThousandths) is not null;
            broadcasters += broadcasts ? 1 : 0;
        }

        return broadcasters;
    }

    /// <summary>A question never counts: someone whose questions nobody answers is not heard, and no broadcaster.</summary>
    private static string Announces(string message) =>
        $"""
        ({message}.kind = {(int)PostKind.Announcement:D} OR ({message}.promotion >= @promotion
            AND {message}.kind NOT IN ({(int)PostKind.Question:D}, {(int)PostKind.HelpRequest:D}, {(int)PostKind.FeedbackRequest:D})))
        """;

    private async Task<IReadOnlySet<long>> AnnouncersAsync(CancellationToken cancellationToken)
    {
        List<(long Author, long At)> announced = [];
        await using var reader = await session.ReadAsync(Announced, cancellationToken, scope.Community, scope.From, scope.To, PromotionClassifier.ThresholdThousandths);
        while (await reader.ReadAsync(cancellationToken))
        {
            announced.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return Announcers(announced);
    }

    /// <summary>Who announced enough within 30 days.</summary>
    public static IReadOnlySet<long> Announcers(IEnumerable<(long Author, long At)> announced)
    {
        HashSet<long> announcers = [];
        Queue<long> recent = new();
        var current = 0L;
        foreach (var (author, at) in announced.Order())
        {
            if (author != current)
            {
                recent.Clear();
                current = author;
            }

            recent.Enqueue(at);
            while (at - recent.Peek() > Month)
            {
                recent.Dequeue();
            }

            if (recent.Count >= Announcements)
            {
                announcers.Add(author);
            }
        }

        return announcers;
    }
}
