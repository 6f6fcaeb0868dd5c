using System.Data.Common;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Stats.Daily;

/// <summary>
/// Figures for whoever asks in chat: those of the report (<see cref="FiguresReader"/>) over a period that ends now, and over the one before, from packed days. A day that has
/// changed since it was packed is read from its messages.
/// </summary>
internal sealed class LiveFiguresReader(DbDataSource database, RulesBook rules)
{
    private const long Day = DayQuery.Day;

    /// <summary>With more lines the two periods are counted side by side.</summary>
    private const int ManyLines = 2_000;

    /// <summary>Null where nothing is known of the community, or of the channel.</summary>
    public async Task<LiveFigures?> ReadAsync(LiveScope scope, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var channels = new LiveChannels(session);
        if (await channels.CommunityAsync(scope.Community, cancellationToken) is not { } community
            || await channels.OfAsync(community, scope.Channel, cancellationToken) is not { Count: > 0 } shown)
        {
            return null;
        }

        var people = new LivePeople(session, community);
        var team = await people.TeamAsync(cancellationToken);
        var (now, before) = Periods(scope, team);
        await CountAsync(session, community, shown, now, before, cancellationToken);
        var (orderedNow, orderedBefore) = (default(OrderedTally), default(OrderedTally));
        Parallel.Invoke(() => orderedNow = OrderedTally.Of(now), () => orderedBefore = OrderedTally.Of(before));
        var knownFrom = shown.Min(channel => channel.KnownFrom);
        var summaries = new PeriodSummaries(session, rules, community, shown, people);
        // A period is comparable where all of it is known, but for the hours of a day on which nobody may have written.
        return new LiveFigures(
            await summaries.OfAsync(now, orderedNow!, before.People, knownFrom, cancellationToken),
            knownFrom < before.From + Day ? await summaries.OfAsync(before, orderedBefore!, known: null, knownFrom, cancellationToken) : null,
            team.Count > 0);
    }

    private static (PeriodTally Now, PeriodTally Before) Periods(LiveScope scope, IReadOnlySet<long> team)
    {
        var (to, length) = (scope.Now.ToUnixTimeMilliseconds(), (long)scope.Length.TotalMilliseconds);
        var bucket = (long?)scope.Point?.TotalMilliseconds ?? SummaryBuckets.LengthOf(length);
        return (new PeriodTally(to - length + 1, to, bucket, team), new PeriodTally(to - (2 * length) + 1, to - length, bucket, team));
    }

    private static async Task CountAsync(
        WriteSession session, long community, IReadOnlyList<LiveChannel> channels, PeriodTally now, PeriodTally before, CancellationToken cancellationToken)
    {
        var days = new DayReader(new DayStore(session), new DayQuery(session));
        await days.LookAsync(community, before.From / Day, cancellationToken);
        foreach (var channel in channels)
        {
            var lines = new ChannelLines(channel.Key, await days.ReadAsync(channel.Key, before.From / Day, now.To / Day, cancellationToken));
            if (lines.Lines.Length >= ManyLines)
            {
                Parallel.Invoke(() => now.Add(lines), () => before.Add(lines));
            }
            else
            {
                now.Add(lines);
                before.Add(lines);
            }
        }
    }
}
