using System.Text.Json;
using EngageBot.History.Json;

namespace EngageBot.History.Slack;

/// <summary>An entry of users.json.</summary>
internal sealed class SlackUser(Interner interner) : JsonMessage
{
    private string? _displayName;
    private string? _realName;
    private string? _name;

    public string? Id { get; private set; }

    public string? Team { get; private set; }

    public bool IsBot { get; private set; }

    /// <summary>The name that others see: the one he chose, else his real one, else that of the account.</summary>
    public string? Name => _displayName ?? _realName ?? _name;

    public override long Read(ReadOnlySpan<byte> json)
    {
        (Id, Team, IsBot, _displayName, _realName, _name) = (null, null, false, null, null, null);
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
        switch (property)
        {
            case var _ when property.SequenceEqual("id"u8): Id = interner.Read(ref reader); break;
            case var _ when property.SequenceEqual("team_id"u8): Team = interner.Read(ref reader); break;
            case var _ when property.SequenceEqual("is_bot"u8): IsBot = reader.ReadFlag(); break;
            case var _ when property.SequenceEqual("name"u8): _name = interner.Read(ref reader); break;
            case var _ when property.SequenceEqual("real_name"u8): _realName = interner.Read(ref reader) ?? _realName; break;
            case var _ when property.SequenceEqual("profile"u8): ReadProfile(ref reader); break;
            default: reader.Skip(); break;
        }
    }

    private void ReadProfile(ref Utf8JsonReader reader)
    {
        if (!reader.IsObject())
        {
            return;
        }

        while (reader.NextProperty(out var property))
        {
            switch (property)
            {
                case var _ when property.SequenceEqual("display_name"u8): _displayName = interner.Read(ref reader); break;
                case var _ when property.SequenceEqual("real_name"u8): _realName ??= interner.Read(ref reader); break;
                default: reader.Skip(); break;
            }
        }
    }
}
