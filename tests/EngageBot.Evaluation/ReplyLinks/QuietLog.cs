using EngageBot.Chat;
using EngageBot.ReplyGraph;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>
/// Makes of a busy log one as quieter channels of other platforms are: only some of its conversations, more time between lines, and fewer answers that begin with
/// a name. So that the model does not learn the habits of busy IRC channels alone.
/// </summary>
internal static class QuietLog
{
    /// <summary>Of the answers that begin with a name so many lose it: on Discord and Slack few are addressed.</summary>
    private const double NamesLost = 0.7;

    /// <summary>Shares of the conversations that are kept: the busy ones have a dozen at a time.</summary>
    private static readonly double[] Shares = [0.08, 0.15, 0.3];

    private static readonly int[] Slowness = [1, 3, 10];

    public static TrainingLog Of(TrainingLog log, int seed)
    {
        var random = new Random(seed);
        var (share, slowness) = (Shares[random.Next(Shares.Length)], Slowness[random.Next(Slowness.Length)]);
        var conversations = ConversationsOf(log);
        var kept = new Dictionary<int, bool>();
        var messages = new MessageCreated?[log.Messages.Count];
        DateTimeOffset? start = null;
        foreach (var line in log.Lines)
        {
            var conversation = conversations[(int)line.Number];
            if (!kept.TryGetValue(conversation, out var isKept))
            {
                kept.Add(conversation, isKept = random.NextDouble() < share);
            }

            if (isKept && log.Messages[(int)line.Number] is { } message)
            {
                start ??= message.At;
                messages[(int)line.Number] = Changed(message, start.Value + ((message.At - start.Value) * slowness), random.NextDouble() < NamesLost);
            }
        }

        return log with { Messages = messages, Lines = LogWindow.LinesOf(messages) };
    }

    private static MessageCreated Changed(MessageCreated message, DateTimeOffset at, bool losesName)
    {
        var end = message.Text.IndexOf(' ', StringComparison.Ordinal);
        var isAddressed = end > 1 && message.Text[end - 1] is ':' or ',' && message.Mentions.Count > 0;
        return isAddressed && losesName
            ? message with { At = at, Text = message.Text[(end + 1)..].TrimStart(), Mentions = [.. message.Mentions.Skip(1)] }
            : message with { At = at };
    }

    /// <summary>For each line the first of its conversation: by the labels, and by the rules where there are none.</summary>
    private static int[] ConversationsOf(TrainingLog log)
    {
        int[] firsts = [.. Enumerable.Range(0, log.Messages.Count)];
        var window = new ReplyWindow();
        foreach (var line in log.Lines)
        {
            var number = (int)line.Number;
            var linked = line.With(ReplyRules.Resolve(line, window));
            IEnumerable<int> parents = log.Annotations.Has(number) ? log.Annotations.ParentsOf(number)
                : linked.Answers is { } parent ? [(int)parent]
                : [];
            foreach (var answered in parents)
            {
                firsts[First(firsts, number)] = First(firsts, answered);
            }

            window.Add(linked);
        }

        return [.. Enumerable.Range(0, firsts.Length).Select(line => First(firsts, line))];
    }

    private static int First(int[] firsts, int line)
    {
        while (firsts[line] != line)
        {
            line = firsts[line] = firsts[firsts[line]];
        }

        return line;
    }
}
