using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Outbox;
using EngageBot.Outcomes;
using EngageBot.Stats.Daily;

namespace EngageBot.Stats.Asking;

/// <summary>Reads what the bot did in the channels that figures are made of.</summary>
internal sealed class ActionReader(DbDataSource database, RulesBook rules)
{
    /// <summary>A quarter: the hold-out is set up for so many cases.</summary>
    private static readonly TimeSpan EffectOver = TimeSpan.FromDays(90);

    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql Asks = new(
        $"""
        SELECT COUNT(*) FROM outbox o JOIN channels c ON c.id = o.channel
        WHERE o.community = @community AND o.kind = {OutboxKind.Ask:D} AND o.sent_at > @from AND o.sent_at <= @to
            AND (c.platform_id = @channel OR (@channel = '' AND c.visibility = {ChannelVisibility.Everyone:D}))
        """,
        ("community", DbType.Int64),
        ("from", DbType.Int64),
        ("to", DbType.Int64),
        ("channel", DbType.String));

    private static readonly HotSql Name = new("SELECT name FROM members WHERE id = @member AND opted_out_at IS NULL", ("member", DbType.Int64));

    private readonly EffectReader _effect = new(database, rules);

    /// <param name="connectors">Whose names are wanted, by their keys.</param>
    public async Task<ActionFigures> ReadAsync(LiveScope scope, IReadOnlyList<long> connectors, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var community = await session.NumberAsync(FindCommunity, cancellationToken, (int)scope.Community.Platform, scope.Community.Value) ?? 0;
        var (to, length) = (scope.Now.ToUnixTimeMilliseconds(), (long)scope.Length.TotalMilliseconds);
        var asks = (await AsksAsync(session, community, to - length, to, scope, cancellationToken), await AsksAsync(session, community, to - (2 * length), to - length, scope, cancellationToken));
        var isOfAll = scope.Channel is null;
        return new ActionFigures(asks, isOfAll ? await _effect.ReadAsync(scope.Community, scope.Now - EffectOver, scope.Now, onlyForEveryone: true, cancellationToken) : null)
        {
            Introductions = isOfAll ? await IntroductionsAsync(session, community, to - length, to - (2 * length), cancellationToken) : null,
            Connectors = await NamesAsync(session, connectors, cancellationToken),
        };
    }

    /// <summary>What people are called, by their keys: now, so that nobody is named who is left out since.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(IReadOnlyList<long> people, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        return await NamesAsync(session, people, cancellationToken);
    }

    private static async Task<int> AsksAsync(WriteSession session, long community, long from, long to, LiveScope scope, CancellationToken cancellationToken) =>
        (int)(await session.NumberAsync(Asks, cancellationToken, community, from, to, scope.Channel?.Value ?? string.Empty) ?? 0);

    private static async Task<(IntroductionFigures Now, IntroductionFigures Before)> IntroductionsAsync(
        WriteSession session, long community, long from, long before, CancellationToken cancellationToken)
    {
        var outcomes = await new IntroducedOutcomeQuery(session).SinceAsync(community, before + 1, cancellationToken);
        var isNow = outcomes.ToLookup(one => one.OpenedAt.ToUnixTimeMilliseconds() > from);
        return (Count(isNow[true]), Count(isNow[false]));
    }

    private static IntroductionFigures Count(IEnumerable<IntroducedOutcome> outcomes) => outcomes.Aggregate(default(IntroductionFigures), (sum, one) => new IntroductionFigures(
        sum.Made + 1, sum.Talked + (one.HaveTalked ? 1 : 0), sum.Confirmed + (one.Confirmed is { } said && said != IntroductionOutcome.Nothing ? 1 : 0)));

    private static async Task<IReadOnlyList<string>> NamesAsync(WriteSession session, IReadOnlyList<long> people, CancellationToken cancellationToken)
    {
        List<string> names = [];
        foreach (var person in people)
        {
            if (await session.TextAsync(Name, cancellationToken, person) is { } name && Excerpt.Of(name) is { Length: > 0 } shown)
            {
                names.Add(shown);
            }
        }

        return names;
    }
}
