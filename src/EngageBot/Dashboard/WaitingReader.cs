using System.Data.Common;
using Dapper;
using EngageBot.Chat;
using EngageBot.Commands;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Nudges.Inbox;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Dashboard;

/// <summary>Finds the open posts that a moderator can read now, those that wait longest first, each with what was written around it.</summary>
internal sealed class WaitingReader(DbDataSource database, RulesBook rules, Visibility visibility, IEnumerable<IChatPlatform> platforms)
{
    /// <summary>Longer ago, a reply hardly helps any more.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(7);

    private const int MostPosts = 30;

    /// <summary>Lines before a post, and as many after it.</summary>
    private const int Around = 2;

    private const int LongestPost = 800;
    private const int LongestLine = 200;
    private const int LongestName = 40;

    public async Task<IReadOnlyList<OpenPost>> ReadAsync(Asker by, CancellationToken cancellationToken)
    {
        await rules.RefreshAsync(cancellationToken);
        await using var session = new WriteSession(database);
        await session.OpenAsync(cancellationToken);
        var query = new InboxQuery(session);
        if (await query.CommunityAsync(by.Community, cancellationToken) is not { } community)
        {
            return [];
        }

        var (states, now) = (new PostQuery(session, rules), by.At.ToUnixTimeMilliseconds());
        var waiting = await query.WaitingAsync(by.Community, community, member: 0, (by.At - Remembered).ToUnixTimeMilliseconds(), now, cancellationToken);
        var watched = waiting.Where(post => VisibilityPolicy.MaySpeakOf(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, rules.Of(community)));
        List<OpenPost> open = [];
        foreach (var post in (await SeenAsync(by.Member, watched, cancellationToken)).OrderBy(post => post.Post.At))
        {
            if (open.Count < MostPosts && (await states.StateAsync(post.Post.Message, now, cancellationToken)).IsOpen)
            {
                open.Add(await OpenAsync(post, cancellationToken));
            }
        }

        return open;
    }

    /// <summary>Of posts in one channel at one moment the answer is the same.</summary>
    private async Task<IReadOnlyList<InboxPost>> SeenAsync(MemberId reader, IEnumerable<InboxPost> posts, CancellationToken cancellationToken)
    {
        Dictionary<ChannelId, bool> isSeen = [];
        List<InboxPost> seen = [];
        foreach (var post in posts)
        {
            if (!isSeen.TryGetValue(post.Place.Channel, out var maySee))
            {
                isSeen[post.Place.Channel] = maySee = await visibility.MaySeeAsync(reader, post.Place.Channel, cancellationToken);
            }

            if (maySee)
            {
                seen.Add(post);
            }
        }

        return seen;
    }

    private async Task<OpenPost> OpenAsync(InboxPost post, CancellationToken cancellationToken) => new()
    {
        Place = post.Place,
        Channel = $"#{OneLine.Of(post.ChannelName.TrimStart('#'), LongestName)}",
        At = DateTimeOffset.FromUnixTimeMilliseconds(post.Post.At),
        Text = post.Text is { } text ? OneLine.Of(text, LongestPost) : null,
        Around = [.. await LinesAsync(post, isBefore: true, cancellationToken), .. await LinesAsync(post, isBefore: false, cancellationToken)],
        Link = platforms.FirstOrDefault(platform => platform.Platform == post.Place.Channel.Community.Platform)?.LinkTo(post.Place),
    };

    /// <summary>Of the same thread, where it is in one.</summary>
    private async Task<IReadOnlyList<ContextLine>> LinesAsync(InboxPost post, bool isBefore, CancellationToken cancellationToken)
    {
        var (than, order) = isBefore ? ("<", "DESC") : (">", "ASC");
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var rows = await connection.QueryAsync<(string? Name, string? Text)>(new CommandDefinition(
            $"""
            SELECT w.name, m.text FROM messages m LEFT JOIN members w ON w.id = m.author
            WHERE m.channel = @channel AND m.deleted_at IS NULL AND COALESCE(m.thread, 0) = @thread AND (m.at {than} @at OR (m.at = @at AND m.id {than} @post))
            ORDER BY m.at {order}, m.id {order} LIMIT {Around}
            """,
            new { channel = post.Post.Channel, thread = post.Place.Thread?.Number ?? 0, at = post.Post.At, post = post.Post.Message },
            cancellationToken: cancellationToken));
        var lines = rows.Select(row => new ContextLine(OneLine.Of(row.Name ?? string.Empty, LongestName), row.Text is { } text ? OneLine.Of(text, LongestLine) : null, isBefore));
        return [.. isBefore ? lines.Reverse() : lines];
    }
}
