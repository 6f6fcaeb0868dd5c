using EngageBot.Chat;

namespace EngageBot.ReplyGraph;

/// <summary>Links each message to what it answers and writes both, in order; each message once, however often it is delivered.</summary>
internal sealed class ReplyGraphRecorder(MessageStore messages, LinkStore links, ReplyWindows windows, LateLines late, ReplyResolver resolver)
{
    private readonly Dictionary<long, ChannelState> _channels = [];

    /// <summary>The key under which a message is stored, or null where it is not. Of what is newer than all that is stored nothing is asked.</summary>
    public async ValueTask<long?> FindAsync(long channel, long number, long at, CancellationToken cancellationToken)
    {
        var state = await StateAsync(channel, cancellationToken);
        return at > state.NewestAt && number > state.Highest ? null : await messages.FindAsync(channel, number, cancellationToken);
    }

    /// <summary>Stores a message that is not stored yet, and what it answers.</summary>
    /// <param name="row">The message; its key is given here.</param>
    /// <param name="replyTo">What the platform says it answers.</param>
    public async ValueTask<RecordedMessage> RecordAsync(MessageRow row, MessageId? replyTo, CancellationToken cancellationToken)
    {
        var state = await StateAsync(row.Channel, cancellationToken);
        row = row with { Key = await messages.NextKeyAsync(cancellationToken) };
        var place = PlaceOf(row);
        var line = WindowLine.Of(row);
        var window = await windows.GetAsync(place, cancellationToken);
        var (link, awaited) = await ResolveAsync(row, line, replyTo, window, cancellationToken);
        await WriteAsync(row, link, awaited, state, cancellationToken);

        // What the platform says (joins, pins) is neither an answer nor answered: windows are for what people and bots say.
        var isJudged = link is null or { Source: LinkSource.Model } && place.Thread is null && window.Count > 0;
        var isLate = row.At < window.NewestAt;
        if (isLate)
        {
            late.Add(place, row.At);
        }
        else if (!line.IsBySystem)
        {
            window.Add(line.With(link) with
            {
                Mentions = row.Author is null ? [] : line.Mentions,
                Chances = isJudged ? resolver.Chances() : null,
            });
        }

        (state.NewestAt, state.Highest) = (Math.Max(state.NewestAt, row.At), Math.Max(state.Highest, row.Id.Number));
        return new RecordedMessage(row, link, isLate);
    }

    /// <summary>Links again what late messages have changed; the last step before the commit.</summary>
    public ValueTask FinishAsync(CancellationToken cancellationToken) => late.LinkAgainAsync(cancellationToken);

    /// <summary>A text that is stored was changed, or taken away.</summary>
    public void Reword(StoredMessage message, PostKind? kind, string? text) => windows.Reword(message.Place, message.Number, kind, text);

    /// <summary>Forgets all windows.</summary>
    public void RereadAll() => windows.Forget();

    /// <summary>Forgets everything in memory: after a rollback the store is asked again.</summary>
    public void Forget()
    {
        _channels.Clear();
        messages.Forget();
        windows.Forget();
        late.Forget();
    }

    private static Place PlaceOf(MessageRow row) => new(row.Channel, row.Thread == row.Id ? null : row.Thread?.Number);

    /// <summary>The link that counts, and the number of a parent that is not stored yet.</summary>
    private async ValueTask<(ReplyLink? Link, long? Awaited)> ResolveAsync(
        MessageRow row, WindowLine line, MessageId? replyTo, ReplyWindow window, CancellationToken cancellationToken)
    {
        if (replyTo is { } answered && answered != row.Id)
        {
            var parent = window.Find(answered.Number)?.Key ?? await messages.FindAsync(row.Channel, answered.Number, cancellationToken);
            return (new ReplyLink(LinkSource.Explicit, parent, 1), parent is null ? answered.Number : null);
        }

        if (PlaceOf(row).Thread is not { } thread)
        {
            return (line.IsBySystem ? null : resolver.Resolve(line, window), null);
        }

        var root = windows.Known(new Place(row.Channel, Thread: null))?.Find(thread) ?? await messages.FindLineAsync(row.Channel, thread, cancellationToken);
        return root is null
            ? (new ReplyLink(LinkSource.Thread, Parent: null, 1), thread)
            : (ReplyRules.ResolveInThread(line, root, window), null);
    }

    private async ValueTask WriteAsync(MessageRow row, ReplyLink? link, long? awaited, ChannelState state, CancellationToken cancellationToken)
    {
        await messages.AddAsync(row.Author is null ? row with { Mentions = [] } : row, cancellationToken);
        if (link is not null)
        {
            await links.PutAsync(row.Key, link.Value, cancellationToken);
        }

        if (awaited is not null)
        {
            await links.AwaitAsync(row.Channel, awaited.Value, row.Key, link!.Value.Source, cancellationToken);
            state.Awaited.Add(awaited.Value);
        }

        if (state.Awaited.Remove(row.Id.Number))
        {
            await links.FillAsync(row.Channel, row.Id.Number, row.Key, cancellationToken);
            late.Add(new Place(row.Channel, row.Id.Number), row.At);
        }
    }

    private async ValueTask<ChannelState> StateAsync(long channel, CancellationToken cancellationToken)
    {
        if (!_channels.TryGetValue(channel, out var state))
        {
            state = new ChannelState
            {
                NewestAt = await messages.NewestAsync(channel, cancellationToken) ?? long.MinValue,
                Highest = await messages.HighestAsync(channel, cancellationToken) ?? long.MinValue,
                Awaited = await links.AwaitedAsync(channel, cancellationToken),
            };
            _channels.Add(channel, state);
        }

        return state;
    }

    private sealed class ChannelState
    {
        public required long NewestAt { get; set; }

        /// <summary>The highest number of a message; the platforms give later messages higher ones.</summary>
        public required long Highest { get; set; }

        /// <summary>Numbers of messages that are not stored, but answered.</summary>
        public required HashSet<long> Awaited { get; init; }
    }
}
