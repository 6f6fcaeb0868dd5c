using System.Data;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>
/// What moderators are to read reaches them: where the bot may not write in the place that it was for, or that place is gone, it goes to the next; after the last it begins again
/// an hour later, until it expires. What was refused, and where, stands in the log, and a permission that lacks in the health of the channel.
/// </summary>
internal sealed class ModeratorRelay(WriteSession session, ModeratorMessages moderators) : IVoice
{
    private static readonly TimeSpan BeforeAll = TimeSpan.FromHours(1);

    private static readonly HotSql Refused = new(
        $"""
        SELECT o.id, o.community, o.channel, o.member, o.ended_at
        FROM own_communities k
        CROSS JOIN outbox o
        WHERE o.community = k.id AND o.kind IN ({string.Join(", ", Enum.GetValues<OutboxKind>().Where(OutboxKinds.IsForModerators).Select(kind => $"{kind:D}"))})
            AND o.sent_at IS NULL AND o.state = {OutboxState.Refused:D} AND o.unwanted_at IS NULL AND o.expires_at > @now
        ORDER BY o.id LIMIT 100
        """,
        ("now", DbType.Int64));

    /// <summary>The statement, for those who look at its plan.</summary>
    internal static HotSql Statement => Refused;

    private readonly OutboxStore _store = new(session);

    /// <summary>It says nothing itself.</summary>
    public IReadOnlyList<OutboxKind> Kinds { get; } = [];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        foreach (var (entry, community, refused, endedAt) in await RefusedAsync(now.ToUnixTimeMilliseconds(), cancellationToken))
        {
            var places = await moderators.PlacesAsync(community, cancellationToken);
            if (Next(places, refused, isOver: now - endedAt >= BeforeAll) is { } next)
            {
                await _store.MoveAsync(entry, next, now.ToUnixTimeMilliseconds(), cancellationToken);
            }
        }
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget() => _store.Forget();

    /// <summary>The place after the one that refused; the first where moderators named another meanwhile; after the last none, and when the hour is over the first again.</summary>
    private static ModeratorsPlace? Next(IReadOnlyList<ModeratorsPlace> places, ModeratorsPlace refused, bool isOver)
    {
        var isKnown = places.Any(place => place.IsSame(refused));
        var after = places.SkipWhile(place => isKnown && !place.IsSame(refused)).Skip(isKnown ? 1 : 0).FirstOrDefault();
        return after ?? (isOver && places is [var first, ..] ? first : null);
    }

    private async Task<IReadOnlyList<(long Entry, long Community, ModeratorsPlace Place, DateTimeOffset EndedAt)>> RefusedAsync(long now, CancellationToken cancellationToken)
    {
        List<(long, long, ModeratorsPlace, DateTimeOffset)> refused = [];
        await using var reader = await session.ReadAsync(Refused, cancellationToken, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            var place = new ModeratorsPlace(reader.GetInt64(2), reader.IsDBNull(3) ? null : reader.GetInt64(3));
            refused.Add((reader.GetInt64(0), reader.GetInt64(1), place, DateTimeOffset.FromUnixTimeMilliseconds(reader.IsDBNull(4) ? 0 : reader.GetInt64(4))));
        }

        return refused;
    }
}
