namespace EngageBot.Slack.SocketMode;

/// <summary>Socket Mode was switched off for the app. Connecting again would not help.</summary>
public sealed class SocketModeDisabledException() : SlackException(
    "Slack closed the connection since Socket Mode is switched off for the app (link_disabled): switch it on on the page Socket Mode of the app on api.slack.com/apps, and restart.");
