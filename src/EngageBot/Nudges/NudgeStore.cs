using System.Data;
using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.Nudges;

/// <summary>What the bot planned to say. One row a post, step and person, however often it is planned.</summary>
internal sealed class NudgeStore(WriteSession session)
{
    private static readonly HotSql Add = new(
        """
        INSERT INTO nudges (community, post, step, place, member, planned_at, reason, topics)
        VALUES (@community, @post, @step, @place, @member, @planned_at, @reason, @topics)
        ON CONFLICT (post, step, place) DO NOTHING
        """,
        ("community", DbType.Int64),
        ("post", DbType.Int64),
        ("step", DbType.Int32),
        ("place", DbType.Int32),
        ("member", DbType.Int64),
        ("planned_at", DbType.Int64),
        ("reason", DbType.String),
        ("topics", DbType.String));

    private static readonly HotSql LastStep = new("SELECT MAX(step), MIN(planned_at) FROM nudges WHERE post = @post", ("post", DbType.Int64));

    private static readonly HotSql Asks = new($"SELECT place, answer FROM nudges WHERE post = @post AND step = {(int)NudgeStep.Ask:D} ORDER BY place", ("post", DbType.Int64));

    private static readonly HotSql AskedSince = new(
        $"SELECT COUNT(*) FROM nudges WHERE community = @community AND planned_at > @since AND planned_at <= @now AND step = {(int)NudgeStep.Ask:D}",
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("now", DbType.Int64));

    public async ValueTask AddAsync(Nudge nudge, CancellationToken cancellationToken) =>
        await session.WriteAsync(Add, cancellationToken, nudge.Community, nudge.Post, (int)nudge.Step, nudge.Place, nudge.Member, nudge.At, nudge.Reason, nudge.Topics);

    /// <summary>The highest step planned for a post, and when the first was; null where none is.</summary>
    public async ValueTask<(NudgeStep? Step, long At)> LastStepAsync(long post, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(LastStep, cancellationToken, post);
        await reader.ReadAsync(cancellationToken);
        return reader.IsDBNull(0) ? (null, 0) : ((NudgeStep)reader.GetInt32(0), reader.GetInt64(1));
    }

    /// <summary>Those asked about a post, and what came of it.</summary>
    public async ValueTask<IReadOnlyList<(int Place, AskAnswer? Answer)>> AsksAsync(long post, CancellationToken cancellationToken)
    {
        List<(int, AskAnswer?)> asks = [];
        await using var reader = await session.ReadAsync(Asks, cancellationToken, post);
        while (await reader.ReadAsync(cancellationToken))
        {
            asks.Add((reader.GetInt32(0), reader.IsDBNull(1) ? null : (AskAnswer)reader.GetInt32(1)));
        }

        return asks;
    }

    /// <summary>How many people of a community were asked in the 24 hours before a moment.</summary>
    public async ValueTask<int> AskedInADayAsync(long community, long now, CancellationToken cancellationToken) =>
        (int)(await session.NumberAsync(AskedSince, cancellationToken, community, now - 86_400_000, now) ?? 0);
}
