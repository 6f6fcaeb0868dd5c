using EngageBot.Slack.Models;
using EngageBot.Slack.Models.Interactions;

namespace EngageBot.Host.Platforms.Slack.Http;

/// <summary>Where Slack sends what.</summary>
internal static class SlackPath
{
    public const string Events = "/slack/events";
    public const string Commands = "/slack/commands";
    public const string Interactions = "/slack/interactions";

    /// <summary>Answers in the process to which they are to be sent.</summary>
    public const string Health = "/slack/health";

    public static IReadOnlyList<string> All { get; } = [Events, Commands, Interactions];

    /// <summary>Whether such a thing comes at this path.</summary>
    public static bool Takes(string path, SlackPayload payload) => payload switch
    {
        EventCallback or UrlVerification or AppRateLimited => path == Events,
        SlashCommand => path == Commands,
        Interaction => path == Interactions,
        UnknownPayload => true,
        _ => false,
    };
}
