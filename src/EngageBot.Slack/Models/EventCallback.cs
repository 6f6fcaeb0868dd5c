using EngageBot.Slack.Models.Events;

namespace EngageBot.Slack.Models;

/// <summary>An event, and for whom it is. <see href="https://docs.slack.dev/apis/events-api#callback-field"/>.</summary>
public sealed record EventCallback : SlackPayload
{
    /// <summary>One for each event: who gets an event again finds it here again.</summary>
    public required string EventId { get; init; }

    public required string TeamId { get; init; }

    /// <summary>The workspace through which the event reached the app, where channels are shared between workspaces.</summary>
    public string? ContextTeamId { get; init; }

    public string? ApiAppId { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public DateTimeOffset EventTime { get; init; }

    /// <summary>The channel is shared with another organization.</summary>
    public bool IsExtSharedChannel { get; init; }

    /// <summary>One of the installations that may see the event.</summary>
    public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

    public required SlackEvent Event { get; init; }
}
