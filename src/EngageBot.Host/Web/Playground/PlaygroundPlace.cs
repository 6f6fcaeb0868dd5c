namespace EngageBot.Host.Web.Playground;

/// <summary>A channel in the list.</summary>
/// <param name="Waiting">Posts in it that nobody answered.</param>
/// <param name="IsPrivate">The conversation with the bot.</param>
public sealed record PlaygroundPlace(string Id, string Name, int Waiting, bool IsPrivate);
