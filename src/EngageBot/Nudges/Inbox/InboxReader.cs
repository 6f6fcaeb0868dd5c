using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Profiles;
using EngageBot.Responders;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Inbox;

/// <summary>
/// Finds the open posts that a member can read now and that nobody else has said he will reply to. What is held out is among them: who asks for them is not asked by the bot.
/// </summary>
internal sealed class InboxReader(WriteSession session, RulesBook rules, Visibility visibility)
{
    /// <summary>Longer ago, a reply hardly helps any more.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private static readonly MemberProfile Unknown = new();

    private readonly InboxQuery _query = new(session);
    private readonly InboxClaims _held = new(session);
    private readonly ClaimQuery _claims = new(session);
    private readonly PostQuery _states = new(session, rules);
    private readonly AuthorQuery _authors = new(session);
    private readonly ProfileStore _profiles = new(session);

    /// <param name="after">The key of the post after which to begin; 0 for the first.</param>
    public async Task<InboxPage> ReadAsync(MemberId reader, long after, DateTimeOffset at, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        if (await _query.CommunityAsync(reader.Community, cancellationToken) is not { } community)
        {
            return new InboxPage([], HasMore: false);
        }

        var member = await _query.MemberAsync(community, reader, cancellationToken);
        var seen = await SeenAsync(community, member, reader, at, cancellationToken);
        var ordered = InboxPolicy.Order(await RateAsync(seen, community, member, cancellationToken));
        return await PageAsync(InboxPolicy.After(ordered, after), member, at.ToUnixTimeMilliseconds(), cancellationToken);
    }

    /// <summary>Of each post it is asked whether he can read it; of those in one channel at one moment the answer is the same.</summary>
    private async Task<IReadOnlyList<InboxPost>> SeenAsync(long community, long member, MemberId reader, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var own = rules.Of(community);
        Dictionary<ChannelId, bool> isSeen = [];
        List<InboxPost> seen = [];
        foreach (var post in await _query.WaitingAsync(reader.Community, community, member, (at - Remembered).ToUnixTimeMilliseconds(), at.ToUnixTimeMilliseconds(), cancellationToken))
        {
            var channel = post.Place.Channel;
            if (!isSeen.TryGetValue(channel, out var maySee))
            {
                maySee = VisibilityPolicy.MaySpeakOf(post.IsForEveryone, post.ChannelName, channel.Value, own) && await visibility.MaySeeAsync(reader, channel, cancellationToken);
                isSeen.Add(channel, maySee);
            }

            if (maySee)
            {
                seen.Add(post);
            }
        }

        return seen;
    }

    private async Task<IReadOnlyList<InboxPost>> RateAsync(IReadOnlyList<InboxPost> posts, long community, long member, CancellationToken cancellationToken)
    {
        var profile = await _profiles.FindAsync(member, cancellationToken) ?? Unknown;
        var counts = (await _profiles.WordsAsync(community, cancellationToken)).Counts;
        var words = new uint[TopicWords.Most];
        List<InboxPost> rated = [];
        foreach (var post in posts)
        {
            var about = words.AsMemory(0, TopicWords.Read(post.Text, words));
            var topics = Math.Max(
                TopicMatch.Share(about.Span, profile.Answered, post.Post.Channel, counts),
                TopicMatch.Share(about.Span, profile.Written, post.Post.Channel, counts));
            rated.Add(post with
            {
                Fit = InboxPolicy.FitOf(post.Kind, topics, profile.In(post.Post.Channel).LastWroteAt > 0),
                IsByNewcomer = await _authors.IsNewcomerAsync(post.Post.Author, community, post.Post.At, cancellationToken),
            });
        }

        return rated;
    }

    private async Task<InboxPage> PageAsync(IEnumerable<InboxPost> posts, long member, long now, CancellationToken cancellationToken)
    {
        var held = await _held.HeldAsync(member, now, cancellationToken);
        List<InboxPost> page = [];
        foreach (var post in posts)
        {
            var key = post.Post.Message;
            if (await _claims.UntilAsync(key, except: member, now, cancellationToken) is not null || !(await _states.StateAsync(key, now, cancellationToken)).IsOpen)
            {
                continue;
            }

            if (page.Count == InboxPolicy.MostPosts)
            {
                return new InboxPage(page, HasMore: true);
            }

            page.Add(post with { IsClaimed = held.Contains(key) });
        }

        return new InboxPage(page, HasMore: false);
    }
}
