namespace EngageBot.Slack.Models.Events;

/// <summary>Somebody took a reaction back. <see href="https://docs.slack.dev/reference/events/reaction_removed"/>.</summary>
public sealed record ReactionRemovedEvent : ReactionEvent;
