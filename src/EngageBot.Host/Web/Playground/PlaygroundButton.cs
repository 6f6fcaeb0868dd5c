namespace EngageBot.Host.Web.Playground;

/// <summary>A button under a message of the bot.</summary>
public sealed record PlaygroundButton(string Id, string Label, bool IsMain);
