using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Stats;

/// <summary>Derives all figures of a community from the store.</summary>
internal sealed class FiguresReader(DbDataSource database, ObservedSpan span, CommunityRules rules)
{
    private const int OpenPostsKept = 1_000;
    private const int FewestMessages = 5;
    private const int MostSpeakers = 3;

    private static readonly HotSql FindCommunity = new(
        "SELECT id FROM communities WHERE platform = @platform AND platform_id = @platform_id",
        ("platform", DbType.Int32),
        ("platform_id", DbType.String));

    private static readonly HotSql ChannelNames = new("SELECT id, name FROM channels WHERE community = @community", ("community", DbType.Int64));

    public async Task<CommunityFigures> ReadAsync(CommunityId id, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.BeginAsync(cancellationToken);
        var community = await session.NumberAsync(FindCommunity, cancellationToken, (int)id.Platform, id.Value)
            ?? throw new ArgumentException("The community is not stored.", nameof(id));
        var scope = new Scope(community, span.From.ToUnixTimeMilliseconds(), span.To.ToUnixTimeMilliseconds());
        var length = Periods.LengthFor(span.To - span.From);
        var flow = await MessageFlow.ReadAsync(session, scope, length, cancellationToken);
        var tally = await TallyAsync(session, scope, length, cancellationToken);
        var promotions = await new PromotionQuery(session, scope, rules).ReadAsync(cancellationToken);
        var (open, newest) = await OpenAsync(session, tally, cancellationToken);
        return new CommunityFigures
        {
            From = span.From,
            To = span.To,
            Pauses = span.Pauses.Count,
            Messages = flow.Count,
            MessagesByPeople = flow.ByPeople,
            People = flow.People,
            Posts = tally.All.Figures,
            Questions = tally.Questions.Figures,
            OpenPosts = open,
            NewestOpen = newest,
            Times = tally.All.Times,
            TwoWayShare = flow.TwoWayShare,
            Broadcasters = await new BroadcasterQuery(session, scope).CountAsync(cancellationToken),
            Promotions = promotions.Count,
            SurestPromotions = promotions,
            Channels = await ChannelsAsync(session, community, flow, tally, cancellationToken),
            Periods = [.. PeriodsOf(flow, tally)],
            PeriodLength = length,
            Hours = [.. tally.Hours.OrderBy(hour => hour.Key).Select(hour => new HourFigures(hour.Key, hour.Value.Figures))],
            Network = await new NetworkReader(session, scope).ReadAsync(cancellationToken),
        };
    }

    private async Task<PostTally> TallyAsync(WriteSession session, Scope scope, PeriodLength length, CancellationToken cancellationToken)
    {
        var tally = new PostTally(span, rules, length);
        await foreach (var post in new PostOutcomes(session, scope).ReadAsync(cancellationToken))
        {
            tally.Add(post);
        }

        tally.Finish();
        return tally;
    }

    /// <summary>How many unanswered posts are open, and the newest of them.</summary>
    private async Task<(int Open, IReadOnlyList<UnansweredPost> Newest)> OpenAsync(WriteSession session, PostTally tally, CancellationToken cancellationToken)
    {
        var query = new PostQuery(session, RulesBook.Fixed(rules));
        var now = span.To.ToUnixTimeMilliseconds();
        var open = 0;
        List<UnansweredPost> newest = [];
        foreach (var post in tally.Inviting.OrderByDescending(post => post.At).ThenByDescending(post => post.Message))
        {
            if (!(await query.StateAsync(post.Message, now, cancellationToken)).IsOpen)
            {
                continue;
            }

            open++;
            if (newest.Count < OpenPostsKept)
            {
                newest.Add(post);
            }
        }

        return (open, newest);
    }

    private static async Task<IReadOnlyList<ChannelFigures>> ChannelsAsync(
        WriteSession session, long community, MessageFlow flow, PostTally tally, CancellationToken cancellationToken)
    {
        List<ChannelFigures> channels = [];
        await using var reader = await session.ReadAsync(ChannelNames, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (flow.Channels.TryGetValue(reader.GetInt64(0), out var channel))
            {
                channels.Add(ChannelOf(reader.GetInt64(0), reader.GetString(1), channel, tally));
            }
        }

        return [.. channels.OrderByDescending(channel => channel.Messages).ThenBy(channel => channel.Name, StringComparer.Ordinal)];
    }

    private static ChannelFigures ChannelOf(long key, string name, ChannelFlow flow, PostTally tally)
    {
        var posts = tally.Channels.GetValueOrDefault(key) ?? new PostGroup(keepsTimes: false);
        return new ChannelFigures
        {
            Key = key,
            Name = name,
            Messages = flow.Messages,
            People = flow.Writers.Count,
            Posts = posts.Figures,
            Times = posts.Times,
            Wait = tally.WaitIn(key),
            IsOneWay = flow is { Messages: >= FewestMessages, Links: 0, Writers.Count: >= 1 and <= MostSpeakers } && posts.Figures.Answered == 0,
        };
    }

    private static IEnumerable<PeriodFigures> PeriodsOf(MessageFlow flow, PostTally tally) => flow.PerPeriod
        .OrderBy(period => period.Key)
        .Select(period => (period, Posts: tally.Periods.GetValueOrDefault(period.Key) ?? new PostGroup(keepsTimes: false)))
        .Select(both => new PeriodFigures(DateTimeOffset.FromUnixTimeMilliseconds(both.period.Key), both.period.Value, both.Posts.Figures, both.Posts.Times));
}
