namespace EngageBot.ReplyGraph.Model;

/// <summary>The few lines that a new line may answer: the last ones, and those that the people and talks around it point to.</summary>
internal static class ReplyCandidates
{
    /// <summary>Room for the most that are ever chosen.</summary>
    public const int Most = 32;

    /// <summary>Minutes. The model learned from busy channels: what it would make of what was said a day ago is anybody's guess.</summary>
    private const int Oldest = 12 * 60;

    /// <summary>So many lines before a line are always candidates.</summary>
    public const int Nearest = 10;
    private const int Mine = 3;
    private const int OfAddressed = 3;
    private const int ToMe = 2;
    private const int Sharing = 3;
    private const int LastOfAuthors = 16;

    /// <summary>Puts the candidates, lines back and nearest first, into <paramref name="into"/>.</summary>
    public static int Choose(ReplyScene scene, Span<int> into)
    {
        Span<int> left = [Mine, OfAddressed, ToMe];
        var chosen = 0;
        var sharing = SharingLines(scene, stackalloc int[Sharing]);
        for (var back = 0; back < scene.Count && chosen < Most; back++)
        {
            if (scene.Minute - scene.Lines[back].Minute > Oldest)
            {
                break;
            }

            if (back < Nearest || Points(scene, scene.Lines[back], back, left) || sharing.Contains(back))
            {
                into[chosen++] = back;
            }
        }

        return chosen;
    }

    private static bool Points(ReplyScene scene, in SceneLine line, int back, Span<int> left) =>
        (line.Author == scene.Me && left[0]-- > 0)
        || (line.Author == scene.Addressed && left[1]-- > 0)
        || (line.Addressed == scene.Me && left[2]-- > 0)
        || (scene.Addressed < 0 && line.AuthorSince == 0 && line.AuthorsSince < LastOfAuthors)
        || (scene.Addressed >= 0 && line.Author == scene.Me && line.Addressed == scene.Addressed && line.MineSince < 6)
        || (line.Replies == 0 && line.Asks && back < 60 && scene.Addressed < 0);

    private static ReadOnlySpan<int> SharingLines(ReplyScene scene, Span<int> best)
    {
        Span<float> weights = stackalloc float[Sharing];
        best.Fill(-1);
        for (var back = Nearest; back < scene.Count; back++)
        {
            var shared = scene.Lines[back].Shared;
            if (shared != 0 && scene.Words.Weigh(shared).Squares is var weight && weight > weights[^1])
            {
                var at = Sharing - 1;
                for (; at > 0 && weight > weights[at - 1]; at--)
                {
                    (weights[at], best[at]) = (weights[at - 1], best[at - 1]);
                }

                (weights[at], best[at]) = (weight, back);
            }
        }

        return best;
    }
}
