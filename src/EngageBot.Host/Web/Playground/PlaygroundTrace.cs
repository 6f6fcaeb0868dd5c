namespace EngageBot.Host.Web.Playground;

/// <summary>Something that the bot did.</summary>
public sealed record PlaygroundTrace(string At, string What, string Where, string Channel, long Message, string? To);
