using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Interactions;

/// <summary>Who did it.</summary>
public sealed record InteractionUser
{
    [JsonRequired]
    public string Id { get; set; } = "";

    public string? Username { get; set; }

    public string? Name { get; set; }

    public string? TeamId { get; set; }
}
