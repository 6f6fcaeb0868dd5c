using System.Text.Json.Serialization;

namespace EngageBot.Slack.WebApi;

/// <summary>Who a token acts as. <see href="https://docs.slack.dev/reference/methods/auth.test"/>.</summary>
public sealed record AuthTest
{
    /// <summary>The workspace's name.</summary>
    public string? Team { get; set; }

    [JsonRequired]
    public string TeamId { get; set; } = "";

    /// <summary>The bot's handle.</summary>
    public string? User { get; set; }

    [JsonRequired]
    public string UserId { get; set; } = "";

    public string? BotId { get; set; }

    /// <summary>The workspace's address.</summary>
    public string? Url { get; set; }

    public string? EnterpriseId { get; set; }

    public bool IsEnterpriseInstall { get; set; }
}
