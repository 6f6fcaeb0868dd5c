using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.History;
using EngageBot.Introductions;
using EngageBot.Introductions.Outcomes;
using EngageBot.Nudges;
using EngageBot.Stats;

namespace EngageBot.Reports;

/// <summary>Derives a report from the store, for a community whose history was replayed.</summary>
public sealed class ReportReader(DbDataSource database, CommunityRules rules)
{
    /// <summary>Open posts, and nudges, that are told one by one.</summary>
    private const int ToldOneByOne = 200;

    private const int IntroductionsTold = 10;
    private const int LinesBefore = 2;
    private const int LinesAfter = 4;

    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql Planned = new(
        """
        SELECT n.post, n.step, CASE WHEN a.opted_out_at IS NULL THEN a.name ELSE 'someone' END, n.planned_at, n.reason, c.name, n.member
        FROM nudges n
        JOIN messages m ON m.id = n.post
        JOIN channels c ON c.id = m.channel
        JOIN communities w ON w.id = c.community AND w.platform = @platform AND w.platform_id = @platform_id
        LEFT JOIN members a ON a.id = n.member
        WHERE n.planned_at >= @from AND n.planned_at <= @to
        ORDER BY n.planned_at DESC, n.post DESC, n.step, n.place
        """,
        ("platform", DbType.Int32),
        ("platform_id", DbType.String),
        ("from", DbType.Int64),
        ("to", DbType.Int64));

    /// <param name="name">What the community is called.</param>
    public async Task<ReplayReport> ReadAsync(string name, CommunityId community, ReplayOutcome outcome, CancellationToken cancellationToken)
    {
        var figures = await new FiguresReader(database, outcome.Span, rules).ReadAsync(community, cancellationToken);
        await using var session = new WriteSession(database);
        await session.BeginAsync(cancellationToken);
        var lines = new LineReader(session, community);
        var (planned, count) = await PlannedAsync(session, community, outcome.Span, figures, cancellationToken);
        var nudges = await WithPostsAsync(planned, lines, cancellationToken);
        return new ReplayReport
        {
            Name = name,
            Outcomes = await OutcomesAsync(session, community, outcome.Span, cancellationToken),
            Figures = figures,
            Nudges = [.. nudges.Take(ToldOneByOne).Select(nudge => nudge.Nudge)],
            NudgesPlanned = count,
            OpenPosts = await OpenPostsAsync(figures, nudges.ToLookup(nudge => nudge.Post, nudge => nudge.Nudge), lines, outcome.Span, cancellationToken),
            Introductions = await new IntroductionReader(session).ReadAsync(community, outcome.Span.To.ToUnixTimeMilliseconds(), IntroductionsTold, cancellationToken),
            Promotions = await new PromotionReader(session, rules, lines).ReadAsync(figures, cancellationToken),
            Notes = await new NoteReader(session, lines).ReadAsync(figures, cancellationToken),
            SkippedMessages = outcome.SkippedMessages,
            FirstSkipped = [.. outcome.FirstSkipped.Select(skipped => $"{skipped.Place}: {skipped.Reason}")],
        };
    }

    private static async Task<ConfirmedOutcomes?> OutcomesAsync(WriteSession session, CommunityId community, ObservedSpan span, CancellationToken cancellationToken) =>
        await session.NumberAsync(FindCommunity, cancellationToken, (int)community.Platform, community.Value) is { } key
        && ConfirmedOutcomes.Of(await new IntroducedOutcomeQuery(session).SinceAsync(key, span.From.ToUnixTimeMilliseconds(), cancellationToken)) is { Confirmed: > 0 } outcomes
            ? outcomes
            : null;

    /// <summary>The newest nudges and those about the open posts that are told; and how many there are.</summary>
    private static async Task<(IReadOnlyList<Row> Rows, int Count)> PlannedAsync(
        WriteSession session, CommunityId community, ObservedSpan span, CommunityFigures figures, CancellationToken cancellationToken)
    {
        var told = figures.NewestOpen.Take(ToldOneByOne).Select(post => post.Message).ToHashSet();
        List<Row> rows = [];
        var count = 0;
        await using var reader = await session.ReadAsync(
            Planned, cancellationToken, (int)community.Platform, community.Value, span.From.ToUnixTimeMilliseconds(), span.To.ToUnixTimeMilliseconds());
        while (await reader.ReadAsync(cancellationToken))
        {
            count++;
            if (count <= ToldOneByOne || told.Contains(reader.GetInt64(0)))
            {
                rows.Add(new Row(
                    reader.GetInt64(0),
                    (NudgeStep)reader.GetInt32(1),
                    reader.IsDBNull(6) ? null : reader.GetString(2),
                    DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(3)),
                    reader.GetString(4),
                    reader.GetString(5)));
            }
        }

        return (rows, count);
    }

    private static async Task<IReadOnlyList<(long Post, PlannedNudge Nudge)>> WithPostsAsync(IReadOnlyList<Row> rows, LineReader lines, CancellationToken cancellationToken)
    {
        List<(long, PlannedNudge)> nudges = [];
        foreach (var row in rows)
        {
            var post = await lines.LineAsync(row.Post, cancellationToken);
            nudges.Add((row.Post, new PlannedNudge(row.At, row.Step, row.Asked, row.Reason, row.Channel, post)));
        }

        return nudges;
    }

    private static async Task<IReadOnlyList<OpenPostLines>> OpenPostsAsync(
        CommunityFigures figures, ILookup<long, PlannedNudge> nudges, LineReader lines, ObservedSpan span, CancellationToken cancellationToken)
    {
        var channels = figures.Channels.ToDictionary(channel => channel.Key, channel => channel.Name);
        List<OpenPostLines> posts = [];
        foreach (var post in figures.NewestOpen.Take(ToldOneByOne))
        {
            posts.Add(new OpenPostLines
            {
                Post = await lines.LineAsync(post.Message, cancellationToken),
                Channel = channels[post.Channel],
                Kind = post.Kind,
                Waited = span.ObservedAfter(DateTimeOffset.FromUnixTimeMilliseconds(post.At)),
                Before = await lines.BeforeAsync(post.Channel, post.At, post.Message, LinesBefore, cancellationToken),
                After = await lines.AfterAsync(post.Channel, post.At, post.Message, LinesAfter, cancellationToken),
                Nudges = [.. nudges[post.Message].OrderBy(nudge => nudge.At).ThenBy(nudge => nudge.Step)],
            });
        }

        return posts;
    }

    private sealed record Row(long Post, NudgeStep Step, string? Asked, DateTimeOffset At, string Reason, string Channel);
}
