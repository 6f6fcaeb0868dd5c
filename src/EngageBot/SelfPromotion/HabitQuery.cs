using System.Data;
using EngageBot.Database;

namespace EngageBot.SelfPromotion;

/// <summary>Asks the store what its author did with links over the 30 days before a message: whether he keeps linking to a domain of his own, and by the clock. Asked for the few that are judged.</summary>
internal sealed class HabitQuery(WriteSession session)
{
    private const long Month = 30L * 86_400_000;

    private static readonly HotSql Author = new(
        "SELECT m.author, m.at, c.community FROM messages m JOIN channels c ON c.id = m.channel WHERE m.id = @message AND m.author IS NOT NULL",
        ("message", DbType.Int64));

    private static readonly HotSql Domains = new("SELECT domain FROM link_domains WHERE message = @message ORDER BY domain", ("message", DbType.Int64));

    // CROSS JOIN keeps the order on SQLite; PostgreSQL reads it as a plain join.
    private static readonly HotSql Linking = new(
        """
        SELECT m.author, COUNT(*)
        FROM link_domains d
        CROSS JOIN messages m
        WHERE d.domain = @domain AND d.community = @community AND d.at > @since AND d.at <= @at
            AND m.id = d.message AND m.author IS NOT NULL AND m.deleted_at IS NULL AND (m.traits & 7) = 0
        GROUP BY m.author
        """,
        ("domain", DbType.String),
        ("since", DbType.Int64),
        ("at", DbType.Int64),
        ("community", DbType.Int64));

    // What answers somebody is written when that was asked.
    private static readonly HotSql Times = new(
        """
        SELECT m.at FROM messages m
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.deleted_at IS NULL
            AND EXISTS (SELECT 1 FROM link_domains d WHERE d.message = m.id)
            AND NOT EXISTS (SELECT 1 FROM counting_links l WHERE l.message = m.id AND (l.parent IS NULL OR l.parent <> m.id))
        ORDER BY m.at
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Linked = new(
        """
        SELECT DISTINCT d.domain FROM messages m CROSS JOIN link_domains d
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.deleted_at IS NULL AND d.message = m.id LIMIT 50
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64));

    // Whom somebody names beside a link is whose work it is, where the words do not advertise.
    private static readonly HotSql Named = new(
        $"""
        SELECT DISTINCT n.member FROM messages m CROSS JOIN mentions n
        WHERE m.author = @author AND m.at > @since AND m.at <= @at AND m.deleted_at IS NULL AND COALESCE(m.promotion, 0) < {PromotionClassifier.ThresholdThousandths}
            AND EXISTS (SELECT 1 FROM link_domains d WHERE d.message = m.id) AND n.message = m.id AND n.member <> @author
        """,
        ("author", DbType.Int64),
        ("since", DbType.Int64),
        ("at", DbType.Int64));

    private static readonly HotSql Community = new("SELECT community FROM members WHERE id = @member", ("member", DbType.Int64));

    /// <summary>The statements, for those who look at their plans.</summary>
    internal static IReadOnlyList<HotSql> Statements => [Author, Domains, Linking, Times, Linked, Named, Community];

    /// <summary>Signals with what a stored message's author does by habit.</summary>
    public async ValueTask<PromotionSignals> WithHabitsAsync(PromotionSignals signals, long message, CancellationToken cancellationToken)
    {
        if (!signals.HasLink || await FindAsync(message, cancellationToken) is not var (author, at, community))
        {
            return signals;
        }

        var most = 0;
        foreach (var domain in await TextsAsync(Domains, cancellationToken, message))
        {
            var linking = OwnDomainPolicy.MayBeOwn(domain) ? await LinkingAsync(domain, community, at, cancellationToken) : [];
            var times = linking.GetValueOrDefault(author);
            most = OwnDomainPolicy.IsOwn(domain, times, linking.Keys.Count(member => member != author)) ? Math.Max(most, times) : most;
        }

        DateTimeOffset[] moments = [.. (await NumbersAsync(Times, cancellationToken, author, at - Month, at)).Select(DateTimeOffset.FromUnixTimeMilliseconds)];
        return signals with { OwnDomainTimes = most, ScheduledTimes = SchedulePolicy.AreFixed(moments) ? moments.Length : 0 };
    }

    /// <summary>The keys of those whose work a member passed on over the 30 days before a moment: by linking to a domain of theirs, or by naming them beside a link.</summary>
    public async ValueTask<IReadOnlyCollection<long>> PassedOnAsync(long author, long at, CancellationToken cancellationToken)
    {
        HashSet<long> people = [.. await NumbersAsync(Named, cancellationToken, author, at - Month, at)];
        var community = await session.NumberAsync(Community, cancellationToken, author) ?? 0;
        foreach (var domain in await TextsAsync(Linked, cancellationToken, author, at - Month, at))
        {
            var linking = OwnDomainPolicy.MayBeOwn(domain) ? await LinkingAsync(domain, community, at, cancellationToken) : [];
            people.UnionWith(linking.Where(one => one.Key != author && OwnDomainPolicy.IsOwn(domain, one.Value, linking.Count - 1)).Select(one => one.Key));
        }

        return people;
    }

    private async ValueTask<(long Author, long At, long Community)?> FindAsync(long message, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(Author, cancellationToken, message);
        return await reader.ReadAsync(cancellationToken) ? (reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2)) : null;
    }

    private async ValueTask<Dictionary<long, int>> LinkingAsync(string domain, long community, long at, CancellationToken cancellationToken)
    {
        Dictionary<long, int> linking = [];
        await using var reader = await session.ReadAsync(Linking, cancellationToken, domain, at - Month, at, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            linking.Add(reader.GetInt64(0), (int)reader.GetInt64(1));
        }

        return linking;
    }

    private async ValueTask<IReadOnlyList<string>> TextsAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<string> texts = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }

    private async ValueTask<IReadOnlyList<long>> NumbersAsync(HotSql sql, CancellationToken cancellationToken, params object?[] values)
    {
        List<long> numbers = [];
        await using var reader = await session.ReadAsync(sql, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            numbers.Add(reader.GetInt64(0));
        }

        return numbers;
    }
}
