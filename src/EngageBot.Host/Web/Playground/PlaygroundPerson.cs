namespace EngageBot.Host.Web.Playground;

/// <summary>A member as whom one can write.</summary>
public sealed record PlaygroundPerson(string Id, string Name, bool IsModerator);
