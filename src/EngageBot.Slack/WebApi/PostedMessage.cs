using System.Text.Json.Serialization;
using EngageBot.Slack.Models;

namespace EngageBot.Slack.WebApi;

/// <summary>A message that was sent or changed.</summary>
public sealed record PostedMessage
{
    /// <summary>The channel's id, also where it was named by a user's.</summary>
    [JsonRequired]
    public string Channel { get; set; } = "";

    [JsonRequired]
    public Timestamp Ts { get; set; }

    /// <summary>The message as Slack has it; not of a change.</summary>
    public Message? Message { get; set; }
}
