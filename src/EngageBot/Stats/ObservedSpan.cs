namespace EngageBot.Stats;

/// <summary>What span of time a history tells of: where it begins, ends, and says nothing for so long that nobody knows what happened.</summary>
public sealed class ObservedSpan
{
    /// <summary>A longer silence is a pause: whoever waited then may have been answered unseen.</summary>
    public static readonly TimeSpan LongestSilence = TimeSpan.FromHours(12);

    private readonly List<DateTimeOffset> _ends = [];

    /// <summary>The first message; the largest moment where there is none.</summary>
    public DateTimeOffset From { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>The last message; the smallest moment where there is none.</summary>
    public DateTimeOffset To { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>The last messages before each pause, in order.</summary>
    public IReadOnlyList<DateTimeOffset> Pauses => _ends;

    public bool IsEmpty => From > To;

    /// <summary>Takes in a message. Whether a pause lies before it.</summary>
    public bool Add(DateTimeOffset at)
    {
        var pauses = !IsEmpty && at - To > LongestSilence;
        if (pauses)
        {
            _ends.Add(To);
        }

        From = at < From ? at : From;
        To = at > To ? at : To;
        return pauses;
    }

    /// <summary>How long what followed a moment was observed: until the next pause, or the end.</summary>
    public TimeSpan ObservedAfter(DateTimeOffset moment)
    {
        var next = _ends.BinarySearch(moment);
        next = next < 0 ? ~next : next;
        return (next < _ends.Count ? _ends[next] : To) - moment;
    }
}
