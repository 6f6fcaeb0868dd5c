using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Discord;

/// <summary>A message as DiscordChatExporter writes it.</summary>
internal sealed class DiscordMessage(Interner interner) : JsonMessage
{
    private bool _isMessage;
    private bool _hasTime;

    public MessageId? Id { get; private set; }

    public DiscordMessageKind Kind { get; private set; }

    public DiscordMember? Author { get; private set; }

    public string Text { get; private set; } = "";

    public bool IsEdited { get; private set; }

    public bool HasAttachments { get; private set; }

    public bool IsForward { get; private set; }

    public MessageId? Reference { get; private set; }

    public string? ReferenceChannel { get; private set; }

    public List<DiscordMember> Mentions { get; } = [];

    public List<(string? Emoji, DiscordMember Member)> Reactions { get; } = [];

    public string? Fault =>
        !_isMessage ? "is no message"
        : Id is null ? "no id"
        : At is null ? _hasTime ? "unreadable time" : "no time"
        : Author is null ? "no author"
        : null;

    public override long Read(ReadOnlySpan<byte> json)
    {
        Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        _isMessage = reader.IsObject();
        if (_isMessage)
        {
            while (reader.NextProperty(out var name))
            {
                ReadProperty(name, ref reader);
            }
        }

        return reader.BytesConsumed;
    }

    private void Clear()
    {
        (At, Id, Kind, Author, Text) = (null, null, DiscordMessageKind.Person, null, "");
        (_hasTime, IsEdited, HasAttachments, IsForward, Reference, ReferenceChannel) = (false, false, false, false, null, null);
        Mentions.Clear();
        Reactions.Clear();
    }

    private void ReadProperty(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case var _ when name.SequenceEqual("id"u8): Id = reader.ReadMessageId(); break;
            case var _ when name.SequenceEqual("type"u8): Kind = DiscordKinds.OfMessage(interner.Read(ref reader)); break;
            case var _ when name.SequenceEqual("timestamp"u8): ReadTimestamp(ref reader); break;
            case var _ when name.SequenceEqual("timestampEdited"u8): IsEdited = reader.ReadIsFilled(); break;
            case var _ when name.SequenceEqual("content"u8): Text = reader.ReadText(); break;
            case var _ when name.SequenceEqual("author"u8): Author = DiscordMemberReader.Read(ref reader, interner); break;
            case var _ when name.SequenceEqual("attachments"u8): HasAttachments = reader.ReadIsFilled(); break;
            case var _ when name.SequenceEqual("mentions"u8): ReadMentions(ref reader); break;
            case var _ when name.SequenceEqual("reactions"u8): ReadReactions(ref reader); break;
            case var _ when name.SequenceEqual("reference"u8): ReadReference(ref reader); break;
            case var _ when name.SequenceEqual("forwardedMessage"u8): IsForward |= reader.ReadIsFilled(); break;
            default: reader.Skip(); break;
        }
    }

    private void ReadTimestamp(ref Utf8JsonReader reader)
    {
        _hasTime = reader.TokenType != JsonTokenType.Null;
        At = reader.ReadTime();
    }

    private void ReadReference(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.NextProperty(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("messageId"u8): Reference = reader.ReadMessageId(); break;
                case var _ when name.SequenceEqual("channelId"u8): ReferenceChannel = interner.Read(ref reader); break;
                case var _ when name.SequenceEqual("type"u8): IsForward |= interner.Read(ref reader) is "Forward" or "1"; break;
                default: reader.Skip(); break;
            }
        }
    }

    private void ReadMentions(ref Utf8JsonReader reader)
    {
        if (!reader.IsArray())
        {
            return;
        }

        while (reader.NextItem())
        {
            if (DiscordMemberReader.Read(ref reader, interner) is { } member && Mentions.Count < MaxMentions)
            {
                Mentions.Add(member);
            }
        }
    }

    private void ReadReactions(ref Utf8JsonReader reader)
    {
        if (!reader.IsArray())
        {
            return;
        }

        while (reader.NextItem())
        {
            if (reader.IsObject())
            {
                ReadReaction(ref reader);
            }
        }
    }

    private void ReadReaction(ref Utf8JsonReader reader)
    {
        var first = Reactions.Count;
        string? emoji = null;
        while (reader.NextProperty(out var name))
        {
            if (name.SequenceEqual("emoji"u8))
            {
                emoji = ReadEmoji(ref reader);
            }
            else if (name.SequenceEqual("users"u8) && reader.IsArray())
            {
                while (reader.NextItem())
                {
                    if (DiscordMemberReader.Read(ref reader, interner) is { } member)
                    {
                        Reactions.Add((null, member));
                    }
                }
            }
            else
            {
                reader.Skip();
            }
        }

        for (var at = first; at < Reactions.Count; at++)
        {
            Reactions[at] = (emoji, Reactions[at].Member);
        }
    }

    private string? ReadEmoji(ref Utf8JsonReader reader)
    {
        string? emoji = null;
        if (reader.IsObject())
        {
            while (reader.NextProperty(out var name))
            {
                if (name.SequenceEqual("name"u8))
                {
                    emoji = interner.Read(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return emoji;
    }
}
