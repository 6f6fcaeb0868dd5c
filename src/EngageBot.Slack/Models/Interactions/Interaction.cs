using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>
/// Somebody clicked, chose, or sent a form. It wants an answer within three seconds, if only an empty one.
/// <see href="https://docs.slack.dev/reference/interaction-payloads"/>.
/// </summary>
public abstract record Interaction : SlackPayload
{
    [JsonRequired]
    public InteractionUser User { get; set; } = new();

    /// <summary>None where the app was installed for a whole organization; then the user's workspace counts.</summary>
    public InteractionTeam? Team { get; set; }

    public string? ApiAppId { get; set; }

    /// <summary>Opens a form, within three seconds.</summary>
    public string? TriggerId { get; set; }
}
