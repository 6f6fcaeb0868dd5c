using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>A message of a Slack export, as it stands there.</summary>
internal sealed class SlackMessage(Interner interner) : JsonMessage
{
    public bool IsMessage { get; private set; }

    public bool HasTs { get; private set; }

    public MessageId? Id { get; private set; }

    public MessageId? Thread { get; private set; }

    public MessageId? DeletedId { get; private set; }

    public string? Subtype { get; private set; }

    public string? User { get; private set; }

    public string? BotId { get; private set; }

    /// <summary>What the message itself says its author is called, for those that users.json does not know.</summary>
    public string? Name { get; private set; }

    public string? CommentUser { get; private set; }

    public string? Comment { get; private set; }

    /// <summary>Still with Slack's escapes.</summary>
    public string Text { get; private set; } = "";

    public bool IsEdited { get; private set; }

    public bool HasFiles { get; private set; }

    public List<(string Emoji, string Member)> Reactions { get; } = [];

    public SlackInnerMessage Now { get; } = new();

    public SlackInnerMessage Before { get; } = new();

    public override long Read(ReadOnlySpan<byte> json)
    {
        Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        IsMessage = reader.IsObject();
        if (IsMessage)
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
        (At, Id, Thread, DeletedId, HasTs) = (null, null, null, null, false);
        (Subtype, User, BotId, Name, CommentUser, Comment, Text) = (null, null, null, null, null, null, "");
        (IsEdited, HasFiles) = (false, false);
        Reactions.Clear();
        Now.Clear();
        Before.Clear();
    }

    private void ReadProperty(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case var _ when name.SequenceEqual("ts"u8): ReadTs(ref reader); break;
            case var _ when name.SequenceEqual("thread_ts"u8): Thread = SlackTs.Read(ref reader); break;
            case var _ when name.SequenceEqual("deleted_ts"u8): DeletedId = SlackTs.Read(ref reader); break;
            case var _ when name.SequenceEqual("type"u8): ReadType(ref reader); break;
            case var _ when name.SequenceEqual("subtype"u8): Subtype = interner.Read(ref reader); break;
            case var _ when name.SequenceEqual("user"u8): User = interner.Read(ref reader); break;
            case var _ when name.SequenceEqual("bot_id"u8): BotId = interner.Read(ref reader); break;
            case var _ when name.SequenceEqual("username"u8): Name = interner.Read(ref reader) ?? Name; break;
            case var _ when name.SequenceEqual("text"u8): Text = reader.ReadText(); break;
            case var _ when name.SequenceEqual("edited"u8): IsEdited = reader.ReadIsFilled(); break;
            case var _ when name.SequenceEqual("files"u8) || name.SequenceEqual("file"u8): HasFiles |= reader.ReadIsFilled(); break;
            default: ReadObject(name, ref reader); break;
        }
    }

    private void ReadObject(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case var _ when name.SequenceEqual("bot_profile"u8) || name.SequenceEqual("user_profile"u8): ReadProfile(ref reader); break;
            case var _ when name.SequenceEqual("comment"u8): ReadComment(ref reader); break;
            case var _ when name.SequenceEqual("reactions"u8): ReadReactions(ref reader); break;
            case var _ when name.SequenceEqual("message"u8): Now.Read(ref reader); break;
            case var _ when name.SequenceEqual("previous_message"u8) || name.SequenceEqual("original"u8): Before.Read(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private void ReadTs(ref Utf8JsonReader reader)
    {
        HasTs = reader.TokenType != JsonTokenType.Null;
        Id = SlackTs.Read(ref reader);
        At = Id is { } id ? SlackTs.TimeOf(id) : null;
    }

    private void ReadType(ref Utf8JsonReader reader)
    {
        var isMessage = reader.TokenType == JsonTokenType.String && reader.ValueSpan.SequenceEqual("message"u8);
        reader.Skip();
        IsMessage = isMessage;
    }

    private void ReadProfile(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return;
        }

        string? displayName = null, realName = null, name = null;
        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case var _ when property.SequenceEqual("display_name"u8): displayName = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("real_name"u8): realName = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("name"u8): name = interner.Read(ref reader); break;
                default: reader.Skip(); break;
            }
        }

        Name ??= displayName ?? realName ?? name;
    }

    private void ReadComment(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case var _ when property.SequenceEqual("user"u8): CommentUser = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("comment"u8): Comment = reader.ReadText(); break;
                default: reader.Skip(); break;
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
        while (reader.NextProperty(out var property))
        {
            if (property.SequenceEqual("name"u8))
            {
                emoji = interner.Read(ref reader);
            }
            else if (property.SequenceEqual("users"u8) && reader.IsArray())
            {
                while (reader.NextItem())
                {
                    if (interner.Read(ref reader) is { } member)
                    {
                        Reactions.Add(("", member));
                    }
                }
            }
            else
            {
                reader.Skip();
            }
        }

        NameReactions(first, emoji);
    }

    /// <summary>The emoji may stand behind its users.</summary>
    private void NameReactions(int first, string? emoji)
    {
        if (emoji is null)
        {
            Reactions.RemoveRange(first, Reactions.Count - first);
            return;
        }

        for (var at = first; at < Reactions.Count; at++)
        {
            Reactions[at] = (emoji, Reactions[at].Member);
        }
    }
}
