using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;
using EngageBot.Outbox;

namespace EngageBot.Digest;

/// <summary>
/// Sums up the week of a community in the channel that moderators chose: what was answered, what still waits, and who helped; never a ranking by volume. Who leaves himself out,
/// and what is taken away, goes from what stands too. A week without anything to tell is passed over.
/// </summary>
internal sealed class WeeklyDigest(WriteSession session, RulesBook rules, Func<MessagePlace, Uri?> linkTo) : IVoice
{
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMinutes(1);

    /// <summary>What was said longer ago is left as it is.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(30);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);

    private readonly OutboxStore _store = new(session);
    private readonly DigestQuery _query = new(session);
    private readonly SummaryReader _summaries = new(session, rules);
    private DateTimeOffset _lookedAt;

    public IReadOnlyList<OutboxKind> Kinds { get; } = [OutboxKind.Digest];

    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now - _lookedAt < BetweenLooks)
        {
            return;
        }

        await session.OpenAsync(cancellationToken);
        foreach (var (entry, community, due) in await _query.GoneAsync((now - LookedBack).ToUnixTimeMilliseconds(), cancellationToken))
        {
            await MendAsync(entry, community, due, now, cancellationToken);
        }

        foreach (var (community, liveSince) in await _query.LiveAsync(cancellationToken))
        {
            if (DigestPolicy.LastDue(rules.Of(community), now) is { } due
                && DigestPolicy.IsToBeMade(due, liveSince, await _query.LastAsync(community, cancellationToken), now))
            {
                await AddAsync(community, due, now, cancellationToken);
            }
        }

        _lookedAt = now;
    }

    public async Task<OutboxVerdict> JudgeAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = rules.Of(entry.Community);
        if (!await _query.IsLiveAsync(entry.Community, cancellationToken))
        {
            return new OutboxVerdict.Drop("The bot only observes here.");
        }

        if (await _query.ChannelAsync(entry.Community, own, cancellationToken) != entry.ChannelKey)
        {
            return new OutboxVerdict.Drop("The digest is not wanted here any more.");
        }

        if (DigestPolicy.ForTime(own, now) is OutboxVerdict.Hold quiet)
        {
            return quiet;
        }

        var (summary, text) = await ReadAsync(entry.Community, DigestKey.DueOf(entry.Subject!.Value), now, cancellationToken);
        if (summary.IsEmpty)
        {
            return new OutboxVerdict.Drop("There is nothing to tell any more.");
        }

        if (text != entry.Text)
        {
            await _store.ChangeAsync(entry.Id, text, summary.About, now.ToUnixTimeMilliseconds(), cancellationToken);
            return new OutboxVerdict.Hold("Some of it is gone.", now + Soon);
        }

        return new OutboxVerdict.Say();
    }

    /// <summary>Forgets everything in memory: to be called when a transaction was given up.</summary>
    public void Forget()
    {
        _store.Forget();
        _lookedAt = default;
    }

    private async Task AddAsync(long community, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (summary, text) = await ReadAsync(community, due, now, cancellationToken);
        if (!summary.IsEmpty && await _query.ChannelAsync(community, rules.Of(community), cancellationToken) is { } channel)
        {
            var entry = new NewOutboxEntry
            {
                Community = community,
                Kind = OutboxKind.Digest,
                Channel = channel,
                Subject = DigestKey.Of(community, due),
                Text = text,
                Reason = "Moderators wanted the week to be summed up here.",
                ExpiresAt = due + DigestPolicy.ValidFor,
                About = summary.About,
            };
            await _store.AddAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken);
        }
    }

    private async Task MendAsync(long entry, long community, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (summary, text) = await ReadAsync(community, due, now, cancellationToken);
        await (summary.IsEmpty
            ? _store.WithdrawAsync(entry, "What it tells of is gone.", now.ToUnixTimeMilliseconds(), cancellationToken)
            : _store.ChangeAsync(entry, text, summary.About, now.ToUnixTimeMilliseconds(), cancellationToken));
    }

    private async Task<(Summary Summary, string Text)> ReadAsync(long community, DateTimeOffset due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var texts = rules.Of(community).Wording();
        var summary = DigestTexts.Fit(await _summaries.ReadAsync(community, due, now, cancellationToken), linkTo, texts);
        return (summary, DigestTexts.Of(summary, linkTo, texts));
    }
}
