using System.Text.Json;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>An entry of channels.json or groups.json.</summary>
internal sealed class SlackChannelEntry(Interner interner) : JsonMessage
{
    public string? Id { get; private set; }

    public string? Name { get; private set; }

    public List<string> Members { get; } = [];

    public override long Read(ReadOnlySpan<byte> json)
    {
        (Id, Name) = (null, null);
        Members.Clear();
        var reader = new Utf8JsonReader(json);
        reader.Read();
        if (reader.IsObject())
        {
            while (reader.NextProperty(out var property))
            {
                ReadProperty(property, ref reader);
            }
        }

        return reader.BytesConsumed;
    }

    private void ReadProperty(scoped ReadOnlySpan<byte> property, ref Utf8JsonReader reader)
    {
        if (property.SequenceEqual("id"u8))
        {
            Id = interner.Read(ref reader);
        }
        else if (property.SequenceEqual("name"u8))
        {
            Name = interner.Read(ref reader);
        }
        else if (property.SequenceEqual("members"u8) && reader.IsArray())
        {
            ReadMembers(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    private void ReadMembers(ref Utf8JsonReader reader)
    {
        Members.Clear();
        while (reader.NextItem())
        {
            if (interner.Read(ref reader) is { } member)
            {
                Members.Add(member);
            }
        }
    }
}
