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
    private static readonly HotSql IsSaid = new(
        "SELECT 1 FROM outbox WHERE kind = @kind AND subject = @subject LIMIT 1",
        ("kind", DbType.Int32),
        ("subject", DbType.Int64));

    private static readonly HotSql Offered = new(
        """
        SELECT k.moderators_channel, k.moderators_member, (SELECT MIN(c.id) FROM channels c WHERE c.community = k.id)
        FROM communities k WHERE k.id = @community
        """,
        ("community", DbType.Int64));

    private readonly NamedChannels _channels = new(session);

    /// <summary>Where moderators hear from the bot; null where no place is known yet.</summary>
    public async Task<ModeratorsPlace?> PlaceAsync(long community, CancellationToken cancellationToken) => await PlacesAsync(community, cancellationToken) is [var first, ..] ? first : null;

    /// <summary>Where moderators can be reached, the best first: where they said, if there is such a channel; then where the platform offers; then who brought the bot.</summary>
    public async Task<IReadOnlyList<ModeratorsPlace>> PlacesAsync(long community, CancellationToken cancellationToken)
    {
        List<ModeratorsPlace> places = [];
        if (rules.Of(community).ModeratorChannel is { } named && await _channels.FirstAsync(community, (name, id) => CommunityRules.IsNamed(named, name, id), cancellationToken) is { } channel)
        {
            places.Add(new ModeratorsPlace(channel, Member: null));
        }

        await using var reader = await session.ReadAsync(Offered, cancellationToken, community);
        if (await reader.ReadAsync(cancellationToken))
        {
            places.AddRange(reader.IsDBNull(0) ? [] : [new ModeratorsPlace(reader.GetInt64(0), Member: null)]);
            places.AddRange(reader.IsDBNull(1) || reader.IsDBNull(2) ? [] : [new ModeratorsPlace(reader.GetInt64(2), reader.GetInt64(1))]);
        }

        return [.. places.Distinct()];
    }

    /// <summary>The key of the channel that what moderators are told is kept under; null where no place is known yet.</summary>
    public async Task<long?> ChannelAsync(long community, CancellationToken cancellationToken) => (await PlaceAsync(community, cancellationToken))?.Channel;

    public async Task<bool> IsSaidAsync(OutboxKind kind, long subject, CancellationToken cancellationToken) =>
        await session.NumberAsync(IsSaid, cancellationToken, (int)kind, subject) is not null;

    /// <returns>Whether there is a place for it; where there is none, it can be tried again later.</returns>
    public async Task<bool> AddAsync(ModeratorMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await PlaceAsync(message.Community, cancellationToken) is not { } place)
        {
            return false;
        }

        if (await IsSaidAsync(message.Kind, message.Subject, cancellationToken))
        {
            return true; // Perhaps to somebody else, where the place was another one.
        }

        await store.AddAsync(
            new NewOutboxEntry
            {
                Community = message.Community,
                Kind = message.Kind,
                Channel = place.Channel,
                Member = place.Member,
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
