using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Tests.ReplyGraph.Model;

/// <summary>Lines and windows as the model sees them.</summary>
internal static class Chatter
{
    private static readonly string[] Texts =
    [
        "does anybody know how to mount a usb stick?", "try the other one", "yes", "no, it says permission denied", "thanks!", "hello all", "https://example.org/a",
        "it works on my machine", "what does the log say?", "", "lol", "42", "i had the same printer problem with the new driver", "ada: look again", "教えて", "\ud83d",
    ];

    public static WindowLine Line(long key, long? author, double minutes, string text, params long[] mentions) => new()
    {
        Key = key,
        Number = key,
        Author = author,
        At = (long)(minutes * 60_000),
        Traits = MessageTraits.None,
        Kind = PostClassifier.Classify(text, MessageTraits.None),
        Mentions = mentions,
        Words = LineWords.Read(text, mentions.Length > 0),
    };

    public static ReplyWindow Window(params IEnumerable<WindowLine> lines)
    {
        var window = new ReplyWindow();
        foreach (var line in lines)
        {
            window.Add(line);
        }

        return window;
    }

    /// <summary>Lines of all kinds, at any pace, some of members who opted out or of bots, some linked to an earlier line or to one that is gone.</summary>
    public static WindowLine[] Random(Random random, int count)
    {
        var minutes = 29_000_000.0;
        var lines = new WindowLine[count];
        for (var at = 0; at < count; at++)
        {
            minutes += random.Next(12) == 0 ? random.Next(900) : random.NextDouble() * 3;
            var mentions = Enumerable.Range(0, random.Next(3) == 0 ? random.Next(1, 5) : 0).Select(_ => (long)random.Next(1, 9)).ToArray();
            var line = Line(at + 1, random.Next(15) == 0 ? null : random.Next(1, 9), minutes, Texts[random.Next(Texts.Length)], mentions);
            lines[at] = line with
            {
                Traits = random.Next(12) == 0 ? MessageTraits.Bot : MessageTraits.None,
                Answers = random.Next(2) == 0 ? random.Next(-3, at + 1) : null,
                AnswersProbability = random.NextSingle(),
                IsCertain = random.Next(6) == 0,
            };
        }

        return lines;
    }
}
