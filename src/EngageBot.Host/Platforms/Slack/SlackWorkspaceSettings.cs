using EngageBot.Slack;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>What opens one workspace.</summary>
internal sealed record SlackWorkspaceSettings(BotToken BotToken)
{
    /// <summary>There in Socket Mode.</summary>
    public AppToken? AppToken { get; init; }

    /// <summary>The member id of who installed the app; null where that is not known.</summary>
    public string? InstalledBy { get; init; }

    /// <summary>There where requests come over HTTP.</summary>
    public SigningSecret? SigningSecret { get; init; }
}
