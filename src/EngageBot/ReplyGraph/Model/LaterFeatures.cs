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

    public static void FillLine(Stretch stretch, int place, JudgedLine line, Span<float> row)
    {
        var end = Math.Min(stretch.Count, place + 1 + Ahead);
        var me = stretch.Authors[place];
        var next = NextBy(stretch, me, place, end);
        var at = 0;
        row[at++] = line.Itself;
        row[at++] = Best(line, 0);
        row[at++] = Best(line, 1);
        row[at++] = next < 0 ? -1 : next - place;
        row[at++] = next < 0 ? -1 : stretch.Itself(next);
        row[at++] = next < 0 ? -1 : stretch.Chance(next, place);
        row[at++] = next < 0 ? -1 : Math.Min(stretch.Lines[next].Mentions.Count, 2);
        row[at++] = next < 0 ? -1 : (stretch.Lines[next].At - line.Line.At) / 60_000;
        row[at++] = Mass(stretch, place, place + 1, end, me, isBy: true);
        row[at++] = Mass(stretch, place, place + 1, end, me, isBy: false);
        row[at++] = Addressing(stretch, me, place + 1, Math.Min(end, place + 1 + Near));
        row[at++] = FirstAddressing(stretch, me, place + 1, end) is >= 0 and var addressing ? addressing - place : -1;
        row[at++] = stretch.Addressed[place] is >= 0 and var them && NextBy(stretch, them, place, end) is >= 0 and var theirs ? theirs - place : -1;
        row[at++] = end - place - 1;
        row[at++] = line.Parent < 0 ? 0 : place - line.Parent;
        row[at++] = line.Candidates.Length;
    }

    public static void FillItself(Span<float> row) => row[LineCount..Count].Fill(-1);

    public static void FillCandidate(Stretch stretch, int place, JudgedLine line, int candidate, Span<float> row)
    {
        row = row[LineCount..];
        var end = Math.Min(stretch.Count, place + 1 + Ahead);
        var at = First(stretch, line, candidate, row, 0);
        at = Theirs(stretch, place, candidate, end, row, at);
        at = Mine(stretch, place, candidate, end, row, at);
        Between(stretch, place, candidate, end, row, at);
    }

    private static int First(Stretch stretch, JudgedLine line, int candidate, Span<float> row, int at)
    {
        var probability = line.ProbabilityOf(candidate);
        var parent = stretch.Parents[candidate];
        row[at++] = probability;
        row[at++] = Better(line, probability);
        row[at++] = probability / (Math.Max(Best(line, 0), line.Itself) + 1e-6f);
        row[at++] = stretch.Itself(candidate);
        row[at++] = parent < 0 ? 0 : stretch.Chances[candidate];
        row[at++] = parent < 0 ? -1 : line.ProbabilityOf(parent);
        row[at++] = Chain(stretch, line.Parent, candidate);
        return at;
    }

    /// <summary>What the candidate's author did after.</summary>
    private static int Theirs(Stretch stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch.Authors[place], stretch.Authors[candidate]);
        var next = me == them ? -1 : NextBy(stretch, them, place, end);
        row[at++] = next < 0 ? -1 : next - place;
        row[at++] = next < 0 ? -1 : stretch.Chance(next, place);
        row[at++] = next < 0 ? -1 : stretch.Chance(next, candidate);
        row[at++] = next < 0 ? -1 : Flag(stretch.Addressed[next] == me);
        row[at++] = next < 0 || stretch.Addressed[next] < 0 ? -1 : Flag(stretch.Addressed[next] != me);
        row[at++] = me == them ? -1 : Mass(stretch, place, place + 1, end, them, isBy: true);
        row[at++] = me == them ? -1 : AddressingBy(stretch, them, me, place + 1, end);
        row[at++] = me == them ? -1 : Pair(stretch, them, me, place + 1, end);
        row[at++] = next < 0 ? -1 : Flag(stretch.Lines[next].Words.Has(LineSigns.Thanks));
        row[at++] = next < 0 || stretch.Parents[next] < 0 ? -1 : Flag(stretch.Authors[stretch.Parents[next]] == me);
        return at;
    }

    /// <summary>What the line's own author did after.</summary>
    private static int Mine(Stretch stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch.Authors[place], stretch.Authors[candidate]);
        var next = NextBy(stretch, me, place, end);
        row[at++] = next < 0 ? -1 : stretch.Chance(next, candidate);
        row[at++] = next < 0 ? -1 : Flag(stretch.Addressed[next] == them);
        row[at++] = next < 0 || stretch.Addressed[next] < 0 ? -1 : Flag(stretch.Addressed[next] != them);
        row[at++] = next < 0 || stretch.Parents[next] < 0 ? -1 : Flag(stretch.Authors[stretch.Parents[next]] == them);
        row[at++] = next < 0 ? -1 : Flag(SameTalk(stretch, next, candidate, place));
        row[at++] = me == them ? -1 : AddressingBy(stretch, me, them, place + 1, end);
        row[at++] = me == them ? -1 : Pair(stretch, me, them, place + 1, end);
        return at;
    }

    /// <summary>Who else answered the candidate, before the line and after it.</summary>
    private static void Between(Stretch stretch, int place, int candidate, int end, Span<float> row, int at)
    {
        var (me, them) = (stretch.Authors[place], stretch.Authors[candidate]);
        var (near, before) = (Math.Min(end, place + 1 + Near), Math.Max(0, place - Ahead));
        row[at++] = Mass(stretch, candidate, candidate + 1, place, me, isBy: true);
        row[at++] = Mass(stretch, candidate, candidate + 1, place, me, isBy: false);
        row[at++] = Mass(stretch, candidate, place + 1, end, me, isBy: true);
        row[at++] = Mass(stretch, candidate, place + 1, end, me, isBy: false);
        row[at++] = me == them ? -1 : Mass(stretch, candidate, candidate + 1, place, them, isBy: true);
        row[at++] = me == them ? -1 : Pair(stretch, me, them, before, place);
        row[at++] = me == them ? -1 : Pair(stretch, them, me, before, place);
        row[at++] = stretch.Authors[(place + 1)..near].Count(them);
        row[at++] = stretch.Authors[(place + 1)..near].Count(me);
        row[at++] = Addressing(stretch, them, place + 1, near);
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

    /// <summary>How many choices are likelier.</summary>
    private static float Better(JudgedLine line, float probability)
    {
        var better = line.Itself > probability ? 1 : 0;
        foreach (var other in line.Probabilities)
        {
            better += other > probability ? 1 : 0;
        }

        return better;
    }

    /// <summary>The chance that lines answer a line, summed over those of an author, or of all others.</summary>
    private static float Mass(Stretch stretch, int parent, int from, int until, int by, bool isBy)
    {
        var mass = 0f;
        for (var at = from; at < until; at++)
        {
            mass += stretch.Parents[at] == parent && stretch.Authors[at] == by == isBy ? stretch.Chances[at] : 0;
        }

        return mass;
    }

    /// <summary>Lines of one author that most likely answer the other.</summary>
    private static float Pair(Stretch stretch, int one, int other, int from, int until)
    {
        var lines = 0;
        for (var at = from; at < until; at++)
        {
            lines += stretch.Authors[at] == one && stretch.Parents[at] is >= 0 and var parent && stretch.Authors[parent] == other ? 1 : 0;
        }

        return lines;
    }

    private static float AddressingBy(Stretch stretch, int one, int other, int from, int until)
    {
        var lines = 0;
        for (var at = from; at < until; at++)
        {
            lines += stretch.Authors[at] == one && stretch.Addressed[at] == other ? 1 : 0;
        }

        return lines;
    }

    private static float Addressing(Stretch stretch, int member, int from, int until)
    {
        var lines = 0;
        for (var at = from; at < until; at++)
        {
            lines += stretch.Authors[at] != member && stretch.Addressed[at] == member ? 1 : 0;
        }

        return lines;
    }

    private static int NextBy(Stretch stretch, int author, int place, int end)
    {
        var next = stretch.Authors[(place + 1)..end].IndexOf(author);
        return next < 0 ? -1 : place + 1 + next;
    }

    private static int FirstAddressing(Stretch stretch, int member, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            if (stretch.Authors[at] != member && stretch.Addressed[at] == member)
            {
                return at;
            }
        }

        return -1;
    }

    /// <summary>How many steps up its links the candidate is from a line that the new line more likely answers; -1 where it is on no such way.</summary>
    private static float Chain(Stretch stretch, int at, int candidate)
    {
        for (var steps = 0; at >= 0 && steps < 20; steps++, at = stretch.Parents[at])
        {
            if (at == candidate)
            {
                return steps;
            }
        }

        return -1;
    }

    /// <summary>Whether two lines hang together by the links made so far, those of one line left out.</summary>
    private static bool SameTalk(Stretch stretch, int one, int other, int without) =>
        Root(stretch, one, without) is >= 0 and var root && root == Root(stretch, other, without);

    private static int Root(Stretch stretch, int at, int without)
    {
        while (at != without && stretch.Parents[at] >= 0)
        {
            at = stretch.Parents[at];
        }

        return at == without ? -1 : at;
    }
}
