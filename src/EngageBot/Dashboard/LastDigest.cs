namespace EngageBot.Dashboard;

/// <summary>The weekly digest that was said last.</summary>
public sealed record LastDigest(DateTimeOffset At, string Text);
