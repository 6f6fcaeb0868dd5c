using static EngageBot.ReplyGraph.Model.ReplyFeatures;

namespace EngageBot.ReplyGraph.Model;

/// <summary>The features of a new line by itself, and of the moment when it comes.</summary>
internal static class LineFeatures
{
    private const int Signs = 26;

    public const int Count = 19 + Signs;

    public static void Fill(ReplyScene scene, ReadOnlySpan<int> candidates, Span<float> row)
    {
        var line = scene.Line;
        var at = 0;
        row[at++] = Math.Min(line.Mentions.Count, 4);
        row[at++] = scene.AddressedLast;
        row[at++] = scene.MyLast;
        row[at++] = scene.MyLast < 0 ? -1 : scene.Minute - scene.Lines[scene.MyLast].Minute;
        row[at++] = scene.LinesBy(scene.Me);
        row[at++] = scene.AddressesMe;
        row[at++] = Flag(scene.AddressesMe >= 0 && (scene.MyLast < 0 || scene.AddressesMe < scene.MyLast));
        row[at++] = scene.Pace;
        row[at++] = line.Words.Length;
        row[at++] = line.Words.Count;
        row[at++] = scene.Count;
        row[at++] = Since(scene, 1);
        row[at++] = Since(scene, 5);
        row[at++] = scene.Count == 0 ? 0 : scene.Lines[Math.Min(scene.Count, 10) - 1].AuthorsSince;
        row[at++] = scene.Count == 0 ? -1 : scene.Minute - scene.Lines[0].Minute;
        row[at++] = BestShared(scene, candidates);
        row[at++] = MyTalk(scene, static talk => talk.Lines);
        row[at++] = MyTalk(scene, static talk => ReplyScene.AuthorsIn(talk));
        row[at++] = Flag(line.IsByPerson);
        for (var sign = 0; sign < Signs; sign++)
        {
            row[at++] = ((int)line.Words.Signs >> sign) & 1;
        }
    }

    private static int Since(ReplyScene scene, int minutes)
    {
        var lines = 0;
        while (lines < scene.Count && scene.Minute - scene.Lines[lines].Minute < minutes)
        {
            lines++;
        }

        return lines;
    }

    private static float BestShared(ReplyScene scene, ReadOnlySpan<int> candidates)
    {
        var best = 0f;
        foreach (var back in candidates)
        {
            best = Math.Max(best, scene.Words.Weigh(scene.Lines[back].Shared).Squares);
        }

        return best;
    }

    private static float MyTalk(ReplyScene scene, Func<SceneTalk, int> of) => scene.MyLast < 0 ? -1 : of(scene.TalkOf(scene.MyLast));
}
