namespace EngageBot.Slack.Blocks;

/// <summary>The app's home, of one user. <see href="https://docs.slack.dev/surfaces/app-home"/>.</summary>
public sealed record HomeView : ViewProperties;
