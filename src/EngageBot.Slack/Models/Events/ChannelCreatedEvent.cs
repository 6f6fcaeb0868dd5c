using System.Text.Json.Serialization;

namespace EngageBot.Slack.Models.Events;

/// <summary>A public channel was made. <see href="https://docs.slack.dev/reference/events/channel_created"/>.</summary>
public sealed record ChannelCreatedEvent : SlackEvent
{
    [JsonRequired]
    public Conversation Channel { get; set; } = new();
}
