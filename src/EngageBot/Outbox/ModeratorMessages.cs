using System.Data;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>
/// Says something to the moderators of a community, where they want to hear it. What it is about (its form and subject) is said once. It is said also where the bot only
/// observes: moderators are no members whom it asks for something.
/// </summary>
internal sealed class ModeratorMessages(WriteSession session, RulesBook rules, OutboxStore store)
{
    private static readonly HotSql Channels = new("SELECT id, name, platform_id FROM channels WHERE community = @community", ("community", DbType.Int64));

    private static readonly HotSql IsSaid = new(
        "SELECT 1 FROM outbox WHERE kind = @kind AND subject = @subject LIMIT 1",
        ("kind", DbType.Int32),
        ("subject", DbType.Int64));

    /// <summary>The key of the channel in which moderators want to hear from the bot; null where none is known yet.</summary>
    public async Task<long?> ChannelAsync(long community, CancellationToken cancellationToken)
    {
        if (rules.Of(community).ModeratorChannel is not { } named)
        {
            return null;
        }

        await using var reader = await session.ReadAsync(Channels, cancellationToken, community);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (CommunityRules.IsNamed(named, reader.GetString(1), reader.GetString(2)))
            {
                return reader.GetInt64(0);
            }
        }

        return null;
    }

    public async Task<bool> IsSaidAsync(OutboxKind kind, long subject, CancellationToken cancellationToken) =>
        await session.NumberAsync(IsSaid, cancellationToken, (int)kind, subject) is not null;

    /// <returns>Whether there is a place for it; where there is none, it can be tried again later.</returns>
    public async Task<bool> AddAsync(ModeratorMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await ChannelAsync(message.Community, cancellationToken) is not { } channel)
        {
            return false;
        }

        await store.AddAsync(
            new NewOutboxEntry
            {
                Community = message.Community,
                Kind = message.Kind,
                Channel = channel,
                Subject = message.Subject,
                Text = message.Text,
                Buttons = message.Buttons,
                Picture = message.Picture,
                Reason = message.Reason,
                ExpiresAt = now + message.ValidFor,
                About = message.About,
            },
            now.ToUnixTimeMilliseconds(),
            cancellationToken);
        return true;
    }
}
