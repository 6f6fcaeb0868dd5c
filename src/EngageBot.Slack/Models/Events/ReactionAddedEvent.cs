namespace EngageBot.Slack.Models.Events;

/// <summary>Somebody reacted with an emoji. <see href="https://docs.slack.dev/reference/events/reaction_added"/>.</summary>
public sealed record ReactionAddedEvent : ReactionEvent;
