using System.Data;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Asks the store for the posts of a community that are still open after a day and not yet left in peace: what moderators, and those who read of a community, are shown of them.
/// Whether a reader can read their channels is for the caller to ask.
/// </summary>
internal sealed class LongWaits(WriteSession session, RulesBook rules)
{
    /// <summary>So long the steps before had their time.</summary>
    public static readonly TimeSpan After = TimeSpan.FromHours(24);

    // Most that were answered fall out here already, without a look at each.
    private static readonly HotSql Waiting = new(
        $"""
        SELECT m.id, m.channel, m.author, m.at, k.platform, k.platform_id, c.platform_id, c.name, c.visibility, m.thread, m.number, m.spelled, m.text
        FROM communities k
        CROSS JOIN channels c
        CROSS JOIN messages m
        WHERE k.id = @community AND c.community = k.id AND m.channel = c.id AND m.at > @since AND m.at <= @until
            AND {PostSql.KindToAll} IN ({PostSql.InvitingKinds}) AND {PostSql.IsPost}
            AND NOT EXISTS (
                SELECT 1 FROM counting_links l JOIN messages a ON a.id = l.message
                WHERE l.parent = m.id AND a.id <> m.id AND (a.author IS NULL OR a.author <> m.author) AND (a.traits & {PostSql.NotByPerson}) = 0 AND a.deleted_at IS NULL)
        ORDER BY m.at, m.id
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64),
        ("until", DbType.Int64),
        ("now", DbType.Int64));

    private readonly PostQuery _states = new(session, rules);

    /// <summary>The longest waiting first. Only where the bot may speak of it.</summary>
    public async Task<IReadOnlyList<LongWait>> FindAsync(long community, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (own, at) = (rules.Of(community), now.ToUnixTimeMilliseconds());
        List<LongWait> open = [];
        foreach (var post in await ReadAsync(community, (now - own.RestAfter).ToUnixTimeMilliseconds(), (now - After).ToUnixTimeMilliseconds(), at, cancellationToken))
        {
            if (VisibilityPolicy.MaySpeakOf(post.IsForEveryone, post.ChannelName, post.Place.Channel.Value, own) && (await _states.StateAsync(post.Post.Message, at, cancellationToken)).IsOpen)
            {
                open.Add(post);
            }
        }

        return open;
    }

    private async Task<IReadOnlyList<LongWait>> ReadAsync(long community, long since, long until, long now, CancellationToken cancellationToken)
    {
        List<LongWait> posts = [];
        await using var reader = await session.ReadAsync(Waiting, cancellationToken, community, since, until, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            posts.Add(new LongWait
            {
                Post = new WaitingPost(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)),
                Place = new MessagePlace(
                    new ChannelId(new CommunityId((Platform)reader.GetInt32(4), reader.GetString(5)), reader.GetString(6)),
                    reader.IsDBNull(9) ? null : new MessageId(reader.GetInt64(9)),
                    new MessageId(reader.GetInt64(10), reader.IsDBNull(11) ? null : reader.GetString(11))),
                ChannelName = reader.GetString(7),
                IsForEveryone = reader.GetInt32(8) == (int)ChannelVisibility.Everyone,
                Text = reader.IsDBNull(12) ? null : reader.GetString(12),
            });
        }

        return posts;
    }
}
