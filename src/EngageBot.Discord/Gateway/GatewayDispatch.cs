using EngageBot.Discord.Gateway.Events;

namespace EngageBot.Discord.Gateway;

/// <summary>An event and the place it stands at: who stores the two together loses nothing and repeats nothing.</summary>
/// <param name="ShardId">The shard that brought it.</param>
/// <param name="Session">The place after it: resuming from here brings the next one.</param>
/// <param name="Event">What happened.</param>
public readonly record struct GatewayDispatch(int ShardId, GatewaySession Session, GatewayEvent Event);
