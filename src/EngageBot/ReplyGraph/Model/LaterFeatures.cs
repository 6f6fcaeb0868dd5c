using static EngageBot.ReplyGraph.Model.ReplyFeatures;

namespace EngageBot.ReplyGraph.Model;

/// <summary>
/// What the second look adds, for a line of a stretch and one that it may answer: what the first decision thought of both, and what the people
/// concerned did in the lines after.
/// </summary>
internal static class LaterFeatures
{
    /// <summary>Lines after the one judged that are looked at.</summary>
    public const int Ahead = 30;

    private const int Near = 12;

    public const int LineCount = 16;
    public const int Count = LineCount + 34;

    public static void FillLine(JudgedLine[] stretch, int place, Span<float> row)
    {
        var line = stretch[place];
        var end = Math.Min(stretch.Length, place + 1 + Ahead);
        var next = NextBy(stretch, line.Line.Author, place, end);
        var at = 0;
        row[at++] = line.Itself;
        row[at++] = Best(line, 0);
        row[at++] = Best(line, 1);
        row[at++] = next < 0 ? -1 : next - place;
        row[at++] = next < 0 ? -1 : stretch[next].Itself;
        row[at++] = next < 0 ? -1 : stretch[next].ProbabilityOf(place);
        row[at++] = next < 0 ? -1 : Math.Min(stretch[next].Line.Mentions.Count, 2);
        row[at++] = next < 0 ? -1 : (stretch[next].Line.At - line.Line.At) / 60_000;
        row[at++] = Mass(stretch, place, place + 1, end, by: line.Line.Author, isBy: true);
        row[at++] = Mass(stretch, place, place + 1, end, by: line.Line.Author, isBy: false);
        row[at++] = Mentioning(stretch, line.Line.Author, place + 1, Math.Min(end, place + 1 + Near));
        row[at++] = FirstAddressing(stretch, line.Line.Author, place + 1, end) is >= 0 and var addressing ? addressing - place : -1;
        row[at++] = line.Line.Mentions.Count > 0 && NextBy(stretch, line.Line.Mentions[0], place, end) is >= 0 and var theirs ? theirs - place : -1;
        row[at++] = end - place - 1;
        row[at++] = line.Parent < 0 ? 0 : place - line.Parent;
        row[at++] = line.Candidates.Length;
    }

    public static void FillItself(Span<float> row) => row[LineCount..Count].Fill(-1);

    public static void FillCandidate(JudgedLine[] stretch, int place, int candidate, Span<float> row)
    {
        row = row[LineCount..];
        var end = Math.Min(stretch.Length, place + 1 + Ahead);
        var at = First(stretch, place, candidate, row, 0);
        at = Theirs(stretch, place, candidate, end, row, at);
        at = Mine(stretch, place, candidate, end, row, at);
        Between(stretch, place, candidate, end, row, at);
    }

    private static int First(JudgedLine[] stretch, int place, int candidate, Span<float> row, int at)
    {
        var (line, earlier) = (stretch[place], stretch[candidate]);
        var probability = line.ProbabilityOf(candidate);
        row[at++] = probability;
        row[at++] = line.Probabilities.Count(other => other > probability) + (line.Itself > probability ? 1 : 0);
        row[at++] = probability / (Math.Max(Best(line, 0), line.Itself) + 1e-6f);
        row[at++] = earlier.Itself;
        row[at++] = Best(earlier, 0);
        row[at++] = earlier.Parent < 0 ? -1 : line.ProbabilityOf(earlier.Parent);
        row[at++] = Chain(stretch, place, candidate);
        return at;
    }

    /// <summary>What the candidate's author did after.</summary>
    private static int Theirs(JudgedLine[] stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch[place].Line.Author, stretch[candidate].Line.Author);
        var next = me == them ? -1 : NextBy(stretch, them, place, end);
        row[at++] = next < 0 ? -1 : next - place;
        row[at++] = next < 0 ? -1 : stretch[next].ProbabilityOf(place);
        row[at++] = next < 0 ? -1 : stretch[next].ProbabilityOf(candidate);
        row[at++] = next < 0 ? -1 : Flag(Addresses(stretch[next], me));
        row[at++] = next < 0 || stretch[next].Line.Mentions.Count == 0 ? -1 : Flag(!Addresses(stretch[next], me));
        row[at++] = me == them ? -1 : Mass(stretch, place, place + 1, end, them, isBy: true);
        row[at++] = me == them ? -1 : AddressingBy(stretch, them, me, place + 1, end);
        row[at++] = me == them ? -1 : Pair(stretch, them, me, place + 1, end);
        row[at++] = next < 0 ? -1 : Flag(stretch[next].Line.Words.Has(LineSigns.Thanks));
        row[at++] = next < 0 || stretch[next].Parent < 0 ? -1 : Flag(stretch[stretch[next].Parent].Line.Author == me);
        return at;
    }

    /// <summary>What the line's own author did after.</summary>
    private static int Mine(JudgedLine[] stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch[place].Line.Author, stretch[candidate].Line.Author);
        var next = NextBy(stretch, me, place, end);
        row[at++] = next < 0 ? -1 : stretch[next].ProbabilityOf(candidate);
        row[at++] = next < 0 ? -1 : Flag(Addresses(stretch[next], them));
        row[at++] = next < 0 || stretch[next].Line.Mentions.Count == 0 ? -1 : Flag(!Addresses(stretch[next], them));
        row[at++] = next < 0 || stretch[next].Parent < 0 ? -1 : Flag(stretch[stretch[next].Parent].Line.Author == them);
        row[at++] = next < 0 ? -1 : Flag(SameTalk(stretch, next, candidate, place));
        row[at++] = me == them ? -1 : AddressingBy(stretch, me, them, place + 1, end);
        row[at++] = me == them ? -1 : Pair(stretch, me, them, place + 1, end);
        return at;
    }

    /// <summary>Who else answered the candidate, before the line and after it.</summary>
    private static void Between(JudgedLine[] stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch[place].Line.Author, stretch[candidate].Line.Author);
        row[at++] = Mass(stretch, candidate, candidate + 1, place, me, isBy: true);
        row[at++] = Mass(stretch, candidate, candidate + 1, place, me, isBy: false);
        row[at++] = Mass(stretch, candidate, place + 1, end, me, isBy: true);
        row[at++] = Mass(stretch, candidate, place + 1, end, me, isBy: false);
        row[at++] = me == them ? -1 : Mass(stretch, candidate, candidate + 1, place, them, isBy: true);
        row[at++] = me == them ? -1 : Pair(stretch, me, them, Math.Max(0, place - Ahead), place);
        row[at++] = me == them ? -1 : Pair(stretch, them, me, Math.Max(0, place - Ahead), place);
        row[at++] = LinesBy(stretch, them, place + 1, Math.Min(end, place + 1 + Near));
        row[at++] = LinesBy(stretch, me, place + 1, Math.Min(end, place + 1 + Near));
        row[at++] = Mentioning(stretch, them, place + 1, Math.Min(end, place + 1 + Near));
    }

    private static float Best(JudgedLine line, int rank)
    {
        var (best, second) = (0f, 0f);
        foreach (var probability in line.Probabilities)
        {
            (best, second) = probability > best ? (probability, best) : (best, Math.Max(second, probability));
        }

        return rank == 0 ? best : second;
    }

    /// <summary>The probability that lines answer a line, summed over those of an author, or of all others.</summary>
    private static float Mass(JudgedLine[] stretch, int parent, int from, int until, long? by, bool isBy)
    {
        var mass = 0f;
        for (var at = from; at < until; at++)
        {
            mass += stretch[at].Line.Author == by == isBy ? stretch[at].ProbabilityOf(parent) : 0;
        }

        return mass;
    }

    /// <summary>Lines of one author that most likely answer the other.</summary>
    private static float Pair(JudgedLine[] stretch, long? one, long? other, int from, int until)
    {
        var lines = 0f;
        for (var at = from; at < until; at++)
        {
            lines += stretch[at].Line.Author == one && stretch[at].Parent >= 0 && stretch[stretch[at].Parent].Line.Author == other ? 1 : 0;
        }

        return lines;
    }

    private static float AddressingBy(JudgedLine[] stretch, long? one, long? other, int from, int until)
    {
        var lines = 0f;
        for (var at = from; at < until; at++)
        {
            lines += stretch[at].Line.Author == one && Addresses(stretch[at], other) ? 1 : 0;
        }

        return lines;
    }

    private static float Mentioning(JudgedLine[] stretch, long? member, int from, int until)
    {
        var lines = 0f;
        for (var at = from; at < until; at++)
        {
            lines += stretch[at].Line.Author != member && Addresses(stretch[at], member) ? 1 : 0;
        }

        return lines;
    }

    private static float LinesBy(JudgedLine[] stretch, long? member, int from, int until)
    {
        var lines = 0f;
        for (var at = from; at < until; at++)
        {
            lines += stretch[at].Line.Author == member ? 1 : 0;
        }

        return lines;
    }

    private static int NextBy(JudgedLine[] stretch, long? author, int place, int end)
    {
        for (var at = place + 1; author is not null && at < end; at++)
        {
            if (stretch[at].Line.Author == author)
            {
                return at;
            }
        }

        return -1;
    }

    private static int FirstAddressing(JudgedLine[] stretch, long? member, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (stretch[at].Line.Author != member && Addresses(stretch[at], member))
            {
                return at;
            }
        }

        return -1;
    }

    private static bool Addresses(JudgedLine line, long? member) => line.Line.Addresses(member);

    /// <summary>How many steps up its links the candidate is from a line that the new line more likely answers; -1 where it is on no such way.</summary>
    private static float Chain(JudgedLine[] stretch, int place, int candidate)
    {
        var at = stretch[place].Parent;
        for (var steps = 0; at >= 0 && steps < 20; steps++, at = stretch[at].Parent)
        {
            if (at == candidate)
            {
                return steps;
            }
        }

        return -1;
    }

    /// <summary>Whether two lines hang together by the links made so far, those of one line left out.</summary>
    private static bool SameTalk(JudgedLine[] stretch, int one, int other, int without) =>
        Root(stretch, one, without) is >= 0 and var root && root == Root(stretch, other, without);

    private static int Root(JudgedLine[] stretch, int at, int without)
    {
        while (at != without && stretch[at].Parent >= 0)
        {
            at = stretch[at].Parent;
        }

        return at == without ? -1 : at;
    }
}
