using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>What the lines of a log answer, as the bot finds it: when each came, and when it looks again.</summary>
internal static class LogLinks
{
    /// <summary>The lines, each with what it answers as found when it came, knowing nothing later; without a model by rules.</summary>
    public static IReadOnlyList<WindowLine> Live(IReadOnlyList<WindowLine> lines, ReplyModel? model)
    {
        var resolve = new ReplyResolver(model);
        var window = new ReplyWindow();
        List<WindowLine> linked = [];
        foreach (var line in lines)
        {
            linked.Add(line.With(resolve.Resolve(line, window)));
            window.Add(linked[^1]);
        }

        return linked;
    }

    /// <summary>What each line answers on a second look: its own key where it answers none.</summary>
    public static IEnumerable<(WindowLine Line, long Parent, float Probability)> SecondLook(IReadOnlyList<WindowLine> lines, ReplyModel model)
    {
        var look = new SecondLook(new ReplyJudge(model));
        var stretch = Stretch.Of(lines);
        var window = new ReplyWindow();
        for (var place = 0; place < lines.Count; place++)
        {
            var (parent, probability) = look.Look(stretch, place, window).Best;
            yield return (lines[place], parent < 0 ? lines[place].Key : lines[parent].Key, probability);
            window.Add(lines[place]);
        }
    }
}
