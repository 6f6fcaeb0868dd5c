using System.Data;
using System.Data.Common;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.ReplyGraph;
using EngageBot.Unanswered;

namespace EngageBot.Nudges.Thoughts;

/// <summary>Asks the store what the bot thinks of messages, by the same queries and policies by which it acts. Nothing later than the moment named is looked at.</summary>
public sealed class PostThoughts(DbDataSource database, RulesBook rules)
{
    private static readonly HotSql Message = new(
        """
        SELECT m.id, m.channel, m.author, m.at, m.thread, c.community, c.name, c.platform_id, k.platform, k.platform_id, m.number, m.spelled, m.kind
        FROM communities k CROSS JOIN channels c CROSS JOIN messages m
        WHERE k.platform = @platform AND k.platform_id = @community AND c.community = k.id AND c.platform_id = @channel AND m.channel = c.id AND m.number = @number
        """,
        ("platform", DbType.Int32),
        ("community", DbType.String),
        ("channel", DbType.String),
        ("number", DbType.Int64));

    private static readonly HotSql Links = new(
        """
        SELECT l.source, l.probability, CASE WHEN l.parent = l.message THEN 1 ELSE 0 END, p.number, p.spelled
        FROM links l LEFT JOIN messages p ON p.id = l.parent
        WHERE l.message = @message ORDER BY l.source DESC
        """,
        ("message", DbType.Int64));

    private static readonly HotSql Steps = new(
        "SELECT n.step, w.platform_id, n.planned_at, n.reason FROM nudges n LEFT JOIN members w ON w.id = n.member WHERE n.post = @post ORDER BY n.planned_at, n.place",
        ("post", DbType.Int64));

    private static readonly HotSql PlaceOf = new(
        "SELECT c.platform_id, k.platform, k.platform_id, m.thread, m.number, m.spelled FROM messages m JOIN channels c ON c.id = m.channel JOIN communities k ON k.id = c.community WHERE m.id = @message",
        ("message", DbType.Int64));

    /// <summary>Null where there is no such message.</summary>
    public async Task<PostThought?> OfAsync(MessagePlace place, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        if (await FindAsync(session, place, cancellationToken) is not { } found)
        {
            return null;
        }

        var state = await new PostQuery(session, rules).StateAsync(found.Post.Message, now.ToUnixTimeMilliseconds(), cancellationToken);
        var done = await StepsAsync(session, found.Post.Message, place.Channel.Community, cancellationToken);
        return new PostThought
        {
            Place = found.Place,
            Kind = state.IsPost ? state.Kind : found.Kind,
            At = Moment(found.Post.At),
            IsPost = state.IsPost,
            IsOpen = state.IsOpen,
            IsSettled = state.IsSettled,
            AnsweredAt = state.AnsweredAt is { } at ? Moment(at) : null,
            Links = await LinksAsync(session, found.Post.Message, cancellationToken),
            Done = done,
            Next = state.IsOpen ? await NextAsync(session, found, done, now, cancellationToken) : null,
        };
    }

    /// <summary>Posts written since a moment that want a reply and have none, oldest first.</summary>
    public async Task<IReadOnlyList<MessagePlace>> OpenAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var (states, at) = (new PostQuery(session, rules), now.ToUnixTimeMilliseconds());
        List<MessagePlace> open = [];
        foreach (var post in await states.SinceAsync(since.ToUnixTimeMilliseconds(), at, cancellationToken))
        {
            if ((await states.StateAsync(post.Message, at, cancellationToken)).IsOpen)
            {
                open.Add(await PlaceAsync(session, post.Message, cancellationToken));
            }
        }

        return open;
    }

    /// <summary>As the planner would decide it now.</summary>
    private async Task<ThoughtStep?> NextAsync(WriteSession session, Found found, IReadOnlyList<ThoughtStep> done, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(found.Community).In(found.ChannelName, found.Place.Channel.Value);
        if (!own.Watches(found.ChannelName, found.Place.Channel.Value) || done.Any(step => step.Step == NudgeStep.Board))
        {
            return null;
        }

        var wait = await WaitAsync(session, found, own, now, cancellationToken);
        var (step, due, why) = done is [] ? (NudgeStep.Ask, PostChecks.After(found.Post.At, wait.Time, own), wait.Reason) : (NudgeStep.Board, BoardAt(found.Post, wait, done[^1].At, own), "if nobody has replied by then");
        return Moment(due) is var at && at - Moment(found.Post.At) > own.RestAfter ? null : new ThoughtStep(step, Member: null, at < now ? now : at, why);
    }

    private static long BoardAt(WaitingPost post, Wait wait, DateTimeOffset asked, CommunityRules own) =>
        Math.Min(PostChecks.After(asked.ToUnixTimeMilliseconds(), wait.Time, own), PostChecks.After(post.At + (long)own.BoardAtMost.TotalMilliseconds, TimeSpan.Zero, own));

    private static async Task<Wait> WaitAsync(WriteSession session, Found found, CommunityRules own, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var authors = new AuthorQuery(session);
        var (ofChannel, ofCommunity) = await new ResponsePace(session, found.Community).AtAsync(found.Post.Channel, now.ToUnixTimeMilliseconds(), cancellationToken);
        var comesFirst = await authors.IsNewcomerAsync(found.Post.Author, found.Community, found.Post.At, cancellationToken)
            || await authors.IsUnheardAsync(found.Post.Author, found.Post.At, cancellationToken);
        return WaitPolicy.For(ofChannel, ofCommunity, comesFirst, own);
    }

    private static async Task<Found?> FindAsync(WriteSession session, MessagePlace place, CancellationToken cancellationToken)
    {
        var community = place.Channel.Community;
        await using var reader = await session.ReadAsync(Message, cancellationToken, (int)community.Platform, community.Value, place.Channel.Value, place.Id.Number);
        return await reader.ReadAsync(cancellationToken)
            ? new Found(
                new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.IsDBNull(2) ? 0 : reader.GetInt64(2), reader.GetInt64(3)),
                place with { Thread = reader.IsDBNull(4) ? null : new MessageId(reader.GetInt64(4)) },
                reader.GetInt64(5),
                reader.GetString(6),
                (PostKind)reader.GetInt32(12))
            : null;
    }

    private static async Task<IReadOnlyList<ThoughtLink>> LinksAsync(WriteSession session, long message, CancellationToken cancellationToken)
    {
        List<ThoughtLink> links = [];
        await using var reader = await session.ReadAsync(Links, cancellationToken, message);
        while (await reader.ReadAsync(cancellationToken))
        {
            var starts = reader.GetInt32(2) == 1;
            MessageId? parent = starts || reader.IsDBNull(3) ? null : new MessageId(reader.GetInt64(3), reader.IsDBNull(4) ? null : reader.GetString(4));
            links.Add(new ThoughtLink(parent, starts, reader.GetDouble(1), (LinkSource)reader.GetInt32(0)));
        }

        return links;
    }

    private static async Task<IReadOnlyList<ThoughtStep>> StepsAsync(WriteSession session, long post, CommunityId community, CancellationToken cancellationToken)
    {
        List<ThoughtStep> steps = [];
        await using var reader = await session.ReadAsync(Steps, cancellationToken, post);
        while (await reader.ReadAsync(cancellationToken))
        {
            MemberId? member = reader.IsDBNull(1) ? null : new MemberId(community, reader.GetString(1));
            steps.Add(new ThoughtStep((NudgeStep)reader.GetInt32(0), member, Moment(reader.GetInt64(2)), reader.GetString(3)));
        }

        return steps;
    }

    private static async Task<MessagePlace> PlaceAsync(WriteSession session, long message, CancellationToken cancellationToken)
    {
        await using var reader = await session.ReadAsync(PlaceOf, cancellationToken, message);
        await reader.ReadAsync(cancellationToken);
        var channel = new ChannelId(new CommunityId((Platform)reader.GetInt32(1), reader.GetString(2)), reader.GetString(0));
        return new MessagePlace(channel, reader.IsDBNull(3) ? null : new MessageId(reader.GetInt64(3)), new MessageId(reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetString(5)));
    }

    private static DateTimeOffset Moment(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private sealed record Found(WaitingPost Post, MessagePlace Place, long Community, string ChannelName, PostKind Kind);
}
