using EngageBot.Chat;
using EngageBot.Database;

namespace EngageBot.ReplyGraph;

/// <summary>The windows of all places that are talking, kept in memory and rebuilt from the store when needed again.</summary>
internal sealed class ReplyWindows(LineStore lines)
{
    /// <summary>
    /// Windows of channels kept, and as many of threads, of which most are short and soon over: they do not drive out those of channels. Past it those used longest ago go. A full one
    /// takes about 12 KB.
    /// </summary>
    private const int Capacity = 4_000;

    private readonly Recent<Place, ReplyWindow> _channels = new(Capacity);
    private readonly Recent<Place, ReplyWindow> _threads = new(Capacity);

    public async ValueTask<ReplyWindow> GetAsync(Place place, CancellationToken cancellationToken)
    {
        if (Of(place).Find(place) is not { } window)
        {
            window = await ReadAsync(place, long.MaxValue, cancellationToken);
            Of(place).Add(place, window);
        }

        return window;
    }

    /// <summary>The window as it was before a moment.</summary>
    public async ValueTask<ReplyWindow> ReadAsync(Place place, long before, CancellationToken cancellationToken)
    {
        var window = new ReplyWindow();
        foreach (var line in await lines.BeforeAsync(place, before, ReplyWindow.Capacity, cancellationToken))
        {
            window.Add(line);
        }

        return window;
    }

    /// <summary>The window of a place, where it is in memory.</summary>
    public ReplyWindow? Known(Place place) => Of(place).Find(place);

    /// <summary>What is asked where it is not.</summary>
    public static (Question Lines, Question Mentions) Asks(Place place) => LineStore.Before(place, long.MaxValue, ReplyWindow.Capacity);

    /// <summary>A line says something else now, or nothing any more.</summary>
    public void Reword(Place place, long number, PostKind? kind, string? text)
    {
        Known(place)?.Reword(number, kind, text);
        lines.ForgetAnswer(Asks(place).Lines);
    }

    /// <summary>Forgets a window that is no longer what the store says.</summary>
    public void Drop(Place place) => Of(place).Remove(place);

    public void Forget()
    {
        _channels.Clear();
        _threads.Clear();
    }

    private Recent<Place, ReplyWindow> Of(Place place) => place.Thread is null ? _channels : _threads;
}
