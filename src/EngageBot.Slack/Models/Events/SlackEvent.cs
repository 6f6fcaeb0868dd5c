namespace EngageBot.Slack.Models.Events;

/// <summary>Something that happened in a workspace. <see href="https://docs.slack.dev/reference/events"/>.</summary>
public abstract record SlackEvent;
