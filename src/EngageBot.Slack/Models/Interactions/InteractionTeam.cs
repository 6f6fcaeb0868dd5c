using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>The workspace.</summary>
public sealed record InteractionTeam
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? Domain { get; set; }
}
