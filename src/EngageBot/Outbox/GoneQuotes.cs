using System.Data;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>
/// Takes away what was said to a member in private about a message that is gone, or whose author left himself out: nothing of that is to stand anywhere. Those who ask members
/// for something change their own messages; this is for what is said and then left to itself.
/// </summary>
internal sealed class GoneQuotes(WriteSession session) : IVoice
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    private static readonly HotSql Gone = new(
        $"""
        SELECT DISTINCT o.id
        FROM own_communities k
        CROSS JOIN outbox o
        JOIN outbox_posts a ON a.entry = o.id
        LEFT JOIN messages m ON m.id = a.post
        WHERE o.community = k.id AND o.kind IN ({OutboxKind.YourTurn:D}, {OutboxKind.PromoterNote:D}, {OutboxKind.Thanks:D}) AND o.sent_at >= @since
            AND o.state = {OutboxState.Sent:D} AND o.unwanted_at IS NULL AND (m.id IS NULL OR m.deleted_at IS NOT NULL OR m.author IS NULL)
        ORDER BY o.id LIMIT 100
        """,
        ("since", DbType.Int64));

    /// <summary>The statement, for those who look at its plan.</summary>
    internal static HotSql Statement => Gone;

    private readonly OutboxStore _store = new(session);
    private DateTimeOffset _lookedAt;

    /// <summary>It says nothing itself.</summary>
    public IReadOnlyList<OutboxKind> Kinds { get; } = [];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        await session.OpenAsync(cancellationToken);
        foreach (var entry in await GoneAsync((now - LookedBack).ToUnixTimeMilliseconds(), cancellationToken))
        {
            await _store.WithdrawAsync(entry, "What it tells of is gone.", now.ToUnixTimeMilliseconds(), cancellationToken);
        }

        _lookedAt = now;
    }

    public Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => Task.FromResult<OutboxVerdict>(new OutboxVerdict.Say());

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _lookedAt = default;
    }

    private async Task<IReadOnlyList<long>> GoneAsync(long since, CancellationToken cancellationToken)
    {
        List<long> gone = [];
        await using var reader = await session.ReadAsync(Gone, cancellationToken, since);
        while (await reader.ReadAsync(cancellationToken))
        {
            gone.Add(reader.GetInt64(0));
        }

        return gone;
    }
}
