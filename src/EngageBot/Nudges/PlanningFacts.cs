using System.Data;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>Gathers what the policies need to know about a post's channel, author and possible helpers.</summary>
internal sealed class PlanningFacts(WriteSession session, CommunityRules rules)
{
    /// <summary>So many of those who answer most are looked at closely.</summary>
    private const int ClosestHelpers = 6;

    private static readonly string[] Places = [.. Enumerable.Range(0, ClosestHelpers).Select(place => $"h{place}")];

    private static readonly HotSql Channel = new("SELECT community, name, platform_id FROM channels WHERE id = @channel", ("channel", DbType.Int64));

    private static readonly HotSql Closest = new(
        $"""
        SELECT h.id,
            (SELECT MAX(m.at) FROM messages m WHERE m.author = h.id AND m.at <= @now),
            (SELECT MAX(n.planned_at) FROM nudges n WHERE n.member = h.id AND n.planned_at <= @now)
        FROM members h
        WHERE h.id IN ({string.Join(", ", Places.Select(place => $"@{place}"))})
        """,
        [.. Places.Select(place => (place, DbType.Int64)), ("now", DbType.Int64)]);

    private readonly AuthorQuery _authors = new(session);
    private readonly Dictionary<long, ChannelFacts> _channels = [];
    private readonly Dictionary<long, (ResponsePace Pace, Answerers Answerers)> _communities = [];

    /// <summary>How long a post is left alone: as its channel's pace says, half of it for newcomers and the unheard. Null where the channel is not watched.</summary>
    public async ValueTask<TimeSpan?> WaitAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(post.Channel, cancellationToken);
        if (!channel.IsWatched)
        {
            return null;
        }

        var (ofChannel, ofCommunity) = await Of(channel.Community).Pace.AtAsync(post.Channel, now, cancellationToken);
        var wait = WaitPolicy.Wait(ofChannel, ofCommunity, rules);
        var comesFirst = await _authors.IsNewcomerAsync(post.Author, channel.Community, post.At, cancellationToken)
            || await _authors.IsUnheardAsync(post.Author, post.At, cancellationToken);
        return comesFirst ? wait / 2 : wait;
    }

    /// <summary>Why the wait is over, in words.</summary>
    public async ValueTask<string> WhyNowAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(post.Channel, cancellationToken);
        var (ofChannel, ofCommunity) = await Of(channel.Community).Pace.AtAsync(post.Channel, now, cancellationToken);
        return WaitPolicy.Reason(ofChannel, ofCommunity);
    }

    /// <summary>Those who answer in the post's channel, without its author.</summary>
    public async ValueTask<IReadOnlyList<Helper>> HelpersAsync(WaitingPost post, long now, CancellationToken cancellationToken)
    {
        var channel = await ChannelAsync(post.Channel, cancellationToken);
        var answerers = await Of(channel.Community).Answerers.InAsync(post.Channel, now, cancellationToken);
        var closest = answerers.Where(answerer => answerer.Member != post.Author).Take(ClosestHelpers).ToDictionary(answerer => answerer.Member, answerer => answerer.Answers);
        List<Helper> helpers = [];
        object?[] values = [.. closest.Keys.Concat(Enumerable.Repeat(-1L, ClosestHelpers)).Take(ClosestHelpers), now];
        await using var reader = await session.ReadAsync(Closest, cancellationToken, values);
        while (await reader.ReadAsync(cancellationToken))
        {
            var member = reader.GetInt64(0);
            helpers.Add(new Helper(member, closest[member], reader.GetInt64(1), reader.IsDBNull(2) ? null : reader.GetInt64(2)));
        }

        return helpers;
    }

    private (ResponsePace Pace, Answerers Answerers) Of(long community)
    {
        if (!_communities.TryGetValue(community, out var facts))
        {
            _communities.Add(community, facts = (new ResponsePace(session, community), new Answerers(session, community)));
        }

        return facts;
    }

    private async ValueTask<ChannelFacts> ChannelAsync(long channel, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(channel, out var facts))
        {
            await using var reader = await session.ReadAsync(Channel, cancellationToken, channel);
            await reader.ReadAsync(cancellationToken);
            facts = new ChannelFacts(reader.GetInt64(0), rules.Watches(reader.GetString(1), reader.GetString(2)));
            _channels.Add(channel, facts);
        }

        return facts;
    }

    private sealed record ChannelFacts(long Community, bool IsWatched);
}
