namespace EngageBot.Host.Playground;

/// <summary>Somebody in the Playground's community.</summary>
/// <param name="Id">Letters and digits, like those of platforms.</param>
/// <param name="IsModerator">He manages the community.</param>
internal sealed record PlaygroundMember(string Id, string Name, bool IsBot, bool IsModerator = false);
