using System.Diagnostics;
using EngageBot.Chat;
using EngageBot.Communities;
using EngageBot.Database;

namespace EngageBot.Outbox;

/// <summary>
/// Says what is planned, changes what stands and takes away what is not wanted any more. What is sent is claimed first, and that is committed: a crash can leave
/// something claimed that was sent or not, but nothing sent that was not claimed.
/// </summary>
/// <param name="callers">Whose words these are.</param>
internal sealed class OutboxSender(
    WriteSession session,
    IReadOnlyList<IChatPlatform> platforms,
    RulesBook rules,
    OutboxCallers callers,
    OutboxJournal journal)
{
    /// <summary>After so many failures in a row it is given up.</summary>
    internal const int MostAttempts = 8;

    /// <summary>What the platform only puts off is tried for longer, until it expires.</summary>
    private const int MostPutOffs = 30;

    /// <summary>A post that could not be fetched so often may never be.</summary>
    private const int FetchedInVain = 3;

    /// <summary>Before it is asked again what is to be said at all.</summary>
    private const int MostInARow = 1_000;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Held = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LeftOut = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly OutboxStore _store = new(session);
    private readonly OutboxQuery _query = new(session);
    private readonly Visibility _visibility = new(platforms);
    private bool _isSettled;

    /// <summary>When there is next something to do; null for nothing.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        return await _query.NextDueAsync(cancellationToken) is { } due ? DateTimeOffset.FromUnixTimeMilliseconds(due) : null;
    }

    /// <summary>How much there is still to do, by its state.</summary>
    public async Task<IReadOnlyDictionary<string, long>> CountsAsync(CancellationToken cancellationToken)
    {
        await session.OpenAsync(cancellationToken);
        return await _query.CountsAsync(cancellationToken);
    }

    /// <summary>Does what is due. After a fault, as after a crash, what was claimed is in doubt.</summary>
    public async Task RunOnceAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var isWhole = false;
        try
        {
            await session.OpenAsync(cancellationToken);
            if (!_isSettled)
            {
                await _store.DoubtClaimedAsync(now.ToUnixTimeMilliseconds(), cancellationToken);
                _isSettled = true;
            }

            await HandleDueAsync(now, cancellationToken);
            isWhole = true;
        }
        finally
        {
            if (!isWhole)
            {
                _isSettled = false;
                await session.AbandonAsync();
            }
        }
    }

    /// <summary>Some at a time, each once.</summary>
    private async Task HandleDueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        HashSet<long> handled = [];
        for (var before = -1; handled.Count > before && handled.Count < MostInARow;)
        {
            before = handled.Count;
            foreach (var entry in (await _query.DueAsync(now.ToUnixTimeMilliseconds(), cancellationToken)).Where(entry => handled.Add(entry.Id)))
            {
                await HandleAsync(entry, now, cancellationToken);
            }
        }
    }

    private Task HandleAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var platform = platforms.FirstOrDefault(one => one.Platform == entry.Channel.Community.Platform);
        return platform is null
            ? _store.LaterAsync(entry, entry.State, now + Held, isTried: false, "The bot is not on this platform now.", cancellationToken)
            : entry.State switch
            {
                OutboxState.Planned => SayAsync(entry, platform, now, cancellationToken),
                OutboxState.Uncertain => SettleAsync(entry, platform, now, cancellationToken),
                OutboxState.Sent when entry.IsUnwanted => TakeAwayAsync(entry, platform, now, cancellationToken),
                OutboxState.Sent => ChangeAsync(entry, platform, now, cancellationToken),
                _ => throw new UnreachableException(entry.State.ToString()),
            };
    }

    /// <summary>What may not be shown any more is not sent again, but looked for to be taken away.</summary>
    private async Task SettleAsync(OutboxEntry entry, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry.IsUnwanted || await MayBeShownAsync(entry, now, cancellationToken))
        {
            await new OutboxSettler(_store, platform, journal).SettleAsync(entry, now, cancellationToken);
        }
    }

    /// <summary>Whoever may read what it speaks of can change at any time: the last question before it is shown. What may not be is withdrawn.</summary>
    private async Task<bool> MayBeShownAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (entry.Kind == OutboxKind.Tag
            || await _visibility.MayBeSaidAsync(entry, await _query.PostsAsync(entry, cancellationToken), rules.Of(entry.Community), cancellationToken))
        {
            return true;
        }

        await _store.WithdrawAsync(entry.Id, entry.Member is null ? "Not everybody can read this channel." : "The member may not read the channel.", now.ToUnixTimeMilliseconds(), cancellationToken);
        return false;
    }

    private async Task SayAsync(OutboxEntry entry, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (now > entry.ExpiresAt)
        {
            await _store.EndAsync(entry, OutboxState.Expired, "It could not be said in time.", now.ToUnixTimeMilliseconds(), cancellationToken);
        }
        else if (!platform.IsCaughtUp && !OutboxKinds.IsForModerators(entry.Kind)) // Those are about what was, and ask nobody to answer.
        {
            await _store.LaterAsync(entry, entry.State, now + Soon, isTried: false, outcome: null, cancellationToken);
        }
        else if (await IsToBeSaidAsync(entry, now, cancellationToken)
            && await AllAreThereAsync(entry, platform, now, cancellationToken)
            && await IsToBeSaidAsync(entry, now, cancellationToken) // A reply may have come while the post was fetched.
            && await MayBeShownAsync(entry, now, cancellationToken)
            && await _store.ClaimAsync(entry, now.ToUnixTimeMilliseconds(), cancellationToken))
        {
            var result = OutboxMarks.IsMark(entry.Kind)
                ? await OutboxMarks.SetAsync(platform, entry, isOn: true, cancellationToken)
                : await platform.SendAsync(entry.Outgoing, cancellationToken);
            await RecordAsync(entry, result, now, cancellationToken);
        }
    }

    private async Task RecordAsync(OutboxEntry entry, SendResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await StoreAsync(entry, result, now, cancellationToken);
        await (result switch
        {
            SendResult.Sent => journal.SaidAsync(entry, cancellationToken),
            SendResult.Refused refused => journal.RefusedAsync(entry, "said", refused, cancellationToken),
            _ => Task.CompletedTask,
        });
    }

    private Task StoreAsync(OutboxEntry entry, SendResult result, DateTimeOffset now, CancellationToken cancellationToken) => result switch
    {
        SendResult.Sent sent => _store.SentAsync(entry, sent.Message, sent.Conversation, now.ToUnixTimeMilliseconds(), cancellationToken),
        SendResult.Refused refused => _store.EndAsync(entry, OutboxState.Refused, refused.Reason, now.ToUnixTimeMilliseconds(), cancellationToken),
        SendResult.RetryAfter => entry.Attempts + 1 >= MostPutOffs
            ? _store.EndAsync(entry, OutboxState.Refused, "The platform put it off too often.", now.ToUnixTimeMilliseconds(), cancellationToken)
            : _store.LaterAsync(entry, OutboxState.Planned, now + Delay(entry, result), isTried: false, "The platform put it off.", cancellationToken),
        SendResult.Uncertain => _store.LaterAsync(entry, OutboxState.Uncertain, now + Soon, isTried: false, "The answer was lost.", cancellationToken),
        _ => throw new UnreachableException(result.GetType().Name),
    };

    private async Task<bool> IsToBeSaidAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var verdict = await callers.Judge(entry, now, cancellationToken);
        switch (verdict)
        {
            case OutboxVerdict.Hold hold:
                await _store.LaterAsync(entry, entry.State, hold.Until > now ? hold.Until.Value : now + Held, isTried: false, hold.Reason, cancellationToken);
                break;
            case OutboxVerdict.Drop drop:
                await _store.WithdrawAsync(entry.Id, drop.Reason, now.ToUnixTimeMilliseconds(), cancellationToken);
                break;
        }

        return verdict is OutboxVerdict.Say;
    }

    /// <summary>Nothing is said about a post that its author took back a moment ago. What is gone is reported, and all is looked at again.</summary>
    private async Task<bool> AllAreThereAsync(OutboxEntry entry, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var (key, post, _) in await _query.PostsAsync(entry, cancellationToken))
        {
            switch (await platform.FetchAsync(post, cancellationToken))
            {
                case PostPresence.There:
                    continue;
                case PostPresence.Gone:
                    await callers.Report(new MessageDeleted(post.Channel.Community, now, post.Channel) { Id = post.Id }, cancellationToken);
                    await (entry.Post is not null
                        ? _store.WithdrawAsync(entry.Id, "The post is gone.", now.ToUnixTimeMilliseconds(), cancellationToken)
                        : _store.LaterAsync(entry, entry.State, now + Soon, isTried: false, outcome: null, cancellationToken));
                    return false;
                default:
                    if (entry.Attempts + 1 >= FetchedInVain)
                    {
                        callers.LeaveOut(key, now + LeftOut);
                    }

                    await _store.LaterAsync(entry, entry.State, now + Delay(entry, result: null), isTried: true, "A post could not be fetched.", cancellationToken);
                    return false;
            }
        }

        return true;
    }

    private async Task ChangeAsync(OutboxEntry entry, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!platform.IsCaughtUp)
        {
            await _store.LaterAsync(entry, entry.State, now + Soon, isTried: false, outcome: null, cancellationToken);
            return;
        }

        if (!await AllAreThereAsync(entry, platform, now, cancellationToken) || !await MayBeShownAsync(entry, now, cancellationToken))
        {
            return;
        }

        var result = await platform.EditAsync(entry.Place, entry.Outgoing, cancellationToken);
        await (result switch
        {
            SendResult.Sent => _store.SentAsync(entry, entry.Message!.Value, conversation: null, now.ToUnixTimeMilliseconds(), cancellationToken),
            SendResult.Refused refused => _store.EndAsync(entry, OutboxState.Withdrawn, refused.Reason, now.ToUnixTimeMilliseconds(), cancellationToken),
            _ => AgainAsync(entry, result, now, cancellationToken),
        });
        if (result is SendResult.Sent)
        {
            journal.Changed(entry);
        }
        else if (result is SendResult.Refused refused)
        {
            await journal.RefusedAsync(entry, "changed", refused, cancellationToken);
        }
    }

    private async Task TakeAwayAsync(OutboxEntry entry, IChatPlatform platform, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var result = OutboxMarks.IsMark(entry.Kind)
            ? await OutboxMarks.SetAsync(platform, entry, isOn: false, cancellationToken)
            : await platform.DeleteAsync(entry.Place, cancellationToken);
        await (result switch
        {
            SendResult.Sent or SendResult.Refused { IsGoneForGood: true } =>
                _store.EndAsync(entry, OutboxState.Withdrawn, outcome: null, now.ToUnixTimeMilliseconds(), cancellationToken),
            SendResult.Refused refused =>
                _store.EndAsync(entry, OutboxState.Sent, $"It could not be taken away: {refused.Reason}", now.ToUnixTimeMilliseconds(), cancellationToken),
            _ => AgainAsync(entry, result, now, cancellationToken),
        });
        if (result is SendResult.Sent or SendResult.Refused { IsGoneForGood: true })
        {
            journal.TakenAway(entry);
        }
        else if (result is SendResult.Refused refused)
        {
            await journal.RefusedAsync(entry, "taken away", refused, cancellationToken);
        }
    }

    /// <summary>To change or take away twice does no harm, so that a lost answer is no reason to stop.</summary>
    private Task AgainAsync(OutboxEntry entry, SendResult result, DateTimeOffset now, CancellationToken cancellationToken) => entry.Attempts + 1 >= MostAttempts
        ? _store.EndAsync(entry, OutboxState.Sent, "The platform did not answer.", now.ToUnixTimeMilliseconds(), cancellationToken)
        : _store.LaterAsync(entry, OutboxState.Sent, now + Delay(entry, result), isTried: true, outcome: null, cancellationToken);

    /// <summary>As long as the platform asks for, and longer each time.</summary>
    private static TimeSpan Delay(OutboxEntry entry, SendResult? result)
    {
        var pause = Soon * Math.Pow(2, Math.Min(entry.Attempts, 10));
        var asked = result is SendResult.RetryAfter retry ? retry.Delay : TimeSpan.Zero;
        return asked > pause ? asked : pause < LongestPause ? pause : LongestPause;
    }
}
