using EngageBot.Chat;
using EngageBot.ReplyGraph.Model;

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
    private LineBrief[] _briefs = new LineBrief[8];
    private int _first;
    private long _gaps;

    public int Count { get; private set; }

    /// <summary>When the last line was written, unix milliseconds; the smallest number where there is none.</summary>
    public long NewestAt => Count == 0 ? long.MinValue : this[0].At;

    /// <summary>The usual time between two lines.</summary>
    public TimeSpan Pace => TimeSpan.FromMilliseconds(Count < 2 ? 0 : _gaps / (Count - 1));

    /// <summary>The line that many lines back; 0 is the last.</summary>
    public WindowLine this[int back] => _lines[At(back)];

    /// <summary>The same line, in brief.</summary>
    public ref readonly LineBrief Brief(int back) => ref _briefs[At(back)];

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
        var at = At(-1);
        _lines[at] = line;
        Describe(line, ref _briefs[at]);
        Count++;
    }

    /// <summary>A line says something else now, or nothing any more: as if all were read from the store, nothing that was found by its old words is kept.</summary>
    /// <param name="kind">Null for the same as before.</param>
    /// <param name="text">Null where it is gone.</param>
    public void Reword(long number, PostKind? kind, string? text)
    {
        if (BackOfNumber(number) is var back && back < 0)
        {
            return;
        }

        for (var each = 0; each < Count; each++)
        {
            var line = this[each];
            _lines[At(each)] = line.Chances is null ? line : line with { Chances = null };
        }

        var reworded = this[back] with { Kind = kind ?? this[back].Kind, Words = LineWords.Read(text, this[back].Mentions.Count > 0), IsWordless = text is null };
        _lines[At(back)] = reworded;
        DescribeText(reworded, ref _briefs[At(back)]);
    }

    /// <summary>Empties it, and keeps its room.</summary>
    public void Clear()
    {
        Array.Clear(_lines);
        (_first, Count, _gaps) = (0, 0, 0);
    }

    /// <summary>The line with a platform's number, or null.</summary>
    public WindowLine? Find(long number) => BackOfNumber(number) is >= 0 and var back ? this[back] : null;

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

    private int BackOfNumber(long number)
    {
        for (var back = 0; back < Count; back++)
        {
            if (this[back].Number == number)
            {
                return back;
            }
        }

        return -1;
    }

    private int At(int back)
    {
        var at = _first + Count - 1 - back;
        return at < _lines.Length ? at : at - _lines.Length;
    }

    private void Describe(WindowLine line, ref LineBrief brief)
    {
        brief = new LineBrief
        {
            Author = line.Author ?? LineBrief.Stranger,
            Minute = (int)Math.DivRem(line.At, 60_000).Quotient,
            AnswersBack = (byte)(BackOf(line.Answers) + 1),
            AuthorBack = (byte)(line.Author is { } author ? BackOfAuthor(author) + 1 : 0),
            Mentions = (byte)Math.Min(line.Mentions.Count, byte.MaxValue),
        };
        DescribeText(line, ref brief);
    }

    private static void DescribeText(WindowLine line, ref LineBrief brief)
    {
        (brief.Asks, brief.Words) = (line.Asks, default);
        line.Words.Words.AsSpan(0, Math.Min(line.Words.Words.Length, LineBrief.FirstWords.Length)).CopyTo(brief.Words);
    }

    private int BackOfAuthor(long author)
    {
        for (var back = 0; back < Count; back++)
        {
            if (Brief(back).Author == author)
            {
                return back;
            }
        }

        return -1;
    }

    private static long Gap(WindowLine earlier, WindowLine later) => Math.Clamp(later.At - earlier.At, 0, LongestGap);

    private void Grow()
    {
        var (lines, briefs) = (new WindowLine[Math.Min(Capacity, _lines.Length * 2)], new LineBrief[Math.Min(Capacity, _lines.Length * 2)]);
        for (var back = 0; back < Count; back++)
        {
            (lines[Count - 1 - back], briefs[Count - 1 - back]) = (this[back], Brief(back));
        }

        (_lines, _briefs, _first) = (lines, briefs, 0);
    }
}
