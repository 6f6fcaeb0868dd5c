namespace EngageBot.Slack.Models;

/// <summary>Where a message was written. <see href="https://docs.slack.dev/reference/events/message"/>.</summary>
public static class ChannelType
{
    /// <summary>A public channel.</summary>
    public const string Channel = "channel";

    /// <summary>A private channel.</summary>
    public const string Group = "group";

    /// <summary>A conversation of two.</summary>
    public const string Im = "im";

    /// <summary>A conversation of a few.</summary>
    public const string Mpim = "mpim";

    /// <summary>A conversation with the app in its home.</summary>
    public const string AppHome = "app_home";
}
