using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models;

/// <summary>
/// Somebody wrote a command of the app. It wants an answer within three seconds, if only an empty one.
/// <see href="https://docs.slack.dev/interactivity/implementing-slash-commands#app_command_handling"/>.
/// </summary>
public sealed record SlashCommand : SlackPayload
{
    /// <summary>With its slash.</summary>
    [JsonRequired]
    public string Command { get; set; } = "";

    /// <summary>What stands behind the command.</summary>
    public string Text { get; set => field = value ?? ""; } = "";

    [JsonRequired]
    public string TeamId { get; set; } = "";

    [JsonRequired]
    public string ChannelId { get; set; } = "";

    public string? ChannelName { get; set; }

    [JsonRequired]
    public string UserId { get; set; } = "";

    public string? UserName { get; set; }

    public ResponseUrl? ResponseUrl { get; set; }

    /// <summary>Opens a form, within three seconds.</summary>
    public string? TriggerId { get; set; }

    public string? ApiAppId { get; set; }
}
