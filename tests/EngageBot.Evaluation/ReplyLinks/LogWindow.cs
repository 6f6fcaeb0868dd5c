using EngageBot.Chat;
using EngageBot.ReplyGraph;
using EngageBot.ReplyGraph.Model;
using EngageBot.Unanswered;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>A log as the lines that the bot would keep of it, in order; a line's key and number are its place in the file.</summary>
internal static class LogWindow
{
    public static IReadOnlyList<WindowLine> LinesOf(IReadOnlyList<MessageCreated?> messages)
    {
        var members = new Dictionary<MemberId, long>();
        List<WindowLine> lines = [];
        foreach (var (number, message) in messages.Index())
        {
            if (message is not null && (message.Traits & MessageTraits.System) == MessageTraits.None)
            {
                lines.Add(LineOf(number, message, members));
            }
        }

        return lines;
    }

    private static WindowLine LineOf(int number, MessageCreated message, Dictionary<MemberId, long> members) => new()
    {
        Key = number,
        Number = number,
        Author = KeyOf(message.Author, members),
        At = message.At.ToUnixTimeMilliseconds(),
        Traits = message.Traits,
        Kind = PostClassifier.Classify(message.Text, message.Traits),
        Mentions = [.. message.Mentions.Select(mention => KeyOf(mention, members))],
        Words = LineWords.Read(message.Text, message.Mentions.Count > 0),
    };

    private static long KeyOf(MemberId member, Dictionary<MemberId, long> members)
    {
        if (!members.TryGetValue(member, out var key))
        {
            members.Add(member, key = members.Count + 1);
        }

        return key;
    }
}
