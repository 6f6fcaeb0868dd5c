namespace EngageBot.ReplyGraph;

/// <summary>
/// The last lines of one place, a channel or a thread in it, in order of time and then of arrival. A function of those lines alone, so that one rebuilt
/// from the store after a restart is the same.
/// </summary>
internal sealed class ReplyWindow
{
    /// <summary>98.3% of the replies in the labelled chat lie within 50 lines.</summary>
    public const int Capacity = 100;

    /// <summary>A longer silence counts as this much, so that one night does not make a fast channel look slow.</summary>
    private const long LongestGap = 3_600_000;

    private WindowLine[] _lines = new WindowLine[8];
    private byte[] _answersBack = new byte[8];
    private int _first;
    private long _gaps;

    public int Count { get; private set; }

    /// <summary>When the last line was written, unix milliseconds; the smallest number where there is none.</summary>
    public long NewestAt => Count == 0 ? long.MinValue : this[0].At;

    /// <summary>The usual time between two lines.</summary>
    public TimeSpan Pace => TimeSpan.FromMilliseconds(Count < 2 ? 0 : _gaps / (Count - 1));

    /// <summary>The line that many lines back; 0 is the last.</summary>
    public WindowLine this[int back] => _lines[(_first + Count - 1 - back) % _lines.Length];

    /// <summary>How many lines further back the line is that this line answers; 0 where it answers none in the window.</summary>
    public int AnswersBack(int back) => _answersBack[(_first + Count - 1 - back) % _lines.Length];

    public void Add(WindowLine line)
    {
        if (Count == Capacity)
        {
            _gaps -= Gap(this[Count - 1], this[Count - 2]);
            _first = (_first + 1) % _lines.Length;
            Count--;
        }

        if (Count == _lines.Length)
        {
            Grow();
        }

        _gaps += Count == 0 ? 0 : Gap(this[0], line);
        var at = (_first + Count) % _lines.Length;
        _answersBack[at] = (byte)(BackOf(line.Answers) + 1);
        _lines[at] = line;
        Count++;
    }

    /// <summary>The line with a platform's number, or null.</summary>
    public WindowLine? Find(long number)
    {
        for (var back = 0; back < Count; back++)
        {
            if (this[back].Number == number)
            {
                return this[back];
            }
        }

        return null;
    }

    /// <summary>How many lines back the line with a key is; -1 where it is not here.</summary>
    public int BackOf(long? key)
    {
        for (var back = 0; key is not null && back < Count; back++)
        {
            if (this[back].Key == key)
            {
                return back;
            }
        }

        return -1;
    }

    private static long Gap(WindowLine earlier, WindowLine later) => Math.Clamp(later.At - earlier.At, 0, LongestGap);

    private void Grow()
    {
        var grown = new WindowLine[Math.Min(Capacity, _lines.Length * 2)];
        var answers = new byte[grown.Length];
        for (var at = 0; at < Count; at++)
        {
            grown[at] = _lines[(_first + at) % _lines.Length];
            answers[at] = _answersBack[(_first + at) % _lines.Length];
        }

        (_lines, _answersBack) = (grown, answers);
        _first = 0;
    }
}
