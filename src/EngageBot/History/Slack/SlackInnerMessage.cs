using System.Text.Json;
using EngageBot.Chat;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>The message that a message_changed or message_deleted is about, as it is now or as it was.</summary>
internal sealed class SlackInnerMessage
{
    public MessageId? Id { get; private set; }

    public string? Text { get; private set; }

    public string? Subtype { get; private set; }

    public bool IsEdited { get; private set; }

    public void Clear() => (Id, Text, Subtype, IsEdited) = (null, null, null, false);

    public void Read(ref Utf8JsonReader reader)
    {
        Clear();
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.NextProperty(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("ts"u8): Id = SlackTs.Read(ref reader); break;
                case var _ when name.SequenceEqual("text"u8): Text = reader.ReadText(); break;
                case var _ when name.SequenceEqual("subtype"u8): Subtype = reader.ReadName(); break;
                case var _ when name.SequenceEqual("edited"u8): IsEdited = reader.ReadIsFilled(); break;
                default: reader.Skip(); break;
            }
        }
    }
}
