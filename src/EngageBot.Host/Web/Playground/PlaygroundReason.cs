namespace EngageBot.Host.Web.Playground;

/// <summary>Something in words, and why.</summary>
/// <param name="Message">The message that it is about; null for none.</param>
public sealed record PlaygroundReason(string What, string Why, long? Message = null);
