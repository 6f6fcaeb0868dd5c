using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Introductions.Outcomes;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Digest;

/// <summary>Sums up a week of a community, of what everybody in it can read.</summary>
internal sealed class SummaryReader(WriteSession session, RulesBook rules)
{
    private const int MostAnswered = 3;
    private const int MostWaiting = 5;
    private const int MostAnswerers = 8;
    private const int MostConnectors = 4;

    /// <summary>What is younger is not called waiting.</summary>
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private readonly DigestQuery _query = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly AuthorQuery _authors = new(session);
    private readonly BridgeBuilderQuery _connectors = new(session);

    /// <param name="due">The end of the week.</param>
    /// <param name="now">What is gone or answered by now is left out.</param>
    public async Task<Summary> ReadAsync(long community, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        var (since, until) = ((due - DigestPolicy.Week).ToUnixTimeMilliseconds(), due.ToUnixTimeMilliseconds());
        var (answered, waiting) = await PostsAsync(community, own, due, now, cancellationToken);
        var answerers = (await _query.AnswerersAsync(community, since, until, own, cancellationToken)).GroupBy(person => person.Member).Select(person => person.MaxBy(one => one.Message)!).ToList();
        var named = DigestPolicy.Drawn(answerers, MostAnswerers, due);
        return new Summary
        {
            AnsweredPosts = answered.Count,
            Answered = [.. answered.OrderByDescending(post => post.At).Take(MostAnswered).Select(post => post.Post)],
            Waiting = [.. waiting.OrderByDescending(post => post.IsNewcomer).ThenBy(post => post.Post.At).ThenBy(post => post.Post.Message).Take(MostWaiting).Select(post => post.Post)],
            Answerers = named,
            OtherAnswerers = answerers.Count - named.Count,
            Connectors = DigestPolicy.Drawn(await ConnectorsAsync(community, own, since, until, cancellationToken), MostConnectors, due),
        };
    }

    /// <summary>Posts answered first in the week, with the moment; and those of the week that nobody has answered since.</summary>
    private async Task<(List<(DigestPost Post, long At)> Answered, List<(DigestPost Post, bool IsNewcomer)> Waiting)> PostsAsync(
        long community, CommunityRules own, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (since, until, at) = ((due - DigestPolicy.Week).ToUnixTimeMilliseconds(), due.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        List<(DigestPost, long)> answered = [];
        List<(DigestPost, bool)> waiting = [];
        foreach (var post in await _query.PostsAsync(community, (due - (2 * DigestPolicy.Week)).ToUnixTimeMilliseconds(), until, at, cancellationToken))
        {
            if (!MaySpeakOf(post, own))
            {
                continue;
            }

            var state = await _states.StateAsync(post.Message, until, cancellationToken);
            if (state.AnsweredAt > since)
            {
                answered.Add((post, state.AnsweredAt.Value));
            }
            else if (state.IsOpen && post.At > since && post.At <= until - (long)Waits.TotalMilliseconds && (await _states.StateAsync(post.Message, at, cancellationToken)).IsOpen)
            {
                waiting.Add((post, await _authors.IsNewcomerAsync(post.Author, community, post.At, cancellationToken)));
            }
        }

        return (answered, waiting);
    }

    /// <summary>As for the board.</summary>
    private static bool MaySpeakOf(DigestPost post, CommunityRules own) =>
        VisibilityPolicy.MaySpeakOf(isForEveryone: true, post.ChannelName, post.Place.Channel.Value, own) && own.IsLive(LiveStep.Board, post.ChannelName, post.Place.Channel.Value);

    private async Task<List<DigestPerson>> ConnectorsAsync(long community, CommunityRules own, long since, long until, CancellationToken cancellationToken)
    {
        List<DigestPerson> people = [];
        foreach (var member in await _connectors.BuildersAsync(community, since, cancellationToken))
        {
            if (await _query.WrittenAsync(member, since, until, own, cancellationToken) is [var last, ..])
            {
                people.Add(last);
            }
        }

        return people;
    }
}
