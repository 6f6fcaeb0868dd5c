using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Gathers what the policies need to know about a post's channel, author and possible helpers.</summary>
/// <param name="paces">May be shared by planners that go through the same time together.</param>
internal sealed class PlanningFacts(WriteSession session, NudgeStore nudges, HelperRanking ranking, RulesBook rules, CommunityPaces paces)
{
    private static readonly HotSql Channel = new("SELECT c.community, c.name, c.platform_id, k.platform, c.visibility FROM channels c JOIN communities k ON k.id = c.community WHERE c.id = @channel", ("channel", DbType.Int64));

    private readonly CommunitySizes _sizes = new(session);
    private readonly AuthorQuery _authors = new(session);
    private readonly HelperFinder _helpers = new(session, ranking);
    private readonly Dictionary<long, ChannelFacts> _channels = [];

    /// <summary>How long a post is left alone: as its channel's pace says, half of it for newcomers and the unheard. Null where the channel is not watched.</summary>
    public async ValueTask<Wait?> WaitAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(post.Channel, cancellationToken);
        var own = Of(channel);
        if (!own.Watches(channel.Name, channel.Id))
        {
            return null;
        }

        var (ofChannel, ofCommunity) = await paces.Of(channel.Community).Pace.AtAsync(post.Channel, now, cancellationToken);
        var comesFirst = await _authors.IsNewcomerAsync(post.Author, channel.Community, post.At, cancellationToken)
            || await _authors.IsUnheardAsync(post.Author, post.At, cancellationToken);
        return WaitPolicy.For(ofChannel, ofCommunity, comesFirst, own);
    }

    /// <summary>What the policy must know of a post whose wait is over, where everybody is a helper by answering.</summary>
    public async ValueTask<PlanningSituation> SituationAsync(WaitingPost post, Wait wait, long now, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(post.Channel, cancellationToken);
        var answerers = await AnswerersAsync(post, now, cancellationToken);
        var own = Of(channel);
        var people = await PeopleAsync(channel.Community, now, cancellationToken);
        var (fewest, perDay) = (own.FewestHelpersFor(people), own.AsksPerDayFor(people));
        var (known, fitting) = await _helpers.FindAsync(post, channel.Community, answerers, own, fewest, now, cancellationToken);
        return new PlanningSituation
        {
            Community = channel.Community,
            Post = post.Message,
            HelpersKnown = known,
            FewestHelpers = fewest,
            Helpers = fitting,
            AsksLeftToday = perDay == int.MaxValue ? perDay : perDay - await nudges.AskedInADayAsync(channel.Community, now, cancellationToken),
            WhyNow = wait.Reason,
        };
    }

    /// <summary>Those who answer in a post's channel, who answers most first.</summary>
    public async ValueTask<IReadOnlyList<(long Member, int Answers)>> AnswerersAsync(WaitingPost post, long now, CancellationToken cancellationToken) =>
        await paces.Of((await ChannelAsync(post.Channel, cancellationToken)).Community).Answerers.InAsync(post.Channel, now, cancellationToken);

    /// <summary>The community a post was written in.</summary>
    public async ValueTask<long> CommunityAsync(WaitingPost post, CancellationToken cancellationToken) =>
        (await ChannelAsync(post.Channel, cancellationToken)).Community;

    /// <summary>Whether everybody can read what is written where a post was.</summary>
    public async ValueTask<bool> IsOpenAsync(WaitingPost post, CancellationToken cancellationToken) => (await ChannelAsync(post.Channel, cancellationToken)).IsOpen;

    /// <summary>The rules that hold where a post was written.</summary>
    public async ValueTask<CommunityRules> RulesAsync(WaitingPost post, CancellationToken cancellationToken) => Of(await ChannelAsync(post.Channel, cancellationToken));

    /// <summary>The platform a post was written on.</summary>
    public async ValueTask<Platform> PlatformAsync(WaitingPost post, CancellationToken cancellationToken) => (await ChannelAsync(post.Channel, cancellationToken)).Platform;

    /// <summary>How many people a community has, as far as it matters; counted once a day.</summary>
    public ValueTask<long> PeopleAsync(long community, long now, CancellationToken cancellationToken) => _sizes.OfAsync(community, now, cancellationToken);

    /// <summary>What is asked of a post's channel; null where it is known.</summary>
    public Question? ChannelOf(WaitingPost post) => _channels.ContainsKey(post.Channel) ? null : new Question(Channel, post.Channel);

    /// <summary>They may have changed, and are asked for again.</summary>
    public void ForgetChannels() => _channels.Clear();

    private CommunityRules Of(ChannelFacts channel) => rules.Of(channel.Community).In(channel.Name, channel.Id);

    private async ValueTask<ChannelFacts> ChannelAsync(long channel, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(channel, out var facts))
        {
            await using var reader = await session.ReadAsync(Channel, cancellationToken, channel);
            await reader.ReadAsync(cancellationToken);
            facts = new ChannelFacts(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), (Platform)reader.GetInt32(3), reader.GetInt32(4) == (int)ChannelVisibility.Everyone);
            _channels.Add(channel, facts);
        }

        return facts;
    }

    private sealed record ChannelFacts(long Community, string Name, string Id, Platform Platform, bool IsOpen);
}
