using EngageBot.Slack.WebApi;

namespace EngageBot.Host.Platforms.Slack;

/// <summary>How the bot is connected to Slack: to one workspace by what stands here itself, or to those of the list. Without a bot token it is not.</summary>
public sealed class SlackOptions : SlackWorkspaceOptions
{
    public const string Section = "EngageBot:Slack";

    /// <summary><c>Socket</c> or <c>Http</c>.</summary>
    public string Mode { get; set; } = nameof(SlackMode.Socket);

    /// <summary>Slack's API. <c>http</c> is taken for this machine itself only: the token would cross a network in the clear.</summary>
    public Uri ApiBaseUrl { get; set; } = SlackWebClientOptions.DefaultBaseAddress;

    /// <summary>Sockets that are kept open at once for each app, 1 to 10.</summary>
    public int Connections { get; set; } = 2;

    /// <summary>So many days back the bot reads up what it has missed.</summary>
    public int ReadBackDays { get; set; } = 7;

    /// <summary>So many days back it reads a channel that it has never read; no less than <see cref="ReadBackDays"/>, and nothing where that is 0.</summary>
    public int FirstReadBackDays { get; set; } = 30;

    /// <summary>So many messages of a channel it reads up at most, the newest; and so many replies of each thread.</summary>
    public int ReadBackMessages { get; set; } = 5_000;

    /// <summary>Several workspaces in one program.</summary>
    public IList<SlackWorkspaceOptions> Workspaces { get; } = [];

    /// <summary>All but the secrets.</summary>
    public override string ToString() => $"BotToken = ***, Mode = {Mode}, ApiBaseUrl = {ApiBaseUrl}, Connections = {Connections}, Workspaces = {Workspaces.Count}";
}
