using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>The channel.</summary>
public sealed record InteractionChannel
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? Name { get; set; }
}
