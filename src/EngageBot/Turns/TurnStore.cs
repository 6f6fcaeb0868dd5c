using System.Data;
using EngageBot.Chat;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Turns;

/// <summary>What the store knows of reminders, and of who wants them.</summary>
internal sealed class TurnStore(WriteSession session)
{
    private static readonly HotSql Planned = new(
        $"SELECT id FROM outbox WHERE member = @member AND kind = {OutboxKind.YourTurn:D} AND state = {OutboxState.Planned:D} AND unwanted_at IS NULL",
        ("member", DbType.Int64));

    private static readonly HotSql Posts = new("SELECT post FROM outbox_posts WHERE entry = @entry ORDER BY place", ("entry", DbType.Int64));

    private static readonly HotSql Channels = new(
        "SELECT DISTINCT c.platform_id FROM outbox_posts a JOIN messages m ON m.id = a.post JOIN channels c ON c.id = m.channel WHERE a.entry = @entry",
        ("entry", DbType.Int64));

    private static readonly HotSql Agreed = new(
        $"SELECT is_agreed FROM agreements WHERE member = @member AND kind = {(int)ContactKind.YourTurn:D}",
        ("member", DbType.Int64));

    private static readonly HotSql Text = new(
        $"""
        SELECT o.text FROM outbox o
        JOIN members w ON w.id = o.member
        JOIN communities k ON k.id = o.community
        WHERE o.id = @entry AND o.kind = {OutboxKind.YourTurn:D} AND o.unwanted_at IS NULL AND w.platform_id = @member AND k.platform = @platform AND k.platform_id = @community
        """,
        ("entry", DbType.Int64),
        ("member", DbType.String),
        ("platform", DbType.Int32),
        ("community", DbType.String));

    /// <summary>The reminder to a member that is not sent yet; null where there is none.</summary>
    public ValueTask<long?> PlannedAsync(long member, CancellationToken cancellationToken) => session.NumberAsync(Planned, cancellationToken, member);

    /// <summary>What a reminder is about, posts and replies.</summary>
    public async Task<IReadOnlyList<long>> AboutAsync(long entry, CancellationToken cancellationToken)
    {
        List<long> about = [];
        await using var reader = await session.ReadAsync(Posts, cancellationToken, entry);
        while (await reader.ReadAsync(cancellationToken))
        {
            about.Add(reader.GetInt64(0));
        }

        return about;
    }

    /// <summary>The channels of a community that a reminder speaks of.</summary>
    public async Task<IReadOnlyList<ChannelId>> ChannelsAsync(long entry, CommunityId community, CancellationToken cancellationToken)
    {
        List<ChannelId> channels = [];
        await using var reader = await session.ReadAsync(Channels, cancellationToken, entry);
        while (await reader.ReadAsync(cancellationToken))
        {
            channels.Add(new ChannelId(community, reader.GetString(0)));
        }

        return channels;
    }

    /// <summary>Whether a member said that he wants to be reminded.</summary>
    public async ValueTask<bool> HasAgreedAsync(long member, CancellationToken cancellationToken) => await session.NumberAsync(Agreed, cancellationToken, member) == 1;

    /// <summary>The text of a reminder to a member; null for none of his.</summary>
    public ValueTask<string?> TextAsync(long entry, MemberId member, CancellationToken cancellationToken) =>
        session.TextAsync(Text, cancellationToken, entry, member.Value, (int)member.Community.Platform, member.Community.Value);
}
