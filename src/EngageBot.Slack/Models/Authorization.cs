namespace EngageBot.Slack.Models;

/// <summary>An installation of the app that may see an event. <see href="https://docs.slack.dev/apis/events-api#authorizations"/>.</summary>
public sealed record Authorization
{
    public string? EnterpriseId { get; set; }

    /// <summary>None where the app was installed for a whole organization.</summary>
    public string? TeamId { get; set; }

    public string? UserId { get; set; }

    public bool IsBot { get; set; }

    public bool IsEnterpriseInstall { get; set; }
}
