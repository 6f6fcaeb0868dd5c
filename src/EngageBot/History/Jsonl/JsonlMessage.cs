using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Jsonl;

/// <summary>One line of a history of JSON lines. One object is filled again and again.</summary>
internal sealed class JsonlMessage(Interner interner)
{
    public MessageId? Id { get; private set; }

    public string? Channel { get; private set; }

    public string? Author { get; private set; }

    public DateTimeOffset? At { get; private set; }

    public string Text { get; private set; } = "";

    public MessageId? ReplyTo { get; private set; }

    public MessageId? Thread { get; private set; }

    public List<string> Mentions { get; } = [];

    public bool IsBot { get; private set; }

    /// <summary>Why the line is no message; null where it is one.</summary>
    public string? Fault { get; private set; }

    public bool TryRead(ReadOnlySpan<byte> line)
    {
        Clear();
        try
        {
            var reader = new Utf8JsonReader(line);
            reader.Read();
            Fault = reader.IsObject() ? ReadObject(ref reader) : "is no message";
        }
        catch (JsonException)
        {
            Fault = "broken JSON";
        }

        return Fault is null;
    }

    private void Clear()
    {
        (Id, Channel, Author, At, Text, ReplyTo, Thread, IsBot) = (null, null, null, null, "", null, null, false);
        Mentions.Clear();
    }

    private string? ReadObject(ref Utf8JsonReader reader)
    {
        var hasTime = false;
        while (reader.NextProperty(out var name))
        {
            hasTime |= name.SequenceEqual("at"u8) && reader.TokenType != JsonTokenType.Null;
            ReadProperty(name, ref reader);
        }

        // Nothing may follow the object.
        reader.Read();
        return Id is null ? "no id"
            : Channel is null ? "no channel"
            : Author is null ? "no author"
            : At is null ? hasTime ? "unreadable time" : "no time"
            : null;
    }

    private void ReadProperty(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case var _ when name.SequenceEqual("id"u8): Id = reader.ReadMessageId(); break;
            case var _ when name.SequenceEqual("channel"u8): Channel = interner.Read(ref reader); break;
            case var _ when name.SequenceEqual("author"u8): Author = interner.Read(ref reader); break;
            case var _ when name.SequenceEqual("at"u8): At = reader.ReadTime(); break;
            case var _ when name.SequenceEqual("text"u8): Text = reader.ReadText(); break;
            case var _ when name.SequenceEqual("replyTo"u8): ReplyTo = reader.ReadMessageId(); break;
            case var _ when name.SequenceEqual("thread"u8): Thread = reader.ReadMessageId(); break;
            case var _ when name.SequenceEqual("mentions"u8): ReadMentions(ref reader); break;
            case var _ when name.SequenceEqual("bot"u8): IsBot = reader.ReadFlag(); break;
            default: reader.Skip(); break;
        }
    }

    private void ReadMentions(ref Utf8JsonReader reader)
    {
        Mentions.Clear();
        if (!reader.IsArray())
        {
            return;
        }

        while (reader.NextItem())
        {
            if (interner.Read(ref reader) is { } member && Mentions.Count < JsonMessage.MaxMentions)
            {
                Mentions.Add(member);
            }
        }
    }
}
