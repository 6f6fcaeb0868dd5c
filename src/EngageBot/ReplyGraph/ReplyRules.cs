namespace EngageBot.ReplyGraph;

/// <summary>
/// Which earlier line a line answers, where the platform does not say: by whom it addresses, by who addressed its author, by what its author was just
/// saying, and, where people write slowly, by recency. The probabilities are how often each was right on labelled chat. What the model is held against, and
/// what is done in threads.
/// </summary>
internal static class ReplyRules
{
    private const double WhenAddressing = 0.69;
    private const double WhenAddressed = 0.64;
    private const double WhenGoingOn = 0.57;
    private const double WhenRecent = 0.5;
    private const double WhenInThread = 0.9;

    /// <summary>How many lines back an author's own line is still the one he goes on from.</summary>
    private const int OwnLines = 30;

    private static readonly TimeSpan LongestMention = TimeSpan.FromHours(12);
    private static readonly TimeSpan ShortestMemory = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestMemory = TimeSpan.FromHours(6);
    private static readonly TimeSpan SlowPace = TimeSpan.FromSeconds(30);

    /// <summary>What a line in a channel answers; null where it seems to start a conversation. <paramref name="window"/> holds the lines before it.</summary>
    public static ReplyLink? Resolve(WindowLine line, ReplyWindow window)
    {
        if (!line.IsByPerson)
        {
            return null;
        }

        if (line.Mentions.Count > 0)
        {
            return Addressing(line, window);
        }

        var own = LastBy(line.Author, line, window, LongestMemory);
        return Addressed(line, window, own) ?? Recent(line, window) ?? GoingOn(line, window, own);
    }

    /// <summary>What a line in a thread answers: whom it addresses, else the thread's author, who himself answers whoever wrote last.</summary>
    public static ReplyLink? ResolveInThread(WindowLine line, WindowLine root, ReplyWindow thread)
    {
        if (!line.IsByPerson)
        {
            return null;
        }

        var addressed = line.Mentions.Count == 0 ? null : LastBy(line.Mentions[0], line, thread, TimeSpan.MaxValue);
        var answered = addressed ?? (line.Author is not null && line.Author == root.Author ? LastByOther(line, thread) : null) ?? root;
        return new ReplyLink(LinkSource.Thread, answered.Key, addressed is null && answered != root ? WhenInThread : 1);
    }

    private static ReplyLink? Addressing(WindowLine line, ReplyWindow window)
    {
        for (var back = 0; back < window.Count; back++)
        {
            var earlier = window[back];
            var isTheirs = earlier.Author == line.Mentions[0];
            var isSameAddress = earlier.Author == line.Author && earlier.Addresses(line.Mentions[0]);
            if (earlier.IsByPerson && earlier.Author is not null && (isTheirs || isSameAddress))
            {
                return Age(earlier, line) <= LongestMention ? new ReplyLink(LinkSource.Rules, earlier.Key, WhenAddressing) : null;
            }
        }

        return null;
    }

    private static ReplyLink? Addressed(WindowLine line, ReplyWindow window, WindowLine? own)
    {
        for (var back = 0; back < window.Count && window[back] != own; back++)
        {
            if (window.Brief(back).Mentions > 0 && window[back].IsByPerson && window[back].Addresses(line.Author))
            {
                return Age(window[back], line) <= Memory(window) ? new ReplyLink(LinkSource.Rules, window[back].Key, WhenAddressed) : null;
            }
        }

        return null;
    }

    private static ReplyLink? GoingOn(WindowLine line, ReplyWindow window, WindowLine? own)
    {
        for (var back = 0; own is not null && back < Math.Min(OwnLines, window.Count); back++)
        {
            if (window[back] == own)
            {
                return Age(own, line) <= Memory(window) ? new ReplyLink(LinkSource.Rules, own.Key, WhenGoingOn) : null;
            }
        }

        return null;
    }

    /// <summary>In a fast channel the line before is almost never the one answered; in a slow one a question just above mostly is.</summary>
    private static ReplyLink? Recent(WindowLine line, ReplyWindow window)
    {
        var above = window.Count == 0 ? null : window[0];
        var answers = above is { IsByPerson: true, Asks: true, Mentions.Count: 0 }
            && !line.Asks && above.Author != line.Author
            && window.Pace >= SlowPace && Age(above, line) <= Memory(window);
        return answers ? new ReplyLink(LinkSource.Rules, above!.Key, WhenRecent) : null;
    }

    private static WindowLine? LastBy(long? author, WindowLine line, ReplyWindow window, TimeSpan within)
    {
        for (var back = 0; author is not null && back < window.Count; back++)
        {
            if (window.Brief(back).Author == author && window[back].IsByPerson)
            {
                return Age(window[back], line) <= within ? window[back] : null;
            }
        }

        return null;
    }

    private static WindowLine? LastByOther(WindowLine line, ReplyWindow window)
    {
        for (var back = 0; back < window.Count; back++)
        {
            if (window[back].Author != line.Author && window[back].IsByPerson)
            {
                return window[back];
            }
        }

        return null;
    }

    private static TimeSpan Age(WindowLine earlier, WindowLine line) => TimeSpan.FromMilliseconds(line.At - earlier.At);

    private static TimeSpan Memory(ReplyWindow window) =>
        TimeSpan.FromTicks(Math.Clamp(10 * window.Pace.Ticks, ShortestMemory.Ticks, LongestMemory.Ticks));
}
