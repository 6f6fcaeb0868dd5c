using static EngageBot.ReplyGraph.Model.ReplyFeatures;

namespace EngageBot.ReplyGraph.Model;

/// <summary>The features of a new line together with an earlier one that it may answer.</summary>
internal static class PairFeatures
{
    private const int Signs = 26;

    public const int Count = 54 + Signs;

    public static void Fill(ReplyScene scene, int back, Span<float> row)
    {
        ref readonly var line = ref scene.Lines[back];
        var said = scene.LineAt(back);
        var at = Position(scene, line, said, back, row, 0);
        at = Address(scene, line, said, row, at);
        at = Replies(scene, line, back, row, at);
        at = Talk(scene, line, back, row, at);
        at = Words(scene, line, said, row, at);
        for (var sign = 0; sign < Signs; sign++)
        {
            row[at++] = ((int)said.Words.Signs >> sign) & 1;
        }
    }

    private static int Position(ReplyScene scene, in SceneLine line, WindowLine said, int back, Span<float> row, int at)
    {
        var minutes = scene.Minute - line.Minute;
        row[at++] = back;
        row[at++] = minutes;
        row[at++] = minutes / scene.Pace;
        row[at++] = Flag(line.Author == scene.Me);
        row[at++] = line.AuthorSince;
        row[at++] = line.MineSince;
        row[at++] = line.AuthorsSince;
        row[at++] = scene.LinesBy(line.Author);
        row[at++] = Flag(said.IsByPerson);
        row[at++] = Flag(back > 0 && scene.Lines[back - 1].Author == line.Author);
        row[at++] = Flag(back + 1 < scene.Count && scene.Lines[back + 1].Author == line.Author);
        row[at++] = Or(back - 1, back > 0 && scene.Lines[back - 1].Minute == line.Minute);
        return at;
    }

    private static int Address(ReplyScene scene, in SceneLine line, WindowLine said, Span<float> row, int at)
    {
        row[at++] = Flag(line.Author == scene.Addressed);
        row[at++] = Flag(Mentions(scene.Line, said.Author));
        row[at++] = Flag(line.Addressed == scene.Me);
        row[at++] = Flag(Mentions(said, scene.Line.Author));
        row[at++] = Math.Min(said.Mentions.Count, 4);
        row[at++] = Or(Math.Min(scene.Addressed, line.Addressed), scene.Addressed == line.Addressed);
        row[at++] = Or(scene.Addressed, scene.Addressed != line.Author);
        row[at++] = Or(line.Addressed, line.Addressed != scene.Me);
        row[at++] = line.AuthorMentionedSince;
        row[at++] = scene.MyLast < 0 ? -1 : Flag(scene.Lines[scene.MyLast].Addressed == line.Author);
        row[at++] = scene.LastBy(line.Author) is >= 0 and var last ? Flag(scene.Lines[last].Addressed == scene.Me) : -1;
        row[at++] = line.Addressed < 0 ? -1 : scene.LastBy(line.Addressed);
        return at;
    }

    private static int Replies(ReplyScene scene, in SceneLine line, int back, Span<float> row, int at)
    {
        row[at++] = line.Replies;
        row[at++] = line.RepliesByMe;
        row[at++] = line.LastReply < 0 ? -1 : back - line.LastReply;
        row[at++] = line.LastReply;
        row[at++] = line.Parent < 0 ? -1 : line.Parent - back;
        row[at++] = Or(line.Parent, line.Parent >= 0 && scene.Lines[line.Parent].Author == scene.Me);
        row[at++] = Or(line.Parent, line.Parent >= 0 && scene.Lines[line.Parent].Author == line.Author);
        row[at++] = Or(line.Parent, line.Parent >= 0 && scene.Lines[line.Parent].Author == scene.Addressed);
        row[at++] = ParentIsBy(scene, scene.MyLast, line.Author);
        row[at++] = ParentIsBy(scene, scene.LastBy(line.Author), scene.Me);
        row[at++] = Flag(line.Asks && line.Replies == 0);
        row[at++] = Flag(line.LastReply >= 0 && scene.Lines[line.LastReply].Author == line.Author);
        return at;
    }

    private static int Talk(ReplyScene scene, in SceneLine line, int back, Span<float> row, int at)
    {
        ref readonly var talk = ref scene.TalkOf(back);
        row[at++] = talk.Lines;
        row[at++] = talk.Last;
        row[at++] = back - talk.Last;
        row[at++] = talk.Mine;
        row[at++] = ReplyScene.AuthorsIn(talk);
        row[at++] = line.Root == back ? 1 : 0;
        row[at++] = Or(scene.MyLast, scene.MyLast >= 0 && scene.Lines[scene.MyLast].Root == line.Root);
        row[at++] = Or(scene.AddressedLast, scene.AddressedLast >= 0 && scene.Lines[scene.AddressedLast].Root == line.Root);
        row[at++] = Or(scene.AddressesMe, scene.AddressesMe >= 0 && scene.Lines[scene.AddressesMe].Root == line.Root);
        row[at++] = scene.Lines[line.Root].Author == scene.Me ? 1 : 0;
        return at;
    }

    private static int Words(ReplyScene scene, in SceneLine line, WindowLine said, Span<float> row, int at)
    {
        var (sum, squares, most) = scene.Words.Weigh(line.Shared);
        row[at++] = sum;
        row[at++] = squares / MathF.Sqrt((scene.Words.Norm * scene.Words.NormOf(said.Words)) + 1);
        row[at++] = most;
        row[at++] = scene.Words.Weigh(scene.SharedBy(line.Author)).Sum;
        row[at++] = scene.Words.Weigh(scene.TalkOf(line.Root).Shared).Sum;
        row[at++] = said.Words.Length;
        row[at++] = said.Words.Count;
        row[at++] = scene.Lines[line.Root].Asks ? 1 : 0;
        return at;
    }

    private static bool Mentions(WindowLine line, long? member)
    {
        for (var at = 0; member is not null && at < line.Mentions.Count; at++)
        {
            if (line.Mentions[at] == member)
            {
                return true;
            }
        }

        return false;
    }

    private static float ParentIsBy(ReplyScene scene, int back, int author) =>
        back < 0 || scene.Lines[back].Parent < 0 ? -1 : Flag(scene.Lines[scene.Lines[back].Parent].Author == author);
}
