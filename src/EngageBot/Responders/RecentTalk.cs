using System.Runtime.InteropServices;
using EngageBot.ReplyGraph;

namespace EngageBot.Responders;

/// <summary>Who took what part in the last lines of a channel.</summary>
internal sealed class RecentTalk
{
    private const int Just = 12;
    private const double Fastest = 2_000;

    /// <summary>A mean near the longest silence that counts.</summary>
    private const double HourLong = 1_500_000;

    private readonly Dictionary<long, Part> _parts;

    public RecentTalk(ReplyWindow window, long author)
    {
        _parts = new Dictionary<long, Part>(window.Count);
        Pace = PaceOf(window);
        for (var back = 0; back < window.Count; back++)
        {
            if (window[back] is { IsByPerson: true, Author: { } member } line)
            {
                TakeIn(line, member, back, author);
            }
        }
    }

    /// <summary>The usual time between two lines, milliseconds.</summary>
    public double Pace { get; }

    /// <summary>How many people, the post's author not counted.</summary>
    public int People { get; private set; }

    /// <summary>What somebody did; null for one who said nothing.</summary>
    public Part? Of(long member) => _parts.GetValueOrDefault(member) is { Lines: > 0 } part ? part : null;

    /// <summary>How often somebody was spoken to in the very last lines.</summary>
    public int SpokenTo(long member) => _parts.GetValueOrDefault(member).SpokenTo;

    /// <summary>The window counts no silence as longer than an hour; where most are longer, the usual one is their median.</summary>
    private static double PaceOf(ReplyWindow window)
    {
        var pace = window.Pace.TotalMilliseconds;
        if (pace < HourLong)
        {
            return Math.Max(pace, Fastest);
        }

        var gaps = new long[window.Count - 1];
        for (var back = 0; back < gaps.Length; back++)
        {
            gaps[back] = window[back].At - window[back + 1].At;
        }

        Array.Sort(gaps);
        return Math.Max(pace, gaps[gaps.Length / 2]);
    }

    private void TakeIn(WindowLine line, long member, int back, long author)
    {
        ref var part = ref PartOf(member);
        if (part.Lines++ == 0)
        {
            part.Back = (byte)back;
            part.At = line.At;
            part.Rank = (byte)(member == author ? People : People++);
            part.LastAddressed = line.Mentions.Count > 0 ? line.Mentions[0] : null;
            part.LastAsked = line is { Asks: true, Mentions.Count: 0 };
        }

        part.Asked += (byte)(line is { Asks: true, Mentions.Count: 0 } ? 1 : 0);
        if (line.Mentions.Count == 0)
        {
            return;
        }

        var other = line.Mentions[0];
        part.ToAuthor += (byte)(other == author ? 1 : 0);
        part.Addressed += 1;
        part.JustAddressed += (byte)(back < Just && other != author ? 1 : 0);
        ref var addressed = ref PartOf(other); // From here on "part" may be out of date.
        addressed.SpokenTo += (byte)(back < Just ? 1 : 0);
        addressed.FromAuthor += (byte)(member == author ? 1 : 0);
    }

    private ref Part PartOf(long member) => ref CollectionsMarshal.GetValueRefOrAddDefault(_parts, member, out _);

    /// <summary>Counts are of at most the hundred lines of a window.</summary>
    internal struct Part
    {
        public byte Lines { get; set; }

        /// <summary>How many lines back his last one is.</summary>
        public byte Back { get; set; }

        public long At { get; set; }

        /// <summary>How many others spoke after him.</summary>
        public byte Rank { get; set; }

        public long? LastAddressed { get; set; }

        public bool LastAsked { get; set; }

        /// <summary>Questions to nobody in particular.</summary>
        public byte Asked { get; set; }

        /// <summary>Lines that address somebody.</summary>
        public byte Addressed { get; set; }

        /// <summary>Of the very last lines those that address somebody other than the post's author.</summary>
        public byte JustAddressed { get; set; }

        public byte SpokenTo { get; set; }

        public byte ToAuthor { get; set; }

        public byte FromAuthor { get; set; }
    }
}
