namespace EngageBot.Discord.Gateway;

/// <summary>
/// A place in Discord's stream of events. Stored with the events it brought, it lets a later process go on from there.
/// <see href="https://discord.com/developers/docs/events/gateway#resuming"/>.
/// </summary>
/// <param name="SessionId">Which session.</param>
/// <param name="ResumeUrl">Where it is resumed.</param>
/// <param name="Sequence">The last event taken over.</param>
public readonly record struct GatewaySession(string SessionId, string ResumeUrl, long Sequence);
