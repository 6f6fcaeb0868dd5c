using System.Data;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;
using EngageBot.Unanswered;

namespace EngageBot.Nudges;

/// <summary>
/// Shows an author by eyes under his post that somebody said he will reply: as long as that holds and nobody has. Where the bot may not, that is noted and nothing else happens.
/// </summary>
internal sealed class ShownClaims(WriteSession session, RulesBook rules) : IVoice
{
    private const long Day = 86_400_000;

    /// <summary>The end of time: everything that is stored counts.</summary>
    private const long Whenever = long.MaxValue;

    private static readonly HotSql Unshown = new(
        $"""
        SELECT a.post, m.channel, c.community, MAX(a.until)
        FROM claims a
        JOIN messages m ON m.id = a.post AND m.deleted_at IS NULL AND m.author IS NOT NULL
        JOIN channels c ON c.id = m.channel
        JOIN own_communities k ON k.id = c.community AND k.live_since IS NOT NULL
        WHERE a.until > @now AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.kind = {OutboxKind.Eyes:D} AND o.post = a.post AND o.member IS NULL)
        GROUP BY a.post, m.channel, c.community LIMIT 100
        """,
        ("now", DbType.Int64));

    private static readonly HotSql Shown = new(
        $"""
        SELECT o.id, o.post FROM outbox o
        WHERE o.community = @community AND o.planned_at >= @since AND o.kind = {OutboxKind.Eyes:D} AND o.unwanted_at IS NULL
            AND o.state IN ({OutboxState.Planned:D}, {OutboxState.Claimed:D}, {OutboxState.Sent:D}, {OutboxState.Uncertain:D}) AND o.ended_at IS NULL
        """,
        ("community", DbType.Int64),
        ("since", DbType.Int64));

    private static readonly HotSql Until = new("SELECT MAX(until) FROM claims WHERE post = @post AND until > @now", ("post", DbType.Int64), ("now", DbType.Int64));

    private readonly OutboxStore _store = new(session);
    private readonly PublicPostQuery _posts = new(session);
    private readonly PostQuery _states = new(session, rules);

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Eyes];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        var at = now.ToUnixTimeMilliseconds();
        foreach (var (community, _) in await _posts.CommunitiesAsync(cancellationToken))
        {
            foreach (var (entry, post) in await ShownAsync(community, at, cancellationToken))
            {
                if (await WhyNotAsync(community, post, at, cancellationToken) is { } reason)
                {
                    await _store.WithdrawAsync(entry, reason, at, cancellationToken);
                }
            }
        }

        foreach (var claim in await UnshownAsync(at, cancellationToken))
        {
            if (await WhyNotAsync(claim.Community, claim.Post, at, cancellationToken) is null)
            {
                await _store.AddAsync(New(claim), at, cancellationToken);
            }
        }
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) =>
        await WhyNotAsync(entry.Community, entry.Post!.Value, now.ToUnixTimeMilliseconds(), cancellationToken) is { } reason ? new OutboxVerdict.Drop(reason)
            : await _posts.MayShowAsync(entry.ChannelKey, rules.Of(entry.Community), cancellationToken) ? new OutboxVerdict.Say()
            : new OutboxVerdict.Drop("The channel is left alone, or not everybody can read it any more.");

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget() => _store.Forget();

    private async Task<string?> WhyNotAsync(long community, long post, long now, CancellationToken cancellationToken) =>
        !await _posts.IsLiveAsync(community, cancellationToken) ? "The bot only observes here."
        : await session.NumberAsync(Until, cancellationToken, post, now) is null ? "The word that was given lapsed."
        : PublicStepPolicy.WhyNot(await _states.StateAsync(post, Whenever, cancellationToken));

    private async Task<IReadOnlyList<(long Entry, long Post)>> ShownAsync(long community, long now, CancellationToken cancellationToken)
    {
        List<(long, long)> shown = [];
        await using var reader = await session.ReadAsync(Shown, cancellationToken, community, now - Day);
        while (await reader.ReadAsync(cancellationToken))
        {
            shown.Add((reader.GetInt64(0), reader.GetInt64(1)));
        }

        return shown;
    }

    private async Task<IReadOnlyList<Claim>> UnshownAsync(long now, CancellationToken cancellationToken)
    {
        List<Claim> claims = [];
        await using var reader = await session.ReadAsync(Unshown, cancellationToken, now);
        while (await reader.ReadAsync(cancellationToken))
        {
            claims.Add(new Claim(reader.GetInt64(0), reader.GetInt64(1), reader.GetInt64(2), reader.GetInt64(3)));
        }

        return claims;
    }

    private static NewOutboxEntry New(Claim claim) => new()
    {
        Community = claim.Community,
        Kind = OutboxKind.Eyes,
        Channel = claim.Channel,
        Post = claim.Post,
        Text = OutboxMarks.Eyes,
        Reason = "Somebody said they will reply.",
        ExpiresAt = DateTimeOffset.FromUnixTimeMilliseconds(claim.Until),
        About = [],
    };

    private readonly record struct Claim(long Post, long Channel, long Community, long Until);
}
