using EngageBot.Chat;

namespace EngageBot.Evaluation.Convert;

/// <summary>Writes a history of JSON lines, and beside it queries and gold.</summary>
internal sealed class ConvertWriter(string history, string queries, string gold) : IAsyncDisposable
{
    private readonly JsonLines _history = new(history);
    private readonly StreamWriter _queries = new(queries);
    private readonly JsonLines _gold = new(gold);

    public int Messages { get; private set; }

    public int Queries { get; private set; }

    public void WriteMessage(string id, MessageCreated message, string? replyTo)
    {
        Messages++;
        _history.Write(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("channel", message.Channel.Value);
            writer.WriteString("author", message.Author.Value);
            writer.WriteString("at", message.At.UtcDateTime);
            writer.WriteString("text", message.Text);
            writer.WriteString("replyTo", replyTo);
            writer.WriteNull("thread");
            writer.WriteAll("mentions", message.Mentions.Select(member => member.Value));
            writer.WriteBoolean("bot", (message.Traits & MessageTraits.Bot) != MessageTraits.None);
        });
    }

    public void WriteQuery(string id, IReadOnlyList<MemberId> answerers)
    {
        Queries++;
        _queries.WriteLine(id);
        _gold.Write(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteAll("answerers", answerers.Select(member => member.Value));
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _history.DisposeAsync();
        await _queries.DisposeAsync();
        await _gold.DisposeAsync();
    }
}
