using EngageBot.Chat;

namespace EngageBot.Outbox;

/// <summary>
/// Finds out what became of something that may have been sent: by sending it again while the platform recognises repeats, afterwards by looking for it. What
/// cannot be found out is not repeated.
/// </summary>
internal sealed class OutboxSettler(OutboxStore store, IChatPlatform platform, OutboxJournal journal)
{
    /// <summary>Before this a message that is not there may still be on its way.</summary>
    private static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(2);

    /// <summary>Clocks differ: it is looked for from a little earlier on.</summary>
    private static readonly TimeSpan Earlier = TimeSpan.FromMinutes(2);

    public Task SettleAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (OutboxMarks.IsMark(entry.Kind))
        {
            return MarkAgainAsync(entry, now, cancellationToken);
        }

        var age = now - entry.ClaimedAt!.Value;
        return !entry.IsUnwanted && age < platform.RecognisesRepeatsFor
            ? SendAgainAsync(entry, now, cancellationToken)
            : LookAsync(entry, age, now, cancellationToken);
    }

    /// <summary>To mark twice is as good as once, and so is to take a mark off: what is not wanted any more is taken off, whether it stood or not. Where none can be, none stood.</summary>
    private async Task MarkAgainAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var result = await OutboxMarks.SetAsync(platform, entry, isOn: !entry.IsUnwanted, cancellationToken);
        await (result switch
        {
            SendResult.Sent when entry.IsUnwanted => store.EndAsync(entry, OutboxState.Withdrawn, outcome: null, now.ToUnixTimeMilliseconds(), cancellationToken),
            SendResult.Sent sent => SentAsync(entry, sent.Message, conversation: null, now, cancellationToken),
            SendResult.Refused refused => RefusedAsync(entry, refused, now, cancellationToken),
            _ => LaterAsync(entry, now, cancellationToken),
        });
    }

    private async Task SendAgainAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!platform.IsCaughtUp)
        {
            await store.LaterAsync(entry, OutboxState.Uncertain, now + Soon, isTried: false, outcome: null, cancellationToken);
            return;
        }

        if (await platform.SendAsync(entry.Outgoing, cancellationToken) is SendResult.Sent sent)
        {
            await SentAsync(entry, sent.Message, sent.Conversation, now, cancellationToken);
            return;
        }

        // Refused or put off: what was sent before may stand all the same.
        await LaterAsync(entry, now, cancellationToken);
    }

    private async Task LookAsync(OutboxEntry entry, TimeSpan age, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var result = await platform.FindAsync(entry.Outgoing, entry.ClaimedAt!.Value - Earlier, cancellationToken);
        switch (result)
        {
            case FindResult.Found found:
                await SentAsync(entry, found.Message, found.Conversation, now, cancellationToken);
                break;
            case FindResult.Absent when age < OnItsWay:
                await store.LaterAsync(entry, OutboxState.Uncertain, entry.ClaimedAt.Value + OnItsWay, isTried: false, outcome: null, cancellationToken);
                break;
            case FindResult.Absent when entry.IsUnwanted:
                await store.EndAsync(entry, OutboxState.Withdrawn, outcome: null, now.ToUnixTimeMilliseconds(), cancellationToken);
                break;
            case FindResult.Absent:
                await store.LaterAsync(entry, OutboxState.Planned, now, isTried: false, "It had not been sent.", cancellationToken);
                break;
            default:
                await LaterAsync(entry, now, cancellationToken);
                break;
        }
    }

    private async Task SentAsync(OutboxEntry entry, MessageId message, ChannelId? conversation, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await store.SentAsync(entry, message, conversation, now.ToUnixTimeMilliseconds(), cancellationToken);
        await journal.SaidAsync(entry, cancellationToken);
    }

    private async Task RefusedAsync(OutboxEntry entry, SendResult.Refused refused, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await store.EndAsync(entry, OutboxState.Refused, refused.Reason, now.ToUnixTimeMilliseconds(), cancellationToken);
        await journal.RefusedAsync(entry, "said", refused, cancellationToken);
    }

    private Task LaterAsync(OutboxEntry entry, DateTimeOffset now, CancellationToken cancellationToken) => entry.Attempts + 1 >= OutboxSender.MostAttempts
        ? store.EndAsync(entry, OutboxState.Uncertain, "It may have been sent or not; it is not repeated.", now.ToUnixTimeMilliseconds(), cancellationToken)
        : store.LaterAsync(entry, OutboxState.Uncertain, now + (FirstPause * Math.Pow(2, entry.Attempts)), isTried: true, outcome: null, cancellationToken);
}
