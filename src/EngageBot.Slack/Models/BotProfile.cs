namespace EngageBot.Slack.Models;

/// <summary>An app as it shows in a message.</summary>
public sealed record BotProfile
{
    public string? Id { get; set; }

    public string? AppId { get; set; }

    public string? Name { get; set; }

    public string? TeamId { get; set; }

    public bool Deleted { get; set; }
}
