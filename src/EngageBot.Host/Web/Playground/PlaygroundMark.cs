namespace EngageBot.Host.Web.Playground;

/// <summary>An emoji under a message.</summary>
/// <param name="Who">Names, for those who want to know.</param>
public sealed record PlaygroundMark(string Emoji, int Count, string Who);
