using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Introductions.Rounds;
using EngageBot.Outbox;
using EngageBot.SelfPromotion.Queue;
using EngageBot.Stats.Asking;
using EngageBot.Texts;

namespace EngageBot.Dashboard;

/// <summary>People in numbers and who answers whom; on Slack nothing is counted of fewer than five, and nobody is named.</summary>
internal sealed class PeopleReader(DbDataSource database, FigurePages figures, NetworkPages networks, Visibility visibility)
{
    private const int MostRounds = 12;
    private const int LongestName = 40;

    /// <summary>A quarter: there are few.</summary>
    private static readonly TimeSpan OutcomesOver = TimeSpan.FromDays(90);

    public async Task<People> PeopleAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        var (lines, whyNone) = await figures.PeopleAsync(by, texts, cancellationToken);
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var (optedOut, helpers) = await connection.QuerySingleAsync<(long OptedOut, long Helpers)>(new CommandDefinition(
            """
            SELECT COUNT(CASE WHEN w.opted_out_at IS NOT NULL THEN 1 END), COUNT(CASE WHEN w.opted_out_at IS NULL AND s.helps_since IS NOT NULL THEN 1 END)
            FROM members w JOIN communities k ON k.id = w.community LEFT JOIN member_settings s ON s.member = w.id
            WHERE k.platform = @platform AND k.platform_id = @community
            """,
            new { platform = (int)by.Community.Platform, community = by.Community.Value },
            cancellationToken: cancellationToken));
        return new People
        {
            WhyNone = whyNone,
            Figures = lines,
            Network = whyNone is null ? await networks.ReadAsync(by, texts, cancellationToken) : null,
            Definitions = FigurePages.Definitions(texts),
            OptedOut = Counted(by, optedOut),
            Helpers = Counted(by, helpers),
            Feeds = await FeedsAsync(by, cancellationToken),
        };
    }

    public async Task<Introduced> IntroducedAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rounds = await connection.QueryAsync<(long At, long People, long Groups)>(new CommandDefinition(
            $"""
            SELECT r.at,
                (SELECT COUNT(*) FROM round_people p WHERE p.round = r.id AND p.skipped_at IS NULL),
                (SELECT COUNT(*) FROM introductions i WHERE i.round = r.id AND i.opened_at IS NOT NULL)
            FROM rounds r JOIN communities k ON k.id = r.community
            WHERE k.platform = @platform AND k.platform_id = @community AND r.state <> {RoundState.Cancelled:D} ORDER BY r.at DESC LIMIT {MostRounds}
            """,
            new { platform = (int)by.Community.Platform, community = by.Community.Value },
            cancellationToken: cancellationToken));
        return new Introduced(
            await figures.IntroductionsAsync(by, texts, cancellationToken),
            [.. rounds.Select(round => new RoundLine(DateTimeOffset.FromUnixTimeMilliseconds(round.At), Counted(by, round.People), (int)round.Groups))])
        {
            Occasions = await OccasionsAsync(by, texts, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<OccasionLine>> OccasionsAsync(Asker by, TextBook texts, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var outcomes = await CommunityKey.OfAsync(session, by.Community, cancellationToken) is { } community
            ? await new IntroducedOutcomeQuery(session).SinceAsync(community, (by.At - OutcomesOver).ToUnixTimeMilliseconds(), cancellationToken)
            : [];
        return [.. outcomes.GroupBy(one => one.Occasion).OrderBy(group => group.Key).Select(group => LineOf(by, texts[$"dashboard.occasion.{(int)group.Key}"], [.. group]))];
    }

    private static OccasionLine LineOf(Asker by, string occasion, IReadOnlyCollection<IntroducedOutcome> all)
    {
        var confirmed = ConfirmedOutcomes.Of(all);
        return new OccasionLine(occasion, Counted(by, all.Count), Counted(by, all.Count(one => one.HaveTalked)))
        {
            Helped = Counted(by, confirmed.Helped),
            Met = Counted(by, confirmed.Met),
            Made = Counted(by, confirmed.Changed),
        };
    }

    private static int? Counted(Asker by, long people) => by.Community.Platform == Platform.Slack && people is > 0 and < StatsTexts.FewestPeople ? null : (int)people;

    private async Task<IReadOnlyList<FeedLine>> FeedsAsync(Asker by, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var feeds = await CommunityKey.OfAsync(session, by.Community, cancellationToken) is { } community
            ? await new FeedQuery(session).FindAsync(community, by.Community, by.At.ToUnixTimeMilliseconds(), cancellationToken)
            : [];
        var seen = await visibility.SeenAsync(by.Member, feeds, feed => feed.Channel, cancellationToken);
        return [.. seen.Select(feed => new FeedLine(OneLine.Of(feed.Name, LongestName), $"#{OneLine.Of(feed.ChannelName.TrimStart('#'), LongestName)}", feed.Posts, feed.Answered))];
    }
}
