namespace EngageBot.Host.Platforms.Slack;

/// <summary>One of several workspaces. What it leaves out of the app's own is taken from <see cref="SlackOptions"/>: one app may be in several workspaces.</summary>
public class SlackWorkspaceOptions
{
    /// <summary>The token that begins with <c>xoxb-</c>: what the bot acts with in one workspace. Secret: it is never printed.</summary>
    public string? BotToken { get; set; }

    /// <summary>A file that holds it, as container platforms give secrets.</summary>
    public string? BotTokenFile { get; set; }

    /// <summary>The token that begins with <c>xapp-</c>: what the app opens its sockets with. Secret.</summary>
    public string? AppToken { get; set; }

    /// <summary>A file that holds it.</summary>
    public string? AppTokenFile { get; set; }

    /// <summary>What Slack signs its requests with, where they come over HTTP. Secret.</summary>
    public string? SigningSecret { get; set; }

    /// <summary>A file that holds it.</summary>
    public string? SigningSecretFile { get; set; }

    /// <summary>The member id of who installed the app ("U012ABCDEF"): he hears from the bot first. Where it is not set, whoever first gives it a moderators' command.</summary>
    public string? InstalledBy { get; set; }

    /// <summary>No secret.</summary>
    public override string ToString() => "BotToken = ***";
}
