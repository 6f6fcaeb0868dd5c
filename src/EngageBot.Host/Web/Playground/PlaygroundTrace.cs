namespace EngageBot.Host.Web.Playground;

/// <summary>Something that the bot did.</summary>
/// <param name="What">In words, with where or to whom.</param>
public sealed record PlaygroundTrace(string At, string What, string Channel, long Message, string? To);
