namespace EngageBot.Slack.Models.Events;

/// <summary>The app was removed from the workspace: its tokens there are void. <see href="https://docs.slack.dev/reference/events/app_uninstalled"/>.</summary>
public sealed record AppUninstalledEvent : SlackEvent;
