using EngageBot.Chat;
using EngageBot.Evaluation.Irc;
using EngageBot.ReplyGraph;

namespace EngageBot.Evaluation.ReplyLinks;

/// <summary>A labelled log to train on: its lines as the bot would keep them.</summary>
internal sealed record TrainingLog(LabelledLog Log, IReadOnlyList<MessageCreated?> Messages, IReadOnlyList<WindowLine> Lines)
{
    /// <summary>Lines before the judged ones for which links are made too, so that the conversations going on are known.</summary>
    private const int LeadIn = 300;

    /// <summary>The largest part of the training logs has labels of another hand, that link differently from the smaller ones; those count double.</summary>
    private const string OtherHand = ".train-c";

    public Annotations Annotations => Log.Annotations!;

    public double Weight => Log.Name.EndsWith(OtherHand, StringComparison.Ordinal) ? 1 : 2;

    /// <summary>Logs of one number go into one fold: they were made from one.</summary>
    public required int Number { get; init; }

    /// <summary>The place of the first line that rows are made for.</summary>
    public int First => FirstAt(Lines, Log.FirstJudged - LeadIn);

    public static async Task<IReadOnlyList<TrainingLog>> InAsync(string folder, CancellationToken cancellationToken)
    {
        List<TrainingLog> logs = [];
        foreach (var log in LabelledLog.In(folder))
        {
            if (log.Annotations is not null)
            {
                var messages = await log.LinesAsync(cancellationToken);
                logs.Add(new TrainingLog(log, messages, LogWindow.LinesOf(messages)) { Number = logs.Count });
            }
        }

        return logs.Count > 0 ? logs : throw new InputException($"{folder}: no log with annotations in it");
    }

    private static int FirstAt(IReadOnlyList<WindowLine> lines, int number)
    {
        var place = 0;
        while (place < lines.Count && lines[place].Number < number)
        {
            place++;
        }

        return place;
    }
}
