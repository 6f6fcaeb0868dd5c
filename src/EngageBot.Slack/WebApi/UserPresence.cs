namespace EngageBot.Slack.WebApi;

/// <summary>Whether a user is there. <see href="https://docs.slack.dev/reference/methods/users.getPresence"/>.</summary>
public sealed record UserPresence
{
    /// <summary><c>active</c> or <c>away</c>.</summary>
    public string Presence { get; set => field = value ?? ""; } = "";
}
