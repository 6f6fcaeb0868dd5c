namespace EngageBot.Slack.Models.Events;

/// <summary>Tokens of the app were revoked. <see href="https://docs.slack.dev/reference/events/tokens_revoked"/>.</summary>
public sealed record TokensRevokedEvent : SlackEvent
{
    public RevokedTokens Tokens { get; set; } = new();
}
