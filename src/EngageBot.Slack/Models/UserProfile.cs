namespace EngageBot.Slack.Models;

/// <summary>How a user shows.</summary>
public sealed record UserProfile
{
    /// <summary>The name the user chose to be shown by; empty where none was chosen, and then it is <see cref="RealName"/>.</summary>
    public string? DisplayName { get; set; }

    public string? RealName { get; set; }

    public string? Title { get; set; }

    /// <summary>The app's face, of a bot.</summary>
    public string? BotId { get; set; }

    public string? ApiAppId { get; set; }
}
