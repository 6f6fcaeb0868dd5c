using System.Text.Json;
using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// What an app attaches to a message for itself, such as an id to know it by. Not shown, but not secret either: every app in the channel may read it.
/// <see href="https://docs.slack.dev/messaging/message-metadata"/>.
/// </summary>
public sealed record MessageMetadata
{
    [JsonRequired]
    public string EventType { get; set; } = "";

    /// <summary>A flat object; <see cref="TextOf"/> reads from it.</summary>
    public JsonElement EventPayload { get; set; }

    /// <summary>Metadata of texts.</summary>
    public static MessageMetadata Of(string eventType, IReadOnlyDictionary<string, string> eventPayload) => new()
    {
        EventType = eventType,
        EventPayload = JsonSerializer.SerializeToElement(eventPayload, SlackJson.Default.IReadOnlyDictionaryStringString),
    };

    /// <summary>A text of the payload; none where it is missing or something else.</summary>
    public string? TextOf(string name) =>
        EventPayload.ValueKind == JsonValueKind.Object && EventPayload.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
