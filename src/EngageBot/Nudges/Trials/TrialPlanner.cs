using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Profiles;
using EngageBot.ReplyGraph;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Trials;

/// <summary>
/// A planner whose plans go into temporary tables, which hide those of the live bot from this connection alone and are gone with its transaction.
/// </summary>
internal sealed class TrialPlanner : IAsyncDisposable
{
    private static readonly HotSql[] Temporary =
    [
        new("CREATE TEMPORARY TABLE nudges AS SELECT * FROM nudges WHERE 1 = 0"),
        new("CREATE UNIQUE INDEX trial_nudges_by_post ON nudges (post, step, place)"),
        new("CREATE INDEX trial_nudges_by_member ON nudges (member, planned_at)"),
        new("CREATE TEMPORARY TABLE quarrels AS SELECT * FROM quarrels"),
        new("CREATE UNIQUE INDEX trial_quarrels_by_post ON quarrels (post)"),
    ];

    private static readonly HotSql Planned = new(
        """
        SELECT n.post, n.step, MIN(n.planned_at), COUNT(n.member), MIN(c.platform_id), MIN(c.name), MIN(m.thread), MIN(m.number), MIN(m.spelled), MIN(CASE WHEN m.deleted_at IS NULL THEN m.text END)
        FROM nudges n
        JOIN messages m ON m.id = n.post
        JOIN channels c ON c.id = m.channel
        GROUP BY n.post, n.step
        ORDER BY 3 DESC, n.post DESC, n.step DESC
        """);

    private readonly WriteSession _session;
    private readonly NudgePlanner _planner;
    private readonly CommunityRules _rules;

    public TrialPlanner(DbDataSource database, CommunityRules rules, CommunityPaces paces)
    {
        _rules = rules;
        _session = new WriteSession(database, holdsCommits: true);
        var ranking = new HelperRanking(_session, new ProfileRecorder(_session), new ReplyWindows(new LineStore(_session)));
        _planner = new NudgePlanner(_session, ranking, review: null, RulesBook.Fixed(rules), paces: paces);
    }

    /// <summary>When it looks around next; null where nothing is watched any more.</summary>
    public DateTimeOffset? NextLook => _planner.NextDue is { } due ? LookingAround.At(DateTimeOffset.FromUnixTimeMilliseconds(due), _rules) : null;

    public async Task BeginAsync(IReadOnlyList<WaitingPost> posts, CancellationToken cancellationToken)
    {
        await _session.BeginTemporaryAsync(cancellationToken);
        foreach (var statement in Temporary)
        {
            await _session.ExecuteAsync(statement, cancellationToken);
        }

        await _planner.WatchAsync(posts, cancellationToken);
    }

    public Task LookAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested(); // The embedded database never looks.
        return _planner.RunOnceAsync(NextLook!.Value.ToUnixTimeMilliseconds(), cancellationToken);
    }

    /// <summary>What is planned so far, the newest first.</summary>
    public async Task<IReadOnlyList<TrialNudge>> PlannedAsync(CommunityId community, CancellationToken cancellationToken)
    {
        List<TrialNudge> planned = [];
        await using var reader = await _session.ReadAsync(Planned, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            planned.Add(new TrialNudge(reader.GetInt64(0), (NudgeStep)reader.GetInt32(1), DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(2)))
            {
                People = (int)reader.GetInt64(3),
                Place = new MessagePlace(
                    new ChannelId(community, reader.GetString(4)),
                    reader.IsDBNull(6) ? null : new MessageId(reader.GetInt64(6)),
                    new MessageId(reader.GetInt64(7), reader.IsDBNull(8) ? null : reader.GetString(8))),
                ChannelName = reader.GetString(5),
                Text = reader.IsDBNull(9) ? null : reader.GetString(9),
            });
        }

        return planned;
    }

    /// <summary>Nothing of it stays.</summary>
    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
