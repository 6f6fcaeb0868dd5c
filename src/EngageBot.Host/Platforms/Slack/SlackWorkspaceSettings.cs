using EngageBot.Slack;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>What opens one workspace.</summary>
internal sealed record SlackWorkspaceSettings(BotToken BotToken)
{
    /// <summary>There in Socket Mode.</summary>
    public AppToken? AppToken { get; init; }

    /// <summary>There where requests come over HTTP.</summary>
    public SigningSecret? SigningSecret { get; init; }
}
