namespace EngageBot.Slack.Models.Events;

/// <summary>The users whose tokens were revoked; not the tokens.</summary>
public sealed record RevokedTokens
{
    /// <summary>People who had allowed the app to act for them.</summary>
    public IReadOnlyList<string> Oauth { get; set => field = value ?? []; } = [];

    /// <summary>The app's bot users.</summary>
    public IReadOnlyList<string> Bot { get; set => field = value ?? []; } = [];
}
