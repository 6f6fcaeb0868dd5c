using EngageBot.Chat;
using EngageBot.Evaluation.History;
using EngageBot.Evaluation.Irc;
using EngageBot.History.Irc;

namespace EngageBot.Evaluation.Convert;

/// <summary>Writes each log of a folder, one after another: lines as messages, then its questions.</summary>
internal sealed class Conversion(ConvertWriter writer, bool withLinks)
{
    public async Task RunAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var log in LabelledLog.In(folder))
        {
            var lines = await LinesAsync(log, cancellationToken);
            foreach (var post in LabelledPosts.Questions(log, lines))
            {
                var answerers = LabelledPosts.Answerers(post, log.Annotations!, lines);
                if (answerers.Count > 0)
                {
                    writer.WriteQuery(IdOf(lines[post]!, log), answerers);
                }
            }
        }
    }

    /// <summary>Each log begins with an empty window: what is written in another has nothing to do with it.</summary>
    private async Task<IReadOnlyList<MessageCreated?>> LinesAsync(LabelledLog log, CancellationToken cancellationToken)
    {
        var history = new LinkedHistory();
        var lines = new MessageCreated?[log.LineCount];
        Dictionary<long, MessageCreated> byKey = [];
        await foreach (var linked in history.ReadAsync(log.EventsAsync(cancellationToken), cancellationToken))
        {
            var message = linked.Message;
            lines[IrcLineId.LineOf(message.Id)] = message;
            byKey.Add(linked.Line.Key, message);
            if ((message.Traits & MessageTraits.System) == MessageTraits.None)
            {
                var parent = withLinks && linked.Recorded.Link?.Parent is { } key && key != linked.Line.Key ? byKey[key] : null;
                writer.WriteMessage(IdOf(message, log), message, parent is null ? null : IdOf(parent, log));
            }
        }

        return lines;
    }

    private static string IdOf(MessageCreated message, LabelledLog log) => $"{message.Channel.Value}/{log.Name}/{IrcLineId.LineOf(message.Id)}";
}
